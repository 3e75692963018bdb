import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unitPrice } from '../../core/money/decimal.ts'
import { catalogue, goodsRow } from '../testing/sample-goods.ts'
import { insert, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill, NOON, openTill, temporaryFolder, TODAY } from '../testing/till-database.ts'
import {
  findGoodsByBarcode,
  findGoodsByCode,
  findGoodsByTracePrefix,
  learnPrefix,
} from './goods-repository.ts'
import { importGoods, type GoodsImportProgress } from './import-goods.ts'
import { importMarkOf, setImportMark } from './import-mark.ts'
import { searchGoods } from './search-goods.ts'

describe('importing goods', () => {
  it('adds what is new and changes what is known, by the code', async () => {
    const { db } = freshTill()
    const first = await importGoods(db, [
      goodsRow({ code: 'A', name: '甲药', barcodes: ['111', '222'], tracePrefixes: ['8000001'] }),
      goodsRow({ code: 'B', name: '乙药' }),
    ])
    expect(first).toEqual({ added: 2, updated: 0, prefixConflicts: [] })
    const before = findGoodsByCode(db, 'A')
    const second = await importGoods(db, [
      goodsRow({
        code: 'A',
        name: '丙药',
        price: unitPrice(1),
        barcodes: ['333', '222'],
        tracePrefixes: ['8000002'],
      }),
      goodsRow({ code: 'C' }),
    ])
    expect(second).toEqual({ added: 1, updated: 1, prefixConflicts: [] })
    expect(findGoodsByCode(db, 'A')).toMatchObject({ id: before?.id, name: '丙药', price: 1, barcode: '333' })
    expect(findGoodsByBarcode(db, '111')).toEqual([])
    expect(findGoodsByBarcode(db, '222')).toHaveLength(1)
    expect(findGoodsByTracePrefix(db, '8000001')).toBeUndefined()
    expect(findGoodsByTracePrefix(db, '8000002')?.code).toBe('A')
    const found = (text: string): string[] =>
      searchGoods(db, text, { limit: 9, today: TODAY }).map((hit) => hit.goods.code)
    expect(found('jy')).toEqual([])
    expect(found('by')).toEqual(['A'])
    expect(findGoodsByCode(db, 'B')?.name).toBe('乙药')
  })

  it('corrects batches and never takes one away that a line may point to', async () => {
    const { db } = freshTill()
    const batches = (expiresOn: string, ...serials: string[]): ReturnType<typeof goodsRow> =>
      goodsRow({
        code: 'A',
        batches: serials.map((serial) => ({
          serial,
          lotNumber: 'L',
          manufacturedOn: '2025-01-01',
          expiresOn,
        })),
      })
    await importGoods(db, [batches('2026-01-01', 'B1', 'B2')])
    await importGoods(db, [batches('2027-01-01', 'B2', 'B3')])
    expect(db.read('SELECT id, serial, expires_on FROM goods_batch ORDER BY id').all()).toEqual([
      { id: 1, serial: 'B1', expires_on: '2026-01-01' },
      { id: 2, serial: 'B2', expires_on: '2027-01-01' },
      { id: 3, serial: 'B3', expires_on: '2027-01-01' },
    ])
  })

  it('keeps prefixes that cashiers taught, unless the file gives them to another good', async () => {
    const { db } = freshTill()
    insert(db, 'operator', SAMPLE.operator)
    await importGoods(db, [goodsRow({ code: 'A' }), goodsRow({ code: 'B' })])
    for (const prefix of ['8000001', '8000002']) {
      db.transaction(() => learnPrefix(db, { prefix, goodsId: 1, operatorId: 1, at: NOON }))
    }
    await importGoods(db, [goodsRow({ code: 'B', tracePrefixes: ['8000002'] }), goodsRow({ code: 'A' })])
    expect(findGoodsByTracePrefix(db, '8000001')?.code).toBe('A')
    expect(findGoodsByTracePrefix(db, '8000002')?.code).toBe('B')
  })

  it('names the row that claims a prefix of an earlier row', async () => {
    const { db } = freshTill()
    const report = await importGoods(db, [
      goodsRow({ code: 'A', tracePrefixes: ['8000001'] }),
      goodsRow({ code: 'B', tracePrefixes: ['8000001', '8000002'] }),
    ])
    expect(report.prefixConflicts).toEqual([{ prefix: '8000001', code: 'B' }])
    expect(findGoodsByTracePrefix(db, '8000001')?.code).toBe('A')
    expect(findGoodsByTracePrefix(db, '8000002')?.code).toBe('B')
  })

  it("puts the shop's own initials first and keeps the made ones", async () => {
    const { db } = freshTill()
    await importGoods(db, [goodsRow({ code: 'A', name: '参苓白术散', initials: 'SL-1' })])
    expect(db.read('SELECT initials FROM goods').all()).toEqual([{ initials: 'sl1' }])
    expect(
      db.read("SELECT count(*) AS n FROM goods_initials WHERE initials IN ('sl1', 'slbzs', 'clbzs')").all(),
    ).toEqual([{ n: 3 }])
  })

  it('is all or nothing', async () => {
    const { db } = freshTill()
    const rows = [goodsRow({ code: 'A' }), goodsRow({ code: 'B', packSize: 0 })]
    await expect(importGoods(db, rows)).rejects.toThrow('CHECK constraint failed')
    expect(db.read('SELECT count(*) AS n FROM goods').all()).toEqual([{ n: 0 }])
  })

  it('says how far it is with 10 000 goods, and lets the event loop run', async () => {
    const { db } = freshTill()
    const progress: GoodsImportProgress[] = []
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 1)
    const report = await importGoods(db, catalogue(10_000), (now) => progress.push(now))
    clearInterval(ticking)
    expect(report.added).toBe(10_000)
    expect(turns).toBeGreaterThan(10)
    expect(progress.at(-1)).toEqual({ phase: 'storing', done: 10_000, of: 10_000 })
    expect(progress.filter((one) => one.phase === 'spelling')).toHaveLength(20)
    const again = await importGoods(db, catalogue(10_000))
    expect(again).toEqual({ added: 0, updated: 10_000, prefixConflicts: [] })
  })

  it('marks what was imported from where', () => {
    const db = openTill(join(temporaryFolder(), 'till.db'))
    expect(importMarkOf(db, 'goods.json')).toBeUndefined()
    setImportMark(db, 'goods.json', { contentHash: 'a', importedAt: NOON })
    setImportMark(db, 'goods.json', { contentHash: 'b', importedAt: NOON + 1 })
    expect(importMarkOf(db, 'goods.json')).toEqual({ contentHash: 'b', importedAt: NOON + 1 })
  })
})
