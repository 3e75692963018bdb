import { readFileSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/**
 * Changes a closed database behind the program's back: no trigger, no foreign key and no CHECK keeps anything from it.
 * The triggers are there again afterwards.
 */
export function spoil(path: string, sql: string): void {
  const db = new Sqlite(path)
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  db.pragma('legacy_alter_table = ON')
  const triggers = db
    .prepare<unknown[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`,
    )
    .all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec(sql)
  for (const trigger of triggers) db.exec(trigger.sql)
  db.close()
}

/** Turns a byte over in the first entry of an index of a closed database. */
export function damageIndex(path: string, name: string): void {
  const db = new Sqlite(path)
  const root = db
    .prepare<unknown[], { rootpage: number }>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .get(name)?.rootpage
  const pageSize = Number(db.pragma('page_size', { simple: true }))
  db.close()
  const bytes = readFileSync(path)
  // entries are stored from the end of the page backwards
  const place = (root ?? 1) * pageSize - 5
  bytes[place] = (bytes[place] ?? 0) ^ 0xff
  writeFileSync(path, bytes)
}
