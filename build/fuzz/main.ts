import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { CACHE, ROOT } from '../paths.ts'
import { startCoverage } from './coverage.ts'
import { fuzz, type FuzzResult, type Target } from './fuzz-loop.ts'

/**
 * `npm run fuzz`: every parser of bytes from outside under a million inputs. `-- --only NAME` takes one, `--runs N` another
 * number, `--seed N` other inputs, `--table FILE` another table of targets.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    table: { type: 'string', default: join(ROOT, 'native-bridge', 'fuzz', 'targets.ts') },
  },
})
const number = z.coerce.number().int().positive()
const runs = number.parse(values.runs)
const seed = number.parse(values.seed)

const log = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const tableSchema = z.object({
  FUZZ_TARGETS: z.array(
    z.object({
      name: z.string(),
      run: z.custom<Target['run']>((value) => typeof value === 'function'),
      seeds: z.array(z.instanceof(Uint8Array)).optional(),
    }),
  ),
})

/** Tells of an input that breaks a target, and keeps it as a file. */
async function report(target: Target, failure: NonNullable<FuzzResult['failure']>): Promise<void> {
  const folder = join(CACHE, 'fuzz')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${target.name}.bin`)
  await writeFile(file, failure.input)
  const why =
    failure.error instanceof Error ? (failure.error.stack ?? failure.error.message) : String(failure.error)
  log(`${target.name}: ${Buffer.from(failure.input).toString('hex')}\n${why}\n${file}`)
}

const coverage = await startCoverage()
const table: unknown = await import(pathToFileURL(resolve(values.table)).href)
const targets = tableSchema
  .parse(table)
  .FUZZ_TARGETS.filter(({ name }) => values.only === undefined || name === values.only)
if (targets.length === 0) throw new Error(`no fuzz target ${values.only ?? ''}`)

let broken = 0
for (const target of targets) {
  await coverage.take()
  const started = performance.now()
  const describe = (result: Omit<FuzzResult, 'failure'>): string => {
    const perSecond = Math.round((result.runs / (performance.now() - started)) * 1_000)
    const reached = `${result.functions} functions, ${result.unreached} characters of them unreached`
    return `${target.name}: ${result.runs} runs, ${reached}, corpus ${result.corpus}, ${perSecond}/s`
  }
  const result = await fuzz(target, { runs, seed, coverage, onProgress: (soFar) => log(describe(soFar)) })
  if (result.failure !== undefined) {
    broken += 1
    await report(target, result.failure)
  }
  process.stdout.write(`${describe(result)}${result.failure === undefined ? '' : ' BROKEN'}\n`)
}
coverage.stop()
process.stdout.write(`${targets.length - broken} passed, ${broken} failed\n`)
if (broken > 0) process.exitCode = 1
