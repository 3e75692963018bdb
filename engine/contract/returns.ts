import { z } from 'zod'
import { RETURN_STATES, RETURN_STEPS, RETURN_STEP_STATES } from '../../core/return/step.ts'
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
} from './common.ts'
import { credentialSchema, queryErrors } from './insurance.ts'
import { AT_THE_TILL, method } from './method.ts'
import { receiptWidthSchema } from './receipt.ts'

const returnableLineSchema = z.object({
  lineId: identifierSchema,
  position: z.int(),
  name: z.string(),
  specification: z.string(),
  unit: z.string(),
  split: z.boolean(),
  /** Sold. */
  quantity: quantitySchema,
  /** What may still come back; 0 when all of it did. */
  returnable: quantitySchema,
  /** What would be given back for all of `returnable`. */
  amount: fenSchema,
  /** Was claimed from the insurance: returning any of it cancels the whole settlement. */
  insured: z.boolean(),
  /** Codes of the boxes that are still out. */
  traceCodes: z.array(z.string()),
  /** How many of them a return must name: each box its own; of a split sale the one of the opened pack, when all of it comes back. */
  codesNeeded: z.enum(['none', 'each-box', 'with-the-last']),
})

const returnableSaleSchema = z.object({
  saleId: identifierSchema,
  saleNumber: z.string(),
  closedAt: instantSchema,
  total: fenSchema,
  insured: z.boolean(),
  /** Masked; null when nobody was identified. */
  personName: z.string().nullable(),
  /** The return of this sale that is not finished yet. */
  openReturnId: identifierSchema.nullable(),
  lines: z.array(returnableLineSchema),
})
export type ReturnableSale = z.infer<typeof returnableSaleSchema>

const returnStepSchema = z.object({
  kind: z.enum(RETURN_STEPS),
  state: z.enum(RETURN_STEP_STATES),
  /** What this step gives back; null where no money moves. */
  amount: fenSchema.nullable(),
  refundId: identifierSchema.nullable(),
  tenderKind: z.enum(TENDER_KINDS).nullable(),
  /** Done by a person (`returns.refundByHand`), not by `returns.proceed`. */
  byHand: z.boolean(),
  /** A code payment that the acquirer would not refund: `returns.proceed` tries again, `returns.refundByHand` gives cash. */
  refused: z.boolean(),
})

export const returnViewSchema = z.object({
  id: identifierSchema,
  number: z.string(),
  saleId: identifierSchema,
  saleNumber: z.string(),
  state: z.enum(RETURN_STATES),
  reason: z.string(),
  openedAt: instantSchema,
  /** What the goods that come back are worth. */
  amount: fenSchema,
  /** The settlement has to be cancelled whole (2103) before anything else. */
  insured: z.boolean(),
  personName: z.string().nullable(),
  settlementId: identifierSchema.nullable(),
  lines: z.array(
    z.object({
      lineId: identifierSchema,
      position: z.int(),
      name: z.string(),
      specification: z.string(),
      unit: z.string(),
      split: z.boolean(),
      quantity: quantitySchema,
      amount: fenSchema,
      traceCodes: z.array(z.string()),
    }),
  ),
  /** How the money goes: given back first, all of it where a settlement is cancelled; what was kept is then paid again. */
  money: z.object({
    /** Back to the funds (and to the shop what it bore), by 2103. */
    fundBack: fenSchema,
    /** Back to the personal account, by 2103. */
    accountBack: fenSchema,
    /** Back to the customer by the tenders. */
    tendersBack: fenSchema,
    /** Worth of the kept goods, which are settled again as a new purchase. */
    paidAgain: fenSchema,
  }),
  steps: z.array(returnStepSchema),
  /** The new sale with what was kept; null until the return is completed, or when nothing has to be settled again. */
  resaleId: identifierSchema.nullable(),
})
export type ReturnView = z.infer<typeof returnViewSchema>
export type ReturnStepView = ReturnView['steps'][number]

const returnReference = z.strictObject({ returnId: identifierSchema })
export const returnResult = z.object({ return: returnViewSchema })

/** Why nobody was identified for a return. */
export const identifyReturnErrors = [
  ...queryErrors,
  'RETURN_NOT_FOUND',
  'RETURN_CLOSED',
  'RETURN_STEP_FORBIDS',
  'RETURN_OTHER_PERSON',
  'INSURANCE_CREDENTIAL_INVALID',
] as const

export const returnMethods = {
  'returns.find': method({
    summary: 'Completed sales by their number, its barcode on the receipt, or a trace code that was sold.',
    params: z.strictObject({ text: scannedTextSchema }),
    result: z.object({ sales: z.array(returnableSaleSchema) }),
    errors: ['SCAN_UNKNOWN_SHAPE', 'SCAN_TOO_LONG'],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'returns.begin': method({
    summary:
      'Plans a return: which quantities of which lines come back, with the codes of the boxes. Nothing moves yet. Needs the right `return`, by default of a second person.',
    params: z.strictObject({
      saleId: identifierSchema,
      lines: z
        .array(
          z.strictObject({
            lineId: identifierSchema,
            quantity: quantitySchema.min(1),
            traceCodes: z.array(scannedTextSchema).max(10_000).default([]),
          }),
        )
        .min(1)
        .max(100),
      reason: reasonSchema,
      approval: approvalSchema.optional(),
    }),
    result: returnResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'SALE_NOT_FOUND',
      'RETURN_SALE_NOT_COMPLETED',
      'RETURN_ALREADY_OPEN',
      'SALE_HAS_CASE',
      'RETURN_SETTLEMENT_NOT_SETTLED',
      'RETURN_NOTHING_LEFT',
      'RETURN_QUANTITY_INVALID',
      'RETURN_QUANTITY_TOO_LARGE',
      'RETURN_CODES_MISSING',
      'RETURN_CODE_NOT_SOLD',
      'RETURN_EXCEEDS_PAID',
      'SALE_LINE_NOT_FOUND',
      'RIGHT_NEEDED',
      'APPROVER_SAME_PERSON',
      'APPROVER_LACKS_RIGHT',
      'OPERATOR_WRONG',
      'OPERATOR_LOCKED_OUT',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'returns.get': method({
    summary: 'One return, whole.',
    params: returnReference,
    result: returnResult,
    errors: ['RETURN_NOT_FOUND'],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'returns.open': method({
    summary: 'Returns that are not finished, oldest first: money may be half way in any of them.',
    params: nothingSchema,
    result: z.object({ returns: z.array(returnViewSchema) }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'returns.identify': method({
    summary:
      'Identifies the person of the settlement again (1101), as 2103 wants it. Must be the same person.',
    params: credentialSchema.extend({ returnId: identifierSchema }),
    result: returnResult,
    errors: identifyReturnErrors,
    reads: false,
    roles: AT_THE_TILL,
  }),
  'returns.present': method({
    summary:
      'The same by an insurance code that the person shows, as it was scanned (6101 first where the region wants it).',
    params: z.strictObject({ returnId: identifierSchema, code: scannedTextSchema }),
    result: returnResult,
    errors: identifyReturnErrors,
    reads: false,
    roles: AT_THE_TILL,
  }),
  'returns.proceed': method({
    summary:
      'Does exactly the next step that the till does itself: 2103, one electronic refund, or the completion. Never repeats one whose outcome is not known.',
    params: returnReference,
    result: returnResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'INSURANCE_NOT_SIGNED_IN',
      'RETURN_NOT_FOUND',
      'RETURN_CLOSED',
      'RETURN_IDENTIFY_FIRST',
      'RETURN_CANCEL_REFUSED',
      'RETURN_CANCEL_NOT_SENT',
      'RETURN_CANCEL_UNKNOWN',
      'RETURN_REFUND_BY_HAND',
      'RETURN_REFUND_UNKNOWN',
      'INSURANCE_SETTLEMENT_DISPUTED',
      'INSURANCE_PERSON_BUSY',
      'TENDER_KIND_NOT_ALLOWED',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'returns.refundByHand': method({
    summary:
      'Says that the cashier has given a refund: cash out of the drawer, a card at the POS terminal (with the slip’s number). A code payment that the acquirer refuses to refund may be given in cash.',
    params: z.strictObject({
      returnId: identifierSchema,
      refundId: identifierSchema,
      reference: z.string().trim().min(1).max(64).nullable(),
    }),
    result: returnResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'RETURN_NOT_FOUND',
      'RETURN_CLOSED',
      'RETURN_STEP_FORBIDS',
      'RETURN_REFERENCE_NEEDED',
      'RETURN_REFUND_UNKNOWN',
      'TENDER_KIND_NOT_ALLOWED',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'returns.abandon': method({
    summary: 'Gives up a return of which nothing has moved.',
    params: returnReference,
    result: returnResult,
    errors: ['SESSION_NOT_SIGNED_IN', 'RETURN_NOT_FOUND', 'RETURN_CLOSED', 'RETURN_MONEY_MOVED'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'returns.preview': method({
    summary: 'The slip of a completed return as SVG and as plain text. Does not count as a copy.',
    params: returnReference.extend({ width: receiptWidthSchema.optional() }),
    result: z.object({ svg: z.string(), text: z.string() }),
    errors: ['RETURN_NOT_FOUND', 'RETURN_NOT_COMPLETED'],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'returns.bytes': method({
    summary:
      'The next copy of a return’s slip as ESC/POS bytes in GB18030, base64; from the second on with a reprint mark. Each call is recorded.',
    params: returnReference.extend({ width: receiptWidthSchema.optional() }),
    result: z.object({ base64: z.base64(), copy: z.int() }),
    errors: ['SESSION_NOT_SIGNED_IN', 'RETURN_NOT_FOUND', 'RETURN_NOT_COMPLETED'],
    reads: false,
    roles: AT_THE_TILL,
  }),
}
