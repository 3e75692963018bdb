import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ASKED_STATES,
  FINAL_STATES,
  IN_FLIGHT_STATES,
  isLive,
  LIVE_STATES,
  SETTLEMENT_STATES,
  type SettlementState,
} from './state.ts'
import {
  nextSettlementState,
  SETTLEMENT_EVENTS,
  SETTLEMENT_TRANSITIONS,
  type SettlementEvent,
} from './transitions.ts'

type Move = { readonly from: SettlementState; readonly event: SettlementEvent; readonly to: SettlementState }

const MOVES: readonly Move[] = SETTLEMENT_STATES.flatMap((from) =>
  SETTLEMENT_EVENTS.flatMap((event) => {
    const to = SETTLEMENT_TRANSITIONS[from][event]
    return to === undefined ? [] : [{ from, event, to }]
  }),
)

/** Every state that some chain of moves leads to from `start`. */
function reachableFrom(start: SettlementState): ReadonlySet<SettlementState> {
  const seen = new Set<SettlementState>([start])
  for (const state of seen) for (const move of MOVES) if (move.from === state) seen.add(move.to)
  return seen
}

/** Proof that no money moved, or that it came back: the only ways out of a live state. */
const PROOF: readonly SettlementEvent[] = [
  'request-not-sent',
  'answer-refused',
  'query-absent',
  'query-found-cancelled',
  'cancel-accepted',
  'reconciliation-absent',
]

const SENDING: ReadonlyMap<SettlementEvent, SettlementState> = new Map([
  ['request-sent', 'sent'],
  ['cancel-sent', 'cancelling'],
  ['reversal-sent', 'reversing'],
])

describe('the settlement table as a graph', () => {
  it('leads from a draft to every state', () => {
    expect([...reachableFrom('draft')].sort()).toEqual([...SETTLEMENT_STATES].sort())
  })

  it('has no dead end but the final states', () => {
    const finals: readonly SettlementState[] = FINAL_STATES
    for (const state of SETTLEMENT_STATES) {
      const leaves = MOVES.some((move) => move.from === state && move.to !== state)
      expect({ state, leaves }).toEqual({ state, leaves: !finals.includes(state) })
      expect([...reachableFrom(state)].some((reached) => finals.includes(reached))).toBe(true)
    }
  })

  it('uses every event', () => {
    const used = new Set(MOVES.map((move) => move.event))
    expect(SETTLEMENT_EVENTS.filter((event) => !used.has(event))).toEqual([])
  })

  it('leaves a live state for a state without money by proof alone', () => {
    const ways = MOVES.filter((move) => isLive(move.from) && !isLive(move.to))
    expect(ways.filter((move) => !PROOF.includes(move.event))).toEqual([])
    expect(ways.length).toBeGreaterThan(0)
  })

  it('enters the live states only by storing the request', () => {
    const entries = MOVES.filter((move) => !isLive(move.from) && isLive(move.to))
    expect(entries).toEqual([{ from: 'quoted', event: 'request-stored', to: 'prepared' }])
  })

  it('sends nothing without a state that says so', () => {
    for (const move of MOVES) {
      const state = SENDING.get(move.event)
      if (state !== undefined) expect(move.to).toBe(state)
    }
    // a request leaves only from where it was stored before
    expect(MOVES.filter((move) => move.event === 'request-sent').map((move) => move.from)).toEqual([
      'prepared',
    ])
  })

  it('never takes silence for an answer: from a missing answer only states that say “not known” follow', () => {
    const missing = MOVES.filter((move) => move.event.endsWith('answer-missing'))
    expect(missing.map((move) => move.to).sort()).toEqual(['cancel-unknown', 'reverse-unknown', 'unknown'])
  })

  it('reads a late acceptance as a settlement, or leaves the running reversal as it is', () => {
    for (const move of MOVES.filter(({ event }) => event === 'late-answer-accepted')) {
      expect([move.from, 'settled']).toContain(move.to)
    }
  })

  it('calls disputed what cannot be proven, and what contradicts itself; never settled nor void', () => {
    const told: readonly SettlementEvent[] = ['unprovable', 'late-undo-accepted', 'query-does-not-add-up']
    for (const move of MOVES.filter(({ event }) => told.includes(event))) expect(move.to).toBe('disputed')
  })

  it('takes an accepted reversal for no proof: nothing is reversed but by a query', () => {
    const ways = MOVES.filter((move) => move.to === 'reversed').map((move) => move.event)
    expect(new Set(ways)).toEqual(new Set(['query-absent', 'query-found-cancelled']))
    expect(MOVES.filter((move) => move.event === 'reversal-accepted')).toEqual([
      { from: 'reverse-unknown', event: 'reversal-accepted', to: 'reversing' },
    ])
  })

  it('asks about every state in which something may have happened that nobody told', () => {
    const leftByQuery = SETTLEMENT_STATES.filter((state) =>
      MOVES.some((move) => move.from === state && move.event.startsWith('query-')),
    )
    expect(leftByQuery.toSorted()).toEqual(ASKED_STATES.toSorted())
  })

  it('keeps what is on its way a part of what is live', () => {
    for (const state of IN_FLIGHT_STATES) expect(isLive(state)).toBe(true)
    for (const state of ASKED_STATES) expect(isLive(state)).toBe(true)
  })

  it('takes a state apart from its list for neither live nor final twice', () => {
    for (const state of FINAL_STATES) expect(isLive(state)).toBe(false)
    expect(SETTLEMENT_STATES.filter(isLive)).toEqual(
      SETTLEMENT_STATES.filter((state) => (LIVE_STATES as readonly SettlementState[]).includes(state)),
    )
  })
})

describe('nextSettlementState', () => {
  const walks = fc.array(fc.constantFrom(...SETTLEMENT_EVENTS), { maxLength: 60 })

  it('keeps every walk inside the table: what is refused changes nothing', () => {
    fc.assert(
      fc.property(walks, (events) => {
        let state: SettlementState = 'draft'
        for (const event of events) {
          const next = nextSettlementState(state, event)
          if (next.ok) {
            expect(MOVES).toContainEqual({ from: state, event, to: next.value })
            state = next.value
          } else {
            expect(next.refusal).toEqual({ code: 'SALE_STATE_FORBIDS', params: { state, event } })
          }
        }
        expect(SETTLEMENT_STATES).toContain(state)
      }),
    )
  })

  it('never settles what was not sent, and never sends twice', () => {
    fc.assert(
      fc.property(walks, (events) => {
        let state: SettlementState = 'draft'
        let sent = 0
        for (const event of events) {
          const next = nextSettlementState(state, event)
          if (!next.ok) continue
          state = next.value
          if (event === 'request-sent') sent += 1
          if (state === 'settled') expect(sent).toBe(1)
        }
        expect(sent).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
  })
})
