import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCredential } from './check-credential.ts'
import type { Credential } from './person.ts'
import { isCalendarDay, readResidentNumber, residentCheckCharacter } from './resident-number.ts'

/** ISO 7064 MOD 11-2 as the standard writes it, apart from the table in the code: a(i+1) = ((a(i) + digit) × 2) mod 11. */
function oracle(first17: string): string {
  const product = [...first17].reduce((state, digit) => ((state + Number(digit)) * 2) % 11, 0)
  const check = (12 - product) % 11
  return check === 10 ? 'X' : String(check)
}

const birthDays = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const numberWith = (front: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(front, birthDays, fc.nat({ max: 999 }))
    .map(([place, day, serial]) => `${place}${day}${String(serial).padStart(3, '0')}`)
    .map((first17) => first17 + oracle(first17))
const place = fc
  .tuple(fc.constantFrom('11', '31', '44', '51', '65', '71'), fc.nat({ max: 9999 }))
  .map(([province, rest]) => province + String(rest).padStart(4, '0'))
const resident = numberWith(place)
const permit = numberWith(fc.constantFrom('810000', '820000', '830000'))
const foreign = numberWith(fc.nat({ max: 99_999 }).map((rest) => `9${String(rest).padStart(5, '0')}`))

const document = (number: string, documentKind?: string): Credential => ({
  type: '02',
  number,
  ...(documentKind !== undefined && { documentKind }),
})
/** The reason of the refusal, or the accepted kind and number. */
function outcomeOf(credential: Credential): string {
  const result = checkCredential(credential)
  if (result.ok) return `${result.value.documentKind ?? '-'} ${result.value.number}`
  expect(result.refusal.code).toBe('INSURANCE_CREDENTIAL_INVALID')
  return String(result.refusal.params['reason'])
}

describe('residentCheckCharacter', () => {
  it('agrees with the standard’s recursion', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), (first17) => {
        expect(residentCheckCharacter(first17)).toBe(oracle(first17))
      }),
    )
  })

  it('gives the standard’s own examples', () => {
    expect(residentCheckCharacter('11010519491231002')).toBe('X')
    expect(residentCheckCharacter('44052418800101001')).toBe('4')
  })
})

describe('isCalendarDay', () => {
  it('agrees with the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1850, max: 2099 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day))
          const real =
            date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
          const text = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
          expect(isCalendarDay(text)).toBe(real)
        },
      ),
      { numRuns: 1000 },
    )
    expect([19000229, 20000229, 20240229, 20230229].map((day) => isCalendarDay(String(day)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('identity documents (02)', () => {
  it('accepts resident cards, permits and foreigners’ cards and says which they are', () => {
    fc.assert(
      fc.property(resident, permit, foreign, (person, guest, foreigner) => {
        expect(outcomeOf(document(person))).toBe(`01 ${person}`)
        expect(outcomeOf(document(guest))).toBe(`17 ${guest}`)
        expect(outcomeOf(document(foreigner))).toBe(`07 ${foreigner}`)
        expect(outcomeOf(document(guest, '1702'))).toBe(`1702 ${guest}`)
        expect(outcomeOf(document(guest, '01'))).toBe(`01 ${guest}`)
        expect(outcomeOf(document(person, '17'))).toBe('document-kind-mismatch')
        expect(outcomeOf(document(person, '07'))).toBe('document-kind-mismatch')
        expect(outcomeOf(document(foreigner, '20'))).toBe('document-kind-mismatch')
      }),
    )
  })

  it('refuses any one wrong digit', () => {
    fc.assert(
      fc.property(
        fc.oneof(resident, permit, foreign),
        fc.nat({ max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, difference) => {
          const digit = String((Number(number[at]) + difference) % 10)
          const wrong = number.slice(0, at) + digit + number.slice(at + 1)
          expect(['number-unreadable', 'birth-day', 'check-digit']).toContain(readResidentNumber(wrong))
          expect(outcomeOf(document(wrong))).toBe(readResidentNumber(wrong))
        },
      ),
    )
  })

  it('refuses any two neighbours exchanged', () => {
    fc.assert(
      fc.property(resident, fc.nat({ max: 15 }), (number, at) => {
        fc.pre(number[at] !== number[at + 1])
        const swapped =
          number.slice(0, at) + (number[at + 1] ?? '') + (number[at] ?? '') + number.slice(at + 2)
        expect(checkCredential(document(swapped)).ok).toBe(false)
      }),
    )
  })

  it('writes x as X, full-width as half-width, without blanks', () => {
    expect(outcomeOf(document(' 11010519491231002x '))).toBe('01 11010519491231002X')
    expect(outcomeOf(document('１１０１０５１９４９１２３１００２Ｘ'))).toBe('01 11010519491231002X')
  })

  it('accepts foreigners’ cards from before 2023', () => {
    expect(outcomeOf(document('USA110058012345'))).toBe('07 USA110058012345')
    expect(outcomeOf(document('USA110058012345', '07'))).toBe('07 USA110058012345')
    expect(outcomeOf(document('USA110058012345', '17'))).toBe('document-kind-mismatch')
    expect(outcomeOf(document('USA11005801234', '07'))).toBe('number-unreadable')
  })

  it('needs the kind of any other document, and then takes it as it is', () => {
    expect(outcomeOf(document('E12345678'))).toBe('document-kind-needed')
    expect(outcomeOf(document('E12345678', '08'))).toBe('08 E12345678')
    expect(outcomeOf(document('h1234567800', '04'))).toBe('04 H1234567800')
    expect(outcomeOf(document('军字第1234567号', '02'))).toBe('02 军字第1234567号')
    expect(outcomeOf(document('E1234<5678', '08'))).toBe('number-unreadable')
    expect(outcomeOf(document('A', '08'))).toBe('number-unreadable')
  })

  it.each(['', '123', '440524188001010', '99052418800101001X1', '44190020230230123X', '<script>'])(
    'refuses %j',
    (number) => {
      expect(checkCredential(document(number)).ok).toBe(false)
    },
  )
})

describe('e-credential tokens (01)', () => {
  it('are 1 to 50 printable ASCII characters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,50}$/), (number) => {
        expect(checkCredential({ type: '01', number })).toEqual({ ok: true, value: { type: '01', number } })
      }),
    )
    for (const number of ['', ' ', 'a b', '令牌', 'a\u0000', 'x'.repeat(51)]) {
      expect(outcomeOf({ type: '01', number })).toBe('token-unreadable')
    }
  })
})

describe('social-security cards (03)', () => {
  const cardSerial = '639900D15600000500BF7C7A48FB4966'

  it('need their number and the card’s own serial', () => {
    expect(checkCredential({ type: '03', number: 'X00000019', cardSerial })).toEqual({
      ok: true,
      value: { type: '03', number: 'X00000019', cardSerial },
    })
    expect(outcomeOf({ type: '03', number: 'X00000019' })).toBe('card-serial-missing')
    expect(outcomeOf({ type: '03', number: 'X00000019', cardSerial: ' ' })).toBe('card-serial-missing')
    expect(outcomeOf({ type: '03', number: 'X00000019', cardSerial: '卡' })).toBe('card-serial-unreadable')
    expect(outcomeOf({ type: '03', number: '卡', cardSerial })).toBe('card-number-unreadable')
  })
})

describe('checkCredential', () => {
  const anything: fc.Arbitrary<Credential> = fc.record(
    {
      type: fc.constantFrom('01', '02', '03'),
      number: fc.oneof(fc.string({ unit: 'binary' }), resident, permit, foreign),
      cardSerial: fc.string(),
      documentKind: fc.constantFrom('01', '07', '08', '17', '20', '99', ''),
      personName: fc.string(),
    },
    { requiredKeys: ['type', 'number'] },
  )

  it('never throws, checks what it accepted to the same again, and never repeats the number in a refusal', () => {
    fc.assert(
      fc.property(anything, (credential) => {
        const once = checkCredential(credential)
        if (once.ok) expect(checkCredential(once.value)).toEqual(once)
        else expect(Object.keys(once.refusal.params)).toEqual(['reason'])
      }),
      { numRuns: 1000 },
    )
  })
})
