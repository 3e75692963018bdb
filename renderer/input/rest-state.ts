import type { SaleView } from '../../engine/contract/sale.ts'
import { openSale, type InputState } from './input-state.ts'

export type Tender = SaleView['tenders'][number]

/** What the key that asks is called: of a refund one asks something else than of a payment. */
export const askLabel = (state: Tender['state'] | undefined): 'key.askRefund' | 'key.askTender' =>
  state === 'refund-unknown' ? 'key.askRefund' : 'key.askTender'

/** How far a tender is: its money is on its way, may be anywhere, is in the till, or never came or went back. */
export function tenderProgress(state: Tender['state']): 'under-way' | 'unknown' | 'taken' | 'over' {
  switch (state) {
    case 'prepared':
    case 'sent':
    case 'paying':
    case 'refunding':
      return 'under-way'
    case 'unknown':
    case 'refund-unknown':
      return 'unknown'
    case 'taken':
      return 'taken'
    case 'refused':
    case 'refunded':
      return 'over'
  }
}

/** The tender whose money is on its way; at most one of a sale is. */
export function tenderInFlight(sale: SaleView | null): Tender | undefined {
  return sale?.tenders.find(({ state }) => ['under-way', 'unknown'].includes(tenderProgress(state)))
}

/** Tenders that hold money of the customer. */
export function tendersTaken(sale: SaleView | null): readonly Tender[] {
  return sale?.tenders.filter((tender) => tender.state === 'taken') ?? []
}

/** Where the keyboard comes to rest: what the sale's money asks for, else ready for the next scan. */
export function restState(sale: SaleView | null): InputState {
  const open = openSale(sale)
  if (open === undefined) return { kind: 'idle' }
  return restOfTender(open) ?? restOfCase(open) ?? restOfSettlement(open) ?? restOfMoney(open)
}

function restOfTender(sale: SaleView): InputState | undefined {
  const tender = tenderInFlight(sale)
  if (tender === undefined) return undefined
  return { kind: tenderProgress(tender.state) === 'unknown' ? 'tender-unknown' : 'tender-waiting' }
}

function restOfCase(sale: SaleView): InputState | undefined {
  return sale.openCaseId === null ? undefined : { kind: 'case' }
}

function restOfSettlement(sale: SaleView): InputState | undefined {
  switch (sale.settlement?.state) {
    case 'prepared':
    case 'sent':
    case 'cancelling':
      return { kind: 'waiting' }
    case 'unknown':
    case 'cancel-unknown':
    case 'reversing':
    case 'reverse-unknown':
      return { kind: 'unknown' }
    case 'disputed':
      return { kind: 'disputed' }
    case 'settled':
      return { kind: 'paying', text: '' }
    case undefined:
    case 'draft':
    case 'quoted':
    case 'refused':
    case 'cancelled':
    case 'reversed':
      return undefined
  }
}

/** Money that was taken in part must be made up, or given back. */
function restOfMoney(sale: SaleView): InputState {
  return tendersTaken(sale).length > 0 ? { kind: 'paying', text: '' } : { kind: 'idle' }
}
