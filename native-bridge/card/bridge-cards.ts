import type { Bridge, BridgeOutcome } from '../bridge/bridge-client.ts'
import { readSafetyOutputs, type SafetyCredential, type SafetyPurpose } from './safety-control.ts'
import { readSocialSecurityCard, type SocialSecurityCard } from './social-security-card.ts'

type BridgeFailure = Extract<BridgeOutcome, { ok: false }>

/** What a card behind a bridge gave; `unreadable` also when its text is not what such a card has. */
export type BridgeReading<T> = { readonly ok: true; readonly value: T } | BridgeFailure

/** How long a person may take to type a PIN on the reader. */
const PIN_LIMIT_MS = 60_000

/** Reads the basic data of the social-security card that lies on the reader. */
export async function readCardOf(bridge: Bridge): Promise<BridgeReading<SocialSecurityCard>> {
  const outcome = await bridge.call('read-basic')
  if (!outcome.ok) return outcome
  const read = readSocialSecurityCard(outcome.outputs['card'] ?? '')
  return read.ok ? { ok: true, value: read.card } : { ok: false, fault: 'unreadable' }
}

/** Has the holder type the PIN on the reader; a wrong one is `refused` with the library's code and text. */
export async function verifyPinOf(bridge: Bridge): Promise<BridgeReading<undefined>> {
  const outcome = await bridge.call('verify-pin', {}, PIN_LIMIT_MS)
  return outcome.ok ? { ok: true, value: undefined } : outcome
}

/** What is laid on the reader or shown to it; `query` is the region's JSON request for a code. */
export type SafetyMedium =
  | { readonly kind: 'card' }
  | { readonly kind: 'identity-card' }
  | { readonly kind: 'code'; readonly query: string }

/**
 * Calls the safety control once for a visit. The credential is to be kept with the visit and used for each of its
 * transactions that {@link import('./safety-control.ts').covers} names.
 */
export async function takeSafetyCredential(
  bridge: Bridge,
  purpose: SafetyPurpose,
  medium: SafetyMedium,
): Promise<BridgeReading<SafetyCredential>> {
  const transaction = purpose.transactionNumber
  const outcome =
    medium.kind === 'code'
      ? await bridge.call('query-code', { transaction, query: medium.query })
      : await bridge.call(medium.kind === 'card' ? 'read-card' : 'read-identity-card', { transaction })
  if (!outcome.ok) return outcome
  const read = readSafetyOutputs(outcome.outputs, purpose)
  return read.ok ? { ok: true, value: read.credential } : { ok: false, fault: 'unreadable' }
}
