import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { PRACTICE_OPERATOR, writePracticeShop } from '../../build/practice/practice-shop.ts'
import { startCentre } from '../../build/processes/programs.ts'
import { composeEngine } from '../../engine/compose.ts'
import { loadConfig } from '../../engine/config/config.ts'
import type { Handlers } from '../../engine/transport/handlers.ts'
import { newTraceCode, tracedGood } from './counter.ts'
import { MANAGER } from './testing/returning.ts'

/** Tables that stay small, or whose scan ends at once: a limit, or an index that holds only what is open. */
const MAY_SCAN = [
  /^SCAN outbox USING INDEX outbox_waiting$/,
  /^SCAN j USING INDEX print_job_open$/,
  /^SCAN sale USING INDEX sale_held/,
  /^SCAN resolution USING (COVERING )?INDEX resolution_due$/,
  /^SCAN sale_case USING (COVERING )?INDEX sale_case_(open|due)$/,
  /^SCAN sale_return USING INDEX sale_return_unfinished$/,
  /^SCAN sale USING INDEX sqlite_autoindex_sale_1$/,
  /^SCAN CONSTANT ROW$/,
  // a part of a name: the whole of an index that covers it, measured by the search tests
  /^SCAN g USING COVERING INDEX goods_by_name$/,
]

/** Returns one of the two boxes of the sale that was settled last. */
function returnSteps(handlers: Handlers): readonly (() => ReturnType<Handlers['returns.get']>)[] {
  let returnId = ''
  return [
    async () => {
      const recent = await handlers['sale.recent']({ limit: 1 })
      const number = recent.ok ? (recent.value.sales[0]?.number ?? '') : ''
      const found = await handlers['returns.find']({ text: number })
      const sale = found.ok ? found.value.sales[0] : undefined
      const line = sale?.lines[0]
      const begun = await handlers['returns.begin']({
        saleId: sale?.saleId ?? '',
        lines: [
          { lineId: line?.lineId ?? '', quantity: 10_000, traceCodes: line?.traceCodes.slice(1) ?? [] },
        ],
        reason: '退货',
        approval: MANAGER,
      })
      if (begun.ok) returnId = begun.value.return.id
      return begun
    },
    () => handlers['returns.identify']({ returnId, type: '02', number: '441900198703124025' }),
    () => handlers['returns.proceed']({ returnId }),
    async () => {
      await handlers['sale.hold']({})
      await handlers['returns.open']({})
      await handlers['uploads.sendNow']({})
      return handlers['returns.get']({ returnId })
    },
  ]
}

async function wholeSale(handlers: Handlers): Promise<void> {
  const good = tracedGood()
  const steps = [
    () =>
      handlers['session.signIn']({
        operatorNumber: PRACTICE_OPERATOR.number,
        password: PRACTICE_OPERATOR.password,
        openingFloat: 0,
      }),
    () => handlers['scan.submit']({ text: good.barcode }),
    () => handlers['scan.submit']({ text: newTraceCode(good.prefix) }),
    () => handlers['scan.submit']({ text: newTraceCode(good.prefix) }),
    () => handlers['sale.hold']({}),
    async () => {
      const held = await handlers['sale.held']({})
      return handlers['sale.recall']({ saleId: held.ok ? (held.value.sales[0]?.id ?? '') : '' })
    },
    () => handlers['sale.setDiscount']({ lineId: null, discount: 100 }),
    () => handlers['insurance.identify']({ type: '02', number: '441900198703124025' }),
    () => handlers['insurance.quote']({}),
    () => handlers['insurance.settle']({}),
    () => handlers['uploads.sendNow']({}),
    () => handlers['goods.search']({ text: 'amxl', limit: 10 }),
    () => handlers['status.get']({}),
    () => handlers['resolving.list']({}),
    () => handlers['cases.list']({}),
    ...returnSteps(handlers),
    () => handlers['session.signOut']({}),
  ]
  for (const step of steps) {
    const result = await step()
    if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.params)}`)
  }
}

it('no statement of a whole sale reads a table from end to end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'till-plans-'))
  const centre = await startCentre(join(folder, 'centre'), 0)
  const config = await loadConfig(await writePracticeShop(folder, { centreUrl: String(centre.ready['url']) }))
  if (!config.ok) throw new Error(config.refusal.code)
  const statements = new Set<string>()
  const engine = await composeEngine({
    dataFolder: join(folder, 'till'),
    config: config.value,
    slowStatements: { limitMs: -1, report: ({ sql }) => statements.add(sql) },
  })
  if (!engine.ok) throw new Error(engine.refusal.code)
  // what the import of the shop's goods did is no part of a sale
  statements.clear()
  await wholeSale(engine.value.handlers)
  await engine.value.stop()
  await centre.stop()

  const db = new Sqlite(join(folder, 'till', 'till.db'), { readonly: true })
  const scans = [...statements].flatMap((sql) => {
    const values = Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => 1)
    const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
    return plan
      .map((row) => row.detail)
      .filter((detail) => detail.startsWith('SCAN') && !MAY_SCAN.some((pattern) => pattern.test(detail)))
      .map((detail) => `${detail}: ${sql}`)
  })
  db.close()
  await rm(folder, { recursive: true })
  expect(statements.size).toBeGreaterThan(40)
  expect(scans).toEqual([])
})
