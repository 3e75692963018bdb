import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insert, SAMPLE } from '../testing/sample-rows.ts'
import { goodsRow } from '../testing/sample-goods.ts'
import { freshTill, TODAY } from '../testing/till-database.ts'
import type { WritableDb } from '../connection/database.ts'
import { importGoods } from './import-goods.ts'
import { searchGoods } from './search-goods.ts'

async function shop(...rows: Parameters<typeof goodsRow>[0][]): Promise<WritableDb> {
  const { db } = freshTill()
  await importGoods(db, rows.map(goodsRow))
  return db
}

function codes(db: WritableDb, text: string, limit = 12): string[] {
  return searchGoods(db, text, { limit, today: TODAY }).map((hit) => hit.goods.code)
}

describe('searching goods', () => {
  it('finds by part of the name, initials, code, national code and barcode', async () => {
    const db = await shop(
      { code: 'G001', name: '阿莫西林胶囊', nationalCode: 'XJ01CAA040', barcodes: ['6901234567892'] },
      { code: 'G002', name: '参苓白术散' },
    )
    for (const text of [
      '阿莫',
      '西林',
      '胶囊',
      'amx',
      'AMX',
      'G001',
      'g001',
      'XJ01CAA040',
      'xj01',
      '6901234567892',
      '69012',
    ]) {
      expect(codes(db, text), text).toEqual(['G001'])
    }
    for (const text of ['slbzs', 'clbz', '白术']) expect(codes(db, text), text).toEqual(['G002'])
    for (const text of ['', '   ', '阿司匹林', 'zzz', '1']) expect(codes(db, text), text).toEqual([])
    expect(codes(db, 'Ｇ００１　')).toEqual(['G001'])
  })

  it('puts the best first', async () => {
    const db = await shop(
      { code: 'part', name: '小儿维生素C片' },
      { code: 'start', name: '维生素C片剂' },
      { code: 'whole', name: '维生素C片' },
      { code: '维生素C片x', name: '别的' },
    )
    expect(codes(db, '维生素c片')).toEqual(['whole', 'start', 'part'])
    expect(codes(db, 'wsscp')).toEqual(['whole', 'start'])
  })

  it('takes signs of the pattern language as signs', async () => {
    const db = await shop(
      { code: 'A', name: '10%葡萄糖' },
      { code: 'B', name: '10葡萄糖' },
      { code: 'C', name: 'a_b\\c' },
    )
    expect(codes(db, '0%')).toEqual(['A'])
    expect(codes(db, '%')).toEqual(['A'])
    expect(codes(db, '_')).toEqual(['C'])
    expect(codes(db, '\\')).toEqual(['C'])
    expect(codes(db, "'; DROP TABLE goods; --")).toEqual([])
  })

  it('says where the text stands in the name', async () => {
    const db = await shop({ code: 'A', name: '复方维生素C片' })
    const match = (text: string): unknown => searchGoods(db, text, { limit: 1, today: TODAY })[0]?.nameMatch
    expect(match('维生素c')).toEqual({ start: 2, length: 4 })
    expect(match('ffwss')).toBeUndefined()
  })

  it('tells the expiry of the batch that would be sold', async () => {
    const batches = ['2026-01-31', '2026-05-01', '2026-03-01'].map((expiresOn, index) => ({
      serial: `B${index}`,
      lotNumber: 'L',
      manufacturedOn: '2025-01-01',
      expiresOn,
    }))
    const db = await shop({ code: 'A', batches }, { code: 'B' })
    const hits = searchGoods(db, '药品', { limit: 5, today: TODAY })
    expect(hits.map((hit) => hit.nearestExpiry)).toEqual(['2026-03-01', undefined])
  })

  it('leaves out what is not sold any more, and keeps to the limit', async () => {
    const db = await shop(
      ...Array.from({ length: 30 }, (_, index) => ({ code: `G${index}`, active: index % 2 === 0 })),
    )
    expect(codes(db, '药品', 50)).toHaveLength(15)
    expect(codes(db, '药品', 7)).toHaveLength(7)
    expect(codes(db, 'yp', 7)).toHaveLength(7)
  })

  it('agrees with a simple model on any shelf and text', () => {
    const letters = fc.constantFrom('a', 'b', 'A', '1', '药', '片', '%', '_', '维')
    const word = (min: number): fc.Arbitrary<string> =>
      fc.array(letters, { minLength: min, maxLength: 4 }).map((parts) => parts.join(''))
    const shelf = fc.uniqueArray(
      fc.record({
        code: word(1),
        name: word(1),
        national: fc.option(word(1), { nil: null }),
        barcode: word(1),
        initials: fc.uniqueArray(word(1), { maxLength: 3 }),
        active: fc.constantFrom(0, 1, 1),
      }),
      { maxLength: 12, selector: (goods) => goods.code },
    )
    const { db } = freshTill()
    fc.assert(
      fc.property(shelf, word(1), fc.integer({ min: 1, max: 5 }), (goods, text, limit) => {
        db.transaction(() => {
          for (const table of ['goods_initials', 'goods_barcode', 'goods'])
            db.write(`DELETE FROM ${table}`).run()
          for (const [index, one] of goods.entries()) {
            const { code, name, active } = one
            insert(db, 'goods', {
              ...SAMPLE.goods,
              id: index + 1,
              code,
              name,
              active,
              national_code: one.national,
            })
            insert(db, 'goods_barcode', { barcode: one.barcode, goods_id: index + 1 })
            for (const initials of one.initials)
              insert(db, 'goods_initials', { initials, goods_id: index + 1 })
          }
        })
        const lower = text.toLowerCase()
        const spellings = [text, text.toUpperCase(), lower]
        const ascii = /^[!-~]+$/.test(text)
        const latin = /^[a-z0-9]+$/i.test(text)
        const ranks = goods.map((one): number => {
          const whole =
            one.name.length === text.length
              ? spellings.includes(one.name)
              : latin && one.initials.includes(lower)
          if (ascii && (spellings.includes(one.code) || one.barcode === text)) return 0
          if (ascii && one.national !== null && spellings.includes(one.national)) return 0
          if (whole || (latin && one.initials.includes(lower))) return 1
          if (spellings.some((spelling) => one.name.startsWith(spelling))) return 2
          if (latin && one.initials.some((initials) => initials.startsWith(lower))) return 3
          const coded = [one.code, one.national ?? ''].some((value) =>
            spellings.some((s) => value.startsWith(s)),
          )
          if (ascii && (coded || one.barcode.startsWith(text))) return 4
          return one.name.toLowerCase().includes(lower) ? 5 : 6
        })
        const sellable = ranks
          .filter((rank, index) => rank < 6 && goods[index]?.active === 1)
          .sort((a, b) => a - b)
        const found = searchGoods(db, text, { limit, today: TODAY })
        expect(found.map((hit) => ranks[hit.goods.id - 1])).toEqual(sellable.slice(0, limit))
        expect(new Set(found.map((hit) => hit.goods.id)).size).toBe(found.length)
        for (const { goods: one, nameMatch } of found) {
          const at = one.name.toLowerCase().indexOf(lower)
          expect(nameMatch).toEqual(at === -1 ? undefined : { start: at, length: text.length })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('survives any text', async () => {
    const db = await shop({ code: 'A', name: '阿莫西林' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(searchGoods(db, text, { limit: 3, today: TODAY }).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
