import { describe, expect, it } from 'vitest'
import { fen } from '../../core/money/fen.ts'
import { expectedDrawer } from '../../core/shift/drawer.ts'
import type { WritableDb } from '../connection/database.ts'
import { insert, insertSamples, SAMPLE, type Row } from '../testing/sample-rows.ts'
import { accepted, freshTill, NOON, refused } from '../testing/till-database.ts'
import {
  closeShift,
  currentShift,
  findShift,
  lastSign,
  openShift,
  recordCashMove,
  setSignNumber,
  shiftFigures,
} from './shift-repository.ts'

const NEW = { id: 'shift-1', till: '01', operatorId: 1, openedAt: NOON, openingFloat: fen(20_000) }

function till(): WritableDb {
  const { db } = freshTill()
  insert(db, 'operator', SAMPLE.operator)
  return db
}

type Opened = ReturnType<typeof openShift>

const opened = (db: WritableDb, shift: typeof NEW): Opened => db.attempt(() => openShift(db, shift))
const closed = (db: WritableDb, at: number): boolean =>
  db.transaction(() => closeShift(db, 'shift-1', at, fen(20_000)))
const signed = (db: WritableDb, sign: { number: string; at: number }): boolean =>
  db.transaction(() => setSignNumber(db, 'shift-1', sign))

describe('a shift', () => {
  it('opens, is signed at the centre, and closes', () => {
    const db = till()
    expect(currentShift(db, '01')).toBeUndefined()
    const shift = accepted(opened(db, NEW))
    expect(shift).toEqual({
      id: 'shift-1',
      till: '01',
      operator: { id: 1, number: '001', name: '李四', role: 'cashier' },
      openedAt: NOON,
      openingFloat: 20_000,
      signNumber: undefined,
      signedAt: undefined,
      closedAt: undefined,
    })
    expect(signed(db, { number: 'SIGN1', at: NOON + 1 })).toBe(true)
    expect(currentShift(db, '01')).toEqual({ ...shift, signNumber: 'SIGN1', signedAt: NOON + 1 })
    expect(closed(db, NOON + 2)).toBe(true)
    expect(currentShift(db, '01')).toBeUndefined()
    expect(findShift(db, 'shift-1')).toMatchObject({ signNumber: 'SIGN1', closedAt: NOON + 2 })
    expect(db.read('SELECT expected_drawer_fen AS drawer FROM shift').get()).toEqual({ drawer: 20_000 })
  })

  it('tells the newest sign_no of one operator at one till', () => {
    const db = till()
    insert(db, 'operator', { ...SAMPLE.operator, id: 2, number: '002' })
    const shift = (id: string, of: Row): void => {
      insert(db, 'shift', { ...SAMPLE.shift, id, till: '01', operator_id: 1, closed_at: NOON + 9, ...of })
    }
    expect(lastSign(db, '01', 1)).toBeUndefined()
    shift('older', { sign_number: 'A', signed_at: NOON })
    shift('newer', { sign_number: 'B', signed_at: NOON + 1 })
    shift('unsigned', { sign_number: null, signed_at: null })
    shift('elsewhere', { till: '02', sign_number: 'C', signed_at: NOON + 2 })
    shift('somebody', { operator_id: 2, sign_number: 'D', signed_at: NOON + 3 })
    expect(lastSign(db, '01', 1)).toEqual({ number: 'B', at: NOON + 1 })
    expect(lastSign(db, '01', 2)).toEqual({ number: 'D', at: NOON + 3 })
  })

  it('is the only open one of its till', () => {
    const db = till()
    accepted(opened(db, NEW))
    expect(refused(opened(db, { ...NEW, id: 'shift-2' }))).toEqual({
      code: 'SESSION_ALREADY_SIGNED_IN',
      params: { name: '李四' },
    })
    accepted(opened(db, { ...NEW, id: 'shift-3', till: '02' }))
    closed(db, NOON)
    accepted(opened(db, { ...NEW, id: 'shift-2' }))
  })

  it('is signed and closed once, and closes although the clock went back', () => {
    const db = till()
    accepted(opened(db, NEW))
    expect(closed(db, NOON - 60_000)).toBe(true)
    expect(findShift(db, 'shift-1')?.closedAt).toBe(NOON)
    expect(closed(db, NOON)).toBe(false)
    expect(signed(db, { number: 'S', at: NOON })).toBe(false)
  })
})

describe('the figures of a shift', () => {
  /** Another sale of shift-1 with a cash tender, completed unless said otherwise. */
  function sell(db: WritableDb, serial: number, total: number, row: Row = {}, tender: Row = {}): void {
    const id = `more-${serial}`
    insert(db, 'sale', {
      ...SAMPLE.sale,
      id,
      number: id,
      state: 'completed',
      closed_at: NOON,
      total_fen: total,
      ...row,
    })
    insert(db, 'tender', {
      ...SAMPLE.tender,
      id,
      sale_id: id,
      amount_fen: total,
      received_fen: total,
      change_fen: 0,
      ...tender,
    })
  }

  /** Money given back of a tender, by shift-1 unless said otherwise. */
  function giveBack(db: WritableDb, tenderId: string, amount: number, row: Row = {}): void {
    const id = `${tenderId}-${amount}`
    insert(db, 'refund', {
      ...SAMPLE.refund,
      id,
      order_number: id,
      tender_id: tenderId,
      shift_id: 'shift-1',
      state: 'done',
      amount_fen: amount,
      ...row,
    })
  }

  it('are zero for a new one', () => {
    const db = till()
    const shift = accepted(opened(db, NEW))
    expect(shiftFigures(db, shift)).toEqual({
      salesCount: 0,
      salesTotal: 0,
      insuredTotal: 0,
      openingFloat: 20_000,
      cashIn: 0,
      cashOut: 0,
      moves: 0,
      tenders: [],
    })
  })

  it('count completed sales, settlements that stand, and the drawer to the fen (invariant 9)', () => {
    const { db } = freshTill()
    insertSamples(db)
    // the sample sale: 12.50, of which insurance takes 7.50; its sample tender is corrected to the rest
    db.write('DELETE FROM refund').run()
    // the sample's code, which is never deleted, would keep its tender
    db.write('DROP TABLE shown_code').run()
    db.write('DELETE FROM tender').run()
    db.write("UPDATE sale SET state = 'completed', closed_at = opened_at, total_fen = 1250").run()
    db.write(
      `UPDATE settlement SET state = 'settled', setl_id = 'S', mdtrt_id = 'M', fund_paid_fen = 500, account_paid_fen = 250,
       personal_part_fen = 750, cash_part_fen = 500, institution_borne_fen = 0`,
    ).run()
    const rest = { amount_fen: 500, received_fen: 2_000, change_fen: 1_500 }
    insert(db, 'tender', { ...SAMPLE.tender, ...rest })
    sell(db, 1, 3_000)
    sell(db, 2, 700)
    sell(db, 3, 900, {}, { kind: 'qr', order_number: 'O3' })
    sell(db, 4, 400, { state: 'voided' }, { state: 'refused' })
    insert(db, 'shift', { ...SAMPLE.shift, id: 'other', till: '02' })
    sell(db, 5, 5_000, { shift_id: 'other' }, { shift_id: 'other' })
    giveBack(db, 'more-2', 700)
    giveBack(db, 'more-5', 1_200)
    giveBack(db, 'more-1', 300, { shift_id: 'other' })
    giveBack(db, 'more-1', 100, { state: 'planned' })
    giveBack(db, 'more-3', 400)
    giveBack(db, 'more-3', 90, { instead_in_cash: 1 })
    // taken by one shift and given back out of the drawer of another
    const givenBack = { state: 'refunded', refund_shift_id: 'shift-1' }
    sell(db, 6, 80, { shift_id: 'other', state: 'voided' }, { shift_id: 'other', ...givenBack })
    const move = { shiftId: 'shift-1', amount: fen(1_000), reason: '备用金', operatorId: 1, at: NOON }
    db.transaction(() => recordCashMove(db, move))
    const shift = findShift(db, 'shift-1')
    expect(shift).toBeDefined()
    const figures = shiftFigures(db, { id: 'shift-1', openingFloat: fen(10_000) })
    expect(figures).toEqual({
      salesCount: 4,
      salesTotal: 1_250 + 3_000 + 700 + 900,
      insuredTotal: 750,
      openingFloat: 10_000,
      cashIn: 500 + 3_000 + 700,
      cashOut: 700 + 1_200 + 90 + 80,
      moves: 1_000 - 500,
      tenders: [
        { kind: 'cash', count: 3, amount: 500 + 3_000 + 700 },
        { kind: 'qr', count: 1, amount: 900 },
      ],
    })
    const drawer = expectedDrawer({
      openingFloat: figures.openingFloat,
      cashIn: [figures.cashIn],
      cashOut: [figures.cashOut],
      moves: [figures.moves],
    })
    expect(drawer).toBe(10_000 + 500 + 3_000 - 1_200 - 90 - 80 + 500)
  })
})
