import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { ok, refuse } from '../../core/result.ts'
import type { DisplayView } from '../contract/devices.ts'
import { METHODS, type MethodName } from '../contract/contract.ts'
import { createEventBus } from '../ports/event-bus.ts'
import type { Handlers } from './handlers.ts'
import { createRpcServer, type RpcMessage } from './json-rpc.ts'

const IDLE: DisplayView = {
  state: 'idle',
  lines: [],
  total: 0,
  due: 0,
  received: null,
  change: null,
  qr: null,
}

const noLine = (): Promise<never> => Promise.reject(new Error('no line in this test'))

/** Handlers of which only two do something. */
function handlers(): Handlers {
  const all = Object.fromEntries(Object.keys(METHODS).map((name) => [name, noLine]))
  // every method is there: the list is made from the contract itself
  return {
    ...(all as unknown as Handlers),
    'sale.current': () => ok({ sale: null }),
    'display.view': () => ok(IDLE),
    'sale.void': ({ reason }) => refuse('SALE_LOCKED', { number: reason }),
  }
}

function connect(role: 'till' | 'display' = 'till') {
  const faults: string[] = []
  const events = createEventBus(() => faults.push('listener'))
  const server = createRpcServer(handlers(), events, (where) => {
    faults.push(where)
    return 'cause-1'
  })
  const sent: RpcMessage[] = []
  const connection = server.connect(role, (message) => sent.push(message))
  return { connection, sent, events, faults }
}

const request = (method: string, params: unknown = {}, id: string | number = 1) => ({
  jsonrpc: '2.0',
  id,
  method,
  params,
})

describe('createRpcServer', () => {
  it('answers a call with its result under the same id', async () => {
    const { connection, sent } = connect()
    await connection.receive(request('sale.current', {}, 'a-7'))
    expect(sent).toEqual([{ jsonrpc: '2.0', id: 'a-7', result: { sale: null } }])
  })

  it('sends a refusal as data of error -32000', async () => {
    const { connection, sent } = connect()
    await connection.receive(request('sale.void', { reason: '单号7' }))
    expect(sent).toEqual([
      {
        jsonrpc: '2.0',
        id: 1,
        error: {
          code: -32000,
          message: 'SALE_LOCKED',
          data: { code: 'SALE_LOCKED', params: { number: '单号7' } },
        },
      },
    ])
  })

  it.each([
    ['unknown method', request('sale.burn'), -32601, 'CALL_UNKNOWN'],
    ['a name of Object.prototype', request('constructor'), -32601, 'CALL_UNKNOWN'],
    ['wrong parameter', request('sale.void', { reason: 5 }), -32602, 'CALL_INVALID'],
    ['surplus parameter', request('sale.void', { reason: 'x', force: true }), -32602, 'CALL_INVALID'],
    ['not JSON-RPC', { id: 1, method: 'sale.current' }, -32600, 'CALL_INVALID'],
    ['nothing', null, -32600, 'CALL_INVALID'],
  ])('refuses %s', async (_what, message, code, refusalCode) => {
    const { connection, sent } = connect()
    await connection.receive(message)
    expect(sent).toMatchObject([{ error: { code, data: { code: refusalCode } } }])
  })

  it('shows a display what a customer may see, and lets it touch nothing', async () => {
    const { connection, sent } = connect('display')
    await connection.receive(request('display.view'))
    await connection.receive(request('sale.current'))
    await connection.receive(request('sale.void', { reason: 'x' }))
    expect(sent).toMatchObject([
      { result: IDLE },
      { error: { data: { code: 'CALL_NOT_ALLOWED' } } },
      { error: { data: { code: 'CALL_NOT_ALLOWED' } } },
    ])
  })

  it('tells a display nothing that names a person', () => {
    const { sent, events } = connect('display')
    events.emit('sale.changed', null)
    events.emit('display.changed', IDLE)
    expect(sent).toEqual([{ jsonrpc: '2.0', method: 'display.changed', params: IDLE }])
  })

  it('turns a bug into INTERNAL_ERROR with a cause, and goes on', async () => {
    const { connection, sent, faults } = connect()
    await connection.receive(request('insurance.settle'))
    await connection.receive(request('sale.current'))
    expect(sent).toMatchObject([
      { error: { code: -32603, data: { code: 'INTERNAL_ERROR', causeId: 'cause-1' } } },
      { result: { sale: null } },
    ])
    expect(faults).toEqual(['insurance.settle'])
  })

  it('tells events to every connection until it is closed', () => {
    const { connection, sent, events } = connect()
    events.emit('sale.changed', null)
    connection.close()
    events.emit('sale.changed', null)
    expect(sent).toEqual([{ jsonrpc: '2.0', method: 'sale.changed', params: null }])
  })

  it('survives whatever arrives, answering at most once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.anything(),
          fc.record({
            jsonrpc: fc.constant('2.0'),
            id: fc.anything(),
            method: fc.constantFrom(...(Object.keys(METHODS) as MethodName[]), 'x'),
            params: fc.anything(),
          }),
        ),
        async (message) => {
          const { connection, sent } = connect()
          await connection.receive(message)
          expect(sent.length).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
