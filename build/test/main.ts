import { closingLine, sumCounts, type Counts } from './counts.ts'
import { lintSuite, screenSuite, unitSuite } from './suites.ts'

/**
 * `npm test`: everything. `npm test -- lint`, `npm test -- unit [vitest's arguments]` and
 * `npm test -- screens [Playwright's arguments]` run one part. The last line says how many tests ran to which end.
 */
const [part = 'all', ...args] = process.argv.slice(2)

const SUITES: readonly { readonly name: string; readonly run: () => Promise<Counts> }[] = [
  { name: 'lint', run: lintSuite },
  { name: 'unit', run: () => unitSuite(args) },
  { name: 'screens', run: () => screenSuite(args) },
]

const chosen = SUITES.filter((suite) => part === 'all' || part === suite.name)
if (chosen.length === 0) {
  process.stderr.write(`不认识的部分 ${part}：可以是 ${SUITES.map((suite) => suite.name).join('、')}\n`)
  process.exitCode = 2
} else {
  const started = performance.now()
  const parts: Counts[] = []
  for (const suite of chosen) {
    process.stderr.write(`\n== ${suite.name}\n`)
    parts.push(await suite.run())
  }
  const counts = sumCounts(parts)
  for (const skip of counts.skips) process.stdout.write(`skipped: ${skip}\n`)
  // once more at the end: what failed would otherwise stand thousands of lines above
  for (const failure of counts.failures) process.stdout.write(`failed: ${failure}\n`)
  chosen.forEach((suite, index) => {
    const own = parts[index]
    if (own !== undefined) process.stdout.write(`${suite.name}: ${closingLine(own)}\n`)
  })
  process.stdout.write(`${Math.round((performance.now() - started) / 1000)} s\n`)
  process.stdout.write(`${closingLine(counts)}\n`)
  if (counts.failed > 0) process.exitCode = 1
}
