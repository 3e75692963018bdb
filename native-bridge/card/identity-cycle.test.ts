import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardText, readData, RESIDENT } from '../../device-twins/identity-card.ts'
import {
  afterAnswer,
  afterPause,
  afterSilence,
  beginIdentityCycle,
  type IdentityMove,
} from './identity-cycle.ts'
import type { IdentityFrame } from './identity-frame.ts'

type Event = 'pause' | 'silence' | IdentityFrame

const frame = (status: number, data: Uint8Array): IdentityFrame => ({ cardStatus: 0, status, data })
const READ = readData(cardText('', RESIDENT))
const FOUND = frame(0x9f, new Uint8Array(4))
const NO_CARD = frame(0x80, new Uint8Array(0))
const SELECTED = frame(0x90, new Uint8Array(8))
const TEXT = frame(0x90, READ)

/** `card` and `no-card` are what a working reader says to the question that waits; the others may come at any time. */
const event: fc.Arbitrary<Event | 'card' | 'no-card'> = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('card' as const, 'no-card' as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Event>(
      'pause',
      'silence',
      'silence',
      'silence',
      FOUND,
      NO_CARD,
      SELECTED,
      TEXT,
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat({ max: 255 }), fc.constantFrom(new Uint8Array(0), new Uint8Array(17), READ))
      .map(([status, data]) => frame(status, data)),
  },
)

function usual(step: IdentityMove['cycle']['step'], card: boolean): Event {
  if (step === 'pause') return 'pause'
  if (step === 'find') return card ? FOUND : NO_CARD
  if (!card) return frame(0x41, new Uint8Array(0))
  return step === 'select' ? SELECTED : TEXT
}

function after({ cycle }: IdentityMove, what: Event): IdentityMove {
  if (what === 'pause') return afterPause(cycle)
  return what === 'silence' ? afterSilence(cycle) : afterAnswer(cycle, what)
}

/** All moves of a round of events, up to a fault; each with the event that made it. */
function play(
  events: readonly (Event | 'card' | 'no-card')[],
): { readonly what: Event | undefined; readonly move: IdentityMove }[] {
  const moves: { what: Event | undefined; move: IdentityMove }[] = [
    { what: undefined, move: beginIdentityCycle() },
  ]
  for (const one of events) {
    const last = moves.at(-1)?.move
    if (last === undefined || last.fault !== undefined) return moves
    const what = one === 'card' || one === 'no-card' ? usual(last.cycle.step, one === 'card') : one
    moves.push({ what, move: after(last, what) })
  }
  return moves
}

describe('the round of find, select, read', () => {
  it('always either asks, pauses, fails or goes on waiting for the same', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 60, maxLength: 60 }), (events) => {
        const moves = play(events)
        for (const [at, { move }] of moves.entries()) {
          const does = [move.ask, move.pause, move.fault].filter((one) => one !== undefined)
          expect(does.length).toBeLessThanOrEqual(1)
          if (move.ask !== undefined) expect(move.cycle.step).toBe(move.ask)
          if (move.pause === true) expect(move.cycle.step).toBe('pause')
          if (does.length === 0) expect(move.cycle).toBe(moves[at - 1]?.move.cycle)
          if (move.outcome !== undefined) expect(move.pause).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('tells of a card once until no card was found three times in a row', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 120, maxLength: 120 }), (events) => {
        let told = false
        let missed = 0
        let asked: string | undefined
        for (const { what, move } of play(events)) {
          const status = typeof what === 'object' && move.unexpected !== true ? what.status : undefined
          if (status === 0x80 && move.outcome === undefined && asked === 'find') missed += 1
          if (status === 0x9f) missed = 0
          asked = move.cycle.step
          if (missed >= 3) told = false
          if (move.outcome?.kind !== 'document') continue
          expect(told).toBe(false)
          told = true
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives up a reader only after two silences in a row, or when the reader says so', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 60, maxLength: 60 }), (events) => {
        const moves = play(events)
        const { what, move } = moves.at(-1) ?? {}
        if (move?.fault === undefined) return
        if (move.fault.reason === 'silent') {
          expect(what).toBe('silence')
          expect(move.cycle.tries).toBe(2)
        } else {
          expect([0x60, 0x66]).toContain(typeof what === 'object' ? what.status : undefined)
        }
      }),
    )
  })
})
