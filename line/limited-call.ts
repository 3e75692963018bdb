import { lostReason, notSentReason } from './connection-errors.ts'
import { startCall, type CallFailure, type HttpCall, type Undici } from './http-call.ts'
import {
  journalText,
  type LateAnswer,
  type NotSentReason,
  type Phase,
  type Transmission,
} from './transmission.ts'

/** How long each part of a call may take, in milliseconds. */
export type CallLimits = {
  /** Until the connection stands. */
  readonly connectMs: number
  /** From there until the answer's headers. */
  readonly headersMs: number
  /** From there until the end of its body, however slowly it trickles. */
  readonly bodyMs: number
  /** How much longer a call that was given up is listened to. */
  readonly lateMs: number
}

export type LimitedCall = {
  readonly done: Promise<Transmission>
  /** Ends the call now, and no late answer is waited for. */
  readonly abort: () => void
}

type Parts = {
  readonly undici: Undici
  readonly call: HttpCall
  readonly limits: CallLimits
  readonly clock: { readonly now: () => number }
  readonly onLate: (answer: LateAnswer) => void
  /** The connection is closed and nothing more will come. */
  readonly onEnded: () => void
}

/** True for a status that says nothing about what was done: the answer of somebody on the way, or of a broken server. */
const saysNothing = (status: number): boolean => status >= 500 || (status >= 300 && status < 400)

class Call {
  readonly #parts: Parts
  readonly #resolve: (transmission: Transmission) => void
  #phase: 'connect' | 'headers' | 'body' = 'connect'
  #status: number | undefined
  #timer: NodeJS.Timeout | undefined
  #settled = false
  #listening = true
  readonly #running: { readonly destroy: () => void }

  constructor(parts: Parts, resolve: (transmission: Transmission) => void) {
    this.#parts = parts
    this.#resolve = resolve
    this.#limit(parts.limits.connectMs, () => this.#giveUp())
    this.#running = startCall(parts.undici, parts.call, {
      onConnected: () => this.#enter('headers', parts.limits.headersMs),
      onHeaders: (status) => {
        this.#status = status
        this.#enter('body', parts.limits.bodyMs)
      },
      onCompleted: (body) => this.#completed(body),
      onFailed: (failure) => this.#failed(failure),
    })
  }

  abort(): void {
    this.#listening = false
    this.#running.destroy()
    if (this.#phase === 'connect') this.#notSent('aborted')
    else this.#unknown(this.#phase, 'aborted')
  }

  #limit(milliseconds: number, then: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(then, milliseconds)
  }

  #enter(phase: 'headers' | 'body', milliseconds: number): void {
    this.#phase = phase
    // once given up, the time to listen runs on whatever arrives
    if (!this.#settled) this.#limit(milliseconds, () => this.#giveUp())
  }

  #giveUp(): void {
    if (this.#phase === 'connect') {
      this.#listening = false
      this.#running.destroy()
      this.#notSent('connect-timeout')
      return
    }
    this.#unknown(this.#phase, `${this.#phase}-timeout`)
    this.#limit(this.#parts.limits.lateMs, () => {
      this.#listening = false
      this.#running.destroy()
    })
    // an answer that may still come is no reason to keep the program from ending
    this.#timer?.unref()
  }

  #settle(transmission: Transmission): void {
    if (this.#settled) return
    this.#settled = true
    clearTimeout(this.#timer)
    this.#resolve(transmission)
  }

  #notSent(reason: NotSentReason): void {
    this.#settle({ kind: 'not-sent', reason, at: this.#parts.clock.now() })
  }

  #unknown(phase: Phase, reason: string, body?: Uint8Array): void {
    this.#settle({
      kind: 'unknown',
      phase,
      reason,
      ...(this.#status === undefined ? {} : { httpStatus: this.#status }),
      ...(body === undefined || body.byteLength === 0 ? {} : { bodyText: journalText(body) }),
      at: this.#parts.clock.now(),
    })
  }

  #completed(bodyBytes: Uint8Array): void {
    const httpStatus = this.#status ?? 0
    const answer = { httpStatus, bodyBytes, bodyText: journalText(bodyBytes), at: this.#parts.clock.now() }
    if (this.#settled) {
      if (this.#listening) this.#parts.onLate(answer)
    } else if (saysNothing(httpStatus)) {
      this.#unknown('status', `http-${httpStatus}`, bodyBytes)
    } else {
      this.#settle({ kind: 'answered', ...answer })
    }
    this.#end()
  }

  #failed(failure: CallFailure): void {
    const { call } = this.#parts
    if (this.#phase === 'connect') this.#notSent(notSentReason(failure.error, call.target.secure))
    else if (failure.tooLarge) this.#unknown('body', 'body-too-large')
    else if (this.#phase === 'headers') this.#unknown('headers', lostReason(failure.error))
    else this.#unknown('body', 'body-incomplete', failure.partial)
    this.#end()
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#parts.onEnded()
  }
}

/** Runs one call within its limits. `done` always resolves; a late answer comes through `onLate`. */
export function runLimited(parts: Parts): LimitedCall {
  const { promise, resolve } = Promise.withResolvers<Transmission>()
  const call = new Call(parts, resolve)
  return { done: promise, abort: () => call.abort() }
}
