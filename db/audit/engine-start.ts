import type { ReadableDb } from '../connection/database.ts'

/** What a start of the engine is recorded under. */
export const ENGINE = 'engine'
export const ENGINE_STARTED = 'engine.started'

/**
 * The newest exchange that the last start of an engine found: all up to it were closed by that start. `undefined` when no
 * start was ever recorded.
 */
export function lastExchangeAtStart(db: ReadableDb): number | undefined {
  const row = db
    .read<{ detail: string }>(
      `SELECT detail FROM audit WHERE name = '${ENGINE_STARTED}' OR detail LIKE '%"${ENGINE_STARTED}"%'
       ORDER BY id DESC LIMIT 1`,
    )
    .get()
  const last: unknown = row === undefined ? undefined : lastExchangeIn(row.detail)
  return typeof last === 'number' ? last : undefined
}

function lastExchangeIn(detail: string): unknown {
  const { changes } = JSON.parse(detail) as {
    changes?: { name: string; detail?: { lastExchange?: unknown } }[]
  }
  return changes?.findLast((change) => change.name === ENGINE_STARTED)?.detail?.lastExchange
}
