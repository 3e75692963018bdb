import type { SettlementState } from '../../core/settlement/state.ts'
import type { ReadableDb } from '../../db/connection/database.ts'
import type { SettlementRecord } from '../../sandbox/ledger/settlements.ts'
import type { CentreTruth } from './centre-truth.ts'
import {
  liveTraces,
  tillCases,
  tillSales,
  tillSettlements,
  waitingReports,
  type TillCase,
  type TillSettlement,
} from './till-records.ts'

/**
 * What centre and till say differently once the line is healthy, everything was asked and everything was reported. Empty
 * when no person was charged twice, no sale was lost and nothing was claimed that is not so.
 */
export function compare(db: ReadableDb, truth: CentreTruth): string[] {
  const settlements = tillSettlements(db)
  const cases = tillCases(db)
  return [
    ...truth.problems.map((problem) => `centre: ${problem}`),
    ...settlements.flatMap((settlement) => tillClaims(settlement, truth)),
    ...truth.settlements.flatMap((record) => centreHolds(record, settlements, cases)),
    ...chargedTwice(truth.settlements, settlements, cases),
    ...unpaidSales(db, settlements),
    ...boxes(db, truth),
    ...(waitingReports(db) === 0 ? [] : [`till: ${waitingReports(db)} reports were never taken`]),
  ]
}

/** States in which the till says that it does not know, or that somebody must look. */
const OPEN: readonly SettlementState[] = [
  'prepared',
  'sent',
  'unknown',
  'cancelling',
  'cancel-unknown',
  'reversing',
  'reverse-unknown',
]

const live = (record: SettlementRecord): boolean => record.kind === 'sale' && record.state === 'settled'

/** What the till claims of a settlement must be what the centre holds. */
function tillClaims(settlement: TillSettlement, truth: CentreTruth): string[] {
  const name = `till settlement ${settlement.id} (${settlement.state})`
  if (OPEN.includes(settlement.state)) return [`${name}: still open although everything could be asked`]
  const record = truth.settlements.find(
    (candidate) => candidate.kind === 'sale' && candidate.msgid === settlement.msgid,
  )
  switch (settlement.state) {
    case 'settled':
      return record === undefined || !live(record)
        ? [`${name}: the centre has ${record?.state ?? 'nothing'}`]
        : differences(name, settlement, record)
    case 'cancelled':
      return record !== undefined && live(record) ? [`${name}: stands at the centre`] : []
    case 'reversed':
      return record !== undefined && live(record) ? [`${name}: stands at the centre`] : []
    default:
      return []
  }
}

function differences(name: string, settlement: TillSettlement, record: SettlementRecord): string[] {
  const pairs = [
    ['setl_id', settlement.setl_id, record.settlementId],
    ['total', settlement.claimed_fen, record.total],
    ['fund', settlement.fund_paid_fen, record.fundPaid],
    ['account', settlement.account_paid_fen, record.accountPaid],
    ['cash', settlement.cash_part_fen, record.cashPaid],
  ] as const
  return pairs.flatMap(([what, ours, theirs]) =>
    ours === theirs ? [] : [`${name}: ${what} is ${String(ours)} here and ${String(theirs)} at the centre`],
  )
}

const SHOWN: readonly SettlementState[] = ['settled', 'disputed']

/** Money that the centre moved must be shown by the till: as a settlement, a dispute, or a case for a person. */
function centreHolds(
  record: SettlementRecord,
  settlements: readonly TillSettlement[],
  cases: readonly TillCase[],
): string[] {
  if (!live(record)) return []
  const ours = settlements.find((settlement) => settlement.msgid === record.msgid)
  const hasCase = cases.some((one) => one.msgid === record.msgid && one.state !== 'undone')
  if (hasCase || (ours !== undefined && SHOWN.includes(ours.state))) return []
  const said = ours === undefined ? 'knows nothing of it' : `says ${ours.state}`
  return [`centre settlement ${record.settlementId} of ${record.total} fen: the till ${said}`]
}

/** Two settlements that stand for one sale are a double charge unless a case says so. */
function chargedTwice(
  records: readonly SettlementRecord[],
  settlements: readonly TillSettlement[],
  cases: readonly TillCase[],
): string[] {
  const saleOf = new Map(settlements.map((settlement) => [settlement.msgid, settlement.sale_id]))
  const standing = records.filter(
    (record) => live(record) && !cases.some((one) => one.msgid === record.msgid && one.state !== 'undone'),
  )
  return [...Map.groupBy(standing, (record) => saleOf.get(record.msgid))].flatMap(([sale, charges]) =>
    sale === undefined || charges.length < 2 ? [] : [`sale ${sale} was charged ${charges.length} times`],
  )
}

/** A completed sale is paid to the fen; one that is not completed took nothing it did not give back. */
function unpaidSales(db: ReadableDb, settlements: readonly TillSettlement[]): string[] {
  return tillSales(db).flatMap((sale) => {
    const settled = settlements.filter((one) => one.sale_id === sale.id && one.state === 'settled')
    const insured = settled.reduce((sum, one) => sum + one.claimed_fen - (one.cash_part_fen ?? 0), 0)
    const paid = insured + sale.tendered_fen - sale.refunded_fen
    if (sale.state === 'voided' && paid !== 0) return [`sale ${sale.number}: voided with ${paid} fen taken`]
    // what returns leave of a sale is `verify`'s to add up: kept goods are settled again in a sale of their own
    if (sale.state !== 'completed' || sale.returned_fen > 0) return []
    return paid === sale.total_fen ? [] : [`sale ${sale.number}: ${paid} fen paid for ${sale.total_fen}`]
  })
}

/** Boxes of settlements that stand are sold on both sides. */
function boxes(db: ReadableDb, truth: CentreTruth): string[] {
  const sold = new Set(liveTraces(db).map((trace) => trace.code))
  const standing = truth.traces.filter((trace) => trace.freedAt === null && trace.source === 'settlement')
  return standing.flatMap((trace) =>
    sold.has(trace.code) ? [] : [`box …${trace.code.slice(-6)}: sold at the centre, free at the till`],
  )
}
