import { isPasswordField, snapshotOf, type FieldSnapshot } from './field-snapshot.ts'
import { characterOf, isModifier } from './key-character.ts'
import { judgeKey, judgeSilence, NO_RUN, SILENCE_MS, type WedgeVerdict } from './wedge-detector.ts'

export type WedgeEars = {
  readonly onScan: (text: string) => void
  /** Something was scanned that cannot be a code: it broke off (`length` characters came) or was endless. */
  readonly onUnusable: (problem: { readonly kind: 'fragment' | 'too-long'; readonly length: number }) => void
}

/**
 * Listens for a keyboard-wedge scanner before anything else on the page hears the keys. What a scan typed into a field
 * while it was not yet known to be one is taken out again; its Enter presses nothing. Password fields are left alone.
 * Returns what ends the listening.
 */
export function listenToWedge(page: Window, ears: WedgeEars): () => void {
  let state = NO_RUN
  let before: FieldSnapshot | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  const conclude = (verdict: WedgeVerdict): void => {
    if (verdict.kind === 'pass' || verdict.kind === 'hold') return
    before?.restore()
    before = undefined
    if (verdict.kind === 'scan') ears.onScan(verdict.text)
    else ears.onUnusable(verdict)
  }

  const onSilence = (): void => {
    const judged = judgeSilence(state)
    state = judged.state
    conclude(judged.verdict)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const focused = page.document.activeElement
    if (isModifier(event) || isPasswordField(focused)) return
    const judged = judgeKey(state, {
      character: characterOf(event),
      terminates: event.key === 'Enter' || event.key === 'Tab',
      repeats: event.repeat,
      at: event.timeStamp,
    })
    state = judged.state
    clearTimeout(silence)
    if (judged.verdict.kind === 'pass') {
      if (judged.verdict.startsRun) before = snapshotOf(focused)
    } else {
      event.preventDefault()
      event.stopImmediatePropagation()
      conclude(judged.verdict)
    }
    if (state.run !== '') silence = setTimeout(onSilence, SILENCE_MS)
  }

  page.addEventListener('keydown', onKeyDown, { capture: true })
  return () => {
    clearTimeout(silence)
    page.removeEventListener('keydown', onKeyDown, { capture: true })
  }
}
