import { currentShift, type Shift } from '../../../db/shifts/shift-repository.ts'
import { chinaDay } from '../../ports/clock.ts'
import type { Exchanges } from '../exchange/exchange-service.ts'
import { askForSign, type SessionParts } from './session-service.ts'

/** The open shift, when its `sign_no` is of another day than today in China. */
function shiftOfAnotherDay(parts: SessionParts): Shift | undefined {
  const shift = currentShift(parts.db, parts.config.shop.till)
  if (shift?.signedAt === undefined) return undefined
  return chinaDay(shift.signedAt) === chinaDay(parts.clock.now()) ? undefined : shift
}

/**
 * The way to the centre where a `sign_no` serves the operator's day: in a shift that lasts over midnight the first call of
 * the new day signs in before it (9001), and goes with the new number. When the centre gives none, the call goes with what
 * the shift has, and the next one asks again: whether it takes that is the centre's to say. Elsewhere the way as it is.
 */
export function withTodaysSign(parts: SessionParts): Exchanges {
  const { exchanges, profile } = parts
  if (profile.signIn.scope !== 'operator-day') return exchanges
  let signing: Promise<void> | undefined
  const signAgain = async (shift: Shift): Promise<void> => {
    try {
      await askForSign(parts, shift)
    } finally {
      signing = undefined
    }
  }
  return {
    perform: async (request) => {
      const shift = request.signNumber === undefined ? undefined : shiftOfAnotherDay(parts)
      if (shift === undefined || shift.signNumber !== request.signNumber) return exchanges.perform(request)
      // calls of the counter and reports may come together: one 9001 serves them all
      signing ??= signAgain(shift)
      await signing
      const now = currentShift(parts.db, parts.config.shop.till)
      const signNumber = now?.id === shift.id ? now.signNumber : undefined
      return exchanges.perform({ ...request, ...(signNumber !== undefined && { signNumber }) })
    },
  }
}
