import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startVirtualDisplay } from '../display/virtual-display.ts'
import { resolveElectron } from '../electron-runtime/resolve-electron.ts'
import { runLint } from '../lint/run-lint.ts'
import { CACHE, inPackages, ROOT } from '../paths.ts'
import { runCommand } from '../processes/run-command.ts'
import { withExitCode, type Counts } from './counts.ts'
import { readPlaywright, readVitest } from './read-results.ts'

const log = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Types, layers, style, dead code: each check counts as one test. */
export async function lintSuite(): Promise<Counts> {
  const summary = await runLint()
  return {
    passed: summary.passed,
    failed: summary.failed.length,
    skipped: 0,
    skips: [],
    failures: summary.failed,
  }
}

/** Unit, property, storage and protocol tests of all layers. */
export async function unitSuite(args: readonly string[]): Promise<Counts> {
  const report = join(CACHE, 'test-results', 'vitest.json')
  await rm(report, { force: true })
  const tool = inPackages('vitest', 'vitest.mjs')
  const outcome = await runCommand(process.execPath, [tool, 'run', ...args], { cwd: ROOT, echo: true })
  return withExitCode(await readVitest(report), outcome.code)
}

/** The screens in Chromium and in Electron, on a display of their own. */
export async function screenSuite(args: readonly string[]): Promise<Counts> {
  const report = join(CACHE, 'test-results', 'playwright.json')
  await rm(report, { force: true })
  const electron = await resolveElectron(log)
  const display = await startVirtualDisplay()
  const env = {
    ...process.env,
    DISPLAY: display.name,
    ...(electron === undefined
      ? { TILL_NO_ELECTRON: 'no Electron runtime can be had here' }
      : { TILL_ELECTRON_PATH: electron.executable }),
  }
  try {
    const tool = inPackages('@playwright', 'test', 'cli.js')
    const config = join(ROOT, 'e2e', 'playwright.config.ts')
    const outcome = await runCommand(process.execPath, [tool, 'test', '--config', config, ...args], {
      cwd: ROOT,
      env,
      echo: true,
    })
    return withExitCode(await readPlaywright(report), outcome.code)
  } finally {
    await display.stop()
  }
}
