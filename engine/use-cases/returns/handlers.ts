import { quantity } from '../../../core/money/decimal.ts'
import { ok, type Result } from '../../../core/result.ts'
import { unfinishedReturns } from '../../../db/returns/return-repository.ts'
import type { ReturnView } from '../../contract/returns.ts'
import type { Handlers } from '../../transport/handlers.ts'
import { previewReturnSlip, returnSlipBytes } from '../receipts/return-slip.ts'
import type { Resolving } from '../resolving/resolving.ts'
import type { Config } from '../../config/config.ts'
import { abandonReturn } from './abandon-return.ts'
import { beginReturn } from './begin-return.ts'
import { findSales } from './find-sales.ts'
import { identifyForReturn, presentForReturn } from './identify-return.ts'
import { proceed } from './proceed.ts'
import { refundByHand } from './refund-by-hand.ts'
import type { ReturnDesk } from './return-desk.ts'
import { viewOfReturn } from './return-view.ts'

type ReturnHandlers = Pick<Handlers, Extract<keyof Handlers, `returns.${string}`>>

type Parts = { readonly desk: ReturnDesk; readonly resolving: Resolving; readonly config: Config }

const asReturn = (view: Result<ReturnView>): Result<{ return: ReturnView }> =>
  view.ok ? ok({ return: view.value }) : view

/** The methods of returns, bound to their use cases. */
export function returnHandlers({ desk, resolving, config }: Parts): ReturnHandlers {
  const { counter } = desk
  /** A completed return puts a report into the outbox, a lost 2103 leaves a settlement open: the screens tell of both. */
  const told = (view: Result<ReturnView>): Result<{ return: ReturnView }> => {
    resolving.announce()
    return asReturn(view)
  }
  return {
    'returns.find': ({ text }) => findSales(counter, text),
    'returns.begin': async ({ approval, saleId, lines, reason }) => {
      const wanted = lines.map((line) => ({ ...line, quantity: quantity(line.quantity) }))
      return asReturn(await beginReturn(counter, { saleId, reason, lines: wanted }, approval))
    },
    'returns.get': ({ returnId }) => asReturn(viewOfReturn(counter, returnId)),
    'returns.open': () => {
      const views = unfinishedReturns(counter.db).flatMap((row) => {
        const view = viewOfReturn(counter, row.id)
        return view.ok ? [view.value] : []
      })
      return ok({ returns: views })
    },
    'returns.identify': async ({ returnId, ...shown }) =>
      asReturn(
        await identifyForReturn(desk, returnId, {
          type: shown.type,
          number: shown.number,
          ...(shown.cardSerial !== undefined && { cardSerial: shown.cardSerial }),
          ...(shown.documentKind !== undefined && { documentKind: shown.documentKind }),
          ...(shown.personName !== undefined && { personName: shown.personName }),
        }),
      ),
    'returns.present': async ({ returnId, code }) => asReturn(await presentForReturn(desk, returnId, code)),
    'returns.proceed': async ({ returnId }) => told(await proceed(desk, returnId)),
    'returns.refundByHand': (given) => told(refundByHand(desk, given)),
    'returns.abandon': ({ returnId }) => asReturn(abandonReturn(counter, returnId)),
    'returns.preview': ({ returnId, width }) => previewReturnSlip({ counter, config }, returnId, width),
    'returns.bytes': ({ returnId, width }) => returnSlipBytes({ counter, config }, returnId, width),
  }
}
