import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { priceSale } from '../sale/line.ts'
import { quantity, unitPrice } from '../money/decimal.ts'
import {
  decideRight,
  DEFAULT_RIGHTS,
  OPERATOR_ROLES,
  RIGHTS,
  withinDiscount,
  type RightsRules,
  type StaffMember,
} from './rights.ts'

const someRights = fc.uniqueArray(fc.constantFrom(...RIGHTS))
const percent = fc.integer({ min: 0, max: 100 })
const rules: fc.Arbitrary<RightsRules> = fc.record({
  roles: fc.record({ cashier: someRights, pharmacist: someRights, manager: someRights }),
  secondPerson: someRights,
  discountPercent: fc.record({ cashier: percent, pharmacist: percent, manager: percent }),
})
const member = (id: fc.Arbitrary<number>): fc.Arbitrary<StaffMember> =>
  fc.record({ id, name: fc.string(), role: fc.constantFrom(...OPERATOR_ROLES) })
const somebody = member(fc.integer({ min: 1, max: 3 }))
const right = fc.constantFrom(...RIGHTS)

describe('decideRight', () => {
  it('lets somebody act alone only with the right, and never where a second person is demanded', () => {
    fc.assert(
      fc.property(rules, right, somebody, (given, wanted, operator) => {
        const allowed = given.roles[operator.role].includes(wanted) && !given.secondPerson.includes(wanted)
        const decided = decideRight(given, wanted, operator)
        expect(decided).toEqual(
          allowed
            ? { ok: true, value: 'alone' }
            : { ok: false, refusal: { code: 'RIGHT_NEEDED', params: { right: wanted } } },
        )
      }),
    )
  })

  it('takes an approval only of somebody else who holds the right', () => {
    fc.assert(
      fc.property(rules, right, somebody, somebody, (given, wanted, operator, approver) => {
        const decided = decideRight(given, wanted, operator, approver)
        if (!decided.ok || decided.value === 'alone') return
        expect(approver.id).not.toBe(operator.id)
        expect(given.roles[approver.role]).toContain(wanted)
      }),
    )
  })

  it('says why an approval is none', () => {
    const cashier: StaffMember = { id: 1, name: '张三', role: 'cashier' }
    const manager: StaffMember = { id: 2, name: '周店长', role: 'manager' }
    const codeOf = (operator: StaffMember, approver?: StaffMember): string => {
      const decided = decideRight(DEFAULT_RIGHTS, 'return', operator, approver)
      return decided.ok ? decided.value : decided.refusal.code
    }
    expect(codeOf(manager)).toBe('RIGHT_NEEDED')
    expect(codeOf(manager, manager)).toBe('APPROVER_SAME_PERSON')
    expect(codeOf(manager, cashier)).toBe('APPROVER_LACKS_RIGHT')
    expect(codeOf(cashier, manager)).toBe('approved')
  })
})

describe('withinDiscount', () => {
  it('holds for a discount on the whole sale that is within the percentage, however it was shared', () => {
    const terms = fc.record({
      unitPrice: fc.integer({ min: 0, max: 900_000_000 }).map(unitPrice),
      quantity: fc.integer({ min: 1, max: 50_000 }).map(quantity),
      split: fc.constant(false),
      ownDiscount: fc.constant(fen(0)),
    })
    fc.assert(
      fc.property(fc.array(terms, { minLength: 1, maxLength: 8 }), percent, (lines, limit) => {
        const bare = priceSale(lines)
        if (!bare.ok) return
        const priced = priceSale(lines, fen(Math.floor((bare.value.gross * limit) / 100)))
        if (!priced.ok) return
        const shares = priced.value.lines.map((line) => ({
          gross: line.gross,
          discount: fen(line.ownDiscount + line.sharedDiscount),
        }))
        expect(withinDiscount(shares, limit)).toBe(true)
      }),
    )
  })

  it('finds one line that goes beyond it', () => {
    const plain = { gross: fen(10_000), discount: fen(0) }
    expect(withinDiscount([plain, { gross: fen(1_000), discount: fen(100) }], 10)).toBe(true)
    expect(withinDiscount([plain, { gross: fen(1_000), discount: fen(101) }], 10)).toBe(false)
    expect(withinDiscount([{ gross: fen(1_000), discount: fen(1) }], 0)).toBe(false)
  })
})
