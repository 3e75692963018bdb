import { fen, ZERO_FEN, type Fen } from '../../../core/money/fen.ts'
import { refuse, ok, type Result } from '../../../core/result.ts'
import type { ReturnFacts } from '../../../core/return/steps.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { returnReported } from '../../../db/outbox/outbox-repository.ts'
import { refundsOfReturn } from '../../../db/returns/refund-repository.ts'
import {
  codesOfReturn,
  linesOfReturn,
  returnById,
  type ReturnedCodeRow,
} from '../../../db/returns/return-repository.ts'
import type { RefundRow, ReturnLineRow, ReturnRow } from '../../../db/returns/return-rows.ts'
import { saleById } from '../../../db/sales/sale-repository.ts'
import type { SaleRow } from '../../../db/sales/sale-rows.ts'
import { settlementById, type SettlementRow } from '../../../db/settlements/settlement-repository.ts'
import { readSale, type StoredLine, type StoredSale } from '../sale/sale-state.ts'

/** One line of a return with the line of the sale that it is from. */
export type StoredReturnLine = ReturnLineRow & {
  readonly line: StoredLine
  readonly codes: readonly ReturnedCodeRow[]
}

/** Everything that is stored about one return, read in one go. */
export type StoredReturn = {
  readonly row: ReturnRow
  readonly sold: StoredSale
  readonly lines: readonly StoredReturnLine[]
  /** In the order they are given. */
  readonly refunds: readonly RefundRow[]
  /** The settlement that 2103 has to undo. */
  readonly settlement: SettlementRow | undefined
  readonly resale: SaleRow | undefined
  readonly reported: boolean | undefined
}

/** What the centre gives back of a settlement: funds, personal account, and the shop's own part. */
export function givenBackBy(settlement: SettlementRow | undefined): {
  readonly fund: Fen
  readonly account: Fen
} {
  return {
    fund: fen((settlement?.fund_paid_fen ?? 0) + (settlement?.institution_borne_fen ?? 0)),
    account: settlement?.account_paid_fen ?? ZERO_FEN,
  }
}

/** What the steps of a return depend on. */
export function factsOf(stored: StoredReturn): ReturnFacts {
  const { row, settlement, refunds } = stored
  const back = givenBackBy(settlement)
  return {
    state: row.state,
    settlement:
      settlement === undefined
        ? undefined
        : { state: settlement.state, givesBack: fen(back.fund + back.account) },
    identified: row.identification_id !== null,
    refunds: refunds.map((refund) => ({
      id: refund.id,
      kind: refund.tender_kind,
      state: refund.state,
      amount: refund.amount_fen,
    })),
    reported: stored.reported,
    settlesAgain: stored.lines.some((line) => line.kept_e4 > 0),
    resale: stored.resale?.state,
  }
}

/** One return, whole, or RETURN_NOT_FOUND {returnId}. */
export function readReturn(db: ReadableDb, returnId: string): Result<StoredReturn> {
  const row = returnById(db, returnId)
  const sale = row === undefined ? undefined : saleById(db, row.sale_id)
  if (row === undefined || sale === undefined) return refuse('RETURN_NOT_FOUND', { returnId })
  const sold = readSale(db, sale)
  const codes = Map.groupBy(codesOfReturn(db, row.id), (code) => code.line_id)
  const rows = new Map(linesOfReturn(db, row.id).map((line) => [line.line_id, line]))
  return ok({
    row,
    sold,
    // in the order of the sale
    lines: sold.lines.flatMap((line) => {
      const returned = rows.get(line.id)
      return returned === undefined ? [] : [{ ...returned, line, codes: codes.get(line.id) ?? [] }]
    }),
    refunds: refundsOfReturn(db, row.id),
    settlement: row.settlement_id === null ? undefined : settlementById(db, row.settlement_id),
    resale: row.resale_id === null ? undefined : saleById(db, row.resale_id),
    reported: returnReported(db, row.id),
  })
}

/** A return that is still to be brought to its end, or RETURN_NOT_FOUND, or RETURN_CLOSED {number, state}. */
export function unfinishedReturn(db: ReadableDb, returnId: string): Result<StoredReturn> {
  const stored = readReturn(db, returnId)
  if (!stored.ok) return stored
  const { number, state, closed_at } = stored.value.row
  return closed_at === null ? stored : refuse('RETURN_CLOSED', { number, state })
}
