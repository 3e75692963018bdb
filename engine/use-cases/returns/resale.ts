import { priceTimesQuantity } from '../../../core/money/decimal.ts'
import { fen, sumFen, ZERO_FEN, type Fen } from '../../../core/money/fen.ts'
import { nextSaleNumber } from '../../../db/counters/counters.ts'
import { insertLine } from '../../../db/sales/line-repository.ts'
import { insertSale, openSaleOf } from '../../../db/sales/sale-repository.ts'
import { reserveTraceCode } from '../../../db/sales/trace-repository.ts'
import { copyIdentification } from '../../../db/settlements/identification-repository.ts'
import { chinaDay } from '../../ports/clock.ts'
import type { Counter, WorkingShift } from '../sale/counter.ts'
import type { StoredReturn, StoredReturnLine } from './stored-return.ts'

/** A kept part at its old price: what the discounts took off stays off, folded into the line's own discount. */
function moneyOf(line: StoredReturnLine): { gross: Fen; discount: Fen; amount: Fen } {
  const gross = priceTimesQuantity(line.line.unit_price_micro, line.kept_e4)
  // where rounding would make the part dearer than its price, its price counts
  const amount = line.kept_amount_fen < gross ? line.kept_amount_fen : gross
  return { gross, discount: fen(gross - amount), amount }
}

/**
 * Makes the sale in which what was kept of a cancelled settlement is settled again, in the caller's transaction: the same
 * prices, batches and boxes, for the person who has just shown who they are. At the counter, or put aside while another sale
 * is there. Returns its id.
 */
export function makeResale(counter: Counter, stored: StoredReturn, shift: WorkingShift): string {
  const { db, clock } = counter
  const now = clock.now()
  const saleId = clock.newId()
  const kept = stored.lines.filter((line) => line.kept_e4 > 0)
  const money = kept.map(moneyOf)
  insertSale(
    db,
    {
      id: saleId,
      number: nextSaleNumber(db, chinaDay(now), counter.till),
      till: counter.till,
      shift_id: shift.shiftId,
      operator_id: shift.operatorId,
      opened_at: now,
    },
    {
      state: openSaleOf(db, counter.till) === undefined ? 'open' : 'held',
      total: sumFen(money.map(({ amount }) => amount)),
    },
  )
  for (const [index, line] of kept.entries()) {
    const { gross, discount, amount } = money[index] ?? moneyOf(line)
    const lineId = clock.newId()
    const { batch_serial: _s, lot_number: _l, manufactured_on: _m, expires_on: _e, ...sold } = line.line
    const { traceCodes: _codes, traceNeeded: _needed, traceMissing: _missing, ...row } = sold
    insertLine(db, {
      ...row,
      id: lineId,
      sale_id: saleId,
      position: index + 1,
      quantity_e4: line.kept_e4,
      gross_fen: gross,
      own_discount_fen: discount,
      shared_discount_fen: ZERO_FEN,
      amount_fen: amount,
    })
    for (const { code } of line.codes.filter((candidate) => candidate.kept === 1)) {
      reserveTraceCode(db, { code, saleId, lineId, split: row.split === 1, at: now })
    }
  }
  const { identification_id: identificationId } = stored.row
  if (identificationId !== null) copyIdentification(db, identificationId, { id: clock.newId(), saleId })
  return saleId
}
