import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { CACHE, ROOT } from '../paths.ts'
import { runCommand } from '../processes/run-command.ts'
import { lintSteps, type LintStep } from './steps.ts'

export type LintSummary = { readonly passed: number; readonly failed: readonly string[] }

/** Runs every check, as many at once as the machine has cores, and prints one line for each on stderr. */
export async function runLint(): Promise<LintSummary> {
  await mkdir(CACHE, { recursive: true })
  const waiting = [...lintSteps()]
  const failed: string[] = []
  let passed = 0
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (await runStep(step)) passed += 1
      else failed.push(step.name)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return { passed, failed }
}

async function runStep(step: LintStep): Promise<boolean> {
  const outcome = await runCommand(step.program ?? process.execPath, step.args, { cwd: ROOT })
  const good = outcome.code === 0
  process.stderr.write(`${good ? '✓' : '✗'} ${step.name} (${outcome.seconds.toFixed(1)} s)\n`)
  if (!good) process.stderr.write(`${outcome.output.trimEnd()}\n`)
  return good
}
