import type { AdminClient } from '../../sandbox/admin-client.ts'
import type { Centre } from '../../sandbox/centre/centre.ts'
import { checkLedger } from '../../sandbox/ledger/check-ledger.ts'
import type { ReportRecord } from '../../sandbox/ledger/reports.ts'
import type { SettlementRecord } from '../../sandbox/ledger/settlements.ts'
import type { TraceRecord } from '../../sandbox/ledger/traces.ts'

/** What the centre holds about one shop: the yardstick of every schedule. */
export type CentreTruth = {
  readonly settlements: readonly SettlementRecord[]
  readonly reports: readonly ReportRecord[]
  readonly traces: readonly TraceRecord[]
  /** What does not hold in the ledger itself. */
  readonly problems: readonly string[]
}

/** Of a centre in this process. */
export function truthOf(centre: Centre): CentreTruth {
  const { ledger } = centre
  return {
    settlements: ledger.settlements.all(),
    reports: ledger.reports.all(),
    traces: ledger.traces.all(),
    problems: checkLedger(ledger),
  }
}

/** Of a centre in its own process, about one of its shops. */
export async function truthOfShop(admin: AdminClient, shop: string): Promise<CentreTruth> {
  const [settlements, reports, traces, problems] = await Promise.all([
    admin.settlements(),
    admin.reports(),
    admin.traces(),
    admin.check(),
  ])
  const ours = <Row extends { readonly shop: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.shop === shop)
  return { settlements: ours(settlements), reports: ours(reports), traces: ours(traces), problems }
}
