import { z } from 'zod'

/** What became of a text that was to be saved. */
export type SaveOutcome = 'saved' | 'cancelled' | 'failed'
/** What became of a page that was to be printed; `saved-pdf`: there is no printer, so it became a file. */
export type PrintOutcome = 'printed' | 'saved-pdf' | 'cancelled' | 'failed'

declare global {
  interface Window {
    /** Set by the desktop shell's preload script; absent in a plain browser. */
    readonly tillShell?: {
      readonly kind: string
      /** Asks the person where, and writes the self-test's report there. */
      readonly saveReport: (fileName: string, text: string) => Promise<unknown>
      /** Prints this page as it is laid out for paper. */
      readonly printPage: () => Promise<unknown>
    }
  }
}

const saveSchema = z.enum(['saved', 'cancelled', 'failed'])
const printSchema = z.enum(['printed', 'saved-pdf', 'cancelled', 'failed'])

/** How long a browser may take to begin a download before its address is let go. */
const DOWNLOAD_MS = 10_000

/** Saves a text as a file: through the desktop shell, else as a download. Never rejects. */
export async function saveText(page: Window, fileName: string, text: string): Promise<SaveOutcome> {
  if (page.tillShell !== undefined) {
    try {
      return saveSchema.parse(await page.tillShell.saveReport(fileName, text))
    } catch {
      // the shell refused what it was given
      return 'failed'
    }
  }
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = page.document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_MS)
  return 'saved'
}

/** Prints the page's sheet for paper: through the desktop shell, else with the browser's own dialog. Never rejects. */
export async function printPage(page: Window): Promise<PrintOutcome> {
  if (page.tillShell !== undefined) {
    try {
      return printSchema.parse(await page.tillShell.printPage())
    } catch {
      return 'failed'
    }
  }
  // returns when the person has closed the browser's dialog
  page.print()
  return 'printed'
}
