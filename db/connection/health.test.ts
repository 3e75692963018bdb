import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { expect, it } from 'vitest'
import { freshTill, openTill } from '../testing/till-database.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import { databaseFacts, isWhole } from './health.ts'

const PAGE = 4_096

it('tells what the file is', () => {
  const { db } = freshTill()
  const facts = databaseFacts(db)
  expect(facts.schema).toBe(MIGRATIONS.length)
  expect(facts.bytes).toBeGreaterThan(4_096)
  expect(facts.sqlite).toMatch(/^3\.\d+/)
})

it('finds a whole file whole, and one with a damaged page damaged', async () => {
  const { db, path } = freshTill()
  db.transaction(() => {
    const add = db.write("INSERT INTO region_code (type, value, label, loaded_at) VALUES ('x', ?, ?, 1)")
    for (let row = 0; row < 5_000; row += 1) add.run(`value-${row}`, `label-${row}`)
  })
  expect(await isWhole(db)).toBe(true)
  db.close()
  const page = Math.floor(readFileSync(path).indexOf('label-3000') / PAGE) * PAGE
  const file = openSync(path, 'r+')
  // the head of a page in the middle of a table: opening looks at none of those
  writeSync(file, Buffer.alloc(8, 0x5a), 0, 8, page)
  closeSync(file)
  expect(await isWhole(openTill(path))).toBe(false)
})
