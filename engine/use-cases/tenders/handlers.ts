import { fen } from '../../../core/money/fen.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Handlers } from '../../transport/handlers.ts'
import type { Desk } from '../insurance/desk.ts'
import { askTender, giveUpTender } from './ask-tender.ts'
import { payByCode } from './pay-by-code.ts'
import { showCode } from './show-code.ts'
import { takeByHand } from './take-by-hand.ts'
import type { TenderAsker } from './tender-asker.ts'
import { undoTender } from './undo-tender.ts'

type TenderHandlers = Pick<Handlers, Extract<keyof Handlers, `tender.${string}`>>

const asSale = (view: Result<SaleView>): Result<{ sale: SaleView }> =>
  view.ok ? ok({ sale: view.value }) : view

/** The calls about payments. */
export function tenderHandlers(desk: Desk, asker: TenderAsker): TenderHandlers {
  return {
    'tender.takeCash': ({ amount }) =>
      asSale(takeByHand(desk, { kind: 'cash', amount: fen(amount), reference: null })),
    'tender.takeCard': ({ kind, amount, reference }) =>
      asSale(takeByHand(desk, { kind, amount: amount === null ? null : fen(amount), reference })),
    'tender.payByCode': async ({ code, amount }) =>
      asSale(await payByCode(desk, { code, amount: amount === null ? null : fen(amount) })),
    'tender.showCode': async ({ amount }) =>
      asSale(await showCode(desk, amount === null ? null : fen(amount))),
    'tender.ask': async ({ tenderId }) => asSale(await askTender(desk, tenderId)),
    'tender.giveUp': async ({ tenderId }) => asSale(await giveUpTender(desk, tenderId)),
    'tender.undo': async ({ approval, ...undoing }) => asSale(await undoTender(desk, undoing, approval)),
    'tender.open': () => ok({ tenders: [...asker.view()] }),
  }
}
