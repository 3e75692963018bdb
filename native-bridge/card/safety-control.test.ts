import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covers, readSafetyOutputs, type SafetyOutputs, type SafetyReading } from './safety-control.ts'

const PURPOSE = { visit: 'sale-1', transactionNumber: '2102A', alsoFor: ['1101', '2101A'] }
const CARD =
  '639900|11010519491231002X|X00000019|639900D15600000500BF7C7A48FB4966|张三|00814E|1.00|20101001|20201001|41|1|'
const IDENTITY = '张三|男|汉|19491231|东莞市|11010519491231002x|20100101|长期|公安局|'

const read = (outputs: SafetyOutputs): SafetyReading => readSafetyOutputs(outputs, PURPOSE)

describe('readSafetyOutputs', () => {
  it('makes a credential of a card, an identity card or a code, with visit and transaction', () => {
    expect(read({ card: CARD, business: 'token-1 ' })).toMatchObject({
      ok: true,
      credential: { ...PURPOSE, medium: 'card', businessCredential: 'token-1', card: { name: '张三' } },
    })
    expect(read({ identity: IDENTITY, business: 'token-2' })).toEqual({
      ok: true,
      credential: {
        ...PURPOSE,
        medium: 'identity-card',
        businessCredential: 'token-2',
        identity: {
          name: '张三',
          sex: '男',
          nation: '汉',
          birthDate: '1949-12-31',
          address: '东莞市',
          number: '11010519491231002X',
        },
      },
    })
    expect(read({ business: 'token-3' })).toEqual({
      ok: true,
      credential: { ...PURPOSE, medium: 'code', businessCredential: 'token-3' },
    })
  })

  it.each<[string, SafetyOutputs, string]>([
    ['no credential', { card: CARD }, 'business-credential'],
    ['an empty one', { card: CARD, business: ' ' }, 'business-credential'],
    ['what was passed in', { card: CARD, business: '2102A' }, 'business-credential'],
    ['control characters', { card: CARD, business: 'a\u0000b' }, 'business-credential'],
    ['too much', { card: CARD, business: 'x'.repeat(8_192) }, 'business-credential'],
    ['no card', { card: '', business: 'token' }, 'card'],
    ['no identity', { identity: '张三|男|', business: 'token' }, 'identity'],
    ['a wrong number', { identity: IDENTITY.replace('1231002x', '12310021'), business: 'token' }, 'identity'],
    [
      'an impossible day',
      { identity: IDENTITY.replace('19491231|', '19490231|'), business: 'token' },
      'identity',
    ],
    [
      'an invisible sign',
      { identity: IDENTITY.replace('东莞', '东\u200b莞'), business: 'token' },
      'identity',
    ],
  ])('refuses %s', (_name, outputs, problem) => {
    expect(read(outputs)).toEqual({ ok: false, problem })
  })

  it('never throws, and never gives a credential that cannot be sent', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(CARD, IDENTITY, 'token'))
    fc.assert(
      fc.property(
        fc.record({ card: text, identity: text, business: text }, { requiredKeys: [] }),
        (outputs) => {
          const result = read(outputs)
          if (result.ok)
            expect(result.credential.businessCredential).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,8191}$/u)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('covers', () => {
  it('lets one call serve the visit’s 1101, 2101A and 2102A, and no other visit', () => {
    const result = read({ business: 'token' })
    if (!result.ok) throw new Error('a code needs no more')
    const good = (visit: string, transactionNumber: string): boolean =>
      covers(result.credential, visit, transactionNumber)
    expect(['1101', '2101A', '2102A'].map((number) => good('sale-1', number))).toEqual([true, true, true])
    expect(['2103A', '3505A'].map((number) => good('sale-1', number))).toEqual([false, false])
    expect(good('sale-2', '2102A')).toBe(false)
    // a credential that was asked for the first transaction is good for that one alone
    const first = { ...result.credential, transactionNumber: '1101', alsoFor: [] }
    expect(covers(first, 'sale-1', '2102A')).toBe(false)
  })
})
