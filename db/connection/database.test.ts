import { describe, expect, it } from 'vitest'
import { ok, refuse } from '../../core/result.ts'
import { insert, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill, openTill, temporaryFolder } from '../testing/till-database.ts'
import type { WritableDb } from './database.ts'

const COUNT = 'SELECT count(*) AS n FROM operator'

function operators(db: WritableDb): number {
  return db.read<{ n: number }>(COUNT).get()?.n ?? -1
}

describe('a database handle', () => {
  it('prepares a statement once', () => {
    const { db } = freshTill()
    expect(db.read(COUNT)).toBe(db.read(COUNT))
    const write = 'DELETE FROM counter WHERE name = ?'
    expect(db.write(write)).toBe(db.write(write))
  })

  it('reads only with read and writes only with write', () => {
    const { db } = freshTill()
    const returning = "INSERT INTO counter (name, value) VALUES ('a', 1) RETURNING value"
    expect(() => db.read(returning)).toThrow('not a reading statement')
    expect(() => db.read('DELETE FROM counter')).toThrow('not a reading statement')
    expect(() => db.write(COUNT)).toThrow('not a plain writing statement')
    expect(() => db.write(returning)).toThrow('not a plain writing statement')
    expect(() => db.writeReturning(COUNT)).toThrow('not a write with RETURNING')
    expect(db.writeReturning<{ value: number }>(returning).all()).toEqual([{ value: 1 }])
  })

  it('refuses a second statement in one text', () => {
    const { db } = freshTill()
    expect(() => db.read('SELECT 1; DELETE FROM counter')).toThrow()
  })

  it('commits a transaction and gives its value', () => {
    const { db } = freshTill()
    const id = db.transaction(() => insert(db, 'operator', SAMPLE.operator))
    expect(id).toBe(1)
    expect(operators(db)).toBe(1)
    expect(db.inTransaction()).toBe(false)
  })

  it('rolls back what threw, and can go on', () => {
    const { db } = freshTill()
    expect(() =>
      db.transaction(() => {
        insert(db, 'operator', SAMPLE.operator)
        throw new Error('power')
      }),
    ).toThrow('power')
    expect(operators(db)).toBe(0)
    expect(db.inTransaction()).toBe(false)
    db.transaction(() => insert(db, 'operator', SAMPLE.operator))
    expect(operators(db)).toBe(1)
  })

  it('refuses a transaction inside a transaction, and keeps nothing of the outer one', () => {
    const { db } = freshTill()
    expect(() =>
      db.transaction(() => {
        insert(db, 'operator', SAMPLE.operator)
        db.transaction(() => 1)
      }),
    ).toThrow('a transaction inside a transaction')
    expect(operators(db)).toBe(0)
  })

  it('refuses asynchronous work, and keeps nothing of it', () => {
    const { db } = freshTill()
    const work = (): Promise<void> => {
      insert(db, 'operator', SAMPLE.operator)
      return Promise.resolve()
    }
    // @ts-expect-error the type forbids it as well
    expect(() => db.transaction(work)).toThrow('may not be asynchronous')
    expect(operators(db)).toBe(0)
  })

  it('keeps an attempt that succeeded and nothing of one that was refused', () => {
    const { db } = freshTill()
    const refused = db.attempt(() => {
      insert(db, 'operator', SAMPLE.operator)
      return refuse('SALE_LOCKED')
    })
    expect(refused).toEqual(refuse('SALE_LOCKED'))
    expect(operators(db)).toBe(0)
    expect(db.attempt(() => ok(insert(db, 'operator', SAMPLE.operator)))).toEqual(ok(1))
    expect(operators(db)).toBe(1)
  })

  it('refuses a fraction in an amount, an unknown column type and an absent value', () => {
    const { db } = freshTill()
    insert(db, 'operator', SAMPLE.operator)
    expect(() => insert(db, 'shift', { ...SAMPLE.shift, opening_float_fen: 12.5 })).toThrow(
      'cannot store REAL value',
    )
    expect(() => insert(db, 'shift', { ...SAMPLE.shift, opened_at: '昨天' })).toThrow(
      'cannot store TEXT value',
    )
    expect(() => insert(db, 'shift', { ...SAMPLE.shift, till: null })).toThrow('NOT NULL constraint failed')
  })

  it('keeps leading zeros and every digit of long codes', () => {
    const { db } = freshTill()
    insert(db, 'operator', { ...SAMPLE.operator, number: '000123456789012345678'.slice(0, 20) })
    expect(db.read<{ number: string }>('SELECT number FROM operator').get()?.number).toBe(
      '00012345678901234567',
    )
  })

  it('tells slow statements by their text and never by their values', () => {
    const heard: { sql: string; elapsedMs: number }[] = []
    const db = openTill(`${temporaryFolder()}/till.db`, {
      slow: { limitMs: -1, report: (slow) => heard.push(slow) },
    })
    db.read('SELECT name FROM operator WHERE number = ?').get('秘密')
    expect(heard.map((slow) => slow.sql)).toEqual(['SELECT name FROM operator WHERE number = ?'])
    expect(heard[0]?.elapsedMs).toBeGreaterThanOrEqual(0)
  })
})
