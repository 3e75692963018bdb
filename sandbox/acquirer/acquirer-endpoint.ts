import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FaultPlan } from '../faults/fault-plan.ts'
import type { Fault } from '../faults/fault.ts'
import { Exchange } from '../server/exchange.ts'
import { sufferFault, type FaultParts } from '../server/suffer-fault.ts'
import type { AcquirerBook, Said } from './acquirer-book.ts'
import type { AcquirerLedger } from './acquirer-ledger.ts'
import { requestSchema, type AcquirerRequest } from './shapes.ts'

const BODY_MAXIMUM = 65_536

type Parts = FaultParts & {
  readonly ledger: AcquirerLedger
  readonly book: AcquirerBook
  readonly faults: FaultPlan
  readonly key: string
  readonly now: () => number
}

/** The line that shops call to be paid by code: one POST for each operation, signed with the shop's key. */
export class AcquirerEndpoint {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = new Exchange(message, response)
    if (message.method !== 'POST') return exchange.send(405, '')
    const bytes = await exchange.readBody(BODY_MAXIMUM)
    const request = bytes === undefined ? undefined : readRequest(bytes, message.url ?? '')
    if (bytes === undefined || request === undefined) return exchange.send(400, '{"error":"bad-request"}')
    if (!this.#isSigned(bytes, message.headers['x-acquirer-signature'])) {
      return exchange.send(
        200,
        this.#write(request, '', { ...this.#nothing(request), reason: 'bad-signature' }),
      )
    }
    const fault = this.#parts.faults.take(request.operation)
    if (fault === undefined) return exchange.send(200, this.#process(request, ''))
    return this.#suffer(exchange, request, fault)
  }

  #isSigned(bytes: Buffer, header: string | string[] | undefined): boolean {
    const wanted = Buffer.from(createHmac('sha256', this.#parts.key).update(bytes).digest('hex'))
    const given = Buffer.from(typeof header === 'string' ? header : '')
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }

  #nothing(request: AcquirerRequest): Said {
    const { amount } = request
    return {
      status: 'rejected',
      reason: 'bad-request',
      amount,
      ...('refundAmount' in request && { refundAmount: request.refundAmount }),
    }
  }

  /** Does what was asked in one durable commit, and gives the true body. */
  #process(request: AcquirerRequest, fault: string, bend: (said: Said) => Said = (said) => said): string {
    const { ledger, book } = this.#parts
    return ledger.transaction(() => this.#write(request, fault, bend(book.answer(request))))
  }

  #write(request: AcquirerRequest, fault: string, said: Said): string {
    const { requestId, orderNumber, operation } = request
    const answer = JSON.stringify({
      requestId,
      orderNumber,
      ...('refundNumber' in request && { refundNumber: request.refundNumber }),
      ...said,
    })
    const { ledger, now } = this.#parts
    ledger.addCall({ operation, requestId, orderNumber, status: said.status, fault, at: now(), answer })
    return answer
  }

  #suffer(exchange: Exchange, request: AcquirerRequest, fault: Fault): Promise<void> | void {
    switch (fault.kind) {
      case 'clock':
        return exchange.send(200, this.#process(request, fault.kind))
      case 'amount':
        return exchange.send(
          200,
          this.#process(request, fault.kind, (said) => ({ ...said, amount: said.amount + fault.byFen })),
        )
      case 'result-code': {
        const refused = (said: Said): Said => ({
          ...said,
          status: 'refused',
          reason: fault.message.slice(0, 100),
        })
        return exchange.send(
          200,
          fault.processed
            ? this.#process(request, fault.kind, refused)
            : this.#write(request, fault.kind, refused(this.#nothing(request))),
        )
      }
      default:
        return sufferFault(
          this.#parts,
          exchange,
          {
            infno: `acquirer.${request.operation}`,
            msgid: request.requestId,
            done: () => this.#process(request, fault.kind),
            undone: () => this.#write(request, fault.kind, this.#nothing(request)),
            toAnother: (own) =>
              this.#parts.ledger.answerToAnother(request.operation, request.orderNumber) ??
              own.replaceAll(request.orderNumber, `${request.orderNumber.slice(0, -1)}x`),
          },
          fault,
        )
    }
  }
}

/** A request whose path and content name the same operation, or undefined. */
function readRequest(bytes: Buffer, url: string): AcquirerRequest | undefined {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
  const parsed = requestSchema.safeParse(value)
  return parsed.success && url.endsWith(`/${parsed.data.operation}`) ? parsed.data : undefined
}
