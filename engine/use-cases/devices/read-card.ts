import type { Credential } from '../../../core/identity/person.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import type { Bridge, BridgeOutcome } from '../../../native-bridge/bridge/bridge-client.ts'
import { readCardOf, takeSafetyCredential, verifyPinOf } from '../../../native-bridge/card/bridge-cards.ts'
import type { SafetyCredential, SafetyPurpose } from '../../../native-bridge/card/safety-control.ts'
import {
  credentialOfCard,
  type SocialSecurityCard,
} from '../../../native-bridge/card/social-security-card.ts'
import type { ReturnView } from '../../contract/returns.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { identify } from '../insurance/identify.ts'
import { identifyForReturn, settlementOfReturn } from '../returns/identify-return.ts'
import { saleForAdding } from '../sale/add-goods.ts'
import type { DeviceBank } from './device-bank.ts'
import type { SafetyVisit } from './safety-visit.ts'

export type CardParts = { readonly desk: Desk; readonly bank: DeviceBank; readonly visit: SafetyVisit }

export type CardMedium = 'social-card' | 'identity-card'

type BridgeFailure = Extract<BridgeOutcome, { readonly ok: false }>

/** Longest text of a vendor's library that is shown. */
const MESSAGE_SHOWN = 100

function failed(failure: BridgeFailure, name: string): ReturnType<typeof refuse> {
  switch (failure.fault) {
    case 'refused':
      return refuse('CARD_READER_REFUSED', {
        code: failure.code ?? '-',
        // a library writes what it likes; no control characters, no long numbers of persons
        message: (failure.text ?? '')
          .replace(/\p{C}/gu, ' ')
          .replace(/[0-9A-Za-z]{9,}/g, '…')
          .slice(0, MESSAGE_SHOWN),
      })
    case 'busy':
      return refuse('DEVICE_BUSY', { name })
    case 'not-ready':
      return refuse('DEVICE_NOT_READY', { name, reason: 'opening' })
    case 'invalid':
      return refuse('CARD_NOT_READ', { reason: 'bad-input' })
    case 'failed':
      return refuse('CARD_NOT_READ', { reason: 'crashed' })
    default:
      return refuse('CARD_NOT_READ', { reason: failure.fault })
  }
}

/** A bridge that can be called now. Refuses with DEVICE_NOT_SET_UP, DEVICE_NOT_READY or DEVICE_BUSY. */
function readyBridge(
  bank: DeviceBank,
  kind: 'card-reader' | 'safety-control',
): Result<{ bridge: Bridge; name: string }> {
  const view = bank.view(kind)
  const running = bank.running(kind)
  if (view === undefined) return refuse('DEVICE_NOT_SET_UP', { kind })
  const { name, state, reason } = view
  if (state === 'busy') return refuse('DEVICE_BUSY', { name })
  if (running === undefined || state !== 'ready')
    return refuse('DEVICE_NOT_READY', { name, reason: reason ?? state })
  return ok({ bridge: running.device, name })
}

/** Reads the card on the reader, after its PIN where the shop asks for it. Refuses with why it could not be read. */
export async function readSocialCard(bank: DeviceBank): Promise<Result<SocialSecurityCard>> {
  const ready = readyBridge(bank, 'card-reader')
  if (!ready.ok) return ready
  const { bridge, name } = ready.value
  if (bank.setting('card-reader', 'card-reader')?.options.askPin === true) {
    const pin = await verifyPinOf(bridge)
    if (!pin.ok) return failed(pin, name)
  }
  const card = await readCardOf(bridge)
  return card.ok ? ok(card.value) : failed(card, name)
}

/** Whether this till identifies through the national safety control. */
export const hasSafetyControl = (bank: DeviceBank): boolean =>
  bank.setting('safety-control', 'safety-control') !== undefined

type ControlReading = { readonly credential: Credential; readonly safety: SafetyCredential }

/** One call of the safety control for a visit, which is looked up once the control can be called. */
async function readThroughControl(
  { desk, bank }: CardParts,
  medium: CardMedium,
  purposeOf: () => Result<SafetyPurpose>,
): Promise<Result<ControlReading>> {
  const ready = readyBridge(bank, 'safety-control')
  if (!ready.ok) return ready
  const purpose = purposeOf()
  if (!purpose.ok) return purpose
  const kind = medium === 'social-card' ? 'card' : 'identity-card'
  const taken = await takeSafetyCredential(ready.value.bridge, purpose.value, { kind })
  if (!taken.ok) return failed(taken, ready.value.name)
  const safety = taken.value
  switch (safety.medium) {
    case 'card':
      return ok({ credential: credentialOfCard(safety.card, desk.profile.cards.socialCardNumber), safety })
    case 'identity-card':
      return ok({ credential: { type: '02', number: safety.identity.number }, safety })
    case 'code':
      return refuse('CARD_NOT_READ', { reason: 'unreadable' })
  }
}

/** The visit at the counter, whose sale is opened when there is none; its last transaction settles. */
function saleVisit({ counter, profile }: Desk): Result<SafetyPurpose> {
  const shift = counter.shift()
  if (!shift.ok) return shift
  const sale = counter.db.attempt(() => saleForAdding(counter, shift.value))
  if (!sale.ok) return sale
  const { settle, trial } = profile.variants
  return ok({ visit: sale.value.sale.id, transactionNumber: settle, alsoFor: ['1101', trial] })
}

/** The sale whose settlement a return cancels; its last transaction is the cancellation. */
function returnVisit(desk: Desk, returnId: string): Result<SafetyPurpose> {
  const settlement = settlementOfReturn(desk, returnId)
  if (!settlement.ok) return settlement
  return ok({ visit: settlement.value.sale_id, transactionNumber: '2103', alsoFor: ['1101'] })
}

/** Whether a card of this kind is read through the safety control here. */
const throughControl = (bank: DeviceBank, medium: CardMedium): boolean =>
  hasSafetyControl(bank) || medium === 'identity-card'

/**
 * Identifies the holder of the card on the reader (1101): through the safety control where one is set up, else through the
 * reader of social-security cards. Refuses with why the card could not be read, or as `identify` does.
 */
export async function identifyByCard(parts: CardParts, medium: CardMedium): Promise<Result<SaleView>> {
  const { desk, bank, visit } = parts
  if (throughControl(bank, medium)) {
    const read = await readThroughControl(parts, medium, () => saleVisit(desk))
    if (!read.ok) return read
    visit.keep(read.value.safety)
    return identify(desk, read.value.credential, 'safety-control')
  }
  const card = await readSocialCard(bank)
  if (!card.ok) return card
  return identify(desk, credentialOfCard(card.value, desk.profile.cards.socialCardNumber))
}

/** The same for the person whose settlement a return cancels. Refuses as `identifyForReturn` does besides. */
export async function identifyReturnByCard(
  parts: CardParts,
  returnId: string,
  medium: CardMedium,
): Promise<Result<ReturnView>> {
  const { desk, bank, visit } = parts
  if (throughControl(bank, medium)) {
    const read = await readThroughControl(parts, medium, () => returnVisit(desk, returnId))
    if (!read.ok) return read
    const forget = visit.keepForReturn(read.value.safety)
    const identified = await identifyForReturn(desk, returnId, read.value.credential)
    // whoever it was, the cancellation must not carry their credential
    if (!identified.ok) forget()
    return identified
  }
  const settlement = settlementOfReturn(desk, returnId)
  if (!settlement.ok) return settlement
  const card = await readSocialCard(bank)
  if (!card.ok) return card
  return identifyForReturn(desk, returnId, credentialOfCard(card.value, desk.profile.cards.socialCardNumber))
}
