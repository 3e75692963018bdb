import type { SaleView } from '../../engine/contract/sale.ts'
import { tenderInFlight } from '../input/rest-state.ts'

/** How much is known of who pays: nothing yet, the trial's word, on its way, settled, or in doubt. */
export type SplitStage = 'none' | 'estimate' | 'pending' | 'settled' | 'unknown' | 'disputed'

/** Who pays what of a sale; null where nobody knows. Amounts in integer fen. */
export type SplitFigures = {
  readonly stage: SplitStage
  readonly total: number
  readonly discount: number
  readonly fund: number | null
  readonly account: number | null
  readonly institution: number
  readonly cash: number | null
  readonly balanceAfter: number | null
  /** A payment is on its way, or a late answer is not undone: what is owed is not known. */
  readonly inTheAir: boolean
}

function stageOf(sale: SaleView): SplitStage {
  switch (sale.settlement?.state) {
    case undefined:
    case 'draft':
    case 'refused':
    case 'cancelled':
    case 'reversed':
      return 'none'
    case 'quoted':
      return 'estimate'
    case 'prepared':
    case 'sent':
    case 'cancelling':
    case 'reversing':
      return 'pending'
    case 'settled':
      return 'settled'
    case 'unknown':
    case 'cancel-unknown':
    case 'reverse-unknown':
      return 'unknown'
    case 'disputed':
      return 'disputed'
  }
}

/** The figures of the right side. What is to be taken in cash is the total less what the insurance pays or will pay. */
export function splitFigures(sale: SaleView): SplitFigures {
  const stage = stageOf(sale)
  const { total, discount, outstanding } = sale.totals
  const split = sale.settlement?.split ?? null
  const known = stage === 'none' ? null : split
  const institution = known?.institutionBorne ?? 0
  const insured = known === null ? 0 : known.fundPaid + known.accountPaid + institution
  // nobody may take money now, so no amount asks for it
  const inTheAir = sale.state === 'open' && (tenderInFlight(sale) !== undefined || sale.openCaseId !== null)
  const cashByStage: Readonly<Record<SplitStage, number | null>> = {
    none: outstanding,
    estimate: known === null ? null : total - insured,
    pending: null,
    settled: outstanding,
    unknown: null,
    disputed: null,
  }
  return {
    stage,
    total,
    discount,
    fund: known?.fundPaid ?? null,
    account: known?.accountPaid ?? null,
    institution,
    cash: inTheAir ? null : cashByStage[stage],
    inTheAir,
    // a trial changes no balance
    balanceAfter: stage === 'settled' ? (known?.balanceAfter ?? null) : null,
  }
}
