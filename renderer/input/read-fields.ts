import { readQuantity, readUnitPrice, readYuan } from '../../engine/contract/messages/amounts.ts'
import type { MethodInput } from '../../engine/contract/contract.ts'
import type { RefusalView } from '../../engine/contract/common.ts'
import type { Command } from './command.ts'
import type { StateOf } from './input-state.ts'

const ONE_UNIT = 10_000

/** `3*板蓝根` → three of what `板蓝根` finds; without a count, one. */
export function readSearch(text: string): { readonly quantity: number; readonly query: string } {
  const match = /^\s*(\d{1,4}(?:\.\d{1,4})?)\s*[*xX×]\s*(.*)$/.exec(text)
  const quantity = match?.[1] === undefined ? undefined : readQuantity(match[1])
  if (quantity === undefined || !quantity.ok || quantity.value === 0) {
    return { quantity: ONE_UNIT, query: text.trim() }
  }
  return { quantity: quantity.value, query: (match?.[2] ?? '').trim() }
}

const say = ({ code, params }: RefusalView): Command => ({ do: 'say', refusal: { code, params } })

export function quantityCommand(state: StateOf<'quantity'>): Command {
  const read = readQuantity(state.text)
  if (!read.ok) return say(read.refusal)
  return { do: 'set-quantity', lineId: state.lineId, quantity: read.value, split: state.split }
}

/** What a field says in fen: nothing for an empty one, or why it cannot be read. */
export function readAmount(
  text: string,
): { readonly fen: number | null } | { readonly problem: RefusalView } {
  if (text.trim() === '') return { fen: null }
  const read = readYuan(text)
  if (!read.ok) return { problem: read.refusal }
  if (read.value < 0) return { problem: { code: 'AMOUNT_NEGATIVE', params: { amountFen: read.value } } }
  return { fen: read.value }
}

export function discountCommand(state: StateOf<'discount'>): Command {
  const read = readAmount(state.text)
  if ('problem' in read) return say(read.problem)
  if (read.fen === null) return say({ code: 'AMOUNT_UNREADABLE', params: { text: state.text } })
  return { do: 'set-discount', lineId: state.wholeSale ? null : state.lineId, discount: read.fen }
}

export function priceCommand(state: StateOf<'price'>): Command {
  const read = readUnitPrice(state.text)
  if (!read.ok) return say(read.refusal)
  return { do: 'set-price', lineId: state.lineId, unitPrice: read.value }
}

/** An empty field means: exactly what is owed. */
export function cashCommand(text: string): Command {
  const read = readAmount(text)
  return 'problem' in read ? say(read.problem) : { do: 'pay-cash', received: read.fen }
}

/** What a card took at the POS terminal; undefined while the slip's number is not typed. */
export function cardCommand(state: StateOf<'card'>): Command | undefined {
  const reference = state.reference.trim()
  if (reference === '') return undefined
  const read = readAmount(state.amount)
  if ('problem' in read) return say(read.problem)
  return { do: 'take-card', card: { kind: state.card, amount: read.fen, reference } }
}

/** The payment by a code that was scanned while its amount stood in the field. */
export function payCodeCommand(state: StateOf<'pay-code'>, code: string): Command {
  const read = readAmount(state.text)
  return 'problem' in read ? say(read.problem) : { do: 'pay-by-code', code, amount: read.fen }
}

/** The identification that a filled form asks for; undefined while its number is empty. */
export function identifyCommand(
  state: StateOf<'identify'> | StateOf<'return-identify'>,
): Extract<Command, { do: 'identify' }> | undefined {
  const { credential: type, form } = state
  const number = form.number.trim()
  if (number === '') return undefined
  const personName = form.personName.trim()
  const cardSerial = form.cardSerial.trim()
  const credential: MethodInput<'insurance.identify'> = {
    type,
    number,
    ...(type === '03' && cardSerial !== '' && { cardSerial }),
    ...(type === '02' && form.documentKind !== '' && { documentKind: form.documentKind }),
    ...(type === '02' && personName !== '' && { personName }),
  }
  return { do: 'identify', credential }
}
