import { readQuantity } from '../../engine/contract/messages/amounts.ts'
import type { Command } from './command.ts'
import type { Facts, InputState, ReturnPicking, StateOf } from './input-state.ts'
import { arrows, back, reasonKeys } from './lists.ts'
import { offer, type Offer } from './offer.ts'
import { RETURN_REASONS } from './reasons.ts'
import {
  byBoxes,
  isEmpty,
  pickAll,
  pickQuantity,
  returnLines,
  stepQuantity,
  toggleCode,
} from './return-picks.ts'

type Line = ReturnPicking['sale']['lines'][number]

/** Finding the sale by number or box; before anything was looked for, the unfinished returns stand there. */
export function returnFindOffers(facts: Facts, state: StateOf<'return-find'>): Offer[] {
  const length = state.sales?.length ?? facts.returns.length
  const text = state.text.trim()
  const unfinished = state.sales === undefined ? facts.returns[state.index] : undefined
  const sale = state.sales?.[state.index]
  return [
    text !== ''
      ? offer(facts, 'Enter', 'key.find', { state, command: { do: 'find-return', text } })
      : offer(facts, 'Enter', 'key.choose', {
          state: sale === undefined ? state : pickFrom(sale),
          command: unfinished === undefined ? undefined : { do: 'load-return', returnId: unfinished.id },
          when: sale !== undefined || unfinished !== undefined,
        }),
    ...arrows(facts, state.index, length, (index) => ({ ...state, index })),
    back(facts),
  ]
}

/** A sale of which nothing is picked yet. */
export function pickFrom(sale: ReturnPicking['sale']): ReturnPicking {
  const first = sale.lines.findIndex((line) => line.returnable > 0)
  return { kind: 'return-lines', sale, index: Math.max(0, first), picks: {} }
}

export function returnLinesOffers(facts: Facts, state: ReturnPicking): Offer[] {
  const line = state.sale.lines[state.index]
  return [
    ...(line === undefined ? [] : lineOffers(facts, state, line)),
    offer(facts, 'F8', 'key.returnAll', { state: { ...state, picks: pickAll(state.sale) } }),
    offer(facts, 'F9', 'key.returnGoOn', {
      state: { kind: 'return-reason', picking: state, index: 0 },
      when: !isEmpty(state.picks),
    }),
    ...arrows(facts, state.index, state.sale.lines.length, (index) => ({ ...state, index })),
    offer(facts, 'Escape', 'key.back', {
      state: { kind: 'return-find', text: '', sales: undefined, index: 0 },
    }),
  ]
}

/** Boxes that carry codes come back one by one, by their codes; of anything else so much. */
function lineOffers(facts: Facts, picking: ReturnPicking, line: Line): Offer[] {
  const when = line.returnable > 0
  const { lineId } = line
  if (byBoxes(line)) {
    const state: InputState = { kind: 'return-codes', picking, lineId, index: 0 }
    return [offer(facts, 'Enter', 'key.returnCodes', { state, when })]
  }
  const stepped = (by: 1 | -1): InputState => ({ ...picking, picks: stepQuantity(picking.picks, line, by) })
  return [
    offer(facts, 'ArrowLeft', 'key.less', { state: stepped(-1), when }),
    offer(facts, 'ArrowRight', 'key.more', { state: stepped(1), when }),
    offer(facts, 'F4', 'key.quantity', {
      state: { kind: 'return-quantity', picking, lineId, text: '' },
      when,
    }),
  ]
}

const lineOf = (picking: ReturnPicking, lineId: string): Line | undefined =>
  picking.sale.lines.find((line) => line.lineId === lineId)

export function returnQuantityOffers(facts: Facts, state: StateOf<'return-quantity'>): Offer[] {
  const { picking, lineId, text } = state
  const line = lineOf(picking, lineId)
  const read = readQuantity(text)
  const leave = offer(facts, 'Escape', 'key.back', { state: picking })
  if (!read.ok || line === undefined) {
    const refusal = read.ok ? undefined : { code: read.refusal.code, params: read.refusal.params }
    const command: Command | undefined = refusal === undefined ? undefined : { do: 'say', refusal }
    return [offer(facts, 'Enter', 'key.confirm', { state, command }), leave]
  }
  const tooMany: Command = { do: 'tell', text: 'return.tooMany' }
  const fits = read.value <= line.returnable
  const picks = pickQuantity(picking.picks, line, read.value)
  return [
    fits
      ? offer(facts, 'Enter', 'key.confirm', { state: { ...picking, picks } })
      : offer(facts, 'Enter', 'key.confirm', { state, command: tooMany }),
    leave,
  ]
}

export function returnCodesOffers(facts: Facts, state: StateOf<'return-codes'>): Offer[] {
  const { picking, lineId } = state
  const line = lineOf(picking, lineId)
  const code = line?.traceCodes[state.index]
  const length = line?.traceCodes.length ?? 0
  const toggled =
    line === undefined || code === undefined ? picking.picks : toggleCode(picking.picks, line, code)
  return [
    offer(facts, 'Enter', 'key.toggle', {
      state: { ...state, picking: { ...picking, picks: toggled } },
      when: code !== undefined,
    }),
    ...arrows(facts, state.index, length, (index) => ({ ...state, index })),
    offer(facts, 'F9', 'key.returnDone', { state: picking }),
    offer(facts, 'Escape', 'key.back', { state: picking }),
  ]
}

export function returnReasonOffers(facts: Facts, state: StateOf<'return-reason'>): Offer[] {
  const { picking, index } = state
  const reason = RETURN_REASONS[index]
  return [
    offer(facts, 'F9', 'key.beginReturn', {
      state,
      command:
        reason === undefined
          ? undefined
          : { do: 'begin-return', saleId: picking.sale.saleId, lines: returnLines(picking.picks), reason },
      when: reason !== undefined,
    }),
    ...reasonKeys(facts, index, RETURN_REASONS.length, (to) => ({ ...state, index: to })),
    offer(facts, 'Escape', 'key.back', { state: picking }),
  ]
}
