import { findProgram } from '../bootstrap/command.mjs'
import { CHROMIUM_NAMES } from '../bootstrap/system.mjs'

/** The installed Chromium, or undefined. */
export function findChromium(): string | undefined {
  return findProgram(CHROMIUM_NAMES)
}
