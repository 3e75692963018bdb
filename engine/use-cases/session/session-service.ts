import { expectedDrawer } from '../../../core/shift/drawer.ts'
import { fen, type Fen } from '../../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { verifyOperator } from '../../../db/operators/operator-repository.ts'
import { countUploads } from '../../../db/outbox/outbox-repository.ts'
import { openSaleOf } from '../../../db/sales/sale-repository.ts'
import {
  closeShift,
  currentShift,
  lastSign,
  openShift,
  setSignNumber,
  shiftFigures,
  type Shift,
} from '../../../db/shifts/shift-repository.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { buildSignIn, readSignIn } from '../../../insurance/mapping/sign-in.ts'
import { buildSignOut } from '../../../insurance/mapping/sign-out.ts'
import type { RegionProfile } from '../../../insurance/profiles/profile-schema.ts'
import type { Config } from '../../config/config.ts'
import type { SessionView, ShiftSummary } from '../../contract/session.ts'
import { chinaDay, type Clock } from '../../ports/clock.ts'
import type { EventBus } from '../../ports/event-bus.ts'
import type { CentreQueue } from '../busy.ts'
import type { Exchanges } from '../exchange/exchange-service.ts'
import { refusalOf } from '../insurance/outcome-refusal.ts'

export type SessionParts = {
  readonly db: WritableDb
  readonly clock: Clock
  readonly events: EventBus
  readonly config: Config
  readonly profile: Pick<RegionProfile, 'name' | 'areaCode' | 'signIn'>
  readonly exchanges: Exchanges
  readonly queue: CentreQueue
}

/** Attempts after which an upload counts as failing. */
export const FAILING_ATTEMPTS = 3

/** Who is signed in at this till, as the screens see it. */
export function sessionView(parts: SessionParts): SessionView {
  const { shop } = parts.config
  const shift = currentShift(parts.db, shop.till)
  return {
    shop: {
      code: shop.code,
      name: shop.name,
      till: shop.till,
      areaCode: parts.profile.areaCode,
      regionName: parts.profile.name,
      notice: shop.notice ?? null,
    },
    operator:
      shift === undefined
        ? null
        : { number: shift.operator.number, name: shift.operator.name, role: shift.operator.role },
    shift:
      shift === undefined
        ? null
        : { id: shift.id, openedAt: shift.openedAt, openingFloat: shift.openingFloat },
    insuranceSign: shift === undefined ? 'signed-out' : shift.signNumber === undefined ? 'waiting' : 'signed',
  }
}

function announce(parts: SessionParts): Result<SessionView> {
  const view = sessionView(parts)
  parts.events.emit('session.changed', view)
  return ok(view)
}

/** Where a `sign_no` serves the whole day, a shift takes up the one that its operator got at this till today. */
function takeUpSign(parts: SessionParts, shift: Shift): void {
  if (parts.profile.signIn.scope !== 'operator-day') return
  const sign = lastSign(parts.db, shift.till, shift.operator.id)
  if (sign === undefined || chinaDay(sign.at) !== chinaDay(shift.openedAt)) return
  setSignNumber(parts.db, shift.id, sign)
}

/**
 * Opens a shift and signs in at the centre (9001), unless the operator's `sign_no` of today serves it too. A centre that cannot be reached, or refuses, does not keep the shop
 * closed: the shift opens for cash sales and `insuranceSign` is `waiting`.
 * Refuses with OPERATOR_WRONG, OPERATOR_LOCKED_OUT or SESSION_ALREADY_SIGNED_IN.
 */
export async function signIn(
  parts: SessionParts,
  given: { readonly operatorNumber: string; readonly password: string; readonly openingFloat: Fen },
): Promise<Result<SessionView>> {
  const operator = await verifyOperator(parts.db, given.operatorNumber, given.password, parts.clock.now())
  if (!operator.ok) return operator
  const opened = parts.db.attempt(() => {
    const shift = openShift(parts.db, {
      id: parts.clock.newId(),
      till: parts.config.shop.till,
      operatorId: operator.value.id,
      openedAt: parts.clock.now(),
      openingFloat: given.openingFloat,
    })
    if (shift.ok) takeUpSign(parts, shift.value)
    return shift
  })
  if (!opened.ok) return opened
  announce(parts)
  const signed = await signInAtCentre(parts)
  return signed.ok ? signed : announce(parts)
}

/**
 * 9001 for the open shift. `again` also replaces a `sign_no` that the shift has: the centre may no longer take it.
 * Refuses with SESSION_NOT_SIGNED_IN, INSURANCE_OFFLINE or INSURANCE_REFUSED.
 */
export function signInAtCentre(
  parts: SessionParts,
  when: 'if-waiting' | 'again' = 'if-waiting',
): Promise<Result<SessionView>> {
  return parts.queue.run('sign-in', async () => {
    const shift = currentShift(parts.db, parts.config.shop.till)
    if (shift === undefined) return refuse('SESSION_NOT_SIGNED_IN')
    if (shift.signNumber !== undefined && when === 'if-waiting') return ok(sessionView(parts))
    return askForSign(parts, shift)
  })
}

/** One 9001 for a shift, whose `sign_no` is kept with it. Refuses with INSURANCE_OFFLINE or INSURANCE_REFUSED. */
export async function askForSign(parts: SessionParts, shift: Shift): Promise<Result<SessionView>> {
  const { station } = parts.config
  const wire = buildSignIn({ operatorNumber: shift.operator.number, mac: station.mac, ip: station.ip })
  if (!wire.ok) return wire
  let signed: Result<unknown> = ok(null)
  const asked = await parts.exchanges.perform({
    purpose: 'sign-in',
    wire: wire.value,
    operator: shift.operator,
    onOutcome: (outcome) => {
      if (outcome.kind !== 'accepted') return
      const answer = readSignIn(outcome.output)
      signed = answer
      if (answer.ok) {
        setSignNumber(parts.db, shift.id, { number: answer.value.signNumber, at: parts.clock.now() })
      }
    },
  })
  if (!asked.ok) return asked
  const { outcome, msgid } = asked.value
  if (outcome.kind !== 'accepted') return refusalOf(outcome, wire.value.infno, msgid)
  return signed.ok ? announce(parts) : signed
}

function summaryOf(
  parts: SessionParts,
  shift: Shift,
  centreSignedOut: ShiftSummary['centreSignedOut'],
): ShiftSummary {
  const figures = shiftFigures(parts.db, shift)
  return {
    salesCount: figures.salesCount,
    salesTotal: figures.salesTotal,
    insuredTotal: figures.insuredTotal,
    cashTotal: fen(figures.cashIn - figures.cashOut),
    expectedDrawer: expectedDrawer({
      openingFloat: figures.openingFloat,
      cashIn: [figures.cashIn],
      cashOut: [figures.cashOut],
      moves: [figures.moves],
    }),
    tenders: [...figures.tenders],
    uploadsWaiting: countUploads(parts.db, FAILING_ATTEMPTS).waiting,
    centreSignedOut,
  }
}

/**
 * Signs out at the centre (9002) and closes the shift; the shift closes also when the centre does not answer. A `sign_no`
 * that serves the whole day is kept: nothing is sent, and a later shift of the operator goes on with it.
 * Refuses with SESSION_NOT_SIGNED_IN, or SESSION_SALE_OPEN {number} while a sale is at the counter.
 */
export function signOut(parts: SessionParts): Promise<Result<ShiftSummary>> {
  return parts.queue.run('sign-out', async () => {
    const shift = currentShift(parts.db, parts.config.shop.till)
    if (shift === undefined) return refuse('SESSION_NOT_SIGNED_IN')
    const sale = openSaleOf(parts.db, parts.config.shop.till)
    if (sale !== undefined) return refuse('SESSION_SALE_OPEN', { number: sale.number })
    const centreSignedOut = await endSign(parts, shift)
    const summary = parts.db.transaction(() => {
      const figures = summaryOf(parts, shift, centreSignedOut)
      closeShift(parts.db, shift.id, parts.clock.now(), fen(figures.expectedDrawer))
      return figures
    })
    announce(parts)
    return ok(summary)
  })
}

function endSign(parts: SessionParts, shift: Shift): Promise<boolean> | ShiftSummary['centreSignedOut'] {
  if (shift.signNumber === undefined) return true
  if (parts.profile.signIn.scope === 'operator-day') return null
  return signOutAtCentre(parts, shift, shift.signNumber)
}

async function signOutAtCentre(parts: SessionParts, shift: Shift, signNumber: string): Promise<boolean> {
  const wire = buildSignOut({ signNumber, operatorNumber: shift.operator.number })
  if (!wire.ok) return false
  const asked = await parts.exchanges.perform({
    purpose: 'sign-out',
    wire: wire.value,
    operator: shift.operator,
    signNumber,
  })
  return asked.ok && asked.value.outcome.kind === 'accepted'
}
