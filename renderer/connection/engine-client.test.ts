import { describe, expect, it } from 'vitest'
import { createEngineClient, type EngineClient } from './engine-client.ts'
import type { LineEvents } from './line.ts'
import { engineAddressOf, waitBeforeAttempt } from './websocket-line.ts'

type Sent = { readonly id: number; readonly method: string; readonly params: unknown }

/** A line whose other end the test holds. */
function lineInHand(): { client: EngineClient; events: () => LineEvents; sent: Sent[] } {
  let held: LineEvents | undefined
  const sent: Sent[] = []
  const client = createEngineClient((events) => {
    held = events
    return () => undefined
  })
  client.start()
  return {
    client,
    sent,
    events: () => {
      if (held === undefined) throw new Error('not started')
      return held
    },
  }
}

const open = (hand: ReturnType<typeof lineInHand>): void => {
  hand.events().onOpen({ send: (message) => hand.sent.push(message as Sent) })
}

describe('the engine client', () => {
  it('answers each call with its own reply, whatever the order', async () => {
    const hand = lineInHand()
    open(hand)
    const first = hand.client.call('sale.current', {})
    const second = hand.client.call('uploads.sendNow', {})
    expect(hand.sent.map(({ method }) => method)).toEqual(['sale.current', 'uploads.sendNow'])
    const [one, two] = hand.sent
    hand.events().onMessage({ jsonrpc: '2.0', id: two?.id, result: { acknowledged: 3, waiting: 0 } })
    hand.events().onMessage({ jsonrpc: '2.0', id: one?.id, result: { sale: null } })
    expect(await first).toEqual({ ok: true, value: { sale: null } })
    expect(await second).toEqual({ ok: true, value: { acknowledged: 3, waiting: 0 } })
  })

  it('gives a refusal as data', async () => {
    const hand = lineInHand()
    open(hand)
    const paid = hand.client.call('sale.payCash', { received: 1 })
    const data = { code: 'TENDER_TOO_LITTLE', params: { outstandingFen: 1250 } }
    hand
      .events()
      .onMessage({ jsonrpc: '2.0', id: hand.sent[0]?.id, error: { code: -32000, message: 'x', data } })
    expect(await paid).toEqual({ ok: false, problem: { kind: 'refused', refusal: data } })
  })

  it.each([
    ['a result of another shape', { result: { sale: 7 } }],
    ['an error without a refusal', { error: { code: -32700, message: 'parse' } }],
    ['neither', {}],
  ])('calls %s unreadable', async (_what, body) => {
    const hand = lineInHand()
    open(hand)
    const current = hand.client.call('sale.current', {})
    hand.events().onMessage({ jsonrpc: '2.0', id: hand.sent[0]?.id, ...body })
    expect(await current).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable', method: 'sale.current' },
    })
  })

  it('tells every call under way that the line was lost, and refuses new ones until it is back', async () => {
    const hand = lineInHand()
    const seen: boolean[] = []
    hand.client.onConnection((connected) => seen.push(connected))
    expect(await hand.client.call('status.get', {})).toEqual({ ok: false, problem: { kind: 'lost' } })
    open(hand)
    const settling = hand.client.call('insurance.settle', {})
    hand.events().onLost()
    expect(await settling).toEqual({ ok: false, problem: { kind: 'lost' } })
    expect(await hand.client.call('status.get', {})).toEqual({ ok: false, problem: { kind: 'lost' } })
    open(hand)
    expect(seen).toEqual([true, false, true])
    // an answer to a call of the time before belongs to nobody
    hand.events().onMessage({ jsonrpc: '2.0', id: hand.sent[0]?.id, result: { sale: null } })
    const again = hand.client.call('sale.current', {})
    hand.events().onMessage({ jsonrpc: '2.0', id: hand.sent.at(-1)?.id, result: { sale: null } })
    expect(await again).toEqual({ ok: true, value: { sale: null } })
  })

  it('passes events on that fit the contract, and drops the others', () => {
    const hand = lineInHand()
    open(hand)
    const seen: unknown[] = []
    hand.client.on('activity.changed', (activity) => seen.push(activity))
    const send = (method: string, params: unknown): void =>
      hand.events().onMessage({ jsonrpc: '2.0', method, params })
    send('activity.changed', { kind: 'settle', since: 5 })
    send('activity.changed', { kind: 'dance', since: 5 })
    send('toString', {})
    send('activity.changed', null)
    hand.events().onMessage('nonsense')
    expect(seen).toEqual([{ kind: 'settle', since: 5 }, null])
  })
})

describe('the address of the engine', () => {
  it('is read from the page that the engine served', () => {
    expect(engineAddressOf({ host: '127.0.0.1:4100', hash: '#token=a-b_c' })).toEqual({
      url: 'ws://127.0.0.1:4100/rpc',
      token: 'a-b_c',
    })
    expect(engineAddressOf({ host: '127.0.0.1:4100', hash: '' })).toBeUndefined()
    expect(engineAddressOf({ host: '127.0.0.1:4100', hash: '#token=' })).toBeUndefined()
  })

  it('is tried again with growing pauses that end at four seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(waitBeforeAttempt)).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000])
  })
})
