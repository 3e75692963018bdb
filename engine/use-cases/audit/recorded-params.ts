import type { JsonObject, JsonValue } from '../../../core/text/canonical-json.ts'

/**
 * Parameters that the audit keeps, under whichever method. Everything else is left out: credentials, passwords, names,
 * document numbers, codes of insurance, free text, and whatever a later method adds without being listed here.
 */
const KEPT: ReadonlySet<string> = new Set([
  'saleId',
  'lineId',
  'settlementId',
  'returnId',
  'refundId',
  'tenderId',
  'caseId',
  'goodsId',
  'quantity',
  'split',
  'discount',
  'unitPrice',
  'received',
  'amount',
  'openingFloat',
  'position',
  'used',
  'kind',
  'channel',
  'repeatConfirmed',
  'lines',
  'from',
  'to',
  'msgid',
])

/** Parameters that name the record that a call is about, the first that is there. */
const SUBJECTS = ['saleId', 'settlementId', 'returnId', 'caseId', 'tenderId', 'refundId', 'lineId'] as const

const TEXT_MAXIMUM = 64
const LIST_MAXIMUM = 200

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function reduced(value: unknown): JsonValue | undefined {
  if (typeof value === 'string') return value.length <= TEXT_MAXIMUM ? value : undefined
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  if (typeof value === 'boolean' || value === null) return value
  if (Array.isArray(value)) {
    return value
      .slice(0, LIST_MAXIMUM)
      .map(reduced)
      .filter((item) => item !== undefined)
  }
  return isRecord(value) ? recordedParams(value) : undefined
}

/** What the audit keeps of a call's parameters. */
export function recordedParams(params: unknown): JsonObject {
  if (!isRecord(params)) return {}
  const kept: Record<string, JsonValue> = {}
  for (const [name, value] of Object.entries(params)) {
    const text = KEPT.has(name) ? reduced(value) : undefined
    if (text !== undefined) kept[name] = text
  }
  return kept
}

/** The id of the record that a call names, or null. */
export function subjectOf(params: JsonObject): string | null {
  for (const name of SUBJECTS) {
    const value = params[name]
    if (typeof value === 'string') return value
  }
  return null
}
