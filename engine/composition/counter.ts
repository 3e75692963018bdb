import { ok, refuse, type Result } from '../../core/result.ts'
import { regionCodeLabel } from '../../db/codes/code-repository.ts'
import { currentShift } from '../../db/shifts/shift-repository.ts'
import { codeLabel } from '../../insurance/catalogue/catalogue.ts'
import type { EventBus } from '../ports/event-bus.ts'
import type { Counter, WorkingShift } from '../use-cases/sale/counter.ts'
import { resolvingRulesOf } from '../use-cases/resolving/resolving-view.ts'
import type { Parts } from './parts.ts'

/** The open shift of the till, read from the database each time: it is the truth, also after a crash. */
export function shiftReader(parts: Parts): () => Result<WorkingShift> {
  return () => {
    const shift = currentShift(parts.db, parts.config.shop.till)
    if (shift === undefined) return refuse('SESSION_NOT_SIGNED_IN')
    return ok({
      shiftId: shift.id,
      operatorId: shift.operator.id,
      operatorNumber: shift.operator.number,
      operatorName: shift.operator.name,
      operatorRole: shift.operator.role,
      signNumber: shift.signNumber,
    })
  }
}

/** What every use case of the counter works with. */
export function counterOf(
  parts: Parts,
  events: EventBus,
  shift: () => Result<WorkingShift>,
  due: Pick<Counter, 'onCompleting' | 'onReturnCompleting'>,
): Counter {
  return {
    ...due,
    db: parts.db,
    clock: parts.clock,
    events,
    till: parts.config.shop.till,
    region: {
      localPrefixes: parts.profile.area.localPrefixes,
      provincePrefix: parts.profile.area.provincePrefix,
      insuranceTypeName: (type) =>
        regionCodeLabel(parts.db, 'insutype', type) ?? codeLabel('insutype', type) ?? type,
      resolving: resolvingRulesOf(parts.profile),
      payment: {
        byCode: parts.config.acquirer !== null,
        accountCardWhenRefused: parts.profile.accountCard.allowedWhenRefused,
      },
    },
    scanShapes: {
      badgePrefix: parts.config.badges.prefix,
      prescriptionCodes: parts.profile.prescriptionCodes.shapes,
    },
    rights: parts.config.rights,
    shift,
  }
}
