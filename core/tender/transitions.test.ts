import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FINAL_TENDER_STATES,
  IN_FLIGHT_STATES,
  isInFlight,
  isWithoutMoney,
  OPEN_TENDER_STATES,
  TENDER_STATES,
  type TenderState,
} from './state.ts'
import { nextTenderState, TENDER_EVENTS, TENDER_TRANSITIONS, type TenderEvent } from './transitions.ts'

type Move = { readonly from: TenderState; readonly event: TenderEvent; readonly to: TenderState }

const MOVES: readonly Move[] = TENDER_STATES.flatMap((from) =>
  TENDER_EVENTS.flatMap((event) => {
    const to = TENDER_TRANSITIONS[from][event]
    return to === undefined ? [] : [{ from, event, to }]
  }),
)

/** Every state that some chain of moves leads to from `start`. */
function reachableFrom(start: TenderState): ReadonlySet<TenderState> {
  const seen = new Set<TenderState>([start])
  for (const state of seen) for (const move of MOVES) if (move.from === state) seen.add(move.to)
  return seen
}

/** Proof that the customer did not pay. */
const PROOF_UNPAID: readonly TenderEvent[] = [
  'request-not-sent',
  'answer-refused',
  'query-refused',
  'close-confirmed',
]
/** Proof that the customer paid, or that a refund of it was not done. */
const PROOF_PAID: readonly TenderEvent[] = [
  'answer-paid',
  'query-paid',
  'late-answer-paid',
  'refund-refused',
  'refund-not-sent',
  'refund-query-refused',
]
/** Proof that the customer has the money back. */
const PROOF_REFUNDED: readonly TenderEvent[] = [
  'handed-back',
  'refund-done',
  'refund-query-done',
  'late-refund-done',
]

describe('the tender table as a graph', () => {
  it('leads from a prepared tender to every state', () => {
    expect([...reachableFrom('prepared')].sort()).toEqual([...TENDER_STATES].sort())
  })

  it('has no dead end but the final states', () => {
    const finals: readonly TenderState[] = FINAL_TENDER_STATES
    for (const state of TENDER_STATES) {
      const leaves = MOVES.some((move) => move.from === state && move.to !== state)
      expect({ state, leaves }).toEqual({ state, leaves: !finals.includes(state) })
      expect([...reachableFrom(state)].some((reached) => finals.includes(reached))).toBe(true)
    }
  })

  it('uses every event', () => {
    const used = new Set(MOVES.map((move) => move.event))
    expect(TENDER_EVENTS.filter((event) => !used.has(event))).toEqual([])
  })

  it('reaches refused, taken and refunded by proof alone', () => {
    const unproven = MOVES.filter(
      ({ event, to }) =>
        (to === 'refused' && !PROOF_UNPAID.includes(event)) ||
        (to === 'taken' && !PROOF_PAID.includes(event)) ||
        (to === 'refunded' && !PROOF_REFUNDED.includes(event)),
    )
    expect(unproven).toEqual([])
  })

  it('never takes silence for an answer', () => {
    const silence = MOVES.filter(
      ({ event }) => event.endsWith('answer-missing') || event.endsWith('inconclusive'),
    )
    expect(silence.length).toBeGreaterThan(3)
    for (const { to } of silence) expect(OPEN_TENDER_STATES).toContain(to)
  })

  it('sends a payment only once, from where it was stored, and a refund only of what is there', () => {
    expect(MOVES.filter(({ event }) => event === 'request-sent')).toEqual([
      { from: 'prepared', event: 'request-sent', to: 'sent' },
    ])
    expect(MOVES.filter(({ event }) => event === 'refund-sent').map(({ from }) => from)).toEqual([
      'taken',
      'refund-unknown',
    ])
  })

  it('leaves what is taken only to be given back', () => {
    expect(MOVES.filter(({ from }) => from === 'taken').map(({ to }) => to)).toEqual([
      'refunded',
      'refunding',
    ])
  })

  it('has an answer to each outcome of a question wherever one may be asked', () => {
    for (const state of ['paying', 'unknown'] as const) {
      for (const event of ['query-paid', 'query-paying', 'query-refused', 'query-inconclusive'] as const) {
        expect(TENDER_TRANSITIONS[state][event], `${state} ${event}`).toBeDefined()
      }
    }
    for (const event of ['refund-query-done', 'refund-query-refused', 'refund-query-inconclusive'] as const) {
      expect(TENDER_TRANSITIONS['refund-unknown'][event], event).toBeDefined()
    }
  })

  it('sorts every state: on its way, taken, or without money', () => {
    for (const state of TENDER_STATES) {
      const sorts = [isInFlight(state), state === 'taken', isWithoutMoney(state)].filter(Boolean)
      expect(sorts, state).toHaveLength(1)
    }
    for (const state of OPEN_TENDER_STATES) expect(IN_FLIGHT_STATES).toContain(state)
  })
})

describe('nextTenderState', () => {
  const walks = fc.array(fc.constantFrom(...TENDER_EVENTS), { maxLength: 60 })

  it('keeps every walk inside the table: what is refused changes nothing', () => {
    fc.assert(
      fc.property(walks, (events) => {
        let state: TenderState = 'prepared'
        for (const event of events) {
          const next = nextTenderState(state, event)
          if (next.ok) {
            expect(MOVES).toContainEqual({ from: state, event, to: next.value })
            state = next.value
          } else {
            expect(next.refusal).toEqual({ code: 'TENDER_STATE_FORBIDS', params: { state, event } })
          }
        }
        expect(TENDER_STATES).toContain(state)
      }),
    )
  })

  it('never takes what was not sent, and never sends a payment twice', () => {
    fc.assert(
      fc.property(walks, (events) => {
        let state: TenderState = 'prepared'
        let sent = 0
        for (const event of events) {
          const next = nextTenderState(state, event)
          if (!next.ok) continue
          state = next.value
          if (event === 'request-sent') sent += 1
          if (state === 'taken') expect(sent).toBe(1)
        }
        expect(sent).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
  })

  it('says the same after the same event again, or nothing: a repeated answer changes nothing more', () => {
    for (const { event, to } of MOVES) {
      const again = nextTenderState(to, event)
      if (again.ok && event !== 'refund-sent') expect(again.value).toBe(to)
    }
  })
})
