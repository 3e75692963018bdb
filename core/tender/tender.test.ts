import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, sumFen, ZERO_FEN } from '../money/fen.ts'
import { InvariantError } from '../result.ts'
import {
  CASH_MAXIMUM,
  checkTenderKind,
  saleDue,
  takeCash,
  TENDER_KINDS,
  type InsuredSplit,
} from './tender.ts'

const amount = fc.nat({ max: 100_000_000 }).map(fen)
const split: fc.Arbitrary<InsuredSplit> = fc.record({
  fundPaid: amount,
  accountPaid: amount,
  institutionBorne: amount,
})

describe('saleDue', () => {
  it('always adds up: insured + tendered + outstanding = total', () => {
    fc.assert(
      fc.property(
        fc.option(split, { nil: undefined }),
        fc.array(amount),
        amount,
        (insured, tenders, rest) => {
          const taken = sumFen([
            ...tenders,
            insured?.fundPaid ?? ZERO_FEN,
            insured?.accountPaid ?? ZERO_FEN,
            insured?.institutionBorne ?? ZERO_FEN,
          ])
          const due = saleDue(fen(taken + rest), insured, tenders)
          expect(due.insured + due.tendered + due.outstanding).toBe(due.total)
          expect(due.outstanding).toBe(rest)
          expect(due.tendered).toBe(sumFen(tenders))
        },
      ),
    )
  })

  it('does not exist when more was taken than the sale costs', () => {
    expect(() => saleDue(fen(100), undefined, [fen(101)])).toThrow(InvariantError)
    const insured = { fundPaid: fen(60), accountPaid: fen(40), institutionBorne: ZERO_FEN }
    expect(saleDue(fen(100), insured, []).outstanding).toBe(0)
    expect(() => saleDue(fen(100), insured, [fen(1)])).toThrow(InvariantError)
  })
})

describe('takeCash', () => {
  it('counts no more than what is owed and gives the rest back', () => {
    fc.assert(
      fc.property(amount, amount, (outstanding, received) => {
        const taken = takeCash(outstanding, received)
        if (!taken.ok) {
          expect(received).toBeGreaterThan(CASH_MAXIMUM)
          return
        }
        expect(taken.value.received).toBe(received)
        expect(taken.value.amount + taken.value.change).toBe(received)
        expect(taken.value.amount).toBe(Math.min(outstanding, received))
        expect(taken.value.change).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('covers a sale with any sequence of part payments, to the fen', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.nat({ max: 50_000_000 }).map(fen)), (total, payments) => {
        const kept = []
        for (const received of payments) {
          const taken = takeCash(saleDue(total, undefined, kept).outstanding, received)
          if (taken.ok) kept.push(taken.value.amount)
        }
        const { outstanding } = saleDue(total, undefined, kept)
        expect(outstanding).toBe(Math.max(0, total - sumFen(payments)))
      }),
    )
  })

  it('refuses negative cash and a barcode typed as an amount', () => {
    expect(takeCash(fen(100), fen(-1))).toMatchObject({ refusal: { code: 'AMOUNT_NEGATIVE' } })
    expect(takeCash(fen(100), CASH_MAXIMUM).ok).toBe(true)
    expect(takeCash(fen(100), fen(CASH_MAXIMUM + 1))).toMatchObject({
      refusal: { code: 'TENDER_TOO_LARGE', params: { limitFen: CASH_MAXIMUM } },
    })
  })

  it('is not for a sale that owes less than nothing', () => {
    expect(() => takeCash(fen(-1), fen(100))).toThrow(InvariantError)
  })
})

describe('checkTenderKind', () => {
  it('never lets the account card pay what acct_pay took already', () => {
    fc.assert(
      fc.property(split, fc.boolean(), (insured, allowed) => {
        const checked = checkTenderKind('account-card', insured, allowed)
        if (insured.accountPaid !== 0) {
          expect(checked).toMatchObject({
            refusal: {
              code: 'TENDER_ACCOUNT_ALREADY_DEBITED',
              params: { accountPaidFen: insured.accountPaid },
            },
          })
        } else expect(checked.ok).toBe(allowed)
      }),
    )
  })

  it('lets every other kind pass', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TENDER_KINDS.filter((kind) => kind !== 'account-card')),
        fc.option(split, { nil: undefined }),
        fc.boolean(),
        (kind, insured, allowed) => {
          expect(checkTenderKind(kind, insured, allowed)).toEqual({ ok: true, value: kind })
        },
      ),
    )
  })

  it('leaves the account card to the region when nothing was settled', () => {
    expect(checkTenderKind('account-card', undefined, true).ok).toBe(true)
    expect(checkTenderKind('account-card', undefined, false)).toMatchObject({
      refusal: { code: 'TENDER_KIND_NOT_ALLOWED' },
    })
  })
})
