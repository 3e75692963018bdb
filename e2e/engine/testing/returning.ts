import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { ReturnView } from '../../../engine/contract/returns.ts'
import type { SaleView } from '../../../engine/contract/sale.ts'
import { verifyFolder } from '../../../engine/verify/verify-database.ts'
import { scanBoxes, type TestCounter } from '../counter.ts'

/** Who may approve what the practice cashier may not do alone. */
export const MANAGER = { operatorNumber: '9001', password: 'lianxi-9001' } as const

/** People of the practice centre, by what is special about them. */
export const PERSON = {
  /** Pays all from the account. */
  account: { number: '441900198703124025', psnNo: '44190000000000100101' },
  /** Has a share of the pooled fund beyond a deductible of 50.00. */
  pooled: { number: '44190019580915101X', psnNo: '44190000000000100102' },
  /** Has 3.50 in the account; the rest is cash. */
  nearlyEmpty: { number: '441900195204036027', psnNo: '44190000000000100106' },
} as const
export type TestPerson = (typeof PERSON)[keyof typeof PERSON]

/** A completed sale that the customer paid in cash. */
export async function sellForCash(counter: TestCounter, boxes = 1, index = 0): Promise<SaleView> {
  await scanBoxes(counter, boxes, index)
  return (await counter.must('sale.payCash', { received: null })).sale
}

/** Identifies, quotes, settles and takes the rest of the sale at the counter in cash. */
export async function settleSale(counter: TestCounter, person: TestPerson): Promise<SaleView> {
  await counter.must('insurance.identify', { type: '02', number: person.number })
  return settleIdentified(counter)
}

/** As {@link settleSale}, for a sale whose person is known. */
export async function settleIdentified(counter: TestCounter): Promise<SaleView> {
  await counter.must('insurance.quote', {})
  const { sale } = await counter.must('insurance.settle', {})
  if (sale.state === 'completed') return sale
  return (await counter.must('sale.payCash', { received: null })).sale
}

/** A completed sale of boxes of one good that the insurance has settled. */
export async function sellInsured(
  counter: TestCounter,
  person: TestPerson,
  boxes = 1,
  index = 0,
): Promise<SaleView> {
  await scanBoxes(counter, boxes, index)
  return settleSale(counter, person)
}

/** Begins to return `boxes` of the first line of a sale (all of it unless said), with the manager's approval. */
export async function begin(counter: TestCounter, sale: SaleView, boxes?: number): Promise<ReturnView> {
  const line = sale.lines[0]
  if (line === undefined) throw new Error('nothing was sold')
  const count = boxes ?? line.quantity / 10_000
  const begun = await counter.must('returns.begin', {
    saleId: sale.id,
    lines: [{ lineId: line.id, quantity: count * 10_000, traceCodes: line.trace.codes.slice(0, count) }],
    reason: '顾客退货',
    approval: MANAGER,
  })
  return begun.return
}

/** Shows the person's document for a return. */
export async function showDocument(
  counter: TestCounter,
  returned: ReturnView,
  person: TestPerson,
): Promise<ReturnView> {
  const shown = { returnId: returned.id, type: '02', number: person.number } as const
  return (await counter.must('returns.identify', shown)).return
}

/** Gives the refund whose turn it is by hand. */
export async function giveByHand(counter: TestCounter, returned: ReturnView): Promise<ReturnView> {
  const step = returned.steps.find(({ state }) => state === 'now')
  if (step?.refundId == null) throw new Error(`no refund is due but ${step?.kind ?? 'nothing'}`)
  const given = { returnId: returned.id, refundId: step.refundId, reference: null }
  return (await counter.must('returns.refundByHand', given)).return
}

/** The steps of a return and where each stands, in one line. */
export const stepsOf = (returned: ReturnView): string =>
  returned.steps.map((step) => `${step.kind}:${step.state}`).join(' ')

/** Reads the till's own database beside the running engine. */
export function readTill<Row>(counter: TestCounter, sql: string, ...values: (string | number)[]): Row[] {
  const db = new Sqlite(join(counter.dataFolder, 'till.db'), { readonly: true })
  try {
    return db.prepare<unknown[], Row>(sql).all(...values)
  } finally {
    db.close()
  }
}

/** Changes the till's own database, for what the parts of the till that do it are not there for. */
export function writeTill(counter: TestCounter, sql: string, ...values: (string | number)[]): void {
  const db = new Sqlite(join(counter.dataFolder, 'till.db'))
  try {
    db.prepare<unknown[]>(sql).run(...values)
  } finally {
    db.close()
  }
}

/** What `npm run verify` finds wrong with the till's records. */
export function findings(counter: TestCounter): string[] {
  const report = verifyFolder(counter.dataFolder)
  if (!report.ok) return [report.refusal.code]
  return report.value.checks.flatMap((check) => check.findings.map(({ text }) => `${check.name}: ${text}`))
}

/** What the stock lost (negative) or got back of a sale's lines, in boxes. */
export function stockOf(counter: TestCounter, saleId: string): number {
  const [row] = readTill<{ sum: number | null }>(
    counter,
    `SELECT sum(stock_move.quantity_e4) AS sum FROM stock_move JOIN sale_line ON sale_line.id = stock_move.line_id
     WHERE sale_line.sale_id = ?`,
    saleId,
  )
  return (row?.sum ?? 0) / 10_000
}
