import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCredential } from '../../core/identity/check-credential.ts'
import { credentialOfCard, readSocialSecurityCard } from './social-security-card.ts'

/** The shape that the public example has. */
const FIELDS = [
  '639900',
  '111111198101011110',
  'X00000019',
  '639900D15600000500BF7C7A48FB4966',
  '张三',
  '00814E43238697159900BF7C7A',
  '1.00',
  '20101001',
  '20201001',
  '410100813475',
  '终端设备号',
]
const withField = (at: number, value: string): string => `${FIELDS.with(at, value).join('|')}|`

describe('readSocialSecurityCard', () => {
  it('reads the eleven fields, with or without the sign at the end', () => {
    const expected = {
      ok: true,
      card: {
        issuerArea: '639900',
        socialSecurityNumber: '111111198101011110',
        cardNumber: 'X00000019',
        cardSerial: '639900D15600000500BF7C7A48FB4966',
        name: '张三',
        version: '1.00',
        issuedOn: '2010-10-01',
        validTo: '2020-10-01',
        terminal: '410100813475',
        device: '终端设备号',
      },
    }
    expect(readSocialSecurityCard(FIELDS.join('|'))).toEqual(expected)
    expect(readSocialSecurityCard(`${FIELDS.join('|')}|`)).toEqual(expected)
    expect(readSocialSecurityCard(`${FIELDS.join('|')}|new|newer|`)).toEqual(expected)
    expect(readSocialSecurityCard(withField(3, '639900d15600000500bf7c7a48fb4966 '))).toEqual(expected)
  })

  it('lets days be missing', () => {
    const read = readSocialSecurityCard(withField(8, ''))
    expect(read.ok && read.card.validTo).toBeUndefined()
    expect(read.ok).toBe(true)
  })

  it.each([
    [0, '63990', 'issuerArea'],
    [1, '', 'socialSecurityNumber'],
    [2, 'X 19', 'cardNumber'],
    [3, '639900D15600000500BF7C7A48FB496', 'cardSerial'],
    [3, '639900D15600000500BF7C7A48FB496G', 'cardSerial'],
    [4, '', 'name'],
    [4, '张\u0001三', 'name'],
    [4, '张'.repeat(61), 'name'],
    [7, '20100231', 'issuedOn'],
    [8, '2020', 'validTo'],
    [10, '号\u202e', 'device'],
  ])('refuses field %i %j', (at, value, field) => {
    expect(readSocialSecurityCard(withField(at, value))).toEqual({ ok: false, field })
  })

  it('refuses fewer fields, and texts without end', () => {
    expect(readSocialSecurityCard('')).toEqual({ ok: false })
    expect(readSocialSecurityCard(FIELDS.slice(0, 10).join('|'))).toEqual({ ok: false })
    expect(readSocialSecurityCard(withField(10, 'x'.repeat(3_000)))).toEqual({ ok: false })
  })

  it('never throws, and what it reads makes a credential that passes', () => {
    const field = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...FIELDS))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 10 }), field), { maxLength: 3 }), (changes) => {
        const text = changes.reduce((fields, [at, value]) => fields.with(at, value), FIELDS).join('|')
        const read = readSocialSecurityCard(text)
        if (!read.ok) return
        for (const choice of ['card-number', 'social-security-number'] as const) {
          expect(checkCredential(credentialOfCard(read.card, choice)).ok).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('credentialOfCard', () => {
  it('takes the number that the region wants', () => {
    const read = readSocialSecurityCard(FIELDS.join('|'))
    if (!read.ok) throw new Error('the example is a card')
    const common = { type: '03', cardSerial: '639900D15600000500BF7C7A48FB4966', personName: '张三' }
    expect(credentialOfCard(read.card, 'card-number')).toEqual({ ...common, number: 'X00000019' })
    expect(credentialOfCard(read.card, 'social-security-number')).toEqual({
      ...common,
      number: '111111198101011110',
    })
  })
})
