import type { CutKind, PrinterProfile } from './printer-profile.ts'
import type { StatusQuestion } from './condition.ts'

const ESC = 0x1b
const GS = 0x1d

const CUTS: Readonly<Record<CutKind, readonly number[]>> = {
  none: [],
  full: [GS, 0x56, 0x00],
  partial: [GS, 0x56, 0x01],
  'feed-full': [GS, 0x56, 0x41, 0x00],
  'feed-partial': [GS, 0x56, 0x42, 0x00],
}

/** The end of a slip: feeds what the model needs (ESC d) and cuts (GS V); without a cutter only the feed. */
export function cutBytes(profile: Pick<PrinterProfile, 'cut' | 'feedBeforeCut'>): Uint8Array {
  const feed = profile.feedBeforeCut > 0 ? [ESC, 0x64, profile.feedBeforeCut] : []
  return Uint8Array.of(...feed, ...CUTS[profile.cut])
}

/** ESC p: one pulse for the drawer. The times go in units of 2 ms. */
export function drawerBytes(drawer: NonNullable<PrinterProfile['drawer']>): Uint8Array {
  const unitsOf = (milliseconds: number): number => Math.round(milliseconds / 2)
  return Uint8Array.of(ESC, 0x70, drawer.pin === 2 ? 0 : 1, unitsOf(drawer.onMs), unitsOf(drawer.offMs))
}

/** DLE EOT n: asks for one status byte, answered at once whatever the printer does. */
export function questionBytes(question: StatusQuestion): Uint8Array {
  return Uint8Array.of(0x10, 0x04, question)
}

/**
 * GS a: from now on the printer tells its status by itself when it changes (online, errors, paper), and once when it comes
 * to this command: sent behind a job, the answer says that the printer has worked through all of it.
 */
export const TELL_BY_YOURSELF: Uint8Array = Uint8Array.of(GS, 0x61, 0x0e)
