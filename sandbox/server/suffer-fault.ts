import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../faults/fault.ts'
import { garbageInstead, withBrokenByte } from '../faults/garbage.ts'
import type { HeldCalls } from '../faults/held-calls.ts'
import type { Exchange } from './exchange.ts'

/** Faults of the wire: they do not ask what the answer is about. */
export type WireFault = Exclude<Fault, { kind: 'result-code' | 'amount' | 'clock' }>

export type FaultParts = {
  readonly held: HeldCalls
  /** Aborts when the server stops. */
  readonly stopped: AbortSignal
  readonly stopListening: (forMs: number) => void
}

/** One call that a fault is for. */
export type FaultyWork = {
  /** What the call is held under. */
  readonly infno: string
  readonly msgid: string
  /** Does what was asked and gives the true body. */
  readonly done: () => string
  /** A body of a call that did nothing. */
  readonly undone: () => string
  /** A whole and valid answer to another request; `own` is the true one. */
  readonly toAnother: (own: string) => string
}

const GATEWAY_PAGE = (status: number): string =>
  `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center><hr><center>nginx</center></body></html>`

/** Waits for a time or for the admin interface; true when the wait was not cut short by the server's end. */
async function wait(parts: FaultParts, work: FaultyWork, delay: number | 'released'): Promise<boolean> {
  if (delay === 'released')
    return (await parts.held.hold(work.infno, work.msgid, parts.stopped)) === 'released'
  try {
    await sleep(delay, undefined, { signal: parts.stopped })
    return true
  } catch {
    return false
  }
}

/** Answers a call as its fault says, on the real socket and with real time. */
export async function sufferFault(
  parts: FaultParts,
  exchange: Exchange,
  work: FaultyWork,
  fault: WireFault,
): Promise<void> {
  const bodyIf = (processed: boolean): string => (processed ? work.done() : work.undone())
  switch (fault.kind) {
    case 'reset-before':
      return exchange.reset()
    case 'reset-during':
      exchange.reset()
      if (await wait(parts, work, fault.delay)) work.done()
      return
    case 'reset-after':
      work.done()
      return exchange.reset()
    case 'late': {
      const early = fault.order === 'done-first' ? work.done() : undefined
      if (!(await wait(parts, work, fault.delay))) return exchange.reset()
      return exchange.send(200, early ?? work.done())
    }
    case 'never': {
      const body = fault.processed ? work.done() : undefined
      const over = AbortSignal.any([parts.stopped, exchange.left])
      const how = await parts.held.hold(work.infno, work.msgid, over)
      return how === 'released' ? exchange.send(200, body ?? work.done()) : exchange.reset()
    }
    case 'stop-listening':
      exchange.response.once('finish', () => parts.stopListening(fault.forMs))
      exchange.response.shouldKeepAlive = false
      return exchange.send(200, work.done())
    case 'twice':
      return exchange.sendTwice(work.done())
    case 'half-body':
      return exchange.sendPart(bodyIf(fault.processed), fault.percent, fault.end)
    case 'wrong-answer':
      return exchange.send(200, work.toAnother(bodyIf(fault.processed)))
    case 'http-status':
      if (fault.processed) work.done()
      return exchange.send(fault.status, GATEWAY_PAGE(fault.status), 0, 'text/html')
    case 'garbage': {
      const { type, bytes } = garbageInstead(fault.content, bodyIf(fault.processed))
      return exchange.send(200, bytes, 0, type)
    }
    case 'invalid-utf8':
      return exchange.send(200, withBrokenByte(bodyIf(fault.processed)))
    case 'oversized':
      return exchange.sendOversized(bodyIf(fault.processed), fault.bytes)
    case 'trickle':
      return exchange.sendSlowly(bodyIf(fault.processed), fault.bytesPerStep, fault.everyMs)
  }
}
