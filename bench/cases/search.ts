import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openDatabase } from '../../db/connection/open-database.ts'
import { searchGoods } from '../../db/goods/search-goods.ts'
import { fillCatalogue } from '../../db/testing/sample-goods.ts'
import { figureAtP99, type Figure } from '../measure/figure.ts'
import { timed } from '../measure/samples.ts'

const GOODS = 250_000
const ROUNDS = 40
const TODAY = '2026-02-01'
/** What a cashier may type: a part of a name, initials, codes, what nobody has. */
const TEXTS = [
  ...['片', '阿莫', '不存在的药', '胶囊(3mg'],
  ...['a', 'amxl', 'zzzz', 'ffds'],
  ...['G0123', 'XA', '690', '6900123456001', '1'],
]

/** A search from the first key on among 250,000 goods, against one bare scan of all their names. */
export function benchSearch(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'till-bench-'))
  const path = join(folder, 'till.db')
  const db = openDatabase({ path, now: () => 0 })
  if (!db.ok) throw new Error(db.refusal.code)
  fillCatalogue(db.value, GOODS)
  const bare = new Sqlite(path, { readonly: true })
  const scan = bare.prepare<[string], { n: number }>(
    'SELECT count(*) AS n FROM goods NOT INDEXED WHERE name LIKE ?',
  )
  const measured: number[] = []
  const yardstick: number[] = []
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const text of TEXTS) {
        measured.push(timed(() => void searchGoods(db.value, text, { limit: 12, today: TODAY })))
        yardstick.push(timed(() => void scan.get(`%${text}%`)))
      }
    }
  } finally {
    bare.close()
    db.value.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return Promise.resolve([
    figureAtP99(
      {
        id: 'search',
        what: `a search among ${GOODS} goods`,
        yardstick: 'one bare scan of all names (LIKE %text%)',
        limit: 2,
      },
      measured,
      yardstick,
    ),
  ])
}
