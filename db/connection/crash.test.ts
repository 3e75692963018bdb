import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { nextMessageSerial } from '../counters/counters.ts'
import { runScript } from '../testing/process.ts'
import { openTill, temporaryFolder } from '../testing/till-database.ts'
import { connectionOf } from './database.ts'

const WRITER = new URL('../testing/crash-writer.ts', import.meta.url)
const HOLDER = new URL('../testing/hold-database.ts', import.meta.url)
const ROUNDS = 12

describe('a process that is killed (invariant 10)', () => {
  it('loses no committed row, keeps no half of one, and leaves a sound file, again and again', async () => {
    const path = join(temporaryFolder(), 'till.db')
    let acknowledged = -1
    for (let round = 0; round < ROUNDS; round += 1) {
      const writer = runScript(WRITER, path)
      const sales = 1 + Math.floor(Math.random() * 60)
      for (let sale = 0; sale < sales; sale += 1) acknowledged = Number(await writer.nextLine())
      writer.process.kill('SIGKILL')
      // what it still said before it died was committed too
      for (let line = await writer.nextLine(); line !== undefined; line = await writer.nextLine()) {
        acknowledged = Number(line)
      }
      await writer.kill()

      const db = openTill(path, { lockWaitMs: 5_000 })
      const connection = connectionOf(db)
      expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(connection.pragma('foreign_key_check')).toEqual([])
      const count = (table: string): number =>
        db.read<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? -1
      const sold = count('sale')
      // the sale after the last acknowledged one may have been committed before the process could say so
      expect([acknowledged + 1, acknowledged + 2]).toContain(sold)
      expect([count('sale_line'), count('trace_code'), count('exchange')]).toEqual([sold, sold, sold])
      expect(db.read('SELECT max(value) AS serials FROM counter').get()).toEqual({
        serials: (Date.UTC(2026, 1, 1, 12) / 1000) * 10_000 + sold,
      })
      expect(db.transaction(() => nextMessageSerial(db, '20200101000000')).serial).toBe(sold + 1)
      db.write('UPDATE counter SET value = value - 1').run()
      db.close()
    }
    expect(acknowledged).toBeGreaterThan(ROUNDS)
  })

  it('while it makes the database leaves one that opens', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const path = join(temporaryFolder(), 'till.db')
      const maker = runScript(HOLDER, path)
      await Promise.race([maker.nextLine(), delay(60 + Math.random() * 80)])
      maker.process.kill('SIGKILL')
      if (maker.process.exitCode === null && maker.process.signalCode === null)
        await once(maker.process, 'exit')
      const db = openTill(path, { lockWaitMs: 5_000 })
      expect(connectionOf(db).pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.read('SELECT count(*) AS n FROM sale').get()).toEqual({ n: 0 })
      db.close()
    }
  })
})
