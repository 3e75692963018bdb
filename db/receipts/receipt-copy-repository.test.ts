import { describe, expect, it } from 'vitest'
import { insert, insertSamples, SAMPLE } from '../testing/sample-rows.ts'
import { freshTill, NOON } from '../testing/till-database.ts'
import { receiptCopies, recordReceiptCopy } from './receipt-copy-repository.ts'

const copied: typeof recordReceiptCopy = (db, made) => db.transaction(() => recordReceiptCopy(db, made))

describe('copies of a receipt', () => {
  it('are numbered from one for each sale', () => {
    const { db } = freshTill()
    insertSamples(db)
    insert(db, 'sale', { ...SAMPLE.sale, id: 'sale-2', number: '2', till: '02' })
    expect(receiptCopies(db, 'sale-2')).toEqual([])
    expect(copied(db, { saleId: 'sale-2', operatorId: 1, at: NOON })).toBe(1)
    expect(copied(db, { saleId: 'sale-2', operatorId: 1, at: NOON + 5 })).toBe(2)
    expect(copied(db, { saleId: 'sale-1', operatorId: 1, at: NOON })).toBe(2)
    expect(receiptCopies(db, 'sale-2')).toEqual([
      { copy: 1, madeAt: NOON, operatorId: 1 },
      { copy: 2, madeAt: NOON + 5, operatorId: 1 },
    ])
  })

  it('are not made of a sale that does not exist', () => {
    const { db } = freshTill()
    insertSamples(db)
    expect(() => copied(db, { saleId: 'nowhere', operatorId: 1, at: NOON })).toThrow('FOREIGN KEY')
  })
})
