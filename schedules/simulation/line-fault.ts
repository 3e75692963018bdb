import type { Random } from '../random.ts'

/**
 * What the line and the centre do with one call. `done` says whether the centre does what was asked although the till
 * learns nothing; a delay stays below the region's quiet period, which is what that period promises.
 */
export type LineFault =
  | { readonly kind: 'none' }
  /** No connection: not a byte left the till. */
  | { readonly kind: 'refused-connection' }
  | { readonly kind: 'reset'; readonly done: 'never' | 'before' | 'after'; readonly delayMs: number }
  /** Answered after the till has given up; `done` before the wait or at its end. */
  | { readonly kind: 'late'; readonly done: 'first' | 'last'; readonly delayMs: number }
  | { readonly kind: 'silence'; readonly done: boolean }
  | { readonly kind: 'http-status'; readonly status: number; readonly done: boolean }
  | { readonly kind: 'garbage'; readonly done: boolean }
  | { readonly kind: 'half-body'; readonly done: boolean }
  | { readonly kind: 'another-answer'; readonly done: boolean }
  /** The business says no without having done anything. */
  | { readonly kind: 'result-code' }

/** Faults by how likely they are once a call has one. */
export function drawFault(random: Random, quietPeriodMs: number, answerLimitMs: number): LineFault {
  const done = random.chance(0.6)
  return random.weighted<LineFault>([
    [2, { kind: 'refused-connection' }],
    [4, { kind: 'reset', done: 'before', delayMs: 0 }],
    [2, { kind: 'reset', done: 'never', delayMs: 0 }],
    [2, { kind: 'reset', done: 'after', delayMs: random.between(1, Math.floor(quietPeriodMs * 0.9)) }],
    [
      4,
      {
        kind: 'late',
        done: random.pick(['first', 'last']),
        delayMs: answerLimitMs + random.between(1, Math.floor(quietPeriodMs * 0.9)),
      },
    ],
    [2, { kind: 'silence', done }],
    [2, { kind: 'http-status', status: random.pick([500, 502, 504]), done }],
    [1, { kind: 'garbage', done }],
    [1, { kind: 'half-body', done }],
    [1, { kind: 'another-answer', done }],
    [2, { kind: 'result-code' }],
  ])
}
