import { createHmac } from 'node:crypto'
import { createLine, type Line } from '../../line/line.ts'
import type { Transmission } from '../../line/transmission.ts'
import type {
  Acquirer,
  AcquirerCall,
  AcquirerOperation,
  AcquirerOptions,
  AcquirerOutcome,
  OrderReference,
  Received,
} from '../acquirer.ts'
import { outcomeOf, readOrderAnswer, readPresentedAnswer, readRefundAnswer } from './read-answer.ts'

/** The header that proves who asks: HMAC-SHA256 of the body with the key, in hex. The key itself never travels. */
const SIGNATURE = 'x-acquirer-signature'

type Body = { readonly httpStatus: number; readonly bodyBytes: Uint8Array }

function receivedOf<Answer>(transmission: Transmission, outcome: AcquirerOutcome<Answer>): Received<Answer> {
  if (transmission.kind === 'not-sent') return { outcome }
  return {
    outcome,
    ...(transmission.httpStatus !== undefined && { httpStatus: transmission.httpStatus }),
    ...(transmission.bodyText !== undefined && { bodyText: transmission.bodyText }),
  }
}

/**
 * The acquirer of the sandbox: JSON over HTTP, one POST for each operation to `URL/operation`. Its own words, made up for
 * practice; a real acquirer is another driver with the same outcomes.
 */
export function createSandboxHttp(options: AcquirerOptions): Acquirer {
  const { key, limits, clock, onFault } = options
  const line = createLine({ baseUrl: options.url, limits, clock, onFault })
  const base = new URL(options.url).pathname.replace(/\/$/, '')

  const call = <Order extends OrderReference, Answer>(
    operation: AcquirerOperation,
    order: Order,
    read: (asked: Order, received: Body) => AcquirerOutcome<Answer>,
  ): AcquirerCall<Answer> => {
    const bodyText = JSON.stringify({ operation, ...order })
    return {
      operation,
      requestId: order.requestId,
      bodyText,
      send: (onLate) =>
        sendOnce(line, { path: `${base}/${operation}`, bodyText, key }, onLate, (received) =>
          read(order, received),
        ),
    }
  }

  return {
    pay: (order) => call('pay', order, readOrderAnswer),
    present: (order) => call('present', order, readPresentedAnswer),
    query: (order) => call('query', order, readOrderAnswer),
    close: (order) => call('close', order, readOrderAnswer),
    refund: (order) => call('refund', order, readRefundAnswer),
    queryRefund: (order) => call('query-refund', order, readRefundAnswer),
    warmUp: line.warmUp,
    stop: line.close,
  }
}

async function sendOnce<Answer>(
  line: Line,
  request: { readonly path: string; readonly bodyText: string; readonly key: string },
  onLate: (late: Received<Answer>) => void,
  read: (received: Body) => AcquirerOutcome<Answer>,
): Promise<Received<Answer>> {
  const transmission = await line.send({
    path: request.path,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      [SIGNATURE]: createHmac('sha256', request.key).update(request.bodyText, 'utf8').digest('hex'),
    },
    bodyText: request.bodyText,
    onLate: (answer) =>
      onLate({ outcome: read(answer), httpStatus: answer.httpStatus, bodyText: answer.bodyText }),
  })
  return receivedOf(transmission, outcomeOf(transmission, read))
}
