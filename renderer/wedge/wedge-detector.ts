/**
 * Tells a keyboard-wedge scanner from fingers by its speed. Pure: the time of each key comes in with it.
 * A run is a row of characters less than {@link FAST_GAP_MS} apart; nobody types six of them that fast.
 */

/** Characters of one scan come closer together than this. */
export const FAST_GAP_MS = 35
/** A run of so many characters is a scan. */
export const LEAST_SCAN_LENGTH = 6
/** A run of so many characters that ends in Enter is a scan that broke off: fingers do not do that either. */
export const LEAST_FRAGMENT_LENGTH = 3
/** Scanners may pause before the terminator, and some send none: after this silence a scan is over. */
export const SILENCE_MS = 150
/** The contract takes no longer scan. */
export const LONGEST_SCAN = 512

export type KeyStroke = {
  /** The character that the key writes; undefined for keys that write none. */
  readonly character: string | undefined
  /** Enter or Tab. */
  readonly terminates: boolean
  /** The key is held down and repeats itself. */
  readonly repeats: boolean
  /** Milliseconds on any clock that only goes forward. */
  readonly at: number
}

export type WedgeState = { readonly run: string; readonly lastAt: number }

/** `pass`: a key like any other. `hold`: part of a scan, must reach nothing. The rest: a run is over. */
export type WedgeVerdict =
  | { readonly kind: 'pass'; readonly startsRun: boolean }
  | { readonly kind: 'hold' }
  | { readonly kind: 'scan'; readonly text: string }
  | { readonly kind: 'fragment'; readonly length: number }
  | { readonly kind: 'too-long'; readonly length: number }

export const NO_RUN: WedgeState = { run: '', lastAt: Number.NEGATIVE_INFINITY }

const PASS: WedgeVerdict = { kind: 'pass', startsRun: false }

type Judged = { readonly state: WedgeState; readonly verdict: WedgeVerdict }

const over = (verdict: WedgeVerdict): Judged => ({ state: NO_RUN, verdict })

function wholeScan(run: string): WedgeVerdict {
  return run.length > LONGEST_SCAN ? { kind: 'too-long', length: run.length } : { kind: 'scan', text: run }
}

/** Judges one key. Modifier keys must not be given: a scanner presses Shift within its codes. */
export function judgeKey(state: WedgeState, stroke: KeyStroke): Judged {
  const gap = stroke.at - state.lastAt
  if (stroke.terminates) {
    if (state.run.length >= LEAST_SCAN_LENGTH && gap < SILENCE_MS) return over(wholeScan(state.run))
    if (state.run.length >= LEAST_FRAGMENT_LENGTH && gap < FAST_GAP_MS) {
      return over({ kind: 'fragment', length: state.run.length })
    }
    return over(PASS)
  }
  if (stroke.character === undefined || stroke.repeats) return over(PASS)
  if (state.run !== '' && gap < FAST_GAP_MS) {
    const run = state.run + stroke.character
    return {
      state: { run, lastAt: stroke.at },
      verdict: run.length >= LEAST_SCAN_LENGTH ? { kind: 'hold' } : PASS,
    }
  }
  return { state: { run: stroke.character, lastAt: stroke.at }, verdict: { kind: 'pass', startsRun: true } }
}

/**
 * What a run is worth when nothing came for {@link SILENCE_MS}: a scanner without a terminator has finished. A run that is
 * too short stays: on a busy machine the silence may be the page's own, and the times of the keys tell whether they belong
 * together. Forgetting it would make another code of the rest of the scan.
 */
export function judgeSilence(state: WedgeState): Judged {
  return state.run.length >= LEAST_SCAN_LENGTH ? over(wholeScan(state.run)) : { state, verdict: PASS }
}
