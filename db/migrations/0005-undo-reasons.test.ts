import { expect, it } from 'vitest'
import { insertSamples } from '../testing/sample-rows.ts'
import { freshTill } from '../testing/till-database.ts'

it('migration 5 keeps payments without a reason, and takes none that says nothing', () => {
  const { db } = freshTill()
  insertSamples(db)
  expect(db.read('SELECT undo_reason FROM tender').all()).toEqual([{ undo_reason: null }])
  const set = db.write('UPDATE tender SET undo_reason = ?')
  for (const text of ['', 'x'.repeat(201)]) expect(() => set.run(text)).toThrow('CHECK')
  set.run('收错了金额')
})
