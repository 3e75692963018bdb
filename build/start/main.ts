import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBundle } from '../bundle/ensure-bundle.ts'
import { resolveElectron } from '../electron-runtime/resolve-electron.ts'
import { ROOT } from '../paths.ts'
import { readStartOptions, USAGE, type StartOptions } from './options.ts'
import { openPracticeShop, type OpenShop } from './practice.ts'
import { hasDisplay, openAddress, openChromium, openElectron, type OpenWindow } from './windows.ts'

const STATE = join(ROOT, '.data', 'practice')

const log = (line: string): void => {
  process.stderr.write(`〔启动〕${line}\n`)
}

async function openWindow(options: StartOptions, shop: OpenShop): Promise<OpenWindow> {
  const display = options.window !== 'none' && hasDisplay(process.env)
  if (display && options.window !== 'chromium') {
    const runtime = await resolveElectron(log)
    if (runtime !== undefined) return openElectron(runtime, shop)
  }
  if (display && options.window !== 'electron') {
    const window = await openChromium(shop, STATE, log)
    if (window !== undefined) return window
  }
  return openAddress(shop, log)
}

/** `npm start`: centre, engine and window; ends everything when the window closes or Ctrl+C is pressed. */
async function start(options: StartOptions): Promise<void> {
  await mkdir(STATE, { recursive: true })
  const interrupted = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => interrupted.resolve())
  await ensureBundle(log)
  const shop =
    options.shop === undefined
      ? await openPracticeShop(STATE, log, options.devices)
      : { ...options.shop, centre: undefined }
  try {
    log('正在打开收银台…')
    const window = await openWindow(options, shop)
    log('收银台已就绪')
    if (!options.check) await Promise.race([window.closed, interrupted.promise])
    log('正在结束…')
    await window.stop()
  } finally {
    await shop.centre?.stop()
  }
}

const options = readStartOptions(process.argv.slice(2), process.env)
if (options === undefined) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  await start(options).catch((error: unknown) => {
    log(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
}
