import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bend, Centre } from '../centre/centre.ts'
import { writeAnswer } from '../envelope/answer.ts'
import { readRequest, type ReadRequest } from '../envelope/read-request.ts'
import { signatureProblem } from '../envelope/signature.ts'
import { distortOutput } from '../faults/distort-output.ts'
import type { FaultPlan } from '../faults/fault-plan.ts'
import type { Fault } from '../faults/fault.ts'
import { Exchange } from './exchange.ts'
import { sufferFault, type FaultParts, type FaultyWork } from './suffer-fault.ts'

type Parts = FaultParts & { readonly centre: Centre; readonly faults: FaultPlan }

/** The line that shops call: one POST, one answer, unless a fault says otherwise. */
export class LineEndpoint {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = new Exchange(message, response)
    const { config } = this.#parts.centre
    if (message.method !== 'POST') return exchange.send(405, '')
    const bytes = await exchange.readBody(config.envelope.bodyBytesMaximum)
    if (bytes === undefined) return this.#refuseBody(exchange)
    const started = performance.now()
    const { signature } = config.envelope
    if (signature !== undefined) {
      const problem = signatureProblem(message.headers, signature, this.#parts.centre.clock.now())
      if (problem !== undefined) return exchange.send(401, this.#plainRefusal(problem))
    }
    const request = readRequest(bytes)
    const fault = this.#parts.faults.take(request.infno)
    if (fault === undefined) {
      const { body } = this.#parts.centre.process(request)
      return exchange.send(200, body, performance.now() - started)
    }
    return this.#suffer(exchange, request, fault)
  }

  #refuseBody(exchange: Exchange): void {
    if (exchange.left.aborted) return
    exchange.response.shouldKeepAlive = false
    exchange.send(413, this.#plainRefusal('报文过大或未发送完整'))
  }

  /** A refusal that never reached the business and is not in the ledger. */
  #plainRefusal(message: string): string {
    const at = this.#parts.centre.clock.now()
    const answer = { infno: '', code: '-1', message, output: null, serial: 0, receivedAt: at, answeredAt: at }
    return writeAnswer(answer, this.#parts.centre.config)
  }

  /** Processes (or not) and gives the true body. */
  #body(request: ReadRequest, fault: Fault, bend: Omit<Bend, 'fault'> = {}): string {
    return this.#parts.centre.process(request, { ...bend, fault: fault.kind }).body
  }

  #suffer(exchange: Exchange, request: ReadRequest, fault: Fault): Promise<void> | void {
    switch (fault.kind) {
      case 'result-code':
        return exchange.send(200, this.#resultCode(request, fault))
      case 'amount':
        return exchange.send(
          200,
          this.#body(request, fault, { distort: (output) => distortOutput(output, fault) }),
        )
      case 'clock':
        return exchange.send(200, this.#body(request, fault, { offsetMs: fault.offsetMs }))
      default: {
        const work: FaultyWork = {
          infno: request.infno,
          msgid: request.msgid,
          done: () => this.#body(request, fault),
          undone: () => this.#plainRefusal(''),
          toAnother: (own) => this.#answerToAnother(request, own),
        }
        return sufferFault(this.#parts, exchange, work, fault)
      }
    }
  }

  #resultCode(request: ReadRequest, fault: Extract<Fault, { kind: 'result-code' }>): string {
    const { code, message } = fault
    if (fault.processed) return this.#body(request, fault, { sayInstead: { code, message } })
    const at = this.#parts.centre.clock.now()
    const answer = {
      infno: request.infno,
      code,
      message,
      output: null,
      serial: 0,
      receivedAt: at,
      answeredAt: at,
    }
    return writeAnswer(answer, this.#parts.centre.config)
  }

  /** The newest answer to another msgid of this number; without one, the own answer under a msgid nobody sent. */
  #answerToAnother(request: ReadRequest, own: string): string {
    const other = this.#parts.centre.ledger.messages.answerToAnother(request.infno, request.msgid)
    if (other !== undefined) return other
    const foreign = `${request.msgid.slice(0, 26)}${String((Number(request.msgid.slice(26)) + 5000) % 10_000).padStart(4, '0')}`
    return own.replaceAll(request.msgid, foreign)
  }
}
