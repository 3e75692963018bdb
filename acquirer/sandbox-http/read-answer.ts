import { z } from 'zod'
import type { Transmission } from '../../line/transmission.ts'
import type {
  AcquirerOutcome,
  OrderAnswer,
  OrderReference,
  PresentedAnswer,
  RefundAnswer,
  RefundOrder,
} from '../acquirer.ts'

const shortText = z.string().min(1).max(64)
const echo = { requestId: z.string(), orderNumber: z.string(), amount: z.int() }
const refundEcho = { ...echo, refundNumber: z.string(), refundAmount: z.int() }
const reason = z.string().min(1).max(200)

const settledSchemas = [
  z.object({ ...echo, status: z.literal('paid'), reference: shortText }),
  z.object({ ...echo, status: z.literal('refused'), reason }),
  z.object({ ...echo, status: z.literal('closed') }),
  z.object({ ...echo, status: z.literal('absent') }),
  z.object({ ...echo, status: z.literal('rejected'), reason }),
] as const

const orderSchema = z.discriminatedUnion('status', [
  z.object({ ...echo, status: z.literal('paying') }),
  ...settledSchemas,
])

/** A QR code that a phone still reads off a screen holds no more, and nothing but visible characters. */
const codeText = z.string().regex(/^[\x21-\x7e]{1,512}$/)
const presentedSchema = z.discriminatedUnion('status', [
  z.object({
    ...echo,
    status: z.literal('paying'),
    codeText,
    expiresInSeconds: z.int().min(1).max(86_400),
  }),
  ...settledSchemas,
])

const refundSchema = z.discriminatedUnion('status', [
  z.object({ ...refundEcho, status: z.literal('refunded'), reference: shortText }),
  z.object({ ...refundEcho, status: z.literal('refunding') }),
  z.object({ ...refundEcho, status: z.literal('refused'), reason }),
  z.object({ ...refundEcho, status: z.literal('absent') }),
  z.object({ ...refundEcho, status: z.literal('rejected'), reason }),
])

type Unknown = { readonly kind: 'unknown'; readonly reason: string }
const unknown = (why: string): Unknown => ({ kind: 'unknown', reason: why })

/** The JSON of an HTTP answer, or why it is none. */
function jsonOf(received: {
  readonly httpStatus: number
  readonly bodyBytes: Uint8Array
}): { readonly kind: 'json'; readonly value: unknown } | Unknown {
  // what is not 200 speaks for somebody on the way, or for a server that may have done it before it broke
  if (received.httpStatus !== 200) return unknown(`http-${received.httpStatus}`)
  if (received.bodyBytes.byteLength === 0) return unknown('empty-body')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(received.bodyBytes)
  } catch {
    return unknown('not-utf8')
  }
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown }
  } catch {
    return unknown('not-json')
  }
}

type Read<Answer> = Exclude<AcquirerOutcome<Answer>, { kind: 'not-sent' }>

type Body = { readonly httpStatus: number; readonly bodyBytes: Uint8Array }

/**
 * What an HTTP answer says about an order. It counts only when it names this request, this order and this amount;
 * everything else is unknown. Never throws.
 */
export function readOrderAnswer(asked: OrderReference, received: Body): Read<OrderAnswer> {
  const read = parsedOf(orderSchema, received)
  if (read.kind === 'unknown') return read
  const { requestId, orderNumber, amount, ...answer } = read.value
  return foreign(asked, { requestId, orderNumber, amount }) ?? { kind: 'answered', answer }
}

/** What an HTTP answer says about an order whose code is to be shown; as {@link readOrderAnswer}. */
export function readPresentedAnswer(asked: OrderReference, received: Body): Read<PresentedAnswer> {
  const read = parsedOf(presentedSchema, received)
  if (read.kind === 'unknown') return read
  const { requestId, orderNumber, amount, ...answer } = read.value
  return foreign(asked, { requestId, orderNumber, amount }) ?? { kind: 'answered', answer }
}

function parsedOf<Value>(
  schema: z.ZodType<Value>,
  received: Body,
): { readonly kind: 'parsed'; readonly value: Value } | Unknown {
  const json = jsonOf(received)
  if (json.kind === 'unknown') return json
  const parsed = schema.safeParse(json.value)
  return parsed.success ? { kind: 'parsed', value: parsed.data } : unknown('no-acquirer-answer')
}

type Echo = Pick<OrderReference, 'requestId' | 'orderNumber'> & { readonly amount: number }

/** Why an answer is not about what was asked; undefined when it is. */
function foreign(asked: OrderReference, echoed: Echo): Unknown | undefined {
  if (echoed.requestId !== asked.requestId || echoed.orderNumber !== asked.orderNumber)
    return unknown('other-message')
  return echoed.amount === asked.amount ? undefined : unknown('other-amount')
}

/** What an HTTP answer says about a refund; as {@link readOrderAnswer}. */
export function readRefundAnswer(asked: RefundOrder, received: Body): Read<RefundAnswer> {
  const read = parsedOf(refundSchema, received)
  if (read.kind === 'unknown') return read
  const { requestId, orderNumber, refundNumber, amount, refundAmount, ...answer } = read.value
  if (refundNumber !== asked.refundNumber) return unknown('other-message')
  if (refundAmount !== asked.refundAmount) return unknown('other-amount')
  return foreign(asked, { requestId, orderNumber, amount }) ?? { kind: 'answered', answer }
}

/** What became of a call, from how the wire treated it and what its reader makes of the answer. */
export function outcomeOf<Answer>(
  transmission: Transmission,
  read: (received: Body) => AcquirerOutcome<Answer>,
): AcquirerOutcome<Answer> {
  switch (transmission.kind) {
    case 'not-sent':
      return { kind: 'not-sent', reason: transmission.reason }
    case 'unknown':
      return unknown(transmission.reason)
    case 'answered':
      return read(transmission)
  }
}
