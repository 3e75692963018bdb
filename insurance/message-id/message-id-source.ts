import { compactDateTime } from '../catalogue/wire-time.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import { formatMessageId, shopPart } from './message-id.ts'

/**
 * Where serials are kept, durably: counted up for `secondKey` (yyyyMMddHHmmss). The answer may name a later second, when
 * the clock went back or a second's serials are used up; it never names a pair twice.
 */
export type SerialStore = {
  readonly nextSerial: (secondKey: string) => { readonly secondKey: string; readonly serial: number }
}

/** A new msgid and the moment it was asked for (epoch milliseconds), the request's `inf_time`. */
export type MessageId = { readonly msgid: string; readonly at: number }

export type MessageIdSource = {
  /**
   * The next msgid. Call it in the transaction that stores the request: a msgid that was never stored may come again.
   * Ids of one source ascend.
   */
  readonly next: () => MessageId
}

/** Makes msgids of one shop by the region's rule. */
export function createMessageIdSource(parts: {
  readonly shopCode: string
  readonly rule: RegionProfile['messageId']
  readonly store: SerialStore
  readonly clock: { readonly now: () => number }
}): MessageIdSource {
  const shop = shopPart(parts.shopCode, parts.rule.fill)
  return {
    next: () => {
      const at = parts.clock.now()
      const { secondKey, serial } = parts.store.nextSerial(compactDateTime(at))
      return { msgid: formatMessageId(shop, secondKey, serial), at }
    },
  }
}
