import { connectionOf, type ReadableDb } from '../connection/database.ts'
import { withStablePlan } from '../connection/stable-plan.ts'

/** How SQLite would run a statement, one step a line, as EXPLAIN QUERY PLAN says it. */
export function explain(db: ReadableDb, sql: string): string[] {
  // the plan does not depend on the values, but each placeholder wants one
  const values = Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => '')
  return connectionOf(db)
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${withStablePlan(sql)}`)
    .all(...values)
    .map((row) => row.detail)
}
