import type { ReturnableSale } from '../../engine/contract/returns.ts'
import type { ReturnLines } from './command.ts'

type Line = ReturnableSale['lines'][number]

/** What comes back of one line: how much, and which boxes by their codes. */
export type Pick = { readonly quantity: number; readonly codes: readonly string[] }
/** By line id. */
export type Picks = Readonly<Record<string, Pick>>

export const NO_PICK: Pick = { quantity: 0, codes: [] }
const ONE_UNIT = 10_000

export const pickOf = (picks: Picks, lineId: string): Pick => picks[lineId] ?? NO_PICK

/** True when each box that comes back is named by its own code. */
export const byBoxes = (line: Line): boolean => line.codesNeeded === 'each-box'

function withPick(picks: Picks, line: Line, pick: Pick): Picks {
  return { ...picks, [line.lineId]: pick }
}

/** So much of a line that is not returned by boxes; never more than may come back. */
export function pickQuantity(picks: Picks, line: Line, quantity: number): Picks {
  const taken = Math.min(Math.max(0, quantity), line.returnable)
  const isAll = taken === line.returnable && taken > 0
  const codes = line.codesNeeded === 'with-the-last' && isAll ? line.traceCodes : []
  return withPick(picks, line, { quantity: taken, codes })
}

/** One unit more or less of a line without codes. */
export function stepQuantity(picks: Picks, line: Line, by: 1 | -1): Picks {
  return pickQuantity(picks, line, pickOf(picks, line.lineId).quantity + by * ONE_UNIT)
}

function withCodes(picks: Picks, line: Line, codes: readonly string[]): Picks {
  return withPick(picks, line, { quantity: codes.length * ONE_UNIT, codes })
}

/** Takes a box in, or out again. */
export function toggleCode(picks: Picks, line: Line, code: string): Picks {
  const { codes } = pickOf(picks, line.lineId)
  return withCodes(picks, line, codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code])
}

/** Everything that may still come back. */
export function pickAll(sale: ReturnableSale): Picks {
  return sale.lines.reduce<Picks>(
    (picks, line) =>
      byBoxes(line) ? withCodes(picks, line, line.traceCodes) : pickQuantity(picks, line, line.returnable),
    {},
  )
}

/** Codes shorter than this are looked for as they are only: a short one may stand in any longer scan by chance. */
const LEAST_INNER_LENGTH = 12

/** A GS1 mark carries more than the code that was sold. */
const tells = (text: string, code: string): boolean =>
  text === code || (code.length >= LEAST_INNER_LENGTH && text.includes(code))

/** What a scanned box is to the sale. */
export type ScannedBox =
  | { readonly kind: 'picked'; readonly picks: Picks; readonly index: number }
  | { readonly kind: 'already' }
  | { readonly kind: 'other' }

/** Picks the box whose code was scanned. Scanning it again leaves it picked: a double scan must not take it out. */
export function pickScanned(sale: ReturnableSale, picks: Picks, text: string): ScannedBox {
  const scanned = text.trim()
  const index = sale.lines.findIndex((line) => line.traceCodes.some((code) => tells(scanned, code)))
  const line = sale.lines[index]
  const code = line?.traceCodes.find((one) => tells(scanned, one))
  if (line === undefined || code === undefined) return { kind: 'other' }
  if (!byBoxes(line)) return { kind: 'picked', picks: pickQuantity(picks, line, line.returnable), index }
  if (pickOf(picks, line.lineId).codes.includes(code)) return { kind: 'already' }
  return { kind: 'picked', picks: toggleCode(picks, line, code), index }
}

/** True when nothing was picked. */
export function isEmpty(picks: Picks): boolean {
  return Object.values(picks).every((pick) => pick.quantity === 0)
}

/** True when all that is still out comes back. */
export function isWhole(sale: ReturnableSale, picks: Picks): boolean {
  return sale.lines.every((line) => pickOf(picks, line.lineId).quantity === line.returnable)
}

/** True when an insured part of the sale stays with the customer while another comes back: cancel, then settle the rest. */
export function needsResettling(sale: ReturnableSale, picks: Picks): boolean {
  const insured = sale.lines.filter((line) => line.insured)
  const returns = insured.some((line) => pickOf(picks, line.lineId).quantity > 0)
  return sale.insured && returns && !isWhole(sale, picks)
}

/** What is asked of the engine. */
export function returnLines(picks: Picks): ReturnLines {
  return Object.entries(picks)
    .filter(([, pick]) => pick.quantity > 0)
    .map(([lineId, { quantity, codes }]) => ({ lineId, quantity, traceCodes: [...codes] }))
}
