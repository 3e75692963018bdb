import { chromium, _electron, type Browser, type ElectronApplication, type Page } from '@playwright/test'
import { PAGE_FOLDER } from '../bundle/ensure-bundle.ts'
import { resolveElectron } from '../electron-runtime/resolve-electron.ts'
import { inPackages, ROOT } from '../paths.ts'
import { startEngine } from '../processes/programs.ts'
import { readyText, type ReadyProcess } from '../processes/ready-process.ts'
import { QUIET_FLAGS, sandboxFlags } from './chromium-flags.ts'
import { findChromium } from './find-chromium.ts'

/** A till's data and configuration. */
export type TillFiles = { readonly dataDir: string; readonly configFile: string }
export type WindowSize = { readonly width: number; readonly height: number }

/** The till's screens in a window that a program drives, and the means to end them. */
export type OpenTill = { readonly page: Page; readonly close: () => Promise<void> }
export type BrowserTill = OpenTill & {
  readonly browser: Browser
  readonly engine: ReadyProcess
  /** Kills the engine, starts another on the same data, and goes to its page. */
  readonly crash: () => Promise<void>
}
export type ElectronTill = OpenTill & { readonly app: ElectronApplication }

/** Opens the screens in the installed Chromium against an engine of its own. The bundle must be there. */
export async function openInBrowser(files: TillFiles, size: WindowSize): Promise<BrowserTill> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium is installed')
  const { dataDir, configFile } = files
  const start = (): Promise<ReadyProcess> => startEngine({ dataDir, configFile, pageFolder: PAGE_FOLDER })
  const engine = await start()
  let running = engine
  const browser = await chromium.launch({ executablePath, args: [...sandboxFlags(), ...QUIET_FLAGS] })
  const page = await browser.newPage({ viewport: size, locale: 'zh-CN' })
  await page.goto(readyText(engine, 'page'))
  const close = async (): Promise<void> => {
    await browser.close()
    await running.stop()
  }
  const crash = async (): Promise<void> => {
    await running.kill()
    running = await start()
    await page.goto(readyText(running, 'page'))
  }
  return { page, browser, engine, crash, close }
}

/**
 * Playwright's own first script: it holds the app back until the test is connected. Playwright leaves it out when it is
 * given a program, and then now and then waits for ever for a window that was there before it.
 */
const HOLD_UNTIL_CONNECTED = inPackages('playwright-core', 'lib', 'server', 'electron', 'loader.js')

/** Opens the desktop shell, which starts the engine itself. `flags` go to the shell. */
export async function openInElectron(
  files: TillFiles,
  size: WindowSize,
  flags: readonly string[] = [],
): Promise<ElectronTill> {
  const runtime = await resolveElectron(() => undefined)
  if (runtime === undefined) throw new Error('no Electron can be had')
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [
      '-r',
      HOLD_UNTIL_CONNECTED,
      ...sandboxFlags(),
      ROOT,
      '--data',
      files.dataDir,
      '--config',
      files.configFile,
      ...flags,
    ],
    env: { ...environment(), TILL_ENGINE_NODE: process.execPath },
  })
  const page = await app.firstWindow()
  await app.evaluate(({ BrowserWindow }, content) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.unmaximize()
    window?.setContentSize(content.width, content.height)
  }, size)
  return { page, app, close: () => app.close() }
}

/** Playwright wants every value to be text. */
function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}
