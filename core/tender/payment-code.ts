/** Who holds the wallet behind a payment code. */
export const PAYMENT_CHANNELS = ['wechat', 'alipay', 'unionpay'] as const
export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number]

export type PaymentCodeShape = {
  readonly channel: PaymentChannel
  readonly prefixes: readonly string[]
  /** Digits of the whole code. */
  readonly lengths: { readonly minimum: number; readonly maximum: number }
  /** Where the shape is from, or that no source confirms it. */
  readonly note: string
}

/** The shapes of payment codes, told apart by their first two digits. */
export const PAYMENT_CODE_SHAPES: readonly PaymentCodeShape[] = [
  {
    channel: 'wechat',
    prefixes: ['10', '11', '12', '13', '14', '15'],
    lengths: { minimum: 18, maximum: 18 },
    note: 'not confirmed: public merchant guides; a new prefix would be refused, never taken for another wallet',
  },
  {
    channel: 'alipay',
    prefixes: ['25', '26', '27', '28', '29', '30'],
    lengths: { minimum: 16, maximum: 24 },
    note: 'not confirmed: public merchant guides; a 20-digit one differs from a trace code only in its first digits',
  },
  {
    channel: 'unionpay',
    prefixes: ['62'],
    lengths: { minimum: 19, maximum: 19 },
    note: 'not confirmed: public merchant guides',
  },
]

/** The wallet that a payment code belongs to, told by length and first digits; undefined when it is none. */
export function paymentChannelOf(code: string): PaymentChannel | undefined {
  if (!/^\d+$/.test(code)) return undefined
  const shape = PAYMENT_CODE_SHAPES.find(
    ({ prefixes, lengths }) =>
      code.length >= lengths.minimum &&
      code.length <= lengths.maximum &&
      prefixes.some((prefix) => code.startsWith(prefix)),
  )
  return shape?.channel
}
