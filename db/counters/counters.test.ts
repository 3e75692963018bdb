import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshTill, openTill, temporaryFolder } from '../testing/till-database.ts'
import { nextMessageSerial, nextSaleNumber } from './counters.ts'

const SECOND = '20260201120000'

describe('message serials', () => {
  it('count from 1 in each second', () => {
    const { db } = freshTill()
    const next = (secondKey: string): unknown => nextMessageSerial(db, secondKey)
    expect(next(SECOND)).toEqual({ secondKey: SECOND, serial: 1 })
    expect(next(SECOND)).toEqual({ secondKey: SECOND, serial: 2 })
    expect(next('20260201120001')).toEqual({ secondKey: '20260201120001', serial: 1 })
  })

  it('go on in the last second used when the clock goes back', () => {
    const { db } = freshTill()
    nextMessageSerial(db, SECOND)
    expect(nextMessageSerial(db, '20250101000000')).toEqual({ secondKey: SECOND, serial: 2 })
  })

  it('go on in the next second when one is used up, over the end of a year too', () => {
    const { db } = freshTill()
    const last = '20261231235959'
    db.transaction(() => {
      for (let serial = 1; serial <= 9_999; serial += 1) {
        expect(nextMessageSerial(db, last).serial).toBe(serial)
      }
    })
    expect(nextMessageSerial(db, last)).toEqual({ secondKey: '20270101000000', serial: 1 })
  })

  it('go on after a restart, and take back what was rolled back', () => {
    const path = join(temporaryFolder(), 'till.db')
    const first = openTill(path)
    nextMessageSerial(first, SECOND)
    expect(() =>
      first.transaction(() => {
        nextMessageSerial(first, SECOND)
        throw new Error('not stored')
      }),
    ).toThrow('not stored')
    first.close()
    expect(nextMessageSerial(openTill(path), SECOND)).toEqual({ secondKey: SECOND, serial: 2 })
  })

  it('never repeat and never go down, whatever the clock does', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 60 })
    const { db } = freshTill()
    fc.assert(
      fc.property(seconds, (clock) => {
        db.write('DELETE FROM counter').run()
        let before = ''
        for (const second of clock) {
          const key = `202602011200${String(second).padStart(2, '0')}`
          const { secondKey, serial } = nextMessageSerial(db, key)
          const msgid = `${secondKey}${String(serial).padStart(4, '0')}`
          expect(msgid > before).toBe(true)
          expect(msgid).toHaveLength(18)
          expect(secondKey >= key).toBe(true)
          before = msgid
        }
      }),
    )
  })

  it('refuse what is not a second', () => {
    const { db } = freshTill()
    expect(() => nextMessageSerial(db, '2026-02-01 12:00:00')).toThrow('yyyyMMddHHmmss')
  })
})

describe('sale numbers', () => {
  it('count from 1 each day and for each till', () => {
    const { db } = freshTill()
    expect(nextSaleNumber(db, '2026-02-01', '01')).toBe('20260201-01-0001')
    expect(nextSaleNumber(db, '20260201', '01')).toBe('20260201-01-0002')
    expect(nextSaleNumber(db, '2026-02-01', '02')).toBe('20260201-02-0001')
    expect(nextSaleNumber(db, '2026-02-02', '01')).toBe('20260202-01-0001')
  })

  it('go on where a day had stopped when the clock goes back', () => {
    const { db } = freshTill()
    nextSaleNumber(db, '2026-02-01', '01')
    nextSaleNumber(db, '2026-02-02', '01')
    expect(nextSaleNumber(db, '2026-02-01', '01')).toBe('20260201-01-0002')
  })

  it('refuse what is not a day', () => {
    const { db } = freshTill()
    expect(() => nextSaleNumber(db, '1.2.2026', '01')).toThrow('yyyyMMdd')
  })
})
