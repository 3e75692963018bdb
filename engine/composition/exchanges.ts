import { nextMessageSerial } from '../../db/counters/counters.ts'
import type { Gateway } from '../../insurance/gateway/gateway.ts'
import { createMessageIdSource } from '../../insurance/message-id/message-id-source.ts'
import type { DeviceDesk } from '../use-cases/devices/device-desk.ts'
import type { SafetyVisit } from '../use-cases/devices/safety-visit.ts'
import {
  createExchanges,
  type ExchangeParts,
  type Exchanges,
} from '../use-cases/exchange/exchange-service.ts'
import type { SessionParts } from '../use-cases/session/session-service.ts'
import type { Parts } from './parts.ts'

type DeviceOf = NonNullable<ExchangeParts['deviceOf']>

/** Journalled exchanges with the centre. */
function exchangesOf(parts: Parts, gateway: Gateway, deviceOf: DeviceOf): Exchanges {
  const { db, clock, profile } = parts
  const { shop } = parts.config
  const messageIds = createMessageIdSource({
    shopCode: shop.code,
    rule: profile.messageId,
    store: { nextSerial: (second) => nextMessageSerial(db, second) },
    clock,
  })
  return createExchanges({ db, clock, gateway, messageIds, profile, shop, deviceOf })
}

/** What signing in and out works with; its calls go straight to the centre. */
export function sessionOf(
  parts: Parts,
  on: Pick<SessionParts, 'events' | 'queue'> & { readonly gateway: Gateway; readonly deviceOf: DeviceOf },
): SessionParts {
  const { db, clock, config, profile } = parts
  const exchanges = exchangesOf(parts, on.gateway, on.deviceOf)
  return { db, clock, config, profile, exchanges, events: on.events, queue: on.queue }
}

/** What the device gives to an envelope: the safety control's credential of the visit, where there is one. */
export function deviceOfVisit(visit: SafetyVisit, devices: () => DeviceDesk): DeviceOf {
  return (infno, saleId) => {
    const credential = visit.credentialFor(infno, saleId)
    const control = devices().bank.setting('safety-control', 'safety-control')
    return credential === undefined ? undefined : { credential, number: control?.options.deviceNumber ?? '' }
  }
}
