import type { CDPSession, Page } from '@playwright/test'

/** Seconds between two keys of a scanner; the page sees these times, however busy the machine is. */
const KEY_SECONDS = 0.002
const ENTER = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 } as const

/** A keyboard-wedge scanner: types faster than fingers into whatever has the focus, and ends with Enter. */
export type Scanner = {
  readonly scan: (text: string) => Promise<void>
  /** Types without the Enter at the end, as a scanner without a terminator does. */
  readonly scanUnterminated: (text: string) => Promise<void>
}

export function scannerOf(page: Page): Scanner {
  let session: Promise<CDPSession> | undefined
  const type = async (keys: readonly { key: string; text: string }[]): Promise<void> => {
    session ??= page.context().newCDPSession(page)
    const protocol = await session
    let timestamp = Date.now() / 1000
    const sent = keys.flatMap((key) => {
      timestamp += KEY_SECONDS
      const { text: _text, ...released } = key
      return [
        protocol.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
        protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...released }),
      ]
    })
    await Promise.all(sent)
  }
  const characters = (text: string): { key: string; text: string }[] =>
    [...text].map((character) => ({ key: character, text: character }))
  return {
    scan: (text) => type([...characters(text), ENTER]),
    scanUnterminated: (text) => type(characters(text)),
  }
}
