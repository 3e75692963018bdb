import type { SettlementLine, SettlementRecord } from '../../ledger/settlements.ts'
import { answered, refused, type Call, type Centre, type Checked, type Handler, type Reply } from '../call.ts'
import { settlementIdOf, visitIdOf } from '../serials.ts'
import { textOf } from '../wire.ts'
import { priceSale, type PricedLine, type PricedSale } from './price-sale.ts'
import { readSale } from './read-sale.ts'
import { clearingType, saleOutput } from './sale-output.ts'
import { readTraceRows, type TraceRow } from './trace-rows.ts'

function priced(call: Call, centre: Centre): Checked<PricedSale> {
  const asked = readSale(call, centre)
  return asked.ok ? priceSale(asked.value, centre) : asked
}

/** 2101, 2101A: what a settlement would be now. Changes nothing. */
export const trial: Handler = (call: Call, centre: Centre): Reply => {
  const sale = priced(call, centre)
  if (!sale.ok) return refused(sale.message)
  const { balance } = sale.value.asked.insurance
  return answered(saleOutput(call, centre, sale.value, { visitId: visitIdOf(call, centre.config), balance }))
}

function lineRecord(line: PricedLine, position: number): Omit<SettlementLine, 'settlementId'> {
  const { asked, good, split } = line
  return {
    position,
    lineNumber: asked.lineNumber,
    nationalCode: asked.nationalCode,
    shopCode: asked.shopCode,
    prescriptionNumber: asked.prescriptionNumber,
    occurredAt: asked.occurredAt,
    count: asked.count,
    price: asked.price,
    ...split,
    level: good.level,
    selfPayRatio: good.selfPayRatio,
    priceCeiling: good.ceiling ?? null,
    chargeType: line.chargeType,
  }
}

type Ids = { readonly settlementId: string; readonly visitId: string }

function record(call: Call, centre: Centre, sale: PricedSale, ids: Ids): SettlementRecord {
  const { asked, split } = sale
  const { insurance } = asked
  return {
    ...ids,
    msgid: call.msgid,
    infno: call.infno,
    kind: 'sale',
    state: 'settled',
    cancels: null,
    shop: call.shop.code,
    personNumber: asked.person.personNumber,
    insuranceId: insurance.id,
    medicalType: asked.medicalType,
    credentialType: asked.credentialType,
    settledAt: call.at,
    begunAt: asked.begunAt,
    operator: call.operator,
    operatorName: call.operatorName,
    diseaseCode: textOf(asked.head, 'dise_codg'),
    diseaseName: textOf(asked.head, 'dise_name'),
    invoice: textOf(asked.head, 'invono'),
    ...split,
    balanceAfter: insurance.balance - split.accountPaid,
    clearingType: clearingType(insurance.place, centre),
    clearingWay: centre.config.clearing.way,
    undoneAt: null,
    undoneBy: null,
  }
}

function store(call: Call, centre: Centre, sale: PricedSale, traces: readonly TraceRow[], ids: Ids): void {
  const { ledger } = centre
  const { split } = sale
  const insuranceId = sale.asked.insurance.id
  ledger.settlements.add(record(call, centre, sale, ids), sale.lines.map(lineRecord))
  ledger.accounts.move({
    insuranceId,
    at: call.at,
    kind: 'debit',
    amount: -split.accountPaid,
    settlementId: ids.settlementId,
    msgid: call.msgid,
  })
  const pooled = split.funds.find((fund) => fund.amount === 'hifp_pay')?.paid ?? 0
  if (pooled !== 0 || split.deductible !== 0) ledger.people.useUp(insuranceId, split.deductible, pooled)
  for (const trace of traces) {
    ledger.traces.add({
      code: trace.code,
      source: 'settlement',
      reference: ids.settlementId,
      lineNumber: trace.lineNumber,
      shop: call.shop.code,
      insured: 1,
      split: trace.split ? 1 : 0,
      soldAt: call.at,
    })
  }
}

/**
 * 2102, 2102A, 2102B: settles, whatever was settled before. There is no idempotency: the same basket under another msgid
 * is another settlement.
 */
export const settle: Handler = (call: Call, centre: Centre): Reply => {
  const sale = priced(call, centre)
  if (!sale.ok) return refused(sale.message)
  const traces = readTraceRows(call, centre, sale.value.lines)
  if (!traces.ok) return refused(traces.message)
  const ids = { settlementId: settlementIdOf(call, centre.config), visitId: visitIdOf(call, centre.config) }
  store(call, centre, sale.value, traces.value, ids)
  const balance = sale.value.asked.insurance.balance - sale.value.split.accountPaid
  return answered(saleOutput(call, centre, sale.value, { ...ids, balance }), `settled ${ids.settlementId}`)
}
