import type { Facts, InputState } from './input-state.ts'
import { NUMBER_KEYS } from './keys.ts'
import { offer, type Offer } from './offer.ts'
import { restState } from './rest-state.ts'

/** Esc leads back to the sale. */
export const back = (facts: Facts): Offer =>
  offer(facts, 'Escape', 'key.back', { state: restState(facts.sale) })

/** Arrow keys over a list of `length` that stop at its ends. */
export function arrows(
  facts: Facts,
  index: number,
  length: number,
  at: (index: number) => InputState,
): Offer[] {
  return [
    offer(facts, 'ArrowUp', 'key.selectRow', { state: at(index - 1), when: index > 0 }),
    offer(facts, 'ArrowDown', 'key.selectRow', { state: at(index + 1), when: index < length - 1 }),
  ]
}

/** Number keys that mark a row of a list. */
export function numbers(facts: Facts, length: number, at: (index: number) => InputState): Offer[] {
  return NUMBER_KEYS.slice(0, length).map((key, index) =>
    offer(facts, key, 'key.selectRow', { state: at(index) }),
  )
}

/** Arrows and numbers over a list of reasons. */
export function reasonKeys(
  facts: Facts,
  index: number,
  length: number,
  at: (index: number) => InputState,
): Offer[] {
  return [...numbers(facts, length, at), ...arrows(facts, index, length, at)]
}

/** A question whose safe answer is Enter as well as Esc. */
export function keep(
  facts: Facts,
  state: InputState = restState(facts.sale),
  label: 'key.keep' | 'key.notSettle' | 'key.notReverse' | 'key.notOpenDrawer' = 'key.keep',
): Offer[] {
  return [offer(facts, 'Enter', label, { state }), offer(facts, 'Escape', label, { state })]
}
