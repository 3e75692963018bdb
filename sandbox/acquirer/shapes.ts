import { z } from 'zod'
import { faultSchema } from '../faults/fault.ts'

/** What the acquirer takes and gives. Amounts integer fen, times epoch milliseconds. */
export const OPERATIONS = ['pay', 'present', 'query', 'close', 'refund', 'query-refund'] as const
export type Operation = (typeof OPERATIONS)[number]

const text = z.string().min(1).max(64)
const amount = z.int().min(1).max(99_999_999_999)
const order = { requestId: text, orderNumber: text, amount }
const refund = { ...order, refundNumber: text, refundAmount: amount }

/** One request, by its operation. */
export const requestSchema = z.discriminatedUnion('operation', [
  z.strictObject({
    operation: z.literal('pay'),
    ...order,
    code: z.string().min(1).max(32),
    subject: z.string().max(200),
  }),
  z.strictObject({ operation: z.literal('present'), ...order, subject: z.string().max(200) }),
  z.strictObject({ operation: z.literal('query'), ...order }),
  z.strictObject({ operation: z.literal('close'), ...order }),
  z.strictObject({ operation: z.literal('refund'), ...refund }),
  z.strictObject({ operation: z.literal('query-refund'), ...refund }),
])
export type AcquirerRequest = z.infer<typeof requestSchema>

/** How a wallet behaves. `asks`: how many questions a payment waits for before the customer has confirmed; null: for ever. */
export const walletSchema = z.strictObject({
  code: z.string().regex(/^\d{16,24}$/),
  channel: z.enum(['wechat', 'alipay', 'unionpay']),
  balance: z.int().min(0).max(99_999_999_999),
  mode: z.enum(['pays', 'confirms', 'expired']),
  asks: z.int().min(1).max(1_000).nullable(),
})
export type Wallet = z.infer<typeof walletSchema>

export const paymentSchema = z.strictObject({
  orderNumber: z.string(),
  code: z.string(),
  amount: z.int(),
  state: z.enum(['paying', 'paid', 'refused', 'closed']),
  reason: z.string(),
  reference: z.string(),
  /** How many more questions it waits for; null: for a confirmation. */
  asksLeft: z.int().nullable(),
  at: z.int(),
})
export type Payment = z.infer<typeof paymentSchema>

export const refundSchema = z.strictObject({
  refundNumber: z.string(),
  orderNumber: z.string(),
  amount: z.int(),
  reference: z.string(),
  at: z.int(),
})
export type Refund = z.infer<typeof refundSchema>

export const callSchema = z.strictObject({
  id: z.int(),
  operation: z.enum(OPERATIONS),
  requestId: z.string(),
  orderNumber: z.string(),
  status: z.string(),
  /** Kind of the fault that the answer met; empty for none. */
  fault: z.string(),
  at: z.int(),
  answer: z.string(),
})
export type Call = z.infer<typeof callSchema>

/** As a fault rule of the centre, for operations; the clock of an acquirer is in no answer. */
export const acquirerFaultSchema = z.strictObject({
  operation: z.array(z.enum(OPERATIONS)).min(1).optional(),
  /** Of the matching calls, counted from 1; all when left out. */
  calls: z.array(z.int().min(1)).min(1).max(1_000).optional(),
  limit: z.int().min(1).optional(),
  fault: faultSchema,
})
export type AcquirerFaultInput = z.input<typeof acquirerFaultSchema>

export const confirmSchema = z.strictObject({ orderNumber: text })
