import { z } from 'zod'
import { shiftSummarySchema } from '../../engine/contract/session.ts'
import type { EndedShift } from './view-store.ts'

const RESULT = 'till.result'
const ENDED_SHIFT = 'till.ended-shift'

const endedShiftSchema = z.object({ operatorName: z.string(), summary: shiftSummarySchema })

/** What the screen shows and the engine does not keep as "current"; survives a reload of the page, nothing more. */
export type PageMemory = {
  readonly keepResult: (saleId: string | null) => void
  readonly keptResult: () => string | null
  readonly keepEndedShift: (shift: EndedShift | null) => void
  readonly keptEndedShift: () => EndedShift | null
}

export function createPageMemory(storage: Storage): PageMemory {
  const keep = (name: string, value: string | null): void => {
    if (value === null) storage.removeItem(name)
    else storage.setItem(name, value)
  }
  return {
    keepResult: (saleId) => keep(RESULT, saleId),
    keptResult: () => storage.getItem(RESULT),
    keepEndedShift: (shift) => keep(ENDED_SHIFT, shift === null ? null : JSON.stringify(shift)),
    keptEndedShift: () => readEndedShift(storage.getItem(ENDED_SHIFT)),
  }
}

function readEndedShift(text: string | null): EndedShift | null {
  if (text === null) return null
  try {
    const parsed = endedShiftSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    // written by another version of the page
    return null
  }
}
