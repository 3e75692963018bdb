import { SEED_GOODS } from '../../sandbox/seed/goods.ts'
import { SEED_PEOPLE } from '../../sandbox/seed/people.ts'
import type { Random } from '../random.ts'

/** What customers buy and who they are. */
export type Shelf = {
  /** A trace code that nobody has scanned in this schedule. */
  readonly newBox: () => string
  /** A code that was scanned before, or a new one when there is none. */
  readonly oldBox: () => string
  /** The barcode of a good without trace codes. */
  readonly barcode: () => string
  /** An insurance code. */
  readonly person: () => string
  /** The insurance code of somebody else: asked again and again, of everybody in turn. */
  readonly personAfter: (code: string) => string
}

const PREFIXES = SEED_GOODS.flatMap((good) =>
  good.tracePolicy === 'required' && good.nationalCode !== undefined ? good.tracePrefixes.slice(0, 1) : [],
)
const BARCODES = SEED_GOODS.flatMap((good) =>
  good.tracePolicy === 'exempt' ? good.barcodes.slice(0, 1) : [],
)
/** People whose insurance is in normal state in one place. */
const CODES = SEED_PEOPLE.flatMap((person) =>
  person.ecToken !== null && person.insurances.length === 1 && person.insurances[0]?.status === '1'
    ? [person.ecToken]
    : [],
)
const TRACE_DIGITS = 20

/** Fills a shelf for one schedule. */
export function createShelf(random: Random): Shelf {
  const scanned: string[] = []
  const newBox = (): string => {
    const prefix = random.pick(PREFIXES)
    const serial = String(scanned.length + 1).padStart(TRACE_DIGITS - prefix.length, '0')
    const code = prefix + serial
    scanned.push(code)
    return code
  }
  return {
    newBox,
    oldBox: () => (scanned.length === 0 ? newBox() : random.pick(scanned)),
    barcode: () => random.pick(BARCODES),
    person: () => random.pick(CODES),
    personAfter: (code) => CODES[(CODES.indexOf(code) + 1) % CODES.length] ?? random.pick(CODES),
  }
}
