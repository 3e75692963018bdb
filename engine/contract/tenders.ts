import { z } from 'zod'
import { PAYMENT_CHANNELS } from '../../core/tender/payment-code.ts'
import { TENDER_STATES } from '../../core/tender/state.ts'
import {
  approvalSchema,
  fenSchema,
  identifierSchema,
  instantSchema,
  nothingSchema,
  reasonSchema,
  scannedTextSchema,
} from './common.ts'
import { AT_THE_TILL, method } from './method.ts'
import { saleViewSchema } from './sale.ts'

const saleResult = z.object({ sale: saleViewSchema })
const tenderReference = z.strictObject({ tenderId: identifierSchema })
/** What to take in integer fen; null = all that is owed. */
const partAmount = fenSchema.min(1).nullable()

/** What every way of paying may be refused with, before any money moves. */
const payErrors = [
  'SESSION_NOT_SIGNED_IN',
  'SALE_NONE_OPEN',
  'SALE_EMPTY',
  'SALE_STATE_FORBIDS',
  'TRACE_MISSING',
  'INSURANCE_SETTLEMENT_UNKNOWN',
  'INSURANCE_SETTLEMENT_DISPUTED',
  'TENDER_IN_FLIGHT',
  'TENDER_NOTHING_OWED',
  'TENDER_MORE_THAN_OWED',
] as const

/**
 * An electronic payment or refund whose outcome is not known yet; `taken`: it came while its sale was put aside, and that
 * sale is paid and has to be taken back.
 */
export const openTenderSchema = z.object({
  tenderId: identifierSchema,
  /** The return that gives it back; null for a payment, and for one that is given back before its sale completed. */
  returnId: identifierSchema.nullable(),
  saleId: identifierSchema,
  saleNumber: z.string(),
  state: z.enum(TENDER_STATES),
  amount: fenSchema,
  channel: z.enum(PAYMENT_CHANNELS).nullable(),
  /** Our number for it at the acquirer: what its people ask for on the phone. */
  orderNumber: z.string(),
  since: instantSchema,
  attempts: z.int(),
  lastAskedAt: instantSchema.nullable(),
  nextAttemptAt: instantSchema.nullable(),
})
export type OpenTender = z.infer<typeof openTenderSchema>

export const openTendersSchema = z.object({ tenders: z.array(openTenderSchema) })

export const tenderMethods = {
  'tender.takeCash': method({
    summary:
      'Takes a part of what is owed in cash, exactly. Completes the sale when that covers it. `sale.payCash` takes all of it and gives change.',
    params: z.strictObject({ amount: fenSchema.min(1) }),
    result: saleResult,
    errors: payErrors,
    reads: false,
    roles: AT_THE_TILL,
  }),
  'tender.takeCard': method({
    summary:
      'Takes what a POS terminal took, by its slip. The account card only where the region allows it, the centre refused this sale’s settlement, and acct_pay debited nothing. `amount` null = all that is owed.',
    params: z.strictObject({
      kind: z.enum(['bank-card', 'account-card']),
      amount: partAmount,
      reference: z.string().trim().min(1).max(64),
    }),
    result: saleResult,
    errors: [...payErrors, 'TENDER_ACCOUNT_ALREADY_DEBITED', 'TENDER_KIND_NOT_ALLOWED'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'tender.payByCode': method({
    summary:
      'Takes money from the wallet behind a payment code through the acquirer. The customer may have to confirm: then the tender is `paying` and is asked about by itself. An answer that does not arrive leaves it unknown. `amount` null = all that is owed.',
    params: z.strictObject({ code: scannedTextSchema, amount: partAmount }),
    result: saleResult,
    errors: [
      ...payErrors,
      'TENDER_QR_NOT_OFFERED',
      'TENDER_CODE_UNREADABLE',
      'TENDER_REFUSED',
      'TENDER_NOT_SENT',
      'TENDER_OUTCOME_UNKNOWN',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'tender.showCode': method({
    summary:
      'Has the acquirer make a code that the till shows and the customer scans to pay. The tender is `paying` with its code until the acquirer says what became of it; an expired code is closed by itself. `amount` null = all that is owed.',
    params: z.strictObject({ amount: partAmount }),
    result: saleResult,
    errors: [
      ...payErrors,
      'TENDER_QR_NOT_OFFERED',
      'TENDER_REFUSED',
      'TENDER_NOT_SENT',
      'TENDER_OUTCOME_UNKNOWN',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'tender.ask': method({
    summary:
      'Asks the acquirer what became of a payment or of its refund, in a return too, and adopts what is proven. Moves no money.',
    params: tenderReference,
    result: saleResult,
    errors: [
      'TENDER_NOT_FOUND',
      'TENDER_QR_NOT_OFFERED',
      'TENDER_NOT_SENT',
      'TENDER_OUTCOME_UNKNOWN',
      'TENDER_REFUND_UNKNOWN',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'tender.giveUp': method({
    summary:
      'Gives up a payment without an outcome: asks, and has the acquirer close the order. Only when that proves it unpaid the tender is refused; when it is paid after all, it is taken.',
    params: tenderReference,
    result: saleResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'TENDER_NOT_FOUND',
      'TENDER_STATE_FORBIDS',
      'TENDER_QR_NOT_OFFERED',
      'TENDER_NOT_SENT',
      'TENDER_OUTCOME_UNKNOWN',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'tender.undo': method({
    summary:
      'Gives a taken tender back before the sale completes: cash out of the drawer, a card by the POS terminal, a payment code by a refund at the acquirer. Needs a right and a reason.',
    params: tenderReference.extend({ reason: reasonSchema, approval: approvalSchema.optional() }),
    result: saleResult,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'RIGHT_NEEDED',
      'OPERATOR_WRONG',
      'OPERATOR_LOCKED_OUT',
      'APPROVER_SAME_PERSON',
      'APPROVER_LACKS_RIGHT',
      'TENDER_NOT_FOUND',
      'TENDER_STATE_FORBIDS',
      'TENDER_IN_FLIGHT',
      'TENDER_QR_NOT_OFFERED',
      'TENDER_NOT_SENT',
      'TENDER_REFUND_REFUSED',
      'TENDER_REFUND_UNKNOWN',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'tender.open': method({
    summary:
      'Payments and refunds at the acquirer whose outcome is not known, of all sales, and those that paid for a sale that was put aside.',
    params: nothingSchema,
    result: openTendersSchema,
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
}
