import { z } from 'zod'
import { CASE_KINDS, CASE_STATES, CASE_STEPS } from '../../core/cases/state.ts'
import { FINDINGS, RESOLVING_STEPS } from '../../core/settlement/finding.ts'
import { SETTLEMENT_STATES } from '../../core/settlement/state.ts'
import { approvalSchema, fenSchema, identifierSchema, instantSchema, nothingSchema } from './common.ts'
import { AT_THE_TILL, EVERYBODY, method } from './method.ts'
import { saleViewSchema } from './sale.ts'

/** A settlement of this till whose outcome is open, and what is being done about it. */
export const openSettlementSchema = z.object({
  settlementId: identifierSchema,
  saleId: identifierSchema,
  saleNumber: z.string(),
  /** Masked. */
  personName: z.string(),
  state: z.enum(SETTLEMENT_STATES),
  claimed: fenSchema,
  /** What the trial, or an answer, said would be debited from the personal account. */
  accountPaid: fenSchema.nullable(),
  /** When it came into this state. */
  since: instantSchema,
  /** How often the centre was asked since then. */
  attempts: z.int(),
  lastAskedAt: instantSchema.nullable(),
  lastFinding: z.enum(FINDINGS).nullable(),
  /** What the centre, or the line, said when nothing was proven. */
  lastProblem: z.string().nullable(),
  nextAttemptAt: instantSchema.nullable(),
  nextStep: z.enum(RESOLVING_STEPS),
  /** When a finding that was made once counts if it is made again. */
  waitingUntil: instantSchema.nullable(),
  /** Of the settlement request. */
  msgid: z.string(),
})
export type OpenSettlement = z.infer<typeof openSettlementSchema>

/** An answer that came after the till had gone on: somebody must undo it. */
export const caseViewSchema = z.object({
  id: identifierSchema,
  kind: z.enum(CASE_KINDS),
  state: z.enum(CASE_STATES),
  saleId: identifierSchema,
  saleNumber: z.string(),
  /** Masked; null for a payment, which belongs to nobody by name. */
  personName: z.string().nullable(),
  openedAt: instantSchema,
  fundPaid: fenSchema.nullable(),
  accountPaid: fenSchema.nullable(),
  setlId: z.string().nullable(),
  mdtrtId: z.string().nullable(),
  /** Of the request whose answer came too late. */
  msgid: z.string(),
  lastAskedAt: instantSchema.nullable(),
  lastFinding: z.enum(FINDINGS).nullable(),
  lastProblem: z.string().nullable(),
  waitingUntil: instantSchema.nullable(),
  nextStep: z.enum(CASE_STEPS),
  closedAt: instantSchema.nullable(),
  note: z.string().nullable(),
})
export type CaseView = z.infer<typeof caseViewSchema>

export const openSettlementsSchema = z.object({ settlements: z.array(openSettlementSchema) })
export const openCasesSchema = z.object({ cases: z.array(caseViewSchema) })

const saleResult = z.object({ sale: saleViewSchema })
const caseResult = z.object({ case: caseViewSchema })

const askErrors = [
  'SESSION_NOT_SIGNED_IN',
  'INSURANCE_NOT_SIGNED_IN',
  'INSURANCE_OFFLINE',
  'SALE_STATE_FORBIDS',
] as const

export const resolvingMethods = {
  'insurance.resolve': method({
    summary:
      'Asks the centre at once what became of a settlement (5203A, else 5201 + 5204 + 5203) and adopts what is proven. Never forces anything. Without `settlementId`: that of the sale at the counter.',
    params: z.strictObject({ settlementId: identifierSchema.optional() }),
    result: saleResult,
    errors: [...askErrors, 'SALE_NONE_OPEN', 'SETTLEMENT_NOT_FOUND'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.reverse': method({
    summary:
      'Has the centre reverse (2601) an unknown settlement that no query proves, where the region allows it. Accepted is not reversed: it stays “reversing” until a query no longer finds it.',
    params: z.strictObject({ settlementId: identifierSchema }),
    result: saleResult,
    errors: [
      ...askErrors,
      'SETTLEMENT_NOT_FOUND',
      'SETTLEMENT_ASK_FIRST',
      'SETTLEMENT_NOT_REVERSIBLE',
      'INSURANCE_REFUSED',
      'INSURANCE_REQUEST_INVALID',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'resolving.list': method({
    summary: 'The settlements of this till whose outcome is open, oldest first, with the one safe next step.',
    params: nothingSchema,
    result: openSettlementsSchema,
    errors: [],
    reads: true,
    roles: EVERYBODY,
  }),
  'cases.list': method({
    summary: 'What came too late and must be undone by somebody: open cases, oldest first.',
    params: nothingSchema,
    result: openCasesSchema,
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'cases.undo': method({
    summary:
      'Undoes a late settlement at the centre (2103 by the ids of the late answer), after asking whether it still stands. No answer: “undo-unknown”, and the till asks.',
    params: z.strictObject({ caseId: identifierSchema, approval: approvalSchema.optional() }),
    result: caseResult,
    errors: [
      ...askErrors,
      'RIGHT_NEEDED',
      'OPERATOR_WRONG',
      'OPERATOR_LOCKED_OUT',
      'APPROVER_SAME_PERSON',
      'APPROVER_LACKS_RIGHT',
      'CASE_NOT_FOUND',
      'INSURANCE_REFUSED',
      'INSURANCE_REQUEST_INVALID',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'cases.close': method({
    summary: 'A person with the right says how a case was settled outside the till.',
    params: z.strictObject({
      caseId: identifierSchema,
      note: z.string().min(1).max(200),
      approval: approvalSchema.optional(),
    }),
    result: caseResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'RIGHT_NEEDED',
      'OPERATOR_WRONG',
      'OPERATOR_LOCKED_OUT',
      'APPROVER_SAME_PERSON',
      'APPROVER_LACKS_RIGHT',
      'CASE_NOT_FOUND',
      'SALE_STATE_FORBIDS',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
}
