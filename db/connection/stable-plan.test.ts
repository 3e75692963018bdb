import { describe, expect, it } from 'vitest'
import { insertSamples, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill } from '../testing/till-database.ts'
import { withStablePlan } from './stable-plan.ts'

describe('a statement with a stable plan', () => {
  it('is the same but for its placeholders', () => {
    expect(withStablePlan('SELECT 1 WHERE a = ? AND b IN (?, ?) LIMIT ?')).toBe(
      'SELECT 1 WHERE a = +? AND b IN (+?, +?) LIMIT +?',
    )
    const untouched = `SELECT '?', "a?b", 'it''s ?' /* what? */ -- why?\n`
    expect(withStablePlan(untouched)).toBe(untouched)
    expect(withStablePlan(`${untouched}WHERE a = ?`)).toBe(`${untouched}WHERE a = +?`)
  })

  it('stores and compares values as before', () => {
    const { db } = freshTill()
    insertSamples(db)
    const number = db.read<{ number: string }>('SELECT number FROM operator WHERE number = ?')
    expect(number.get('001')).toEqual({ number: '001' })
    expect(number.get(1)).toBeUndefined()
    db.write('UPDATE operator SET number = ? WHERE id = ?').run('0007', 1)
    expect(number.get('0007')).toEqual({ number: '0007' })
    expect(db.read('SELECT id FROM goods WHERE code = ? LIMIT ?').all(SAMPLE.goods.code, 1)).toEqual([
      { id: 1 },
    ])
  })
})
