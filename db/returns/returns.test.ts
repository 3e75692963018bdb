import { describe, expect, it } from 'vitest'
import { quantity } from '../../core/money/decimal.ts'
import { fen } from '../../core/money/fen.ts'
import type { WritableDb } from '../connection/database.ts'
import * as sold from '../sales/trace-repository.ts'
import { insert, insertSamples, SAMPLE, type Row } from '../testing/sample-rows.ts'
import { freshTill, NOON } from '../testing/till-database.ts'
import * as refunds from './refund-repository.ts'
import * as returns from './return-repository.ts'

const { codesOfReturn, goneOfSale, openReturnOf, returnById, unfinishedReturns } = returns
const { liveTraceCodes, soldTraceCodesOf } = sold
const { refundedOfSale, refundsOfReturn } = refunds

/** A writing function of the repositories, each call in a transaction of its own. */
const alone =
  <Given extends unknown[], Answer extends string | number | boolean | void>(
    write: (db: WritableDb, ...given: Given) => Answer,
  ) =>
  (db: WritableDb, ...given: Given): Answer =>
    // none of them answers a promise, which the handle cannot tell of a type parameter
    db.transaction<Answer>(() => write(db, ...given) as never)
const insertReturn = alone(returns.insertReturn)
const insertReturnLine = alone(returns.insertReturnLine)
const setReturnState = alone(returns.setReturnState)
const setReturnIdentification = alone(returns.setReturnIdentification)
const closeReturn = alone(returns.closeReturn)
const insertRefund = alone(refunds.insertRefund)
const doRefundByHand = alone(refunds.doRefundByHand)
const returnTraceCode = alone(sold.returnTraceCode)

/** The sample sale, sold; the sample's own return was given up. */
function soldSale(): WritableDb {
  const { db } = freshTill()
  insertSamples(db)
  db.write('DELETE FROM refund').run()
  db.write("UPDATE sale_return SET state = 'abandoned', closed_at = opened_at").run()
  db.write("UPDATE trace_code SET state = 'sold'").run()
  return db
}

const RETURN = {
  id: 'r-1',
  number: 'R1',
  sale_id: 'sale-1',
  reason: '包装破损',
  shift_id: 'shift-1',
  operator_id: 1,
  approval_id: 'approval-1',
  settlement_id: 'settle-1',
  amount_fen: fen(1_250),
  opened_at: NOON,
}
const LINE = {
  return_id: 'r-1',
  line_id: 'line-1',
  quantity_e4: quantity(10_000),
  amount_fen: fen(1_250),
  kept_e4: quantity(0),
  kept_amount_fen: fen(0),
}

describe('a return', () => {
  it('is the only open one of its sale, and ends once', () => {
    const db = soldSale()
    insertReturn(db, RETURN)
    expect(openReturnOf(db, 'sale-1')).toMatchObject({ id: 'r-1', state: 'open', identification_id: null })
    expect(() => insertReturn(db, { ...RETURN, id: 'r-2', number: 'R2' })).toThrow('UNIQUE')
    setReturnState(db, 'r-1', 'refunding')
    setReturnIdentification(db, 'r-1', 'ident-1')
    expect(unfinishedReturns(db)).toMatchObject([{ state: 'refunding', identification_id: 'ident-1' }])
    // never before it began, whatever the clock did since
    closeReturn(db, 'r-1', { state: 'abandoned', resaleId: null, at: NOON - 5 })
    expect(returnById(db, 'r-1')).toMatchObject({ state: 'abandoned', closed_at: NOON })
    expect(() => closeReturn(db, 'r-1', { state: 'completed', resaleId: null, at: NOON })).toThrow('once')
    setReturnState(db, 'r-1', 'open')
    expect(returnById(db, 'r-1')?.state).toBe('abandoned')
    insertReturn(db, { ...RETURN, id: 'r-2', number: 'R2' })
  })

  it('counts as gone only when it is completed, with what was kept', () => {
    const db = soldSale()
    db.write('UPDATE sale_line SET split = 1, quantity_e4 = 100000').run()
    db.write('UPDATE trace_code SET split = 1').run()
    insertReturn(db, RETURN)
    insertReturnLine(db, { ...LINE, quantity_e4: quantity(20_000), kept_e4: quantity(30_000) }, [])
    const [code] = soldTraceCodesOf(db, 'sale-1')
    expect(goneOfSale(db, 'sale-1').size).toBe(0)
    expect(liveTraceCodes(db, code?.code ?? '')).toMatchObject([{ quantity_e4: 100_000 }])
    closeReturn(db, 'r-1', { state: 'completed', resaleId: null, at: NOON })
    expect([...goneOfSale(db, 'sale-1')]).toEqual([['line-1', 50_000]])
    // what is still out of the opened pack
    expect(liveTraceCodes(db, code?.code ?? '')).toMatchObject([{ quantity_e4: 50_000 }])
  })

  it('frees a code once', () => {
    const db = soldSale()
    insertReturn(db, RETURN)
    const [code] = soldTraceCodesOf(db, 'sale-1')
    insertReturnLine(db, LINE, [{ traceCodeId: code?.id ?? 0, kept: false }])
    expect(codesOfReturn(db, 'r-1')).toEqual([{ id: 1, code: code?.code, line_id: 'line-1', kept: 0 }])
    expect(returnTraceCode(db, 1)).toBe(true)
    expect(returnTraceCode(db, 1)).toBe(false)
    expect(soldTraceCodesOf(db, 'sale-1')).toEqual([])
  })
})

describe('refunds', () => {
  it('are given electronic first, each once, and count while they may have gone', () => {
    const db = soldSale()
    const tender = (id: string, kind: string): Row => ({
      ...SAMPLE.tender,
      id,
      kind,
      ...(kind === 'qr' && { order_number: id, channel: 'wechat' }),
    })
    for (const [id, kind] of [
      ['t-card', 'bank-card'],
      ['t-code', 'qr'],
    ] as const) {
      insert(db, 'tender', tender(id, kind))
    }
    insertReturn(db, RETURN)
    const plan = (id: string, tenderId: string): void =>
      insertRefund(db, { id, returnId: 'r-1', tenderId, amount: fen(400), at: NOON })
    plan('f-1', 'tender-1')
    plan('f-2', 't-card')
    plan('f-3', 't-code')
    expect(refundsOfReturn(db, 'r-1').map((refund) => refund.tender_kind)).toEqual([
      'qr',
      'bank-card',
      'cash',
    ])
    expect(refundedOfSale(db, 'sale-1').size).toBe(0)
    const given = { shiftId: 'shift-1', reference: 'P1', insteadInCash: false, at: NOON }
    expect(doRefundByHand(db, 'f-2', given)).toBe(true)
    expect(doRefundByHand(db, 'f-2', given)).toBe(false)
    db.write("UPDATE refund SET state = 'unknown' WHERE id = 'f-3'").run()
    expect(doRefundByHand(db, 'f-3', given)).toBe(false)
    expect([...refundedOfSale(db, 'sale-1')].sort()).toEqual([
      ['t-card', 400],
      ['t-code', 400],
    ])
  })
})
