import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** A bare database with the till's durability: write-ahead log, every commit synced. */
export type BareDatabase = {
  /** One indexed read and one committed insert. */
  readonly readAndInsert: () => void
  /** `count` committed inserts of rows of `bytes` bytes. */
  readonly commits: (count: number, bytes: number) => void
  readonly close: () => void
}

const ROWS = 20_000

/** Makes the yardstick beside what is measured, on the same disk. */
export function openBareDatabase(folder: string): BareDatabase {
  const db = new Sqlite(join(folder, 'yardstick.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE TABLE known (code TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE written (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;`)
  const add = db.prepare('INSERT INTO known (code, name) VALUES (?, ?)')
  db.transaction(() => {
    for (let row = 0; row < ROWS; row += 1) add.run(`69${String(row).padStart(11, '0')}`, `药品 ${row}`)
  })()
  const find = db.prepare<[string], { name: string }>('SELECT name FROM known WHERE code = ?')
  const write = db.prepare('INSERT INTO written (text) VALUES (?)')
  let turn = 0
  return {
    readAndInsert: () => {
      turn += 1
      const code = `69${String((turn * 7_919) % ROWS).padStart(11, '0')}`
      write.run(find.get(code)?.name.padEnd(200) ?? '')
    },
    commits: (count, bytes) => {
      const text = 'x'.repeat(bytes)
      for (let done = 0; done < count; done += 1) write.run(text)
    },
    close: () => db.close(),
  }
}
