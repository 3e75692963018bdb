import { parseArgs } from 'node:util'
import { manyReal } from './many-real.ts'
import { runSimulated, type ScheduleResult } from './run-simulated.ts'
import { makeTemplate } from './simulation/template.ts'

const USAGE = '用法：npm run schedules -- [--count 条数] [--seed 起始种子] [--real] [--verbose] [--stop]'

type Tally = { schedules: number; powerCuts: number; failed: number }

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        count: { type: 'string', default: '10000' },
        seed: { type: 'string', default: '1' },
        real: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        // ends with the first violation
        stop: { type: 'boolean', default: false },
      },
    })
    const count = Number(values.count)
    const seed = Number(values.seed)
    if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed) || seed < 0) return undefined
    return { count, seed, real: values.real, verbose: values.verbose, stop: values.stop }
  } catch {
    // an option that parseArgs does not know
    return undefined
  }
}

type Options = NonNullable<ReturnType<typeof readOptions>>

/** How the result of one seed is told: the way to see it again, then what broke and what was done. */
function report(result: ScheduleResult, options: Options): string {
  const again = `npm run schedules -- --count 1 --seed ${result.seed}${options.real ? ' --real' : ''} --verbose`
  return `种子 ${result.seed} 违反：\n  ${result.violations.join('\n  ')}\n  经过：${result.moves.join('，')}\n  重放：${again}\n`
}

async function simulate(options: Options, tell: (result: ScheduleResult) => void): Promise<void> {
  const template = await makeTemplate()
  try {
    for (let seed = options.seed; seed < options.seed + options.count; seed += 1) {
      const result = await runSimulated(template, seed)
      tell(result)
      if (options.stop && result.violations.length > 0) return
    }
  } finally {
    template.remove()
  }
}

async function main(): Promise<void> {
  const options = readOptions()
  if (options === undefined) {
    process.stderr.write(`${USAGE}\n`)
    process.exitCode = 2
    return
  }
  const tally: Tally = { schedules: 0, powerCuts: 0, failed: 0 }
  const begun = performance.now()
  const rate = (): string => (tally.schedules / ((performance.now() - begun) / 1000)).toFixed(1)
  const tell = (result: ScheduleResult): void => {
    tally.schedules += 1
    tally.powerCuts += result.powerCuts
    if (result.violations.length > 0) {
      tally.failed += 1
      process.stdout.write(report(result, options))
    } else if (options.verbose) process.stdout.write(`${result.seed}：${result.moves.join('，')}\n`)
    if (tally.schedules % 500 === 0)
      process.stderr.write(`${tally.schedules} / ${options.count}，每秒 ${rate()}\n`)
  }
  if (options.real) {
    const seeds = Array.from({ length: options.count }, (_, index) => options.seed + index)
    await manyReal(seeds, 3, tell)
  } else await simulate(options, tell)
  process.stdout.write(
    `${tally.schedules} 个日程，${tally.powerCuts} 次断电，${tally.failed} 个违反，每秒 ${rate()} 个\n`,
  )
  if (tally.failed > 0) process.exitCode = 1
}

await main()
