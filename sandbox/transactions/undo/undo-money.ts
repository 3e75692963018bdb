import type { EntryKind } from '../../ledger/accounts.ts'
import type { SettlementRecord } from '../../ledger/settlements.ts'
import type { Centre } from '../call.ts'

const pooledOf = (sale: SettlementRecord): number =>
  sale.funds.filter((fund) => fund.amount === 'hifp_pay').reduce((sum, fund) => sum + fund.paid, 0)

type How = { readonly kind: EntryKind; readonly at: number; readonly msgid: string }

/** Gives a sale's money back to account and pool and frees its boxes. Returns the balance. */
export function giveBack(sale: SettlementRecord, centre: Centre, how: How): number {
  const { ledger } = centre
  ledger.people.useUp(sale.insuranceId, -sale.deductible, -pooledOf(sale))
  ledger.traces.freeSettlement(sale.settlementId, how.at)
  return ledger.accounts.move({
    insuranceId: sale.insuranceId,
    at: how.at,
    kind: how.kind,
    amount: sale.accountPaid,
    settlementId: sale.settlementId,
    msgid: how.msgid,
  })
}

/** Takes a sale's money again after its cancellation was reversed. The caller has checked balance and boxes. */
export function takeAgain(sale: SettlementRecord, centre: Centre, how: How): void {
  const { ledger } = centre
  ledger.people.useUp(sale.insuranceId, sale.deductible, pooledOf(sale))
  ledger.traces.sellSettlementAgain(sale.settlementId)
  ledger.accounts.move({
    insuranceId: sale.insuranceId,
    at: how.at,
    kind: how.kind,
    amount: -sale.accountPaid,
    settlementId: sale.settlementId,
    msgid: how.msgid,
  })
}
