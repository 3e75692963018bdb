import { z } from 'zod'
import { faultRuleSchema } from '../faults/fault.ts'
import type { ActiveFault } from '../faults/fault-plan.ts'
import type { HeldCall } from '../faults/held-calls.ts'
import type { AccountEntry } from '../ledger/accounts.ts'
import type { GoodRecord } from '../ledger/goods.ts'
import type { MessageRecord } from '../ledger/messages.ts'
import type { InsuranceRecord, NewInsurance, PersonRecord } from '../ledger/people.ts'
import type { ReportRecord } from '../ledger/reports.ts'
import type { ReversalRecord } from '../ledger/reversals.ts'
import type { SettlementLine, SettlementRecord } from '../ledger/settlements.ts'
import type { SignRecord } from '../ledger/signs.ts'
import type { TraceRecord } from '../ledger/traces.ts'

/** What the admin interface takes and gives. Amounts integer fen, prices micro-yuan, counts 1e-4, times epoch milliseconds. */
const text = z.string().max(500)
const amount = z.int().min(0).max(99_999_999_999)
const flag = z.union([z.literal(0), z.literal(1)])
const switchText = z.enum(['0', '1'])
const nullableInt = z.int().nullable()

const identity = z.strictObject({ type: text, level: text, begin: text, end: text })

const personMembers = {
  personNumber: text.min(1).max(30),
  documentKind: text.min(2).max(6),
  documentNumber: text.min(1).max(50),
  name: text.min(1).max(50),
  gender: text.max(6),
  nation: text.max(3),
  birthDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  ecToken: text.nullable(),
  cardNumber: text.nullable(),
  cardSerial: text.nullable(),
  identities: z.array(identity).max(10),
}
const insuranceMembers = {
  insuranceType: text.min(3).max(6),
  place: z.string().regex(/^\d{6}$/),
  personType: text.max(6),
  status: text.max(6),
  since: text.max(10),
  pausedOn: text.max(10),
  civilServant: switchText,
  employer: text.max(200),
  plan: text.max(40),
  balance: amount,
  deductibleUsed: amount,
  poolUsed: amount,
}

export type NewPerson = PersonRecord & { readonly insurances: readonly NewInsurance[] }
export const newPersonSchema: z.ZodType<NewPerson> = z.strictObject({
  ...personMembers,
  insurances: z.array(z.strictObject(insuranceMembers)).max(10),
})

export type StoredPerson = PersonRecord & { readonly insurances: readonly InsuranceRecord[] }
export const storedPersonSchema: z.ZodType<StoredPerson> = z.strictObject({
  ...personMembers,
  insurances: z.array(z.strictObject({ ...insuranceMembers, id: z.int(), personNumber: text })),
})

export const goodSchema: z.ZodType<GoodRecord> = z.strictObject({
  nationalCode: text.min(1).max(50),
  name: text.min(1).max(200),
  specification: text.max(200),
  dosageForm: text.max(200),
  level: z.enum(['01', '02', '03']),
  selfPayRatio: z.int().min(0).max(10_000),
  priceCeiling: z.int().min(1).nullable(),
  chargeType: text.max(6),
  listType: text.max(6),
  essential: switchText,
  negotiated: switchText,
  traceRequired: flag,
})

const fund = z.strictObject({ amount: text, fundType: text, fundName: text, paid: z.int(), limit: z.int() })

const splitMembers = {
  total: z.int(),
  selfPaid: z.int(),
  overLimit: z.int(),
  firstSelfPaid: z.int(),
  inScope: z.int(),
}

export const settlementSchema: z.ZodType<SettlementRecord> = z.strictObject({
  ...splitMembers,
  settlementId: text,
  visitId: text,
  msgid: text,
  infno: text,
  kind: z.enum(['sale', 'cancellation']),
  state: z.enum(['settled', 'cancelled', 'reversed']),
  cancels: text.nullable(),
  shop: text,
  personNumber: text,
  insuranceId: z.int(),
  medicalType: text,
  credentialType: text,
  settledAt: z.int(),
  begunAt: z.int(),
  operator: text,
  operatorName: text,
  diseaseCode: text,
  diseaseName: text,
  invoice: text,
  deductible: z.int(),
  poolRatio: z.int(),
  fundPaid: z.int(),
  personPart: z.int(),
  accountPaid: z.int(),
  cashPaid: z.int(),
  balanceAfter: z.int(),
  clearingType: text,
  clearingWay: text,
  funds: z.array(fund),
  undoneAt: nullableInt,
  undoneBy: text.nullable(),
})

export const lineSchema: z.ZodType<SettlementLine> = z.strictObject({
  ...splitMembers,
  settlementId: text,
  position: z.int(),
  lineNumber: text,
  nationalCode: text,
  shopCode: text,
  prescriptionNumber: text,
  occurredAt: text,
  count: z.int(),
  price: z.int(),
  level: text,
  selfPayRatio: z.int(),
  priceCeiling: nullableInt,
  chargeType: text,
})

export const entrySchema: z.ZodType<AccountEntry> = z.strictObject({
  id: z.int(),
  insuranceId: z.int(),
  at: z.int(),
  kind: z.enum(['opening', 'adjustment', 'debit', 'refund', 'reversal']),
  amount: z.int(),
  balanceAfter: z.int(),
  settlementId: text.nullable(),
  msgid: text.nullable(),
})

export const traceSchema: z.ZodType<TraceRecord> = z.strictObject({
  id: z.int(),
  code: text,
  source: z.enum(['settlement', 'report']),
  reference: text,
  lineNumber: text,
  shop: text,
  insured: flag,
  split: flag,
  soldAt: z.int(),
  freedAt: nullableInt,
})

export const reportSchema: z.ZodType<ReportRecord> = z.strictObject({
  id: z.int(),
  msgid: text,
  infno: text,
  kind: z.enum(['sale', 'return']),
  shop: text,
  at: z.int(),
  repeatOf: nullableInt,
  contentKey: text,
  settlementId: text,
  visitNumber: text,
  documentNumber: text,
  insured: flag,
  nationalCode: text,
  shopCode: text,
  goodsName: text,
  batchSerial: text,
  count: z.int(),
  split: flag,
  personNumber: text,
  documentKind: text,
  personDocument: z.string(),
  personName: text,
  operatorName: text,
  occurredAt: text,
  traceCodes: z.array(text),
})

export const messageSchema: z.ZodType<MessageRecord> = z.strictObject({
  id: z.int(),
  msgid: z.string(),
  infno: z.string(),
  shop: z.string(),
  at: z.int(),
  outcome: z.enum(['accepted', 'refused', 'duplicate', 'malformed']),
  effect: z.string(),
  fault: z.string(),
  request: z.string(),
  answer: z.string(),
})

export const signSchema: z.ZodType<SignRecord> = z.strictObject({
  signNumber: text,
  shop: text,
  operator: text,
  mac: text,
  ip: text,
  signedAt: z.int(),
  expiresAt: z.int(),
  endedAt: nullableInt,
})

export const reversalSchema: z.ZodType<ReversalRecord> = z.strictObject({
  msgid: text,
  original: text,
  acceptedAt: z.int(),
  dueAt: nullableInt,
  doneAt: nullableInt,
})

export const activeFaultSchema: z.ZodType<ActiveFault> = z.strictObject({
  id: z.int(),
  rule: faultRuleSchema,
  seen: z.int(),
  hits: z.int(),
})

const heldSchema: z.ZodType<HeldCall> = z.strictObject({
  id: z.int(),
  infno: z.string(),
  msgid: z.string(),
  since: z.int(),
})

export const stateSchema = z.strictObject({
  now: z.int(),
  clockOffsetMs: z.int(),
  listening: z.boolean(),
  held: z.array(heldSchema),
  /** Requests processed so far. */
  messages: z.int(),
})
export type CentreState = z.infer<typeof stateSchema>

export const clockSchema = z.strictObject({ offsetMs: z.int() })
export const lineStateSchema = z.strictObject({
  listening: z.boolean().optional(),
  /** With `listening` false: opens again by itself. */
  forMs: z.int().min(1).optional(),
  resetConnections: z.int().min(0).max(10_000).optional(),
})
export type LineState = z.infer<typeof lineStateSchema>
export const resetSchema = z.strictObject({ seed: z.enum(['default', 'empty']).optional() })
export const balanceSchema = z.strictObject({
  personNumber: text,
  /** The person's first insurance when left out. */
  insuranceType: text.optional(),
  place: text.optional(),
  balance: amount,
})
export type NewBalance = z.infer<typeof balanceSchema>
export const releaseSchema = z.strictObject({ msgid: text.optional() })
export const countSchema = z.strictObject({ count: z.int() })
export const idsSchema = z.strictObject({ ids: z.array(z.int()) })
export const problemsSchema = z.strictObject({ problems: z.array(z.string()) })
export const doneSchema = z.strictObject({ done: z.literal(true) })
export const refusalSchema = z.object({ error: z.string() })
