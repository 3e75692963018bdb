import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** What was imported last from a source, so that an unchanged file is not read in again. */
export type ImportMark = { readonly contentHash: string; readonly importedAt: number }

/** The mark of a source (a file's name, for instance), if anything was imported from it. */
export function importMarkOf(db: ReadableDb, source: string): ImportMark | undefined {
  const row = db
    .read<{ content_hash: string; imported_at: number }>(
      'SELECT content_hash, imported_at FROM import_mark WHERE source = ?',
    )
    .get(source)
  return row === undefined ? undefined : { contentHash: row.content_hash, importedAt: row.imported_at }
}

/** Keeps what was imported; in the same transaction as the last write of the import, or after it. */
export function setImportMark(db: WritableDb, source: string, mark: ImportMark): void {
  db.write(
    `INSERT INTO import_mark (source, content_hash, imported_at) VALUES (?, ?, ?)
     ON CONFLICT (source) DO UPDATE SET content_hash = excluded.content_hash, imported_at = excluded.imported_at`,
  ).run(source, mark.contentHash, mark.importedAt)
}
