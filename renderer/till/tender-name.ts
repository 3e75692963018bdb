import type { Tender } from '../input/rest-state.ts'
import { say } from '../text/say.ts'

/** How a payment is called: by its wallet when it was paid by code. */
export function tenderName({ kind, channel }: Pick<Tender, 'kind' | 'channel'>): string {
  return channel === null ? say(`tender.${kind}`) : say(`tender.channel.${channel}`)
}
