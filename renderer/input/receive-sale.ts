import type { SaleView } from '../../engine/contract/sale.ts'
import { openSale, type Facts, type InputState } from './input-state.ts'
import { restState, tendersTaken } from './rest-state.ts'
import { chooseInsurance } from './settle-key.ts'

/** A line that an entry was about may be gone, or locked, by the time the sale changes. */
function entryIsVoid(state: InputState, sale: SaleView | undefined): boolean {
  switch (state.kind) {
    case 'quantity':
    case 'discount':
    case 'price':
    case 'trace-codes':
    case 'confirm-remove':
      return sale === undefined || sale.locked || !sale.lines.some((line) => line.id === state.lineId)
    case 'confirm-void':
      return sale === undefined || sale.locked
    case 'choose-insurance':
      return sale === undefined || sale.locked || sale.insured === null
    case 'confirm-repeat':
      return sale?.settlement?.state !== 'quoted'
    case 'paying':
    case 'card':
    case 'pay-code':
      return sale === undefined
    case 'undo-tender':
      return tendersTaken(sale ?? null).length <= state.index
    case 'undo-reason':
      return !tendersTaken(sale ?? null).some((tender) => tender.id === state.tenderId)
    case 'waiting':
    case 'unknown':
    case 'disputed':
    case 'case':
    case 'tender-waiting':
    case 'tender-unknown':
      return restState(sale ?? null).kind !== state.kind
    case 'approval':
    case 'open-drawer':
    case 'confirm-reverse':
      return entryIsVoid(state.back, sale)
    default:
      return false
  }
}

/** A payment that came to nothing leads back to taking money; anything else that is over, to where the sale rests. */
function afterVoid(state: InputState, sale: SaleView | undefined): InputState {
  const rest = restState(sale ?? null)
  const wasPaying = state.kind === 'tender-waiting' || state.kind === 'tender-unknown'
  return wasPaying && sale !== undefined && rest.kind === 'idle' ? { kind: 'paying', text: '' } : rest
}

/** The keyboard's state after the sale at the counter changed; `facts.sale` is the sale as it is now. */
export function afterSaleChanged(state: InputState, before: SaleView | null, facts: Facts): InputState {
  const after = facts.sale
  const completed = justCompleted(before, after)
  if (completed !== undefined) return { kind: 'result', saleId: completed.id, since: facts.now }
  const sale = openSale(after)
  const rest = restState(after)
  const was = before !== null && before.id === sale?.id ? before : undefined
  // the money's state takes the screen over; a look at something else may stay open while nothing new happened
  const isNews = was === undefined || restState(was).kind !== rest.kind
  if (rest.kind !== 'idle' && rest.kind !== state.kind && isNews) return rest
  if (sale === undefined) return entryIsVoid(state, sale) ? rest : state
  return afterPersonChanged(state, was, sale) ?? afterLinesChanged(state, sale)
}

function justCompleted(before: SaleView | null, after: SaleView | null): SaleView | undefined {
  const wasOpen = before?.id === after?.id && before?.state === 'open'
  return after?.state === 'completed' && wasOpen ? after : undefined
}

/** Somebody was identified: the form has done its work, or a question follows. Undefined: nothing of the kind. */
function afterPersonChanged(
  state: InputState,
  was: SaleView | undefined,
  sale: SaleView,
): InputState | undefined {
  const asksNow = asksForInsurance(sale) && (was === undefined || !asksForInsurance(was))
  if (asksNow) return keepsEyes(state) ? state : chooseInsurance(sale)
  const isNew = sale.insured !== null && (was?.insured ?? null) === null
  return state.kind === 'identify' && isNew ? restState(sale) : undefined
}

/** Where a question about the sale would push aside another that must be answered, or a return that is under way. */
const keepsEyes = (state: InputState): boolean =>
  state.kind === 'choose-goods' || state.kind === 'approval' || state.kind.startsWith('return-')

function afterLinesChanged(state: InputState, sale: SaleView): InputState {
  if (state.kind === 'trace-codes') return traceCodesLeft(state, sale, restState(sale))
  return entryIsVoid(state, sale) ? afterVoid(state, sale) : state
}

const asksForInsurance = (sale: SaleView): boolean =>
  sale.insured !== null && sale.insured.chosen === null && !sale.locked

function traceCodesLeft(
  state: Extract<InputState, { kind: 'trace-codes' }>,
  sale: SaleView,
  rest: InputState,
): InputState {
  const count = sale.lines.find((line) => line.id === state.lineId)?.trace.codes.length ?? 0
  if (count === 0 || sale.locked) return rest
  return state.index < count ? state : { ...state, index: count - 1 }
}
