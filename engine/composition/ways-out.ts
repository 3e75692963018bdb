import type { Gateway, LateAnswer } from '../../insurance/gateway/gateway.ts'
import type { EventBus } from '../ports/event-bus.ts'
import { createCentreQueue } from '../use-cases/busy.ts'
import type { Payments } from '../use-cases/tenders/payments.ts'
import type { Parts } from './parts.ts'

/** The way to the centre. */
export function gatewayOf(
  parts: Parts & {
    readonly onFault: (error: unknown) => void
    readonly onLateAnswer: (msgid: string, answer: LateAnswer) => void
  },
): Gateway {
  const { centre } = parts.config
  return parts.makeGateway({
    baseUrl: centre.url,
    profile: parts.profile,
    ...(centre.signature !== undefined && { signature: centre.signature }),
    limits: {
      connectMs: centre.connectMs,
      headersMs: centre.headersMs,
      moneyHeadersMs: centre.moneyHeadersMs,
      bodyMs: centre.bodyMs,
      lateMs: centre.lateMs,
      bodyBytesMaximum: centre.bodyBytesMaximum,
    },
    clock: parts.clock,
    onLateAnswer: parts.onLateAnswer,
    onFault: parts.onFault,
  })
}

/** Payment by code, where the configuration names an acquirer. */
export function paymentsOf(
  parts: Parts & { readonly onFault: (error: unknown) => void },
  events: EventBus,
  onChange: () => void,
): Payments | undefined {
  const { acquirer, shop } = parts.config
  if (acquirer === null) return undefined
  const { driver, url, key, shownCodeSeconds, ...limits } = acquirer
  return {
    acquirer: parts.makeAcquirer(driver, { url, key, limits, clock: parts.clock, onFault: parts.onFault }),
    queue: createCentreQueue(parts.clock, events),
    subject: shop.name.slice(0, 60),
    shownCodeMs: shownCodeSeconds * 1_000,
    onChange,
  }
}
