import { request } from 'node:http'
import type { Device, DeviceHooks } from '../device/device.ts'
import { keepOpen } from '../device/keep-open.ts'
import { LineError, type Connect } from '../transport/line.ts'
import { startBridge, type BridgeProcess, type BridgeProcessOptions } from './bridge-process.ts'
import { ANSWER_LIMIT, readAnswer, type BridgeCall, type BridgeInput, type BridgeResult } from './protocol.ts'

export type BridgeOptions = BridgeProcessOptions & {
  /** How long a call may take unless it says otherwise; 15 s. */
  readonly callLimitMs?: number
}

/** What became of a call. */
export type BridgeOutcome =
  | BridgeResult
  /** The bridge is not there now; its state says why. */
  | { readonly ok: false; readonly fault: 'not-ready' }
  /** The call took too long; the bridge was ended and is started again. Whether the library did its work is unknown. */
  | { readonly ok: false; readonly fault: 'timed-out' }
  /** The bridge ended in the middle of the call, or answered nonsense. */
  | { readonly ok: false; readonly fault: 'crashed' }

export type Bridge = Device & {
  /** Calls the library; never rejects. One call at a time: another one meanwhile is `busy`. */
  readonly call: (act: string, input?: BridgeInput, limitMs?: number) => Promise<BridgeOutcome>
}

/** One exchange with a bridge; `undefined` when it broke off or was no answer. `abort` ends it. */
function exchange(
  bridge: BridgeProcess,
  call: BridgeCall,
): { readonly answer: Promise<BridgeResult | undefined>; readonly abort: () => void } {
  const sent = request({
    host: '127.0.0.1',
    port: bridge.port,
    path: '/call',
    method: 'POST',
    headers: { authorization: `Bearer ${bridge.token}`, 'content-type': 'application/json' },
    agent: false,
  })
  const answer = new Promise<BridgeResult | undefined>((resolve) => {
    sent.once('error', () => resolve(undefined))
    sent.once('close', () => resolve(undefined))
    sent.once('response', (response) => {
      const chunks: Buffer[] = []
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        chunks.push(chunk)
        if (length > ANSWER_LIMIT) sent.destroy()
      })
      response.once('error', () => resolve(undefined))
      response.once('end', () => resolve(readAnswer(Buffer.concat(chunks).toString('utf8'), call.id)))
    })
  })
  sent.end(JSON.stringify(call))
  return { answer, abort: () => sent.destroy() }
}

/**
 * Owns a bridge process: starts it, gives it its token, calls it, and starts it again with growing pauses when it crashed,
 * hung or damaged its memory. A call that hangs costs the process, never the till.
 */
export function createBridge(options: BridgeOptions, hooks: Omit<DeviceHooks, 'onNote'>): Bridge {
  let current: BridgeProcess | undefined
  let calls = 0

  const connect: Connect = async (line) => {
    const started = await startBridge(options, line)
    if (!started.ok) return started
    const { process } = started
    current = process
    return {
      ok: true,
      line: {
        write: async () => {
          throw new LineError('failed', 'a bridge is called, not written to')
        },
        close: process.end,
      },
    }
  }
  const kept = keepOpen({
    connect,
    onBytes: () => undefined,
    onDown: () => {
      current = undefined
    },
    hooks,
  })

  const callOnce = async (
    bridge: BridgeProcess,
    call: BridgeCall,
    limitMs: number,
  ): Promise<BridgeOutcome> => {
    const { answer, abort } = exchange(bridge, call)
    let late = false
    const cancel = hooks.schedule(() => {
      late = true
      abort()
    }, limitMs)
    const result = await answer
    cancel()
    // what happened to another bridge since is not this call's
    const fail = (reason: 'silent' | 'failed', detail: string): void => {
      if (bridge === current) kept.fail(reason, detail)
    }
    if (result === undefined) {
      if (late) fail('silent', `no answer to ${call.act} within ${limitMs} ms`)
      else fail('failed', `the bridge broke off ${call.act}`)
      return { ok: false, fault: late ? 'timed-out' : 'crashed' }
    }
    if (!result.ok && result.fault === 'overflow') fail('failed', `${call.act} wrote past its buffer`)
    return result
  }

  return {
    state: kept.state,
    open: kept.open,
    close: kept.close,
    call: async (act, input = {}, limitMs = options.callLimitMs ?? 15_000) => {
      const { state } = kept.state()
      if (state === 'busy') return { ok: false, fault: 'busy' }
      const bridge = current
      if (state !== 'ready' || bridge === undefined) return { ok: false, fault: 'not-ready' }
      calls += 1
      const call: BridgeCall = { id: `call-${calls}`, act, input }
      return kept.during(() => callOnce(bridge, call, limitMs))
    },
  }
}
