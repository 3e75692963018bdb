import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { PAGE_URL, PRINT_PAGE, SAVE_REPORT } from '../shared/channels.ts'
import { isFromPage } from './hardening.ts'
import { saveRequestOf } from './save-request.ts'

type Saved = 'saved' | 'cancelled' | 'failed'
type Printed = 'printed' | 'saved-pdf' | 'cancelled' | 'failed'

/** What Chromium says when the person closes the print dialog. */
const CANCELLED = /cancel/i

/**
 * Answers the two things that the till's page may ask of the shell: to save a report where the person says, and to print
 * the page as it is laid out for paper. One at a time; anything else that asks is refused by throwing.
 */
export function answerPage(window: BrowserWindow): void {
  let busy = false
  const answer = <T>(channel: string, work: (given: readonly unknown[]) => Promise<T>): void => {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, ...given: unknown[]) => {
      if (window.isDestroyed() || !isFromPage(event.senderFrame, window.webContents, PAGE_URL)) {
        throw new Error('not allowed')
      }
      if (busy) throw new Error('busy')
      busy = true
      try {
        return await work(given)
      } finally {
        busy = false
      }
    })
  }
  answer(SAVE_REPORT, async ([fileName, text]): Promise<Saved> => {
    const request = saveRequestOf(fileName, text)
    if (request === undefined) throw new Error('not a report')
    return saveWhereAsked(window, request.fileName, request.text)
  })
  answer(PRINT_PAGE, () => printPage(window))
}

async function saveWhereAsked(window: BrowserWindow, name: string, content: string | Buffer): Promise<Saved> {
  const defaultPath = join(app.getPath('documents'), name)
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath })
  if (canceled || filePath === '') return 'cancelled'
  try {
    await writeFile(filePath, content)
    return 'saved'
  } catch (error) {
    process.stderr.write(`not saved: ${error instanceof Error ? error.message : String(error)}\n`)
    return 'failed'
  }
}

/** On paper where the system has a printer, else as a PDF where the person says. */
async function printPage(window: BrowserWindow): Promise<Printed> {
  const printers = await window.webContents.getPrintersAsync()
  if (printers.length === 0) return savePdf(window)
  return new Promise((resolve) => {
    window.webContents.print({ silent: false, printBackground: true }, (success, reason) => {
      if (success) resolve('printed')
      else resolve(CANCELLED.test(reason) ? 'cancelled' : 'failed')
    })
  })
}

async function savePdf(window: BrowserWindow): Promise<Printed> {
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
  const saved = await saveWhereAsked(window, '小票.pdf', pdf)
  return saved === 'saved' ? 'saved-pdf' : saved
}
