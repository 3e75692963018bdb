import type { Ledger } from './ledger.ts'
import type { SettlementRecord } from './settlements.ts'

function accountProblems(ledger: Ledger): string[] {
  return ledger.people.all().flatMap((person) =>
    ledger.people.insurancesOf(person.personNumber).flatMap((insurance) => {
      let balance = 0
      for (const entry of ledger.accounts.entries(insurance.id)) {
        balance += entry.amount
        if (entry.balanceAfter !== balance) return [`entry ${entry.id}: balance after it is not the sum`]
      }
      return balance === insurance.balance
        ? []
        : [`account ${insurance.id}: balance is not the sum of its entries`]
    }),
  )
}

const PARTS = ['total', 'selfPaid', 'overLimit', 'firstSelfPaid', 'inScope'] as const

function saleProblems(sale: SettlementRecord, ledger: Ledger): string[] {
  const name = `settlement ${sale.settlementId}`
  const problems: string[] = []
  const funds = sale.funds.reduce((sum, fund) => sum + fund.paid, 0)
  if (funds !== sale.fundPaid) problems.push(`${name}: its funds do not add up`)
  if (sale.kind === 'cancellation') return problems
  const lines = ledger.settlements.linesOf(sale.settlementId)
  for (const part of PARTS) {
    const sum = lines.reduce((total, line) => total + line[part], 0)
    if (sum !== sale[part]) problems.push(`${name}: ${part} is not the sum of its lines`)
  }
  const moved = ledger.accounts
    .entries(sale.insuranceId)
    .filter((entry) => entry.settlementId === sale.settlementId)
    .reduce((total, entry) => total + entry.amount, 0)
  if (moved !== (sale.state === 'settled' ? -sale.accountPaid : 0)) {
    problems.push(`${name}: the account moved otherwise`)
  }
  const live = ledger.traces.ofReference(sale.settlementId).filter((trace) => trace.source === 'settlement')
  if (live.some((trace) => (trace.freedAt === null) !== (sale.state === 'settled'))) {
    problems.push(`${name}: its boxes are in another state`)
  }
  return problems
}

function traceProblems(ledger: Ledger): string[] {
  const live = ledger.traces.all().filter((trace) => trace.freedAt === null && trace.source === 'settlement')
  const whole = live.filter((trace) => trace.split === 0).map((trace) => trace.code)
  return new Set(whole).size === whole.length ? [] : ['a whole box is in two live settlements']
}

/** What does not hold in the ledger; empty when everything does. Reads all of it. */
export function checkLedger(ledger: Ledger): string[] {
  const sales = ledger.settlements.all().flatMap((sale) => saleProblems(sale, ledger))
  return [...accountProblems(ledger), ...sales, ...traceProblems(ledger)]
}
