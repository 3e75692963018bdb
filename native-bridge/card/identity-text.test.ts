import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { residentCheckCharacter } from '../../core/identity/resident-number.ts'
import {
  cardText,
  FOREIGN_2017,
  FOREIGN_2023,
  PERMIT,
  readData,
  RESIDENT,
  type CardFields,
} from '../../device-twins/identity-card.ts'
import { IDENTITY_LAYOUTS, IDENTITY_TEXT_LENGTH, TYPE_MARK_OFFSET } from './identity-layout.ts'
import { identityTextOf, readIdentityText, type IdentityText } from './identity-text.ts'

const CARDS: readonly (readonly [mark: string, fields: CardFields])[] = [
  ['', RESIDENT],
  ['I', FOREIGN_2017],
  ['Y', FOREIGN_2023],
  ['J', PERMIT],
]

const read = (mark: string, fields: CardFields): IdentityText => readIdentityText(cardText(mark, fields))
/** What is wrong with a resident's card when some fields are others. */
function problemOf(changed: CardFields, mark = '', fields = RESIDENT): string {
  const text = read(mark, { ...fields, ...changed })
  if (text.ok) return 'none'
  return text.problem.kind === 'field' ? `${text.problem.field} ${text.problem.reason}` : text.problem.kind
}

describe('IDENTITY_LAYOUTS', () => {
  it.each(Object.keys(IDENTITY_LAYOUTS))('%j is 256 bytes with its mark where all have it', (mark) => {
    const fields = IDENTITY_LAYOUTS[mark]?.fields ?? []
    expect(fields.reduce((sum, [, bytes]) => sum + bytes, 0)).toBe(IDENTITY_TEXT_LENGTH)
    const before = fields.slice(
      0,
      fields.findIndex(([name]) => name === 'typeMark'),
    )
    expect(before.reduce((sum, [, bytes]) => sum + bytes, 0)).toBe(TYPE_MARK_OFFSET)
  })
})

describe('readIdentityText', () => {
  it('reads a resident’s card', () => {
    expect(read('', RESIDENT)).toEqual({
      ok: true,
      document: {
        kind: 'resident',
        name: '王小明',
        sex: 'male',
        nation: '01',
        birthDate: '1949-12-31',
        address: '广东省东莞市某某路1号',
        number: '11010519491231002X',
        issuer: '东莞市公安局',
        validFrom: '2010-01-01',
        validTo: 'long-term',
      },
    })
  })

  it('reads the foreigners’ card of 2017', () => {
    expect(read('I', FOREIGN_2017)).toEqual({
      ok: true,
      document: {
        kind: 'foreign-permanent-resident',
        name: '简·史密斯',
        latinName: 'SMITH, JANE',
        sex: 'female',
        nationality: 'USA',
        birthDate: '1958-01-23',
        number: 'USA110058012345',
        issuer: '1500',
        validFrom: '2018-01-01',
        validTo: '2028-01-01',
      },
    })
  })

  it('reads the foreigners’ card of 2023, with a name that goes on in a second field', () => {
    expect(read('Y', FOREIGN_2023)).toEqual({
      ok: true,
      document: {
        kind: 'foreign-permanent-resident',
        name: 'WOLFESCHLEGELSTEINHAUSENBERGERDORFF HUBERT B',
        latinName: 'WOLFESCHLEGELSTEINHAUSENBERGERDORFF HUBERT B',
        sex: 'male',
        nationality: '276',
        birthDate: '1981-03-03',
        number: '911124198103030025',
        validFrom: '2024-01-01',
        validTo: '2034-01-01',
        issueCount: 1,
      },
    })
  })

  it('reads a residence permit', () => {
    expect(read('J', PERMIT)).toMatchObject({
      ok: true,
      document: {
        kind: 'hong-kong-macau-taiwan-residence',
        number: '810000199001010019',
        passNumber: 'H12345678',
        issueCount: 2,
      },
    })
    // travel permits of Taiwan have eight digits
    expect(problemOf({ passNumber: '12345678' }, 'J', PERMIT)).toBe('none')
  })

  it('takes zeros for blanks at the end of a field', () => {
    const zeros = cardText('', RESIDENT).map((byte, at, all) =>
      byte === 0x20 && all[at + 1] === 0 && at % 2 === 0 ? 0 : byte,
    )
    expect(readIdentityText(zeros)).toEqual(read('', RESIDENT))
  })

  it('shows an unknown type mark and does not guess', () => {
    const withMark = (code: number): IdentityText => {
      const text = cardText('', RESIDENT)
      new DataView(text.buffer).setUint16(TYPE_MARK_OFFSET, code, true)
      return readIdentityText(text)
    }
    expect(withMark(0x4b)).toEqual({ ok: false, problem: { kind: 'unknown-type', mark: 'K' } })
    expect(withMark(0x202e)).toEqual({ ok: false, problem: { kind: 'unknown-type', mark: 'U+202E' } })
    expect(withMark(0xd800)).toEqual({ ok: false, problem: { kind: 'unknown-type', mark: 'U+D800' } })
    expect(withMark(0x69)).toEqual({ ok: false, problem: { kind: 'unknown-type', mark: 'i' } })
    // a layout chosen by the mark alone: the mark of another card makes nonsense, and nonsense is refused
    expect(withMark(0x4a)).toMatchObject({ ok: false, problem: { kind: 'field' } })
  })

  it.each([
    [{ name: '' }, 'name empty'],
    [{ sex: '' }, 'sex empty'],
    [{ sex: '3' }, 'sex value'],
    [{ number: '' }, 'number empty'],
    [{ number: '110105194912310021' }, 'number check-digit'],
    [{ number: '11010519490231002X' }, 'number number'],
    [{ number: '810000199001010019' }, 'number number'],
    [{ number: '911124198103030025' }, 'number number'],
    [{ birthDate: '19490231' }, 'birthDate day'],
    [{ birthDate: '1949123' }, 'birthDate value'],
    [{ birthDate: '' }, 'birthDate day'],
    [{ validFrom: '20101301' }, 'validFrom day'],
    [{ validFrom: '长期' }, 'validFrom value'],
    [{ validTo: '20100100' }, 'validTo day'],
    [{ validTo: '20091231' }, 'validTo day'],
    [{ validTo: '' }, 'validTo day'],
    [{ nation: '0A' }, 'nation value'],
    [{ name: '王\u0000明' }, 'name characters'],
    [{ name: '王\u202e明' }, 'name characters'],
    [{ name: '王\ud800' }, 'name characters'],
    [{ name: '\udc00王' }, 'name characters'],
    [{ address: '路\u200b1号' }, 'address characters'],
    [{ issuer: '局\uffff' }, 'issuer characters'],
  ])('refuses %j: %s', (changed, problem) => {
    expect(problemOf(changed)).toBe(problem)
  })

  it('takes rare names: characters outside the basic plane and of the private area', () => {
    expect(problemOf({ name: '王𠀀' })).toBe('none')
    expect(problemOf({ name: '王\ue863' })).toBe('none')
  })

  it('takes any right number and no wrong one', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9_999 }),
        fc.nat({ max: 999 }),
        fc.integer({ min: 1, max: 10 }),
        (place, serial, difference) => {
          const first17 = `44${String(place).padStart(4, '0')}19900101${String(serial).padStart(3, '0')}`
          const right = residentCheckCharacter(first17)
          const wrong = '10X98765432'.charAt(('10X98765432'.indexOf(right) + difference) % 11)
          expect(problemOf({ number: first17 + right })).toBe('none')
          expect(problemOf({ number: first17 + wrong })).toBe('number check-digit')
        },
      ),
    )
  })

  it('refuses any other length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        fc.pre(bytes.length !== IDENTITY_TEXT_LENGTH)
        expect(readIdentityText(bytes)).toEqual({ ok: false, problem: { kind: 'length' } })
      }),
    )
  })

  it('never throws, and what it gives of damaged cards is fit to show', () => {
    const damage = fc.array(fc.tuple(fc.nat({ max: 255 }), fc.nat({ max: 255 })), { maxLength: 6 })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ minLength: 256, maxLength: 256 }),
          fc.tuple(fc.constantFrom(...CARDS), damage).map(([[mark, fields], bytes]) => {
            const text = cardText(mark, fields)
            for (const [at, byte] of bytes) text[at] = byte
            return text
          }),
        ),
        (bytes) => {
          const text = readIdentityText(bytes)
          if (!text.ok) return
          for (const value of Object.values(text.document)) {
            expect(String(value)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u)
            expect(String(value).trim()).not.toBe('')
          }
          expect(text.document.birthDate).toMatch(/^\d{4}-\d\d-\d\d$/)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('tells nothing of the text in a problem', () => {
    fc.assert(
      fc.property(fc.nat({ max: 247 }), fc.nat({ max: 255 }), (at, byte) => {
        const bytes = cardText('', RESIDENT)
        bytes[at] = byte
        const text = readIdentityText(bytes)
        if (!text.ok) expect(Object.keys(text.problem).sort()).toEqual(['field', 'kind', 'reason'])
      }),
    )
  })
})

describe('identityTextOf', () => {
  it('takes the text out of an answer whose lengths agree', () => {
    const text = cardText('', RESIDENT)
    expect(identityTextOf(readData(text))).toEqual(text)
    expect(identityTextOf(readData(text).subarray(0, -1))).toBeUndefined()
    expect(identityTextOf(readData(text.subarray(1)))).toBeUndefined()
    expect(identityTextOf(new Uint8Array(0))).toBeUndefined()
  })
})
