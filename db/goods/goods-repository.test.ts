import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitPrice } from '../../core/money/decimal.ts'
import { isExpired } from '../../core/sale/expiry.ts'
import type { WritableDb } from '../connection/database.ts'
import { goodsRow } from '../testing/sample-goods.ts'
import { insert, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill, NOON, TODAY } from '../testing/till-database.ts'
import {
  findBatch,
  findGoodsByBarcode,
  findGoodsByCode,
  findGoodsById,
  findGoodsByTracePrefix,
  learnPrefix,
  pickBatch,
  prefixesOf,
} from './goods-repository.ts'
import { importGoods, type GoodsImportBatch } from './import-goods.ts'

async function shop(...rows: Parameters<typeof goodsRow>[0][]): Promise<WritableDb> {
  const { db } = freshTill()
  insert(db, 'operator', SAMPLE.operator)
  await importGoods(db, rows.map(goodsRow))
  return db
}

function idOf(db: WritableDb, code: string): number {
  return findGoodsByCode(db, code)?.id ?? -1
}

const batch = (serial: string, expiresOn: string | undefined): GoodsImportBatch => ({
  serial,
  lotNumber: `L${serial}`,
  manufacturedOn: '2020-01-01',
  expiresOn,
})

describe('finding goods', () => {
  it('gives every field as it was imported', async () => {
    const row = goodsRow({
      code: '00042',
      name: '阿莫西林胶囊',
      price: unitPrice(12_345_678),
      packSize: 24,
      splitUnit: '粒',
      splitPrice: unitPrice(514_403),
      nationalCode: 'XJ01CAA040E001010100001',
      prescriptionClass: '1',
      tracePolicy: 'exempt',
      barcodes: ['6901234567892', '0012345678905'],
    })
    const db = await shop(row)
    const { initials: _, barcodes: __, tracePrefixes: ___, batches: ____, ...fields } = row
    const expected = { ...fields, id: 1, barcode: '6901234567892' }
    expect(findGoodsByCode(db, '00042')).toEqual(expected)
    expect(findGoodsById(db, 1)).toEqual(expected)
    expect(findGoodsByBarcode(db, '0012345678905')).toEqual([expected])
    expect(findGoodsByCode(db, '42')).toBeUndefined()
    expect(findGoodsById(db, 2)).toBeUndefined()
    expect(findGoodsByBarcode(db, '6901234567899')).toEqual([])
  })

  it('gives all goods of a shared barcode, the sold ones only while there are any', async () => {
    const barcodes = ['6901234567892']
    const db = await shop(
      { code: 'A', barcodes },
      { code: 'B', barcodes },
      { code: 'C', barcodes, active: false },
    )
    const codes = (): string[] => findGoodsByBarcode(db, '6901234567892').map((goods) => goods.code)
    expect(codes()).toEqual(['A', 'B'])
    db.write('UPDATE goods SET active = 0').run()
    expect(codes()).toEqual(['A', 'B', 'C'])
    expect(findGoodsByBarcode(db, '6901234567892').every((goods) => !goods.active)).toBe(true)
  })
})

describe('trace code prefixes', () => {
  it('learns one once, and never turns it to another good', async () => {
    const db = await shop({ code: 'A' }, { code: 'B' })
    const [a, b] = [idOf(db, 'A'), idOf(db, 'B')]
    const learn = (goodsId: number): boolean =>
      db.transaction(() => learnPrefix(db, { prefix: '0123456', goodsId, operatorId: 1, at: NOON }))
    expect(findGoodsByTracePrefix(db, '0123456')).toBeUndefined()
    expect(learn(a)).toBe(true)
    expect(learn(a)).toBe(true)
    expect(learn(b)).toBe(false)
    expect(findGoodsByTracePrefix(db, '0123456')?.code).toBe('A')
    expect(prefixesOf(db, a)).toEqual(['0123456'])
    expect(prefixesOf(db, b)).toEqual([])
  })
})

describe('picking a batch', () => {
  it('takes what expires first, the day of expiry included, undated last, expired never', async () => {
    const db = await shop({
      code: 'A',
      batches: [
        batch('undated', undefined),
        batch('later', '2026-03-01'),
        batch('today', TODAY),
        batch('yesterday', '2026-01-31'),
      ],
    })
    const picked = (day: string): unknown => {
      const found = pickBatch(db, idOf(db, 'A'), day)
      return typeof found === 'object' ? found.serial : found
    }
    expect(picked('2026-01-31')).toBe('yesterday')
    expect(picked(TODAY)).toBe('today')
    expect(picked('2026-02-02')).toBe('later')
    expect(picked('2026-03-02')).toBe('undated')
  })

  it('tells expired from unknown', async () => {
    const db = await shop({ code: 'A', batches: [batch('old', '2026-01-31')] }, { code: 'B' })
    expect(pickBatch(db, idOf(db, 'A'), TODAY)).toBe('expired')
    expect(pickBatch(db, idOf(db, 'B'), TODAY)).toBeUndefined()
  })

  it('gives the batch of a line again, whatever the day', async () => {
    const db = await shop({ code: 'A', batches: [batch('old', '2026-01-31'), batch('undated', undefined)] })
    const ids = db.read<{ id: number }>('SELECT id FROM goods_batch ORDER BY id').all()
    expect(ids.map(({ id }) => findBatch(db, id))).toEqual([
      { id: 1, serial: 'old', lotNumber: 'Lold', manufacturedOn: '2020-01-01', expiresOn: '2026-01-31' },
      { id: 2, serial: 'undated', lotNumber: 'Lundated', manufacturedOn: '2020-01-01', expiresOn: undefined },
    ])
    expect(findBatch(db, 99)).toBeUndefined()
  })

  it('agrees with the one predicate on any shelf and day', async () => {
    const { db } = freshTill()
    await importGoods(db, [goodsRow({ code: 'A' })])
    const goodsId = idOf(db, 'A')
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.array(fc.option(day, { nil: undefined }), { maxLength: 6 }), day, (expiries, today) => {
        db.write('DELETE FROM goods_batch').run()
        for (const [index, expires_on] of expiries.entries()) {
          const row = { ...SAMPLE.goods_batch, id: index + 1, goods_id: goodsId, serial: `B${index}` }
          insert(db, 'goods_batch', { ...row, expires_on: expires_on ?? null })
        }
        const sellable = expiries
          .map((expiresOn, index) => ({ expiresOn, id: index + 1 }))
          .filter((one) => !isExpired(one.expiresOn, today))
          .sort((a, b) => (a.expiresOn ?? '9').localeCompare(b.expiresOn ?? '9') || a.id - b.id)
        const picked = pickBatch(db, goodsId, today)
        if (expiries.length === 0) expect(picked).toBeUndefined()
        else if (sellable.length === 0) expect(picked).toBe('expired')
        else expect(picked).toMatchObject({ id: sellable[0]?.id })
      }),
      { numRuns: 300 },
    )
  })
})
