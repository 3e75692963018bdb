import { firstSellableExpiry } from '../../core/sale/expiry.ts'
import { toHalfWidth } from '../../core/text/half-width.ts'
import type { ReadableDb } from '../connection/database.ts'
import { GOODS_COLUMNS, goodsOf, type GoodsRow, type StoredGoods } from './goods-repository.ts'
import { SPELLINGS_MAXIMUM } from './initials.ts'

/** Where the typed text stands in a name, in UTF-16 units. */
export type NameMatch = { readonly start: number; readonly length: number }

export type GoodsSearchHit = {
  readonly goods: StoredGoods
  /** yyyy-MM-dd: expiry of the batch that would be sold from; `undefined` without a batch or a date. */
  readonly nearestExpiry: string | undefined
  /** `undefined` when another column matched. */
  readonly nameMatch: NameMatch | undefined
}

/** No name is longer; bounds the work on absurd input. */
const TEXT_MAXIMUM = 200
/** Barcodes of one good that a search by the beginning of a barcode reckons with. */
const BARCODES_RECKONED = 8

// A prefix is a range, so that the index serves it whatever the collation: from the text to the text with the highest
// code point appended. Searches by name read the name's index alone and stop at the limit.
const ACTIVE = 'AND g.active = 1'
export const SEARCH_CODE = `SELECT g.id FROM goods g WHERE g.code >= ? AND g.code < ? ${ACTIVE} ORDER BY g.code LIMIT ?`
export const SEARCH_NATIONAL_CODE = `SELECT g.id FROM goods g WHERE g.national_code >= ? AND g.national_code < ? ${ACTIVE}
  ORDER BY g.national_code, g.id LIMIT ?`
export const SEARCH_BARCODE = `SELECT g.id FROM goods_barcode b CROSS JOIN goods g ON g.id = b.goods_id
  WHERE b.barcode >= ? AND b.barcode < ? ${ACTIVE} ORDER BY b.barcode, b.goods_id LIMIT ?`
export const SEARCH_INITIALS = `SELECT g.id FROM goods_initials i CROSS JOIN goods g ON g.id = i.goods_id
  WHERE i.initials >= ? AND i.initials < ? ${ACTIVE} ORDER BY i.initials, i.goods_id LIMIT ?`
export const SEARCH_NAME_START = `SELECT g.id FROM goods g WHERE g.name >= ? AND g.name < ? ${ACTIVE}
  ORDER BY g.name, g.id LIMIT ?`
export const SEARCH_NAME_PART = `SELECT g.id FROM goods g WHERE instr(g.name, ?) > 0 ${ACTIVE} ORDER BY g.name, g.id LIMIT ?`
export const SEARCH_NAME_PART_ANY_CASE = `SELECT g.id FROM goods g WHERE g.name LIKE ? ESCAPE '\\' ${ACTIVE}
  ORDER BY g.name, g.id LIMIT ?`
const HIT = `SELECT ${GOODS_COLUMNS},
  (SELECT expires_on FROM goods_batch WHERE goods_id = g.id AND expires_on >= ? ORDER BY expires_on LIMIT 1) AS nearest_expiry
  FROM goods g WHERE g.id = ?`

const HIGHEST = '\u{10ffff}'

/**
 * Goods that are sold, best first: whole shop code, national code, barcode, name or initials; then names that begin with
 * the text, initials, codes and barcodes that begin with it, and names that hold it. Each group in the order of what
 * matched. Letters match in either case; full-width letters and digits count as half-width.
 * `today` is yyyy-MM-dd. At most `limit` hits; nothing for blank text.
 */
export function searchGoods(
  db: ReadableDb,
  text: string,
  options: { readonly limit: number; readonly today: string },
): GoodsSearchHit[] {
  const wanted = toHalfWidth(text).replaceAll('\0', '').trim().slice(0, TEXT_MAXIMUM)
  if (wanted === '') return []
  const ids = new Set<number>()
  for (const found of searchesFor(db, wanted, options.limit)) {
    for (const id of found()) {
      if (ids.size === options.limit) break
      ids.add(id)
    }
    if (ids.size === options.limit) break
  }
  const bound = firstSellableExpiry(options.today)
  return [...ids].flatMap((id) => {
    const row = db.read<GoodsRow & { nearest_expiry: string | null }>(HIT).get(bound, id)
    if (row === undefined) return []
    const goods = goodsOf(row)
    return [{ goods, nearestExpiry: row.nearest_expiry ?? undefined, nameMatch: matchIn(goods.name, wanted) }]
  })
}

/** The searches that make sense for a text, best first, each run only when those before it left room. */
function searchesFor(db: ReadableDb, text: string, limit: number): (() => Iterable<number>)[] {
  const ids = (sql: string, ...params: (string | number)[]): number[] =>
    db
      .read<{ id: number }>(sql)
      .all(...params)
      .map((row) => row.id)
  const range = (sql: string, from: string, rows: number): number[] => ids(sql, from, from + HIGHEST, rows)
  const exactly = (sql: string, value: string, rows: number): number[] => ids(sql, value, `${value}\0`, rows)
  // instr is the quicker of the two, but minds the case
  const namesHolding = (part: string): number[] =>
    /[a-z]/i.test(part)
      ? ids(SEARCH_NAME_PART_ANY_CASE, `%${part.replace(/[\\%_]/g, '\\$&')}%`, limit)
      : ids(SEARCH_NAME_PART, part, limit)
  const spellings = caseVariants(text)
  const initials = /^[a-z0-9]+$/i.test(text) ? text.toLowerCase() : undefined
  const coded = /^[\x21-\x7e]+$/.test(text)

  const searches: (() => Iterable<number>)[] = []
  if (coded) {
    searches.push(() => spellings.flatMap((code) => exactly(SEARCH_CODE, code, limit)))
    searches.push(() => spellings.flatMap((code) => exactly(SEARCH_NATIONAL_CODE, code, limit)))
    searches.push(() => exactly(SEARCH_BARCODE, text, limit))
  }
  searches.push(() => spellings.flatMap((name) => exactly(SEARCH_NAME_START, name, limit)))
  if (initials !== undefined) searches.push(() => exactly(SEARCH_INITIALS, initials, limit))
  searches.push(() => spellings.flatMap((name) => range(SEARCH_NAME_START, name, limit)))
  if (initials !== undefined) searches.push(() => range(SEARCH_INITIALS, initials, limit * SPELLINGS_MAXIMUM))
  if (coded) {
    searches.push(() => spellings.flatMap((code) => range(SEARCH_CODE, code, limit)))
    searches.push(() => spellings.flatMap((code) => range(SEARCH_NATIONAL_CODE, code, limit)))
    searches.push(() => range(SEARCH_BARCODE, text, limit * BARCODES_RECKONED))
  }
  // the only one that no index can shorten
  searches.push(() => namesHolding(text))
  return searches
}

/** As typed, in capitals, in small letters: codes and names are stored as they came and compared letter by letter. */
function caseVariants(text: string): string[] {
  return [...new Set([text, upper(text), lower(text)])]
}

// ASCII only, as SQLite's LIKE has it
function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

function matchIn(name: string, text: string): NameMatch | undefined {
  const start = lower(name).indexOf(lower(text))
  return start === -1 ? undefined : { start, length: text.length }
}
