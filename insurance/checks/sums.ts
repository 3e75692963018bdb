import type { Fen } from '../../core/money/fen.ts'
import type { SettlementSplit } from '../mapping/settlement-split.ts'

/** The equations of the interface that every answer about money must satisfy, and what was asked. */
export const EQUATIONS = [
  /** medfee_sumamt = fund_pay_sumamt + psn_part_amt + hosp_part_amt */
  'total = fund + personal + institution',
  /** psn_part_amt = acct_pay + psn_cash_pay */
  'personal = account + cash',
  /** fund_pay_sumamt = hifp + cvlserv + hifes + hifmi + hifob + maf + hifdm + oth */
  'fund = sum of funds',
  /** acct_mulaid_pay ≤ acct_pay: the account part contains what family members' accounts bore */
  'family account ≤ account',
  /** medfee_sumamt = what was asked */
  'total = asked',
  /** acct_used_flag 0 → acct_pay = 0 */
  'account unused → account = 0',
  /** what the own account bore ≤ the balance that 1101 showed */
  'own account ≤ balance',
] as const

export type Equation = (typeof EQUATIONS)[number]

/** An equation that does not hold, with both sides in fen. */
export type SumViolation = {
  readonly equation: Equation
  readonly leftFen: number
  readonly rightFen: number
}

/** What the till asked for, where it is known. */
export type AskedFor = {
  readonly total: Fen
  readonly accountUsed: boolean
  /** The balance that 1101 showed. Give it for trials only: it may be old, and an accepted settlement is not doubted for it. */
  readonly balance?: Fen
}

// plain sums: amounts that are absurd together must be told, not thrown
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

function unequal(equation: Equation, leftFen: number, rightFen: number): SumViolation[] {
  return leftFen === rightFen ? [] : [{ equation, leftFen, rightFen }]
}

function above(equation: Equation, leftFen: number, rightFen: number): SumViolation[] {
  return Math.abs(leftFen) <= Math.abs(rightFen) ? [] : [{ equation, leftFen, rightFen }]
}

function againstAsked(split: SettlementSplit, asked: AskedFor): SumViolation[] {
  const { accountPaid, familyAccountPaid, total } = split
  const unused = asked.accountUsed ? [] : unequal('account unused → account = 0', accountPaid, 0)
  const balance =
    asked.balance === undefined
      ? []
      : above(
          'own account ≤ balance',
          Math.max(0, accountPaid - familyAccountPaid),
          Math.max(0, asked.balance),
        )
  return [...unequal('total = asked', total, asked.total), ...unused, ...balance]
}

/**
 * Every equation that an answer violates (confirmed by the Anhui notice and the norm), to the fen, without
 * tolerance; an absent optional part counts zero. Empty when everything adds up. With `asked`, also that the centre
 * settled what was asked and left alone the account that was not to be used.
 */
export function violatedSums(split: SettlementSplit, asked?: AskedFor): readonly SumViolation[] {
  const { total, fundPaid, funds, personalPart, accountPaid, cashPart, institutionBorne, familyAccountPaid } =
    split
  return [
    ...unequal(
      'total = fund + personal + institution',
      total,
      sum([fundPaid, personalPart, institutionBorne]),
    ),
    ...unequal('personal = account + cash', personalPart, sum([accountPaid, cashPart])),
    ...unequal('fund = sum of funds', fundPaid, sum(Object.values(funds))),
    ...above('family account ≤ account', familyAccountPaid, accountPaid),
    ...(asked === undefined ? [] : againstAsked(split, asked)),
  ]
}
