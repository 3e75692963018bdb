import { maskDocumentNumber, maskName } from '../../../core/identity/mask.ts'
import type { Credential } from '../../../core/identity/person.ts'
import { refuse, type Refusal, type Result } from '../../../core/result.ts'
import { openSaleOf } from '../../../db/sales/sale-repository.ts'
import type { IdentityOutcome } from '../../../native-bridge/card/identity-cycle.ts'
import type { IdentityDocument } from '../../../native-bridge/card/identity-text.ts'
import type { QrCode } from '../../../native-bridge/qr-box/qr-code.ts'
import type { DeviceRead } from '../../contract/devices.ts'
import { identify } from '../insurance/identify.ts'
import { presentCode } from '../insurance/present-code.ts'
import { identifyForReturn, presentForReturn } from '../returns/identify-return.ts'
import { isLocked, readSale } from '../sale/sale-state.ts'
import type { Direction } from '../scanners/scan-direction.ts'
import { hasSafetyControl, identifyByCard, identifyReturnByCard, type CardParts } from './read-card.ts'

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

/** What is shown to a reader, and for whom. */
export type Showing = CardParts & { readonly direction: Direction }

/** Why nobody can be identified now: nobody works here, money is on its way, or the screen is busy with something else. */
function hindrance({ desk, direction }: Showing, what: DeviceRead['what']): Refusal | undefined {
  const { counter, queue } = desk
  const shift = counter.shift()
  if (!shift.ok) return shift.refusal
  const notNow = refuse('DEVICE_READ_NOT_NOW', { what }).refusal
  const activity = queue.current()?.kind
  if (activity === 'settle' || activity === 'resolve') return notNow
  if (direction.to === 'screen') return direction.returnId === undefined ? notNow : undefined
  const sale = openSaleOf(counter.db, counter.till)
  return sale !== undefined && isLocked(readSale(counter.db, sale)) ? notNow : undefined
}

type Told = Pick<DeviceRead, 'slot' | 'what' | 'holder'>

/** What is done with something that was shown, for the sale at the counter and for a return. */
type Uses = {
  readonly forSale: () => Promise<Result<unknown>>
  readonly forReturn: (returnId: string) => Promise<Result<unknown>>
}

async function useIt(showing: Showing, told: Told, uses: Uses): Promise<void> {
  const { desk, direction } = showing
  const refusal = hindrance(showing, told.what)
  const use = (): Promise<Result<unknown>> =>
    direction.to === 'screen' && direction.returnId !== undefined
      ? uses.forReturn(direction.returnId)
      : uses.forSale()
  const result = refusal === undefined ? await use() : { ok: false as const, refusal }
  desk.counter.events.emit('device.read', {
    ...told,
    outcome: result.ok ? 'used' : 'not-used',
    refusal: result.ok ? null : result.refusal,
  })
}

/** A code was shown to the box: identifies the person, unless the code is too old by now or money is on its way. */
export function codeShown(showing: Showing, slot: string, code: QrCode): Promise<void> {
  const { desk } = showing
  const fresh = async (use: () => Promise<Result<unknown>>): Promise<Result<unknown>> => {
    // another call to the centre may be under way, and the code ages while it waits
    await desk.queue.run('identify', () => Promise.resolve())
    if (desk.counter.clock.now() >= code.expiresAt) return refuse('INSURANCE_CODE_EXPIRED')
    return use()
  }
  return useIt(
    showing,
    { slot, what: 'insurance-code', holder: null },
    {
      forSale: () => fresh(() => presentCode(desk, code.text)),
      forReturn: (returnId) => fresh(() => presentForReturn(desk, returnId, code.text)),
    },
  )
}

/**
 * A card was laid on the reader: identifies its holder, unless money is on its way. Where a safety control is set up, the
 * card on the reader is only the sign to ask it: the visit needs the control's own credential.
 */
export function cardLaidOn(showing: Showing, slot: string, outcome: IdentityOutcome): Promise<void> {
  const { desk } = showing
  const told = { slot, what: 'identity-card', holder: null } as const
  if (outcome.kind !== 'document') {
    const unreadable = (): Promise<Result<never>> =>
      Promise.resolve(refuse('CARD_NOT_READ', { reason: outcome.kind }))
    return useIt(showing, told, { forSale: unreadable, forReturn: unreadable })
  }
  const { document } = outcome
  const holder = { name: maskName(document.name), number: maskDocumentNumber(document.number) }
  const credential = credentialOfDocument(document)
  const throughControl = hasSafetyControl(showing.bank)
  return useIt(
    showing,
    { ...told, holder },
    {
      forSale: () => (throughControl ? identifyByCard(showing, 'identity-card') : identify(desk, credential)),
      forReturn: (returnId) =>
        throughControl
          ? identifyReturnByCard(showing, returnId, 'identity-card')
          : identifyForReturn(desk, returnId, credential),
    },
  )
}
