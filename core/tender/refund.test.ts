import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  nextRefundState,
  REFUND_EVENTS,
  REFUND_STATES,
  REFUND_TRANSITIONS,
  type RefundEvent,
  type RefundState,
} from './refund.ts'

type Move = { readonly from: RefundState; readonly event: RefundEvent; readonly to: RefundState }

const MOVES: readonly Move[] = REFUND_STATES.flatMap((from) =>
  REFUND_EVENTS.flatMap((event) => {
    const to = REFUND_TRANSITIONS[from][event]
    return to === undefined ? [] : [{ from, event, to }]
  }),
)

describe('the refund table', () => {
  it('leads from a planned refund to every state, and from every state to the end', () => {
    const reachable = (start: RefundState): Set<RefundState> => {
      const seen = new Set([start])
      for (const state of seen) for (const move of MOVES) if (move.from === state) seen.add(move.to)
      return seen
    }
    expect([...reachable('planned')].sort()).toEqual([...REFUND_STATES].sort())
    for (const state of REFUND_STATES) expect(reachable(state)).toContain('done')
  })

  it('uses every event', () => {
    const used = new Set(MOVES.map((move) => move.event))
    expect(REFUND_EVENTS.filter((event) => !used.has(event))).toEqual([])
  })

  it('is done only by somebody’s word, and stays done', () => {
    const words: readonly RefundEvent[] = ['answer-done', 'query-done', 'late-answer-done']
    for (const { event } of MOVES.filter(({ to }) => to === 'done')) expect(words).toContain(event)
    expect(MOVES.filter(({ from }) => from === 'done')).toEqual([])
  })

  it('says “not given back” only by proof: silence and absence leave it open', () => {
    const proof: readonly RefundEvent[] = ['request-not-sent', 'answer-refused', 'query-refused']
    for (const { from, event, to } of MOVES) {
      if (from !== 'sent' && from !== 'unknown') continue
      if (to === 'planned' || to === 'refused') expect(proof).toContain(event)
      // what was sent before may still arrive, so that nothing left this time proves nothing
      if (from === 'unknown') expect(event).not.toBe('request-not-sent')
    }
  })

  it('keeps every walk inside the table', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REFUND_EVENTS), { maxLength: 40 }), (events) => {
        let state: RefundState = 'planned'
        for (const event of events) {
          const next = nextRefundState(state, event)
          if (next.ok) {
            expect(MOVES).toContainEqual({ from: state, event, to: next.value })
            state = next.value
          } else {
            expect(next.refusal).toEqual({ code: 'TENDER_STATE_FORBIDS', params: { state, event } })
          }
        }
      }),
    )
  })
})
