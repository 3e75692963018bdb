import type { Random } from '../random.ts'
import type { FaultRuleInput } from '../../sandbox/faults/fault.ts'

/** Numbers whose calls meet faults: those that move money, and those that ask about it. */
const NUMBERS = ['1101', '2101A', '2102A', '2103', '2601', '5201', '5203', '5204', '3505A', '3506A']

/**
 * A rule for the centre's real socket: one to three calls of some numbers go wrong. Delays stay below the region's quiet
 * period, which is what that period promises.
 */
export function drawRealFault(random: Random, quietMs: number, answerLimitMs: number): FaultRuleInput {
  const processed = random.chance(0.6)
  const shortDelay = random.between(1, Math.floor(quietMs * 0.6))
  const fault = random.weighted<FaultRuleInput['fault']>([
    [4, { kind: 'reset-after' }],
    [2, { kind: 'reset-before' }],
    [2, { kind: 'reset-during', delay: shortDelay }],
    [
      3,
      {
        kind: 'late',
        delay: answerLimitMs + shortDelay,
        order: random.pick(['done-first', 'done-last']),
      },
    ],
    [1, { kind: 'never', processed }],
    [1, { kind: 'twice' }],
    [1, { kind: 'half-body', processed, end: random.pick(['close', 'reset']) }],
    [1, { kind: 'wrong-answer', processed }],
    [2, { kind: 'http-status', status: random.pick([500, 502, 504]), processed }],
    [1, { kind: 'garbage', content: random.pick(['bytes', 'html', 'empty', 'json-array']), processed }],
    [1, { kind: 'result-code' }],
    [1, { kind: 'trickle', processed, bytesPerStep: 400, everyMs: 20 }],
    [1, { kind: 'stop-listening', forMs: random.between(10, 200) }],
    [1, { kind: 'clock', offsetMs: random.pick([-3_600_000, 7_200_000]) }],
  ])
  const infno = random.chance(0.5) ? ['2102A'] : [random.pick(NUMBERS)]
  return { infno, limit: random.between(1, 3), fault }
}
