import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../../core/money/fen.ts'
import { readOrderAnswer, readPresentedAnswer, readRefundAnswer } from './read-answer.ts'

const ASKED = { requestId: 'R1', orderNumber: 'O1', amount: fen(1_250) }
const REFUND = { ...ASKED, refundNumber: 'F1', refundAmount: fen(250) }
const bytes = (value: unknown): Uint8Array =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const order = (value: unknown, httpStatus = 200): ReturnType<typeof readOrderAnswer> =>
  readOrderAnswer(ASKED, { httpStatus, bodyBytes: bytes(value) })
const refund = (value: unknown): ReturnType<typeof readRefundAnswer> =>
  readRefundAnswer(REFUND, { httpStatus: 200, bodyBytes: bytes(value) })

describe('the answer about an order', () => {
  it('is taken in each of its five states', () => {
    const paid = { ...ASKED, status: 'paid', reference: 'W1' }
    expect(order(paid)).toEqual({ kind: 'answered', answer: { status: 'paid', reference: 'W1' } })
    for (const status of ['paying', 'closed', 'absent']) {
      expect(order({ ...ASKED, status })).toEqual({ kind: 'answered', answer: { status } })
    }
    expect(order({ ...ASKED, status: 'refused', reason: 'balance-too-low' })).toEqual({
      kind: 'answered',
      answer: { status: 'refused', reason: 'balance-too-low' },
    })
  })

  it('belongs to its own request, order and amount, else it is none', () => {
    const paid = { ...ASKED, status: 'paid', reference: 'W1' }
    expect(order({ ...paid, orderNumber: 'O2' })).toEqual({ kind: 'unknown', reason: 'other-message' })
    expect(order({ ...paid, requestId: 'R2' })).toEqual({ kind: 'unknown', reason: 'other-message' })
    expect(order({ ...paid, amount: 1_251 })).toEqual({ kind: 'unknown', reason: 'other-amount' })
  })

  it('proves nothing with another status than 200, without a reference, or in no known state', () => {
    const paid = { ...ASKED, status: 'paid', reference: 'W1' }
    for (const status of [201, 204, 301, 400, 403, 500, 503]) {
      expect(order(paid, status)).toEqual({ kind: 'unknown', reason: `http-${status}` })
    }
    for (const wrong of [
      { ...paid, reference: '' },
      { ...paid, reference: 'x'.repeat(65) },
      { ...paid, amount: '1250' },
      { ...paid, amount: 12.5 },
      { ...paid, status: 'PAID' },
      { ...ASKED },
      [],
      null,
    ]) {
      expect(order(wrong), JSON.stringify(wrong)).toEqual({ kind: 'unknown', reason: 'no-acquirer-answer' })
    }
  })

  it('never throws, and says “paid” of nothing but what says so itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(bytes)), (bodyBytes) => {
        expect(readOrderAnswer(ASKED, { httpStatus: 200, bodyBytes }).kind).toBe('unknown')
        expect(readRefundAnswer(REFUND, { httpStatus: 200, bodyBytes }).kind).toBe('unknown')
      }),
    )
  })
})

describe('the answer about an order whose code is shown', () => {
  const presented = (value: unknown): ReturnType<typeof readPresentedAnswer> =>
    readPresentedAnswer(ASKED, { httpStatus: 200, bodyBytes: bytes(value) })
  const shown = { ...ASKED, status: 'paying', codeText: 'practice:O1', expiresInSeconds: 120 }

  it('brings the code and how long it is good for', () => {
    expect(presented(shown)).toEqual({
      kind: 'answered',
      answer: { status: 'paying', codeText: 'practice:O1', expiresInSeconds: 120 },
    })
    expect(presented({ ...ASKED, status: 'refused', reason: 'closed-shop' })).toMatchObject({
      answer: { status: 'refused' },
    })
  })

  it('is none without a code that can be shown, and none about something else', () => {
    for (const codeText of [undefined, '', 'two words', '汉字', 'x'.repeat(513), 'a\u0000b', 7]) {
      expect(presented({ ...shown, codeText })).toEqual({ kind: 'unknown', reason: 'no-acquirer-answer' })
    }
    for (const expiresInSeconds of [0, -1, 1.5, 86_401, '60']) {
      expect(presented({ ...shown, expiresInSeconds }).kind).toBe('unknown')
    }
    expect(presented({ ...shown, orderNumber: 'O2' })).toEqual({ kind: 'unknown', reason: 'other-message' })
    expect(presented({ ...shown, amount: 1 })).toEqual({ kind: 'unknown', reason: 'other-amount' })
  })
})

describe('the answer about a refund', () => {
  it('is taken in each of its four states', () => {
    const { requestId, orderNumber, amount, refundNumber, refundAmount } = REFUND
    const echo = { requestId, orderNumber, amount, refundNumber, refundAmount }
    expect(refund({ ...echo, status: 'refunded', reference: 'B1' })).toEqual({
      kind: 'answered',
      answer: { status: 'refunded', reference: 'B1' },
    })
    for (const status of ['refunding', 'absent']) {
      expect(refund({ ...echo, status })).toEqual({ kind: 'answered', answer: { status } })
    }
    expect(refund({ ...echo, status: 'refused', reason: 'not-paid' })).toMatchObject({
      answer: { status: 'refused', reason: 'not-paid' },
    })
  })

  it('belongs to its own refund and amounts, else it is none', () => {
    const done = { ...REFUND, status: 'refunded', reference: 'B1' }
    expect(refund({ ...done, refundNumber: 'F2' })).toEqual({ kind: 'unknown', reason: 'other-message' })
    expect(refund({ ...done, refundAmount: 251 })).toEqual({ kind: 'unknown', reason: 'other-amount' })
    expect(refund({ ...done, amount: 1 })).toEqual({ kind: 'unknown', reason: 'other-amount' })
  })
})
