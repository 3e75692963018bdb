import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { ok, type Result } from '../../core/result.ts'
import type { WritableDb } from '../../db/connection/database.ts'
import { importGoods } from '../../db/goods/import-goods.ts'
import { importMarkOf, setImportMark } from '../../db/goods/import-mark.ts'
import { upsertOperator } from '../../db/operators/operator-repository.ts'
import { readJsonFile, type Config } from './config.ts'
import { checkGoodsRows, checkOperatorRows } from './import-files.ts'

/** Reads a file's JSON unless the same content was imported before; `undefined` then. */
async function changedContent(
  db: WritableDb,
  path: string,
): Promise<Result<{ readonly value: unknown; readonly hash: string } | undefined>> {
  const json = await readJsonFile(path)
  if (!json.ok) return json
  const hash = createHash('sha256').update(JSON.stringify(json.value)).digest('hex')
  return ok(importMarkOf(db, path)?.contentHash === hash ? undefined : { value: json.value, hash })
}

function markImported(db: WritableDb, path: string, contentHash: string, now: () => number): void {
  db.transaction(() => setImportMark(db, path, { contentHash, importedAt: now() }))
}

/** Imports the goods and the operators that the configuration names, when their files changed. */
export async function importShopFiles(
  db: WritableDb,
  config: Config,
  now: () => number,
): Promise<Result<null>> {
  if (config.operatorsFile !== undefined) {
    const changed = await changedContent(db, config.operatorsFile)
    if (!changed.ok) return changed
    if (changed.value !== undefined) {
      const rows = checkOperatorRows(changed.value.value, basename(config.operatorsFile))
      if (!rows.ok) return rows
      for (const row of rows.value) await upsertOperator(db, { ...row, active: true })
      markImported(db, config.operatorsFile, changed.value.hash, now)
    }
  }
  if (config.goodsFile !== undefined) {
    const changed = await changedContent(db, config.goodsFile)
    if (!changed.ok) return changed
    if (changed.value !== undefined) {
      const rows = checkGoodsRows(changed.value.value, basename(config.goodsFile))
      if (!rows.ok) return rows
      await importGoods(
        db,
        rows.value.map((row) => ({
          ...row,
          active: true,
          initials: undefined,
          splitPrice: row.splitPrice,
          nationalCode: row.nationalCode,
          batches: row.batches.map((batch) => ({ ...batch, expiresOn: batch.expiresOn })),
        })),
      )
      markImported(db, config.goodsFile, changed.value.hash, now)
    }
  }
  return ok(null)
}
