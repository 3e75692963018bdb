import { parseArgs } from 'node:util'
import { benchMessages } from './cases/messages.ts'
import { benchRecovery } from './cases/recovery.ts'
import { benchParsers } from './cases/parsers.ts'
import { benchSale, benchSaleGrowth } from './cases/sale.ts'
import { benchScan } from './cases/scan.ts'
import { benchSchedules } from './cases/schedules.ts'
import { benchSearch } from './cases/search.ts'
import { benchScanToPaint } from './cases/scan-to-paint.ts'
import { benchStart } from './cases/start.ts'
import { tableOf, type Figure } from './measure/figure.ts'

const CASES: Readonly<Record<string, () => Promise<Figure[]>>> = {
  scan: benchScan,
  sale: benchSale,
  'sale-growth': benchSaleGrowth,
  start: benchStart,
  recovery: benchRecovery,
  schedules: benchSchedules,
  search: benchSearch,
  messages: benchMessages,
  parsers: benchParsers,
  'scan-to-paint': benchScanToPaint,
}

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
})

const chosen = Object.entries(CASES).filter(([id]) => values.only === undefined || values.only === id)
if (chosen.length === 0) {
  process.stderr.write(`没有名为 ${values.only ?? ''} 的测量；可选：${Object.keys(CASES).join('、')}\n`)
  process.exitCode = 2
} else {
  const figures: Figure[] = []
  for (const [id, run] of chosen) {
    process.stderr.write(`测量 ${id} …\n`)
    figures.push(...(await run()))
  }
  process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : `${tableOf(figures)}\n`)
  if (figures.some((figure) => figure.ratio > figure.limit)) process.exitCode = 1
}
