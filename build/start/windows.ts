import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import electronPackage from 'electron/package.json' with { type: 'json' }
import { PAGE_FOLDER } from '../bundle/ensure-bundle.ts'
import { QUIET_FLAGS, sandboxFlags } from '../display/chromium-flags.ts'
import { findChromium } from '../display/find-chromium.ts'
import type { ElectronRuntime } from '../electron-runtime/runtime.ts'
import { ROOT } from '../paths.ts'
import { startEngine } from '../processes/programs.ts'
import { readyText, startReadyProcess, type ReadyProcess } from '../processes/ready-process.ts'

/** Something that shows the till, or waits to be looked at. */
export type OpenWindow = {
  /** Resolves when the person closed it, or when what it needs ended. */
  readonly closed: Promise<unknown>
  readonly stop: () => Promise<void>
}

export type Shop = { readonly dataDir: string; readonly configFile: string }

const showErrors = (text: string): void => {
  process.stderr.write(text)
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY'])
}

/** Opens the desktop shell, which starts and watches the engine itself. */
export async function openElectron(runtime: ElectronRuntime, shop: Shop): Promise<OpenWindow> {
  const flags = ['--data', shop.dataDir, '--config', shop.configFile]
  const shell = await startReadyProcess({
    name: 'electron',
    program: runtime.executable,
    args: [...sandboxFlags(), ROOT, ...flags],
    env: runsEngineItself(runtime) ? process.env : { ...process.env, TILL_ENGINE_NODE: process.execPath },
    onErrorText: showErrors,
    withinMs: 60_000,
  })
  return { closed: shell.ended, stop: shell.stop }
}

/** An Electron older than the product's own has an older Node inside, which cannot run the engine. */
function runsEngineItself(runtime: ElectronRuntime): boolean {
  const major = (version: string): number => Number(version.split('.')[0])
  return major(runtime.version) >= major(electronPackage.version)
}

/** Opens the installed Chromium as an app window on an engine of its own. Undefined when there is no Chromium. */
export async function openChromium(
  shop: Shop,
  stateFolder: string,
  log: (line: string) => void,
): Promise<OpenWindow | undefined> {
  const chromium = findChromium()
  if (chromium === undefined) return undefined
  const engine = await startPageEngine(shop)
  tellCustomerPage(engine, log)
  const profile = `--user-data-dir=${join(stateFolder, 'chromium')}`
  const flags = [...sandboxFlags(), ...QUIET_FLAGS, profile, '--lang=zh-CN', '--window-size=1366,768']
  const window = spawn(chromium, [`--app=${readyText(engine, 'page')}`, ...flags], { stdio: 'ignore' })
  const closed = Promise.race([once(window, 'exit'), engine.ended])
  return {
    closed,
    stop: async () => {
      await endWindow(window)
      await engine.stop()
    },
  }
}

async function endWindow(window: ChildProcess): Promise<void> {
  if (window.exitCode !== null || window.signalCode !== null) return
  const exit = once(window, 'exit')
  window.kill('SIGTERM')
  await exit
}

/** No window at all: the address is printed, and whoever opens it is at the till. */
export async function openAddress(shop: Shop, log: (line: string) => void): Promise<OpenWindow> {
  const engine = await startPageEngine(shop)
  log('这里没有可用的显示器。请在本机浏览器打开下面的地址；按 Ctrl+C 结束。')
  process.stdout.write(`${readyText(engine, 'page')}\n`)
  tellCustomerPage(engine, log)
  return { closed: engine.ended, stop: engine.stop }
}

/** The desktop shell opens the customer's page itself; a browser has to be shown the way. */
function tellCustomerPage(engine: ReadyProcess, log: (line: string) => void): void {
  log(`顾客屏（在另一个屏幕上打开）：${readyText(engine, 'display')}`)
}

function startPageEngine(shop: Shop): Promise<ReadyProcess> {
  const { dataDir, configFile } = shop
  return startEngine({ dataDir, configFile, pageFolder: PAGE_FOLDER, onErrorText: showErrors })
}
