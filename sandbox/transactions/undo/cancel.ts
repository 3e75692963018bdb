import { wireDateTime } from '../../../insurance/catalogue/wire-time.ts'
import type { SettlementRecord } from '../../ledger/settlements.ts'
import { answered, refused, type Call, type Centre, type Handler, type Output, type Reply } from '../call.ts'
import { fundFields, fundRows } from '../sale/sale-output.ts'
import { settlementIdOf } from '../serials.ts'
import { rowOf, textOf, yuan } from '../wire.ts'
import { giveBack } from './undo-money.ts'

const minus = (amount: number): number => (amount === 0 ? 0 : -amount)

/** The second row of a cancelled purchase: everything negative. */
function counterRecord(sale: SettlementRecord, call: Call, id: string, balance: number): SettlementRecord {
  return {
    ...sale,
    settlementId: id,
    msgid: call.msgid,
    infno: call.infno,
    kind: 'cancellation',
    state: 'settled',
    cancels: sale.settlementId,
    settledAt: call.at,
    operator: call.operator,
    operatorName: call.operatorName,
    total: minus(sale.total),
    selfPaid: minus(sale.selfPaid),
    overLimit: minus(sale.overLimit),
    firstSelfPaid: minus(sale.firstSelfPaid),
    inScope: minus(sale.inScope),
    deductible: minus(sale.deductible),
    fundPaid: minus(sale.fundPaid),
    personPart: minus(sale.personPart),
    accountPaid: minus(sale.accountPaid),
    cashPaid: minus(sale.cashPaid),
    funds: sale.funds.map((fund) => ({ ...fund, paid: minus(fund.paid) })),
    balanceAfter: balance,
    undoneAt: null,
    undoneBy: null,
  }
}

function outputOf(counter: SettlementRecord, sale: SettlementRecord, centre: Centre): Output {
  const { amounts, settlementId, messageId } = centre.config.cancellation
  const sign = amounts === 'negative' ? 1 : -1
  return {
    setlinfo: {
      mdtrt_id: counter.visitId,
      setl_id: settlementId === 'new' ? counter.settlementId : sale.settlementId,
      clr_optins: centre.ledger.people.insuranceById(sale.insuranceId)?.place ?? '',
      setl_time: wireDateTime(counter.settledAt),
      ...fundFields(counter, sign),
      psn_pay: yuan(sign * counter.personPart),
      acct_pay: yuan(sign * counter.accountPaid),
      cash_payamt: yuan(sign * counter.cashPaid),
      balc: yuan(counter.balanceAfter),
      acct_mulaid_pay: yuan(0),
      medins_setl_id: messageId === 'own' ? counter.msgid : sale.msgid,
      exp_content: '',
    },
    setldetail: fundRows(counter, sign),
  }
}

/** 2103: cancels a whole settlement with its lines. */
export const cancel: Handler = (call: Call, centre: Centre): Reply => {
  const data = rowOf(call.input, 'data')
  const { ledger } = centre
  const sale = ledger.settlements.byId(textOf(data, 'setl_id'))
  if (
    sale === undefined ||
    sale.state === 'reversed' ||
    sale.kind !== 'sale' ||
    sale.shop !== call.shop.code ||
    sale.visitId !== textOf(data, 'mdtrt_id') ||
    sale.personNumber !== textOf(data, 'psn_no')
  ) {
    return refused('未查询到结算信息，不能撤销')
  }
  if (sale.state === 'cancelled') return refused('该结算已撤销，不能重复撤销')
  const balance = giveBack(sale, centre, { kind: 'refund', at: call.at, msgid: call.msgid })
  const counter = counterRecord(sale, call, settlementIdOf(call, centre.config), balance)
  ledger.settlements.mark(sale.settlementId, 'cancelled', { at: call.at, by: call.msgid })
  ledger.settlements.add(counter, [])
  return answered(outputOf(counter, sale, centre), `cancelled ${sale.settlementId}`)
}
