import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** A code of a region's own table (1901). */
export type RegionCode = { readonly value: string; readonly label: string }

/** Replaces one code table of the region, in the caller's transaction. */
export function storeRegionCodes(
  db: WritableDb,
  type: string,
  codes: readonly RegionCode[],
  at: number,
): void {
  db.write('DELETE FROM region_code WHERE type = ?').run(type)
  const insert = db.write(
    `INSERT INTO region_code (type, value, label, loaded_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (type, value) DO UPDATE SET label = excluded.label`,
  )
  for (const code of codes) insert.run(type, code.value, code.label, at)
}

/** The label of a code in the region's own table, if it was loaded. */
export function regionCodeLabel(db: ReadableDb, type: string, value: string): string | undefined {
  return db
    .read<{ label: string }>('SELECT label FROM region_code WHERE type = ? AND value = ?')
    .get(type, value)?.label
}
