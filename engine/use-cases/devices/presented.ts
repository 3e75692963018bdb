import { maskDocumentNumber, maskName } from '../../../core/identity/mask.ts'
import type { Credential } from '../../../core/identity/person.ts'
import { refuse, type Refusal, type Result } from '../../../core/result.ts'
import { openSaleOf } from '../../../db/sales/sale-repository.ts'
import type { IdentityOutcome } from '../../../native-bridge/card/identity-cycle.ts'
import type { IdentityDocument } from '../../../native-bridge/card/identity-text.ts'
import type { QrCode } from '../../../native-bridge/qr-box/qr-code.ts'
import type { DeviceRead } from '../../contract/devices.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Desk } from '../insurance/desk.ts'
import { identify } from '../insurance/identify.ts'
import { presentCode } from '../insurance/present-code.ts'
import { isLocked, readSale } from '../sale/sale-state.ts'
import { hasSafetyControl, identifyByCard, type CardParts } from './read-card.ts'

/** `psn_cert_type` of each kind of card. */
const DOCUMENT_KINDS: Readonly<Record<IdentityDocument['kind'], string>> = {
  resident: '01',
  'hong-kong-macau-taiwan-residence': '17',
  'foreign-permanent-resident': '07',
}

/** The credential of type 02 that a card is. The name goes along where the number alone does not say whose it is. */
export function credentialOfDocument(document: IdentityDocument): Credential {
  return {
    type: '02',
    number: document.number,
    documentKind: DOCUMENT_KINDS[document.kind],
    ...(document.kind !== 'resident' && document.name !== '' && { personName: document.name }),
  }
}

/** Why nobody can be identified now: nobody works here, or money is on its way. */
function hindrance(desk: Desk, what: DeviceRead['what']): Refusal | undefined {
  const { counter, queue } = desk
  const shift = counter.shift()
  if (!shift.ok) return shift.refusal
  const notNow = refuse('DEVICE_READ_NOT_NOW', { what }).refusal
  const activity = queue.current()?.kind
  if (activity === 'settle' || activity === 'resolve') return notNow
  const sale = openSaleOf(counter.db, counter.till)
  return sale !== undefined && isLocked(readSale(counter.db, sale)) ? notNow : undefined
}

type Told = Pick<DeviceRead, 'slot' | 'what' | 'holder'>

async function useIt(desk: Desk, told: Told, work: () => Promise<Result<SaleView>>): Promise<void> {
  const { events } = desk.counter
  const refusal = hindrance(desk, told.what)
  const result = refusal === undefined ? await work() : { ok: false as const, refusal }
  events.emit('device.read', {
    ...told,
    outcome: result.ok ? 'used' : 'not-used',
    refusal: result.ok ? null : result.refusal,
  })
}

/** A code was shown to the box: identifies the person, unless the code is too old by now or money is on its way. */
export function codeShown(desk: Desk, slot: string, code: QrCode): Promise<void> {
  const told = { slot, what: 'insurance-code', holder: null } as const
  return useIt(desk, told, async () => {
    // another call to the centre may be under way, and the code ages while it waits
    await desk.queue.run('identify', () => Promise.resolve())
    if (desk.counter.clock.now() >= code.expiresAt) return refuse('INSURANCE_CODE_EXPIRED')
    return presentCode(desk, code.text)
  })
}

/**
 * A card was laid on the reader: identifies its holder, unless money is on its way. Where a safety control is set up, the
 * card on the reader is only the sign to ask it: the visit needs the control's own credential.
 */
export function cardLaidOn(parts: CardParts, slot: string, outcome: IdentityOutcome): Promise<void> {
  const { desk } = parts
  const told = { slot, what: 'identity-card', holder: null } as const
  if (outcome.kind !== 'document') {
    return useIt(desk, told, () => Promise.resolve(refuse('CARD_NOT_READ', { reason: outcome.kind })))
  }
  const { document } = outcome
  const holder = { name: maskName(document.name), number: maskDocumentNumber(document.number) }
  return useIt(desk, { ...told, holder }, () =>
    hasSafetyControl(parts.bank)
      ? identifyByCard(parts, 'identity-card')
      : identify(desk, credentialOfDocument(document)),
  )
}
