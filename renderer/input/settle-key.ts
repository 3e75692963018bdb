import type { SaleView } from '../../engine/contract/sale.ts'
import type { Command } from './command.ts'
import { openSale, type InputState } from './input-state.ts'

/** What F9 does to the sale at the counter: the one key that moves it towards its receipt. */
export type SettleKey =
  | { readonly does: 'nothing' }
  | { readonly does: 'command'; readonly command: Command; readonly label: 'key.quote' | 'key.settle' }
  | { readonly does: 'open'; readonly state: InputState; readonly label: 'key.pay' | 'key.chooseInsurance' }
  /** Something is missing; the key says what. */
  | { readonly does: 'explain'; readonly command: Command }

export function settleKey(sale: SaleView | null): SettleKey {
  const open = openSale(sale)
  if (open === undefined || open.lines.length === 0) return { does: 'nothing' }
  const index = open.lines.findIndex((line) => line.trace.captured < line.trace.needed)
  const missing = open.lines[index]
  if (missing !== undefined) {
    const count = missing.trace.needed - missing.trace.captured
    const params = { position: index + 1, name: missing.name, count }
    return { does: 'explain', command: { do: 'say', refusal: { code: 'TRACE_MISSING', params } } }
  }
  if (open.insured === null) return { does: 'open', state: { kind: 'paying', text: '' }, label: 'key.pay' }
  if (open.insured.chosen === null) {
    return { does: 'open', state: chooseInsurance(open), label: 'key.chooseInsurance' }
  }
  return open.settlement?.state === 'quoted'
    ? { does: 'command', command: { do: 'settle' }, label: 'key.settle' }
    : { does: 'command', command: { do: 'quote' }, label: 'key.quote' }
}

/** Opens the question which insurance to use, on the one in use or the first that may be. */
export function chooseInsurance(sale: SaleView): InputState {
  const options = sale.insured?.options ?? []
  const chosen = options.findIndex((option) => option.position === sale.insured?.chosen)
  const firstNormal = options.findIndex((option) => option.normal)
  return { kind: 'choose-insurance', index: Math.max(0, chosen === -1 ? firstNormal : chosen) }
}
