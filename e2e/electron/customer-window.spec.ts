import { expect, test } from '../fixtures/electron-test.ts'
import { openCustomerPage } from '../fixtures/customer-page.ts'

const CUSTOMER = 'app://till/display.html'

test.describe('the customer’s window', () => {
  test.describe('where one is wanted', () => {
    test.use({ flags: ['--customer-display', 'window'] })

    test('is as closed as the till’s', async ({ desktop }) => {
      await openCustomerPage(desktop)
      const seen = await desktop.app.evaluate(({ BrowserWindow }, url) => {
        const contents = BrowserWindow.getAllWindows().find(
          (one) => one.webContents.getURL() === url,
        )?.webContents
        const read: unknown =
          contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences')
        return typeof read === 'function'
          ? (Reflect.apply(read, contents, []) as Record<string, unknown>)
          : {}
      }, CUSTOMER)
      expect(seen).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      })
    })

    test('never becomes the till', async ({ desktop }) => {
      const page = await openCustomerPage(desktop)
      await desktop.app.evaluate(({ BrowserWindow }, url) => {
        const contents = BrowserWindow.getAllWindows().find(
          (one) => one.webContents.getURL() === url,
        )?.webContents
        const asked = new Promise<boolean>((resolve) => {
          contents?.once('will-frame-navigate', (event) => resolve(event.defaultPrevented))
        })
        Reflect.set(globalThis, 'navigationAsked', asked)
      }, CUSTOMER)
      await page.evaluate(() => {
        window.location.href = 'app://till/index.html'
      })
      expect(
        await desktop.app.evaluate(() => Reflect.get(globalThis, 'navigationAsked') as Promise<boolean>),
      ).toBe(true)
      expect(page.url()).toBe(CUSTOMER)
    })

    test('may see what a customer may, and no sale', async ({ desktop }) => {
      const page = await openCustomerPage(desktop)
      await page.addInitScript(() => {
        const answers = new Map<number, string>()
        Reflect.set(window, 'answers', answers)
        window.addEventListener('message', (event) => {
          const port = event.ports[0]
          port?.addEventListener('message', ({ data }: MessageEvent<{ id?: number; error?: unknown }>) => {
            if (typeof data.id === 'number' && data.id > 900) answers.set(data.id, JSON.stringify(data))
          })
          port?.postMessage({ jsonrpc: '2.0', id: 901, method: 'display.view', params: {} })
          port?.postMessage({ jsonrpc: '2.0', id: 902, method: 'sale.current', params: {} })
          port?.postMessage({ jsonrpc: '2.0', id: 903, method: 'scan.submit', params: { text: '1' } })
        })
      })
      await page.reload()
      const answerTo = (id: number): Promise<string> =>
        page.evaluate((wanted) => {
          const answers: unknown = Reflect.get(window, 'answers')
          return answers instanceof Map ? String(answers.get(wanted)) : ''
        }, id)
      await expect.poll(() => answerTo(903)).toContain('CALL_NOT_ALLOWED')
      expect(await answerTo(902)).toContain('CALL_NOT_ALLOWED')
      expect(await answerTo(901)).toContain('"state":"idle"')
    })

    test('goes when the till goes', async ({ desktop }) => {
      await openCustomerPage(desktop)
      const closed = desktop.app.waitForEvent('close')
      await desktop.page.close()
      await closed
      expect(desktop.app.windows()).toEqual([])
    })
  })

  test('is not there on a single screen unless it is asked for', async ({ desktop }) => {
    await desktop.page.waitForLoadState()
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await desktop.app.evaluate(({ screen }) => screen.getAllDisplays().length)).toBe(1)
  })
})
