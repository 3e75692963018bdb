import type { ReversalRecord } from '../../ledger/reversals.ts'
import type { SettlementRecord } from '../../ledger/settlements.ts'
import { answered, refused, type Call, type Centre, type Handler, type Reply } from '../call.ts'
import { isSellable } from '../sale/trace-rows.ts'
import { rowOf, textOf } from '../wire.ts'
import { giveBack, takeAgain } from './undo-money.ts'

/** Why a settlement or cancellation cannot be reversed now; undefined when it can. */
function problemOf(record: SettlementRecord, centre: Centre): string | undefined {
  if (record.state === 'reversed') return '原交易已冲正'
  if (record.kind === 'sale') return record.state === 'cancelled' ? '原结算已撤销，不能冲正' : undefined
  const sale = record.cancels === null ? undefined : centre.ledger.settlements.byId(record.cancels)
  if (sale === undefined) return '原结算不存在'
  const balance = centre.ledger.people.insuranceById(sale.insuranceId)?.balance ?? 0
  if (balance < sale.accountPaid) return '个人账户余额不足，撤销交易不能冲正'
  const own = centre.ledger.traces.ofReference(sale.settlementId)
  const soldAgain = own.some((trace) => !isSellable(centre.ledger.traces.live(trace.code), trace.split === 1))
  return soldAgain ? '追溯码已再次销售，撤销交易不能冲正' : undefined
}

/** Removes what the original did. Of a cancellation: the sale is settled again. */
function undo(record: SettlementRecord, centre: Centre, at: number, msgid: string): void {
  const { settlements } = centre.ledger
  const how = { kind: 'reversal', at, msgid } as const
  if (record.kind === 'sale') giveBack(record, centre, how)
  else {
    const sale = record.cancels === null ? undefined : settlements.byId(record.cancels)
    if (sale === undefined) throw new Error(`cancellation ${record.settlementId} without its sale`)
    takeAgain(sale, centre, how)
    settlements.mark(sale.settlementId, 'settled')
  }
  settlements.mark(record.settlementId, 'reversed', { at, by: msgid })
}

/**
 * 2601: accepts the reversal of a settlement or cancellation by its msgid. The answer has no output; whether it took
 * effect at once, later or never is the configuration's choice.
 */
export const reverse: Handler = (call: Call, centre: Centre): Reply => {
  const data = rowOf(call.input, 'data')
  const { ledger, config } = centre
  const original = textOf(data, 'omsgid')
  const number = textOf(data, 'oinfno')
  if (number === '2601') return refused('冲正交易不能冲正')
  if (!config.reversal.transactions.includes(number)) return refused(`交易${number}不支持冲正`)
  const record = ledger.settlements.byMessage(original)
  if (record === undefined || record.shop !== call.shop.code) {
    return config.reversal.unknownOriginal === 'accept' ? answered(null) : refused('原交易不存在')
  }
  if (record.infno !== number) return refused('原交易编号(oinfno)与原交易不一致')
  if (record.personNumber !== textOf(data, 'psn_no')) return refused('人员编号与原交易不一致')
  if (ledger.reversals.ofOriginal(original) !== undefined) return refused('原交易已提交冲正，不能重复冲正')
  const problem = problemOf(record, centre)
  if (problem !== undefined) return refused(problem)
  const { effect, laterMs } = config.reversal
  if (effect === 'at-once') undo(record, centre, call.at, call.msgid)
  ledger.reversals.add({
    msgid: call.msgid,
    original,
    acceptedAt: call.at,
    dueAt: effect === 'never' ? null : call.at + (effect === 'later' ? laterMs : 0),
    doneAt: effect === 'at-once' ? call.at : null,
  })
  return answered(null, `${effect === 'at-once' ? 'reversed' : 'reversal-accepted'} ${record.settlementId}`)
}

/** Does the accepted reversals that are due. One that has become impossible stays accepted and undone. */
export function doDueReversals(centre: Centre, at: number): number {
  const due: readonly ReversalRecord[] = centre.ledger.reversals.due(at)
  for (const reversal of due) {
    const record = centre.ledger.settlements.byMessage(reversal.original)
    if (record !== undefined && problemOf(record, centre) === undefined) {
      undo(record, centre, at, reversal.msgid)
    }
    centre.ledger.reversals.markDone(reversal.msgid, at)
  }
  return due.length
}
