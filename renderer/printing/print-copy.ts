import type { MethodResult } from '../../engine/contract/contract.ts'
import type { CallOutcome, EngineClient } from '../connection/engine-client.ts'
import { printPage, type PrintOutcome } from '../shell/till-shell.ts'
import type { Notice } from '../stores/view-store.ts'
import type { TextKey } from '../text/say.ts'
import { copyWords } from '../text/print-words.ts'
import { layOutSheet } from './paper-sheet.ts'

type Printed = { readonly printed: true; readonly notice: Notice }

/** Prints a sale's receipt again: on the receipt printer, or on the system's where there is none. */
export async function printCopy(client: EngineClient, saleId: string): Promise<CallOutcome<Printed>> {
  return queuedOr(await client.call('printing.reprint', { saleId }), () => printOnSystem(client, saleId))
}

/** The same for the slip of a return. */
export async function printReturnSlip(client: EngineClient, returnId: string): Promise<CallOutcome<Printed>> {
  return queuedOr(await client.call('printing.reprintReturn', { returnId }), () =>
    printReturnSlipOnSystem(client, returnId),
  )
}

async function queuedOr(
  queued: CallOutcome<MethodResult<'printing.reprint'>>,
  otherwise: () => Promise<CallOutcome<Printed>>,
): Promise<CallOutcome<Printed>> {
  if (queued.ok) return { ok: true, value: said('done', 'printing.queued', queued.value.job.copy) }
  const { problem } = queued
  const noPrinter = problem.kind === 'refused' && problem.refusal.code === 'DEVICE_NOT_SET_UP'
  return noPrinter ? otherwise() : queued
}

const WORDS = {
  printed: ['done', 'printing.toSystem'],
  'saved-pdf': ['done', 'printing.savedPdf'],
  cancelled: ['waiting', 'printing.notPrinted'],
  failed: ['trouble', 'printing.systemFailed'],
} as const satisfies Record<PrintOutcome, readonly ['done' | 'waiting' | 'trouble', TextKey]>

/** Prints the next copy of a receipt on the system's printer, from what the engine has stored. */
export async function printOnSystem(client: EngineClient, saleId: string): Promise<CallOutcome<Printed>> {
  return sheetPrinted(await client.call('printing.fallback', { saleId }))
}

/** The same for the slip of a return. */
export async function printReturnSlipOnSystem(
  client: EngineClient,
  returnId: string,
): Promise<CallOutcome<Printed>> {
  return sheetPrinted(await client.call('printing.fallbackReturn', { returnId }))
}

async function sheetPrinted(
  made: CallOutcome<{ readonly svg: string; readonly copy: number }>,
): Promise<CallOutcome<Printed>> {
  if (!made.ok) return made
  const { svg, copy } = made.value
  const [tone, text] = WORDS[await onPaper(svg)]
  return { ok: true, value: said(tone, text, copy) }
}

async function onPaper(svg: string): Promise<PrintOutcome> {
  try {
    const takeAway = await layOutSheet(document, svg)
    const outcome = await printPage(window)
    takeAway()
    return outcome
  } catch {
    // the picture could not be read
    return 'failed'
  }
}

const said = (tone: 'done' | 'waiting' | 'trouble', text: TextKey, copy: number): Printed => ({
  printed: true,
  notice: { tone, text, parameters: { copy: copyWords(copy) } },
})
