import { fen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.ts'
import { invariant, ok, refuse, type Result } from '../result.ts'

/**
 * How the part that the customer owes is paid. `account-card` is the personal account swiped at a POS terminal, only for
 * places where the interface settlement is refused and the region profile allows it; never after `acct_pay` took it.
 */
export const TENDER_KINDS = ['cash', 'bank-card', 'qr', 'account-card'] as const
export type TenderKind = (typeof TENDER_KINDS)[number]

/** A refund's life. `refused` may be tried again or given in another way; `unknown` leaves only by asking. */
export const REFUND_STATES = ['planned', 'prepared', 'sent', 'unknown', 'done', 'refused'] as const
export type RefundState = (typeof REFUND_STATES)[number]

/** What the insurance took over of a settled sale. */
export type InsuredSplit = {
  /** `fund_pay_sumamt` */
  readonly fundPaid: Fen
  /** `acct_pay`: already debited from the personal account. */
  readonly accountPaid: Fen
  /** `hosp_part_amt`: borne by the shop. */
  readonly institutionBorne: Fen
}

export type SaleDue = {
  readonly total: Fen
  readonly insured: Fen
  readonly tendered: Fen
  /** What is still to be taken; zero means covered. */
  readonly outstanding: Fen
}

/** What a customer still owes: total − insurance − tenders taken. Throws when more was taken than the sale costs. */
export function saleDue(total: Fen, split: InsuredSplit | undefined, tenders: readonly Fen[]): SaleDue {
  const insured =
    split === undefined ? ZERO_FEN : sumFen([split.fundPaid, split.accountPaid, split.institutionBorne])
  const tendered = sumFen(tenders)
  const outstanding = fen(total - insured - tendered)
  invariant(outstanding >= 0, `more taken than the sale costs: ${outstanding} fen are left`)
  return { total, insured, tendered, outstanding }
}

export type CashTaken = { readonly amount: Fen; readonly received: Fen; readonly change: Fen }

/** Cash above this for one sale is a mistyped amount (a barcode typed into the field, for instance). */
export const CASH_MAXIMUM = fen(1_000_000_00)

/**
 * Cash handed over for `outstanding`: what counts towards the sale and the change to give back.
 * Less than what is owed counts as a part payment. Refuses with AMOUNT_NEGATIVE, or TENDER_TOO_LARGE {limitFen}.
 * `outstanding` comes from {@link saleDue}; a negative one is a bug and throws.
 */
export function takeCash(outstanding: Fen, received: Fen): Result<CashTaken> {
  invariant(outstanding >= 0, `cash for a sale that owes ${outstanding} fen`)
  if (received < 0) return refuse('AMOUNT_NEGATIVE', { amountFen: received })
  if (received > CASH_MAXIMUM) return refuse('TENDER_TOO_LARGE', { limitFen: CASH_MAXIMUM })
  const amount = received < outstanding ? received : outstanding
  return ok({ amount, received, change: subtractFen(received, amount) })
}

/**
 * Whether a tender kind may be used on this sale. Refuses the account card with TENDER_ACCOUNT_ALREADY_DEBITED
 * {accountPaidFen} when the settlement already debited the account (Dongguan notice: no POS swipe when `acct_pay` ≠ 0).
 */
export function checkTenderKind(
  kind: TenderKind,
  split: InsuredSplit | undefined,
  accountCardAllowed: boolean,
): Result<TenderKind> {
  if (kind !== 'account-card') return ok(kind)
  if (split !== undefined && split.accountPaid !== 0) {
    return refuse('TENDER_ACCOUNT_ALREADY_DEBITED', { accountPaidFen: split.accountPaid })
  }
  return accountCardAllowed ? ok(kind) : refuse('TENDER_KIND_NOT_ALLOWED', { kind })
}
