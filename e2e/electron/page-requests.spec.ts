import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../fixtures/electron-test.ts'
import { answerSaveDialog } from '../fixtures/save-to.ts'

/** What the page gets for asking the shell to save. */
function askToSave(page: Page, fileName: unknown, text: unknown): Promise<string> {
  return page.evaluate(
    async ([name, content]) => {
      const shell = Reflect.get(window, 'tillShell') as {
        saveReport: (...given: unknown[]) => Promise<unknown>
      }
      try {
        return String(await shell.saveReport(name, content))
      } catch {
        return 'refused'
      }
    },
    [fileName, text],
  )
}

/** Lets every dialog for saving wait, and counts them. */
function holdDialogs(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ dialog }) => {
    Reflect.set(globalThis, 'dialogs', 0)
    dialog.showSaveDialog = () => {
      Reflect.set(globalThis, 'dialogs', Number(Reflect.get(globalThis, 'dialogs')) + 1)
      return new Promise((resolve) => {
        Reflect.set(globalThis, 'answerDialog', () => resolve({ canceled: true, filePath: '' }))
      })
    }
  })
}

const dialogsOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => Number(Reflect.get(globalThis, 'dialogs')))

test.describe('what a page may ask of the shell', () => {
  test('a report goes where the person says, and nowhere when the person says no', async ({
    desktop: { app, page },
    shop,
  }) => {
    const file = join(shop.folder, 'chosen.txt')
    await answerSaveDialog(app, file)
    expect(await askToSave(page, 'selftest-1.txt', '自检')).toBe('saved')
    await answerSaveDialog(app, undefined)
    expect(await askToSave(page, 'selftest-1.txt', '自检')).toBe('cancelled')
    expect((await readdir(shop.folder)).filter((name) => name.endsWith('.txt'))).toEqual(['chosen.txt'])
  })

  test('anything but a plain name and a text is refused before a person is asked', async ({
    desktop: { app, page },
  }) => {
    await holdDialogs(app)
    for (const name of [
      '../../.bashrc',
      'x.sh',
      '/etc/cron.d/x.txt',
      'a\\b.txt',
      '.hidden.txt',
      '',
      7,
      null,
    ]) {
      expect(await askToSave(page, name, 'x')).toBe('refused')
    }
    expect(await askToSave(page, 'a.txt', 'x'.repeat(600_000))).toBe('refused')
    expect(await askToSave(page, 'a.txt', { length: 1 })).toBe('refused')
    expect(await dialogsOf(app)).toBe(0)
  })

  test('one dialog at a time, however often a page asks', async ({ desktop: { app, page } }) => {
    await holdDialogs(app)
    const first = askToSave(page, 'a.txt', 'x')
    await expect.poll(() => dialogsOf(app)).toBe(1)
    expect(await askToSave(page, 'b.txt', 'x')).toBe('refused')
    expect(
      await page.evaluate(async () => {
        const shell = Reflect.get(window, 'tillShell') as { printPage: () => Promise<unknown> }
        return shell.printPage().then(String, () => 'refused')
      }),
    ).toBe('refused')
    await app.evaluate(() => {
      const answer = Reflect.get(globalThis, 'answerDialog') as () => void
      answer()
    })
    expect(await first).toBe('cancelled')
    expect(await dialogsOf(app)).toBe(1)
  })

  test('a page of somebody else with the same preload script is refused', async ({ desktop: { app } }) => {
    await holdDialogs(app)
    const asked = await app.evaluate(async ({ BrowserWindow, app: shell }) => {
      const preload = `${shell.getAppPath()}/out/preload/index.cjs`
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await window.loadURL('data:text/html,<title>foreign</title>')
      const outcome: unknown = await window.webContents.executeJavaScript(
        `Promise.all([tillShell.saveReport('a.txt', 'x'), tillShell.printPage()]).then(() => 'done', () => 'refused')`,
      )
      window.destroy()
      return outcome
    })
    expect(asked).toBe('refused')
    expect(await dialogsOf(app)).toBe(0)
  })
})
