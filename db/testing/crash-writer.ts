/**
 * Sells as fast as it can until it is killed: each sale, its line, its trace code and its exchange in one transaction
 * (sometimes rolled back, sometimes with a checkpoint in between), and a line on stdout after each commit.
 */
import { writeSync } from 'node:fs'
import { nextMessageSerial } from '../counters/counters.ts'
import { openDatabase } from '../connection/open-database.ts'
import { insert, SAMPLE } from './sample-rows.ts'

const path = process.argv[2] ?? ''
const opened = openDatabase({ path, now: () => Date.now(), lockWaitMs: 5_000 })
if (!opened.ok) throw new Error(opened.refusal.code)
const db = opened.value

const stored = db.read<{ n: number }>('SELECT count(*) AS n FROM sale').get()?.n ?? 0
if (stored === 0) {
  db.transaction(() => {
    for (const table of ['operator', 'shift', 'goods', 'goods_batch'] as const) {
      const { n } = db.read<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get() ?? { n: 0 }
      if (n === 0) insert(db, table, SAMPLE[table])
    }
  })
}

function sell(serial: number): void {
  const { secondKey, serial: message } = nextMessageSerial(db, '20260201120000')
  const id = `s${serial}`
  insert(db, 'sale', { ...SAMPLE.sale, id, number: id, state: 'held' })
  insert(db, 'sale_line', { ...SAMPLE.sale_line, id, sale_id: id })
  insert(db, 'trace_code', { ...SAMPLE.trace_code, id: null, code: id, sale_id: id, line_id: id })
  insert(db, 'exchange', {
    ...SAMPLE.exchange,
    id: null,
    msgid: `${secondKey}${message}`,
    sale_id: id,
    request_text: 'x'.repeat(2_000 + (serial % 7) * 1_500),
  })
}

for (let serial = stored; ; serial += 1) {
  if (serial % 5 === 0) {
    try {
      db.transaction(() => {
        sell(serial)
        throw new RangeError('rolled back on purpose')
      })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  db.transaction(() => {
    sell(serial)
  })
  writeSync(1, `${serial}\n`)
  if (serial % 11 === 0) db.checkpoint()
}
