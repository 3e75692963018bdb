import type {
  Acquirer,
  AcquirerCall,
  AcquirerOperation,
  AcquirerOptions,
  AcquirerOutcome,
  OrderAnswer,
  OrderReference,
  PresentedAnswer,
  Received,
  RefundAnswer,
} from '../../acquirer/acquirer.ts'
import type { AcquirerBook, Said } from '../../sandbox/acquirer/acquirer-book.ts'
import { requestSchema } from '../../sandbox/acquirer/shapes.ts'
import type { Random } from '../random.ts'
import type { LineFault } from './line-fault.ts'
import type { SimulatedTime } from './simulated-time.ts'

export type SimulatedAcquirer = {
  readonly acquirerFor: (options: AcquirerOptions) => {
    readonly acquirer: Acquirer
    readonly cut: () => void
  }
  faultFor: (operation: AcquirerOperation) => LineFault
}

const SLOWEST_ANSWER_MS = 300

function orderAnswer({ status, reason = '', reference = '' }: Said): OrderAnswer {
  switch (status) {
    case 'paid':
      return { status, reference }
    case 'paying':
    case 'closed':
    case 'absent':
      return { status }
    case 'refused':
      return { status, reason }
    default:
      return { status: 'rejected', reason }
  }
}

function presentedAnswer(said: Said): PresentedAnswer {
  const { codeText = '', expiresInSeconds = 0 } = said
  const answer = orderAnswer(said)
  return answer.status === 'paying' ? { ...answer, codeText, expiresInSeconds } : answer
}

function refundAnswer({ status, reason = '', reference = '' }: Said): RefundAnswer {
  switch (status) {
    case 'refunded':
      return { status, reference }
    case 'absent':
      return { status }
    case 'refused':
      return { status, reason }
    default:
      return { status: 'rejected', reason }
  }
}

/** The practice acquirer's own books behind a line whose sockets and time are simulated. */
export function createSimulatedAcquirer(parts: {
  readonly book: AcquirerBook
  readonly time: SimulatedTime
  readonly random: Random
}): SimulatedAcquirer {
  const { book, time, random } = parts
  const simulated: SimulatedAcquirer = {
    faultFor: () => ({ kind: 'none' }),
    acquirerFor: (options) => {
      let cut = false
      const call = <Answer>(
        operation: AcquirerOperation,
        order: OrderReference,
        read: (said: Said) => Answer,
      ): AcquirerCall<Answer> => {
        const bodyText = JSON.stringify({ operation, ...order })
        const request = requestSchema.parse(JSON.parse(bodyText))
        const answered = (): AcquirerOutcome<Answer> => ({
          kind: 'answered',
          answer: read(book.answer(request)),
        })
        return {
          operation,
          requestId: order.requestId,
          bodyText,
          send: async (onLate) => {
            const fault = simulated.faultFor(operation)
            await time.sleep(random.between(1, SLOWEST_ANSWER_MS))
            const received = await suffer(fault, { answered, time, options, isCut: () => cut, onLate })
            return cut ? new Promise(() => undefined) : received
          },
        }
      }
      const acquirer: Acquirer = {
        pay: (order) => call('pay', order, orderAnswer),
        present: (order) => call('present', order, presentedAnswer),
        query: (order) => call('query', order, orderAnswer),
        close: (order) => call('close', order, orderAnswer),
        refund: (order) => call('refund', order, refundAnswer),
        queryRefund: (order) => call('query-refund', order, refundAnswer),
        warmUp: () => Promise.resolve(),
        stop: () => Promise.resolve(),
      }
      return { acquirer, cut: () => void (cut = true) }
    },
  }
  return simulated
}

type Suffering<Answer> = {
  readonly answered: () => AcquirerOutcome<Answer>
  readonly time: SimulatedTime
  readonly options: AcquirerOptions
  readonly isCut: () => boolean
  readonly onLate: (late: Received<Answer>) => void
}

async function suffer<Answer>(fault: LineFault, call: Suffering<Answer>): Promise<Received<Answer>> {
  const { answered, time, options } = call
  const lost = (reason: string): Received<Answer> => ({ outcome: { kind: 'unknown', reason } })
  switch (fault.kind) {
    case 'none':
      return { outcome: answered(), bodyText: '{}' }
    case 'refused-connection':
      return { outcome: { kind: 'not-sent', reason: 'connection-refused' } }
    case 'reset':
      if (fault.done === 'before') answered()
      if (fault.done === 'after') void time.sleep(fault.delayMs).then(answered)
      return lost('connection-lost')
    case 'late': {
      const early = fault.done === 'first' ? answered() : undefined
      void time.sleep(fault.delayMs).then(() => tellLate(call, early ?? answered()))
      await time.sleep(options.limits.headersMs)
      return lost('headers-timeout')
    }
    case 'silence':
      if (fault.done) answered()
      await time.sleep(options.limits.headersMs)
      return lost('headers-timeout')
    case 'result-code':
      return lost('not-json')
    case 'http-status':
    case 'garbage':
    case 'half-body':
    case 'another-answer':
      if (fault.done) answered()
      return lost(fault.kind)
  }
}

function tellLate<Answer>(call: Suffering<Answer>, outcome: AcquirerOutcome<Answer>): void {
  if (call.isCut()) return
  try {
    call.onLate({ outcome, bodyText: '{}' })
  } catch (error) {
    call.options.onFault(error)
  }
}
