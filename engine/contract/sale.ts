import { z } from 'zod'
import { FINDINGS, RESOLVING_STEPS } from '../../core/settlement/finding.ts'
import { NEXT_STEPS } from '../../core/sale/next-step.ts'
import { SALE_STATES } from '../../core/sale/state.ts'
import { SETTLEMENT_STATES } from '../../core/settlement/state.ts'
import { PAYMENT_CHANNELS } from '../../core/tender/payment-code.ts'
import { TENDER_STATES } from '../../core/tender/state.ts'
import { TENDER_KINDS } from '../../core/tender/tender.ts'
import {
  approvalSchema,
  fenSchema,
  identifierSchema,
  instantSchema,
  nothingSchema,
  quantitySchema,
  reasonSchema,
  scannedTextSchema,
  unitPriceSchema,
} from './common.ts'
import { insuredViewSchema } from './insured.ts'
import { AT_THE_TILL, STAFF, method } from './method.ts'

export const lineViewSchema = z.object({
  id: identifierSchema,
  position: z.int(),
  goodsId: z.int(),
  code: z.string(),
  name: z.string(),
  specification: z.string(),
  manufacturer: z.string(),
  /** The unit that `quantity` and `unitPrice` are per: the sales unit, or the split unit when `split`. */
  unit: z.string(),
  quantity: quantitySchema,
  split: z.boolean(),
  unitPrice: unitPriceSchema,
  /** The price of the goods list, when the line is sold at another one. */
  listPrice: unitPriceSchema.nullable(),
  gross: fenSchema,
  /** All discount on the line: its own and its share of the sale's. */
  discount: fenSchema,
  amount: fenSchema,
  /** Has a national code, so the insurance can be asked to pay for it. */
  insurable: z.boolean(),
  prescriptionClass: z.enum(['0', '1', '2']),
  lotNumber: z.string().nullable(),
  expiresOn: z.string().nullable(),
  trace: z.object({ needed: z.int(), captured: z.int(), codes: z.array(z.string()) }),
})
export type LineView = z.infer<typeof lineViewSchema>

export const settlementViewSchema = z.object({
  id: identifierSchema,
  state: z.enum(SETTLEMENT_STATES),
  /** When it came into this state. */
  since: instantSchema,
  /** `medfee_sumamt` */
  claimed: fenSchema,
  /** The split, as far as the centre said it: after the trial what it would be, after the settlement what it is. */
  split: z
    .object({
      fundPaid: fenSchema,
      accountPaid: fenSchema,
      personalPart: fenSchema,
      cashPart: fenSchema,
      institutionBorne: fenSchema,
      balanceAfter: fenSchema.nullable(),
    })
    .nullable(),
  accountUsed: z.boolean(),
  setlId: z.string().nullable(),
  mdtrtId: z.string().nullable(),
  /** msgid of the settlement request, once there is one. */
  msgid: z.string().nullable(),
  personName: z.string(),
  /** While its outcome is open: what is being done to learn it. */
  resolving: z
    .object({
      attempts: z.int(),
      lastAskedAt: instantSchema.nullable(),
      lastFinding: z.enum(FINDINGS).nullable(),
      /** What the centre, or the line, said when nothing was proven. */
      lastProblem: z.string().nullable(),
      nextAttemptAt: instantSchema.nullable(),
      nextStep: z.enum(RESOLVING_STEPS),
      waitingUntil: instantSchema.nullable(),
    })
    .nullable(),
})
export type SettlementView = z.infer<typeof settlementViewSchema>

export const tenderViewSchema = z.object({
  id: identifierSchema,
  kind: z.enum(TENDER_KINDS),
  state: z.enum(TENDER_STATES),
  amount: fenSchema,
  received: fenSchema,
  change: fenSchema,
  /** Whose wallet paid by code. */
  channel: z.enum(PAYMENT_CHANNELS).nullable(),
  /** What the POS slip or the acquirer calls the payment. */
  reference: z.string().nullable(),
  /** Our number for it at the acquirer. */
  orderNumber: z.string().nullable(),
  /** When it came into this state. */
  since: instantSchema,
  /** What the customer is to scan, while the payment waits for that. */
  shownCode: z.object({ text: z.string(), expiresAt: instantSchema }).nullable(),
})

export const saleViewSchema = z.object({
  id: identifierSchema,
  number: z.string(),
  state: z.enum(SALE_STATES),
  openedAt: instantSchema,
  lines: z.array(lineViewSchema),
  currentLineId: z.string().nullable(),
  totals: z.object({
    gross: fenSchema,
    discount: fenSchema,
    total: fenSchema,
    /** What a settled insurance took over (fund + account + borne by the shop). */
    insured: fenSchema,
    tendered: fenSchema,
    outstanding: fenSchema,
  }),
  insured: insuredViewSchema.nullable(),
  settlement: settlementViewSchema.nullable(),
  tenders: z.array(tenderViewSchema),
  /** The ways in which the customer may pay now; empty while nothing may be taken. */
  payableBy: z.array(z.enum(TENDER_KINDS)),
  /** The basket may not change: money has moved or may have. */
  locked: z.boolean(),
  /** An answer came after the till had gone on: nothing may be settled or paid until that case is closed. */
  openCaseId: z.string().nullable(),
  /** The one sentence at the bottom: what to do now. */
  nextStep: z.object({
    code: z.enum(NEXT_STEPS),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
})
export type SaleView = z.infer<typeof saleViewSchema>

/** How a second person's approval may fail. */
const approvalErrors = [
  'RIGHT_NEEDED',
  'APPROVER_SAME_PERSON',
  'APPROVER_LACKS_RIGHT',
  'OPERATOR_WRONG',
  'OPERATOR_LOCKED_OUT',
] as const

const saleResult = z.object({ sale: saleViewSchema })
const lineReference = z.strictObject({ lineId: identifierSchema })

export const saleMethods = {
  'sale.current': method({
    summary: 'The sale at the counter, or null.',
    params: nothingSchema,
    result: z.object({ sale: saleViewSchema.nullable() }),
    errors: [],
    reads: true,
    roles: STAFF,
  }),
  'sale.addGoods': method({
    summary: 'Adds a line by goods id, e.g. from the search.',
    params: z.strictObject({
      goodsId: z.int().positive(),
      quantity: quantitySchema.default(10_000),
      split: z.boolean().default(false),
    }),
    result: saleResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'GOODS_UNKNOWN',
      'GOODS_EXPIRED',
      'GOODS_NOT_FOR_SALE',
      'GOODS_SPLIT_NOT_ALLOWED',
      'SALE_LOCKED',
      'SALE_TOO_MANY_LINES',
      'SALE_QUANTITY_INVALID',
      'SALE_TOTAL_TOO_LARGE',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.selectLine': method({
    summary: 'Makes a line the current one: trace codes with an unknown prefix go there.',
    params: lineReference,
    result: saleResult,
    errors: ['SALE_NONE_OPEN', 'SALE_LINE_NOT_FOUND'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.setQuantity': method({
    summary: 'Sets quantity and pack or split sale of a line.',
    params: z.strictObject({
      lineId: identifierSchema,
      quantity: quantitySchema,
      split: z.boolean().optional(),
    }),
    result: saleResult,
    errors: [
      'SALE_NONE_OPEN',
      'SALE_LOCKED',
      'SALE_LINE_NOT_FOUND',
      'SALE_QUANTITY_INVALID',
      'SALE_QUANTITY_BELOW_TRACE_CODES',
      'GOODS_SPLIT_NOT_ALLOWED',
      'SALE_TOTAL_TOO_LARGE',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.setDiscount': method({
    summary:
      'Sets the discount of a line (lineId given) or of the whole sale, in fen. Beyond the percentage of who is signed in it needs the right `discount`.',
    params: z.strictObject({
      lineId: identifierSchema.nullable(),
      discount: fenSchema.min(0),
      approval: approvalSchema.optional(),
    }),
    result: saleResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'SALE_NONE_OPEN',
      'SALE_LOCKED',
      'SALE_LINE_NOT_FOUND',
      'SALE_DISCOUNT_TOO_LARGE',
      ...approvalErrors,
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.setPrice': method({
    summary:
      'Sells a line at another price than the list’s. Needs the right `price`; back to the list price it needs none.',
    params: z.strictObject({
      lineId: identifierSchema,
      unitPrice: unitPriceSchema,
      approval: approvalSchema.optional(),
    }),
    result: saleResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'SALE_NONE_OPEN',
      'SALE_LOCKED',
      'SALE_LINE_NOT_FOUND',
      'SALE_DISCOUNT_TOO_LARGE',
      'SALE_TOTAL_TOO_LARGE',
      ...approvalErrors,
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.removeLine': method({
    summary: 'Takes a line out of the sale, with a reason; its trace codes become free again.',
    params: z.strictObject({
      lineId: identifierSchema,
      reason: reasonSchema,
      approval: approvalSchema.optional(),
    }),
    result: saleResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'SALE_NONE_OPEN',
      'SALE_LOCKED',
      'SALE_LINE_NOT_FOUND',
      ...approvalErrors,
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.addTraceCode': method({
    summary:
      'Puts a code to a line because a person looked at the box: a second prefix of the good, or an enterprise’s own code. Its prefix is learned.',
    params: z.strictObject({ lineId: identifierSchema, code: scannedTextSchema }),
    result: saleResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'SALE_NONE_OPEN',
      'SALE_LOCKED',
      'SALE_LINE_NOT_FOUND',
      'SCAN_UNKNOWN_SHAPE',
      'TRACE_NOT_NEEDED',
      'TRACE_ALREADY_IN_SALE',
      'TRACE_ALREADY_SOLD',
      'TRACE_SPLIT_EXHAUSTED',
      'TRACE_GOODS_MISMATCH',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.removeTraceCode': method({
    summary: 'Takes one scanned trace code off a line.',
    params: z.strictObject({ lineId: identifierSchema, code: scannedTextSchema }),
    result: saleResult,
    errors: ['SALE_NONE_OPEN', 'SALE_LOCKED', 'SALE_LINE_NOT_FOUND', 'TRACE_NOT_FOUND'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.void': method({
    summary: 'Gives up the sale at the counter. Not possible while money has moved or may have.',
    params: z.strictObject({ reason: reasonSchema, approval: approvalSchema.optional() }),
    result: z.object({ sale: z.null() }),
    errors: ['SESSION_NOT_SIGNED_IN', 'SALE_NONE_OPEN', 'SALE_LOCKED', ...approvalErrors],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.payCash': method({
    summary:
      'Takes cash for what the customer owes; completes the sale when it is covered. `received` null = exactly what is owed.',
    params: z.strictObject({ received: fenSchema.min(0).nullable() }),
    result: z.object({ sale: saleViewSchema, change: fenSchema }),
    errors: [
      'SALE_NONE_OPEN',
      'SALE_EMPTY',
      'SALE_STATE_FORBIDS',
      'SALE_HAS_CASE',
      'TRACE_MISSING',
      'INSURANCE_SETTLEMENT_UNKNOWN',
      'INSURANCE_SETTLEMENT_DISPUTED',
      'TENDER_IN_FLIGHT',
      'TENDER_TOO_LARGE',
      'TENDER_TOO_LITTLE',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.hold': method({
    summary:
      'Puts the sale at the counter aside (挂单). Also one whose settlement is unknown or disputed: it stays so, and the next customer can be served.',
    params: nothingSchema,
    result: z.object({ sale: z.null() }),
    errors: ['SALE_NONE_OPEN', 'SALE_EMPTY', 'SALE_STATE_FORBIDS'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.held': method({
    summary: 'The sales put aside at this till, oldest first.',
    params: nothingSchema,
    result: z.object({
      sales: z.array(
        z.object({
          id: identifierSchema,
          number: z.string(),
          openedAt: instantSchema,
          total: fenSchema,
          lineCount: z.int(),
          /** Masked; null when nobody was identified. */
          personName: z.string().nullable(),
          settlementState: z.enum(SETTLEMENT_STATES).nullable(),
          /** Paid in full since: it only has to be taken back. */
          paid: z.boolean(),
        }),
      ),
    }),
    errors: [],
    reads: true,
    roles: STAFF,
  }),
  'sale.recall': method({
    summary:
      'Takes a sale that was put aside back to the counter (取单); it belongs to the shift of who takes it. One that was paid in full meanwhile is completed.',
    params: z.strictObject({ saleId: identifierSchema }),
    result: saleResult,
    errors: ['SESSION_NOT_SIGNED_IN', 'SALE_NOT_FOUND', 'SALE_ANOTHER_OPEN'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'sale.recent': method({
    summary: 'The last sales of this till, newest first.',
    params: z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
    result: z.object({
      sales: z.array(
        z.object({
          id: identifierSchema,
          number: z.string(),
          state: z.enum(SALE_STATES),
          closedAt: instantSchema.nullable(),
          total: fenSchema,
          settlementState: z.enum(SETTLEMENT_STATES).nullable(),
          uploadAcknowledged: z.boolean().nullable(),
        }),
      ),
    }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'sale.get': method({
    summary: 'One sale, whole.',
    params: z.strictObject({ saleId: identifierSchema }),
    result: saleResult,
    errors: ['SALE_NOT_FOUND'],
    reads: true,
    roles: AT_THE_TILL,
  }),
}
