import type { Page } from '@playwright/test'
import { sandboxFlags } from '../../build/display/chromium-flags.ts'
import { resolveElectron } from '../../build/electron-runtime/resolve-electron.ts'
import { ROOT } from '../../build/paths.ts'
import { runCommand } from '../../build/processes/run-command.ts'
import { expect, test } from '../fixtures/electron-test.ts'
import { engineOf } from '../fixtures/engine-of.ts'
import { isRunning } from '../fixtures/processes.ts'

/** Resolves when the page is handed a port to an engine. */
function nextPort(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('message', (event) => {
          const data: unknown = event.data
          if (typeof data !== 'object' || data === null || !('type' in data)) return
          if (data.type === 'till-engine-port' && event.ports.length === 1) resolve()
        })
      }),
  )
}

test.describe('the desktop shell', () => {
  test('survives the death of its engine and connects the same window to the next one', async ({
    desktop,
  }) => {
    const first = await engineOf(desktop)
    await desktop.page.evaluate(() => Reflect.set(window, 'sameWindow', true))
    for (let death = 1; death <= 2; death += 1) {
      const before = await engineOf(desktop)
      const connected = nextPort(desktop.page)
      process.kill(before, 'SIGKILL')
      await connected
      expect(await engineOf(desktop)).not.toBe(before)
    }
    expect(await isRunning(first)).toBe(false)
    expect(await desktop.page.evaluate(() => Reflect.get(window, 'sameWindow') === true)).toBe(true)
  })

  test('loads its page again when the page dies, and connects it', async ({ desktop }) => {
    const engine = await engineOf(desktop)
    await desktop.page.waitForLoadState()
    const reloaded = await desktop.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<string>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          if (contents === undefined) return resolve('no window')
          contents.once('render-process-gone', (_event, { reason }) => {
            contents.once('did-finish-load', () => resolve(`${reason}, then ${contents.getURL()}`))
          })
          process.kill(contents.getOSProcessId(), 'SIGKILL')
        }),
    )
    expect(reloaded).toBe('killed, then app://till/index.html')
    expect(await engineOf(desktop)).toBe(engine)
  })

  test('takes its engine along when the window closes', async ({ desktop }) => {
    const engine = await engineOf(desktop)
    const closed = desktop.app.waitForEvent('close')
    await desktop.page.close()
    await closed
    await expect.poll(() => isRunning(engine)).toBe(false)
  })

  test('leaves no engine behind when it is killed', async ({ desktop }) => {
    const engine = await engineOf(desktop)
    desktop.app.process().kill('SIGKILL')
    await expect.poll(() => isRunning(engine)).toBe(false)
  })

  test('opens once for each shop', async ({ desktop, shop }) => {
    await engineOf(desktop)
    const runtime = await resolveElectron(() => undefined)
    if (runtime === undefined) throw new Error('no Electron can be had')
    const second = await runCommand(runtime.executable, [...sandboxFlags(), ROOT, '--data', shop.dataDir], {
      env: { ...process.env, TILL_ENGINE_NODE: process.execPath },
    })
    expect(second.code).toBe(0)
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})
