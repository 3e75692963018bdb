import { describe, expect, it } from 'vitest'
import { insertSamples } from '../testing/sample-rows.ts'
import { freshTill, NOON } from '../testing/till-database.ts'
import {
  abandonPrinting,
  insertPrintJob,
  movePrintJob,
  nextPrintJob,
  openPrintJobs,
  printJobById,
  printJobsOfSale,
} from './print-job-repository.ts'

function queue() {
  const { db } = freshTill()
  insertSamples(db)
  const add = (id: string, at: number): void =>
    db.transaction(() =>
      insertPrintJob(db, {
        id,
        what: 'reprint',
        saleId: 'sale-1',
        returnId: null,
        copy: 2,
        operatorId: 1,
        at,
      }),
    )
  const move = (
    id: string,
    from: 'waiting' | 'printing',
    to: 'printing' | 'printed' | 'cancelled',
  ): boolean =>
    db.transaction(() =>
      movePrintJob(db, id, { from: [from], to, problem: null, at: NOON + 9, attempt: to === 'printing' }),
    )
  return { db, add, move }
}

describe('the print queue', () => {
  it('prints in the order of asking, and only what waits', () => {
    const { db, add, move } = queue()
    add('job-3', NOON + 2)
    add('job-2', NOON + 1)
    expect(openPrintJobs(db, 9).map((job) => job.id)).toEqual(['job-1', 'job-2', 'job-3'])
    expect(move('job-1', 'waiting', 'printing')).toBe(true)
    expect(move('job-1', 'waiting', 'printing')).toBe(false)
    expect(nextPrintJob(db)?.id).toBe('job-2')
    expect(move('job-1', 'printing', 'printed')).toBe(true)
    expect(printJobById(db, 'job-1')).toMatchObject({ state: 'printed', attempts: 1, changed_at: NOON + 9 })
    expect(move('job-2', 'waiting', 'cancelled')).toBe(true)
    expect(openPrintJobs(db, 9).map((job) => job.id)).toEqual(['job-3'])
    expect(printJobsOfSale(db, 'sale-1')).toHaveLength(3)
  })

  it('does not know what an ended engine left in the printer', () => {
    const { db, move } = queue()
    move('job-1', 'waiting', 'printing')
    expect(db.transaction(() => abandonPrinting(db, NOON + 5))).toBe(1)
    expect(printJobById(db, 'job-1')).toMatchObject({ state: 'uncertain', problem: 'interrupted' })
    expect(nextPrintJob(db)).toBeUndefined()
    expect(db.transaction(() => abandonPrinting(db, NOON + 6))).toBe(0)
  })
})
