/**
 * `npm run mutations`: breaks the product on purpose, one fault at a time in a copy, and shows what catches it. The exit
 * code is 1 when a fault was not caught. `-- --only N` runs one of the list, counted from 1.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { inPackages, ROOT } from '../../build/paths.ts'
import { runCommand } from '../../build/processes/run-command.ts'
import { MUTATIONS, type Mutation } from './list.ts'

const SCHEDULES = 400

/** A copy of the tracked files with the packages linked in. */
function copyOfTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'till-mutant-'))
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0')
  for (const file of files.filter((name) => name !== '')) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(ROOT, file), join(folder, file))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

function mutate(folder: string, { file, find, replace }: Mutation): void {
  const path = join(folder, file)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(find, () => replace),
  )
}

/** What caught a fault; undefined when nothing did. */
async function caughtBy(mutation: Mutation): Promise<string | undefined> {
  const folder = copyOfTree()
  try {
    mutate(folder, mutation)
    const schedules = [join(folder, 'schedules', 'main.ts'), '--count', String(SCHEDULES), '--stop']
    const run = await runCommand(process.execPath, schedules, { cwd: folder })
    const seed = /种子 (\d+)/.exec(run.output)?.[1]
    if (run.code !== 0) return seed === undefined ? 'schedules: the till breaks' : `schedules: seed ${seed}`
    for (const test of mutation.tests) {
      const vitest = [inPackages('vitest', 'vitest.mjs'), 'run', test]
      if ((await runCommand(process.execPath, vitest, { cwd: folder })).code !== 0) return `test: ${test}`
    }
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const chosen =
  values.only === undefined ? MUTATIONS : MUTATIONS.slice(Number(values.only) - 1, Number(values.only))
let survived = 0
for (const mutation of chosen) {
  const caught = await caughtBy(mutation)
  if (caught === undefined) survived += 1
  process.stdout.write(
    `${caught === undefined ? '✗ 没有发现' : '✓'}  ${mutation.name.padEnd(60)} ${caught ?? ''}\n`,
  )
}
process.stdout.write(`${chosen.length} 处破坏，${survived} 处没有被发现\n`)
if (survived > 0) process.exitCode = 1
