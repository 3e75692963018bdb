import { fen } from '../../core/money/fen.ts'
import { quantity, unitPrice } from '../../core/money/decimal.ts'
import { ok, refuse, type Result } from '../../core/result.ts'
import { exchangesOfSale, exchangesSince } from '../../db/journal/exchange-repository.ts'
import { findGoodsById } from '../../db/goods/goods-repository.ts'
import { searchGoods } from '../../db/goods/search-goods.ts'
import {
  countUploads,
  uploadsOfSale,
  waitingUploads,
  type OutboxRow,
} from '../../db/outbox/outbox-repository.ts'
import { openSaleOf, recentSales } from '../../db/sales/sale-repository.ts'
import type { Config } from '../config/config.ts'
import type { MethodResult } from '../contract/contract.ts'
import type { SaleView } from '../contract/sale.ts'
import type { ScanOutcome } from '../contract/scan.ts'
import type { UploadView } from '../contract/status.ts'
import { chinaDay } from '../ports/clock.ts'
import type { Handlers } from '../transport/handlers.ts'
import type { DeviceDesk } from './devices/device-desk.ts'
import { deviceHandlers } from './devices/handlers.ts'
import { chooseByPosition, clearPerson, identify, setAccountUse } from './insurance/identify.ts'
import {
  entitlement,
  loadCodes,
  settlementByIds,
  settlementByMessage,
  shopInformation,
  visits,
} from './insurance/queries.ts'
import { presentCode } from './insurance/present-code.ts'
import { quote } from './insurance/quote.ts'
import { settle } from './insurance/settle.ts'
import { resolvingHandlers } from './resolving/handlers.ts'
import { withRight } from './rights/authorise.ts'
import { previewReceipt, receiptBytes } from './receipts/receipt-service.ts'
import { addGoodsToSale, saleForAdding } from './sale/add-goods.ts'
import { addTraceCodeByHand } from './sale/add-trace-code.ts'
import { setDiscount, setPrice } from './sale/change-price.ts'
import { payCash } from './sale/complete-sale.ts'
import { announceSale, viewById, viewOf } from './sale/counter.ts'
import { returnHandlers } from './returns/handlers.ts'
import type { ReturnDesk } from './returns/return-desk.ts'
import { removeTraceCode, selectLine, setQuantity, takeLineOut, voidSale } from './sale/edit-sale.ts'
import { heldSales, holdSale, recallSale } from './sale/hold-sale.ts'
import { submitScan } from './sale/submit-scan.ts'
import {
  FAILING_ATTEMPTS,
  sessionView,
  signIn,
  signInAtCentre,
  signOut,
  type SessionParts,
} from './session/session-service.ts'
import type { ScanDirection } from './scanners/scan-direction.ts'
import { selfTestHandlers } from './self-test/handlers.ts'
import type { SelfTest } from './self-test/self-test.ts'
import type { StatusBoard } from './status/status-board.ts'
import { tenderHandlers } from './tenders/handlers.ts'
import type { Resolving } from './resolving/resolving.ts'
import { payByCode } from './tenders/pay-by-code.ts'
import type { TenderAsker } from './tenders/tender-asker.ts'
import type { UploadSender } from './uploads/upload-sender.ts'

export type HandlerParts = {
  readonly desk: ReturnDesk
  readonly session: SessionParts
  readonly uploads: UploadSender
  readonly resolving: Resolving
  readonly board: StatusBoard
  readonly config: Config
  readonly asker: TenderAsker
  readonly devices: DeviceDesk
  readonly selfTest: SelfTest
  readonly scans: ScanDirection
}

/** Upload rows that one list shows at the most. */
const UPLOADS_SHOWN = 200
const EXCHANGES_SHOWN = 2_000

const asSale = (view: Result<SaleView>): Result<{ sale: SaleView }> =>
  view.ok ? ok({ sale: view.value }) : view

/** Every method of the contract, bound to its use case. */
export function createHandlers(parts: HandlerParts): Handlers {
  return {
    ...sessionHandlers(parts),
    ...basketHandlers(parts),
    ...saleHandlers(parts),
    ...insuranceHandlers(parts),
    ...recordHandlers(parts),
    ...resolvingHandlers(parts),
    ...tenderHandlers(parts.desk, parts.asker),
    ...returnHandlers(parts),
    ...deviceHandlers(parts),
    ...selfTestHandlers(parts.selfTest),
  }
}

type SessionHandlers = Pick<
  Handlers,
  'session.get' | 'session.signIn' | 'session.signInAtCentre' | 'session.signOut'
>

function sessionHandlers({ session, uploads, resolving, board }: HandlerParts): SessionHandlers {
  return {
    'session.get': () => ok(sessionView(session)),
    'session.signIn': async (params) => {
      const signed = await signIn(session, { ...params, openingFloat: fen(params.openingFloat) })
      if (signed.ok) {
        uploads.kick()
        resolving.kick()
      }
      board.announce()
      return signed
    },
    'session.signInAtCentre': async () => {
      const signed = await signInAtCentre(session, 'again')
      if (signed.ok) {
        uploads.kick()
        resolving.kick()
      }
      return signed
    },
    'session.signOut': () => signOut(session),
  }
}

type BasketHandlers = Pick<
  Handlers,
  | 'scan.submit'
  | 'scan.direct'
  | 'sale.addGoods'
  | 'sale.selectLine'
  | 'sale.setQuantity'
  | 'sale.setDiscount'
  | 'sale.setPrice'
  | 'sale.removeLine'
  | 'sale.addTraceCode'
  | 'sale.removeTraceCode'
>

function basketHandlers({ desk, scans }: HandlerParts): BasketHandlers {
  const { counter } = desk
  const current = (): SaleView | null => {
    const sale = openSaleOf(counter.db, counter.till)
    return sale === undefined ? null : viewOf(counter, sale)
  }
  return {
    'scan.submit': async ({ text }) => {
      const submitted = submitScan(counter, text)
      if (!submitted.ok) return submitted
      const { credential, payment, outcome } = submitted.value
      if (credential === undefined && payment === undefined) return ok({ outcome, sale: current() })
      const done =
        payment === undefined
          ? await presentCode(desk, credential?.text ?? '')
          : await payByCode(desk, { code: payment.text, amount: null })
      if (done.ok) return ok({ outcome, sale: done.value })
      const refused: ScanOutcome = { ...outcome, kind: 'refused', refusal: done.refusal }
      counter.events.emit('scan.handled', refused)
      return ok({ outcome: refused, sale: current() })
    },
    'scan.direct': ({ to, returnId }) => {
      scans.direct(to === 'sale' ? { to } : { to, returnId })
      return ok({ to })
    },
    'sale.addGoods': (params) => {
      const shift = counter.shift()
      if (!shift.ok) return shift
      const goods = findGoodsById(counter.db, params.goodsId)
      if (goods === undefined) return refuse('GOODS_UNKNOWN', { barcode: String(params.goodsId) })
      const added = counter.db.attempt(() => {
        const sale = saleForAdding(counter, shift.value)
        if (!sale.ok) return sale
        return addGoodsToSale(counter, sale.value, {
          goods,
          quantity: quantity(params.quantity),
          split: params.split,
        })
      })
      return added.ok ? asSale(announceSale(counter, added.value.sale.sale.id)) : added
    },
    'sale.selectLine': ({ lineId }) => asSale(selectLine(counter, lineId)),
    'sale.setQuantity': (params) =>
      asSale(
        setQuantity(counter, {
          lineId: params.lineId,
          quantity: quantity(params.quantity),
          split: params.split,
        }),
      ),
    'sale.setDiscount': async ({ lineId, discount, approval }) =>
      asSale(
        await withRight(counter, 'discount', approval, (grant) =>
          setDiscount(counter, { lineId, discount: fen(discount) }, grant),
        ),
      ),
    'sale.setPrice': async ({ lineId, unitPrice: price, approval }) =>
      asSale(
        await withRight(counter, 'price', approval, (grant) =>
          setPrice(counter, { lineId, unitPrice: unitPrice(price) }, grant),
        ),
      ),
    'sale.removeLine': async ({ lineId, reason, approval }) =>
      asSale(
        await withRight(counter, 'remove-line', approval, (grant) =>
          takeLineOut(counter, { lineId, reason }, grant),
        ),
      ),
    'sale.addTraceCode': ({ lineId, code }) => asSale(addTraceCodeByHand(counter, lineId, code)),
    'sale.removeTraceCode': ({ lineId, code }) => asSale(removeTraceCode(counter, lineId, code)),
  }
}

type SaleHandlers = Pick<
  Handlers,
  | 'sale.current'
  | 'sale.hold'
  | 'sale.held'
  | 'sale.recall'
  | 'sale.void'
  | 'sale.payCash'
  | 'sale.recent'
  | 'sale.get'
  | 'goods.search'
>

function saleHandlers({ desk, uploads, board }: HandlerParts): SaleHandlers {
  const { counter } = desk
  return {
    'sale.current': () => {
      const sale = openSaleOf(counter.db, counter.till)
      return ok({ sale: sale === undefined ? null : viewOf(counter, sale) })
    },
    'sale.hold': () => {
      const held = holdSale(counter)
      return held.ok ? ok({ sale: null }) : held
    },
    'sale.held': () => ok({ sales: heldSales(counter) }),
    'sale.recall': ({ saleId }) => asSale(recallSale(desk, saleId)),
    'sale.void': async ({ reason, approval }) => {
      const voided = await withRight(counter, 'void-sale', approval, (grant) =>
        voidSale(counter, reason, grant),
      )
      return voided.ok ? ok({ sale: null }) : voided
    },
    'sale.payCash': ({ received }) => {
      const paid = payCash(counter, received === null ? null : fen(received), {
        reportInfno: desk.profile.variants.report,
      })
      if (paid.ok) {
        board.announce()
        uploads.kick()
      }
      return paid
    },
    'sale.recent': ({ limit }) =>
      ok({
        sales: recentSales(counter.db, limit).map((row) => ({
          id: row.id,
          number: row.number,
          state: row.state,
          closedAt: row.closed_at,
          total: row.total_fen,
          settlementState: row.settlement_state,
          uploadAcknowledged: row.uploads === 0 ? null : row.uploads === row.uploads_acknowledged,
        })),
      }),
    'sale.get': ({ saleId }) => asSale(viewById(counter, saleId)),
    'goods.search': ({ text, limit }) =>
      ok({
        hits: searchGoods(counter.db, text, { limit, today: chinaDay(counter.clock.now()) }).map((hit) => ({
          goodsId: hit.goods.id,
          code: hit.goods.code,
          name: hit.goods.name,
          specification: hit.goods.specification,
          manufacturer: hit.goods.manufacturer,
          unit: hit.goods.unit,
          price: hit.goods.price,
          packSize: hit.goods.packSize,
          splitUnit: hit.goods.splitUnit,
          splitPrice: hit.goods.splitPrice ?? null,
          insurable: hit.goods.nationalCode !== undefined,
          prescriptionClass: hit.goods.prescriptionClass,
          nearestExpiry: hit.nearestExpiry ?? null,
          nameMatch: hit.nameMatch ?? null,
        })),
      }),
  }
}

type InsuranceHandlers = Omit<
  Pick<Handlers, Extract<keyof Handlers, `insurance.${string}`>>,
  'insurance.resolve' | 'insurance.reverse'
>

function insuranceHandlers({ desk, resolving }: HandlerParts): InsuranceHandlers {
  return {
    'insurance.identify': async (params) =>
      asSale(
        await identify(desk, {
          type: params.type,
          number: params.number,
          ...(params.cardSerial !== undefined && { cardSerial: params.cardSerial }),
          ...(params.documentKind !== undefined && { documentKind: params.documentKind }),
          ...(params.personName !== undefined && { personName: params.personName }),
        }),
      ),
    'insurance.choose': ({ position }) => asSale(chooseByPosition(desk, position)),
    'insurance.setAccountUsed': ({ used }) => asSale(setAccountUse(desk, used)),
    'insurance.clear': () => asSale(clearPerson(desk)),
    'insurance.quote': async () => asSale(await quote(desk)),
    'insurance.settle': async ({ repeatConfirmed }) => {
      const settled = await settle(desk, repeatConfirmed)
      resolving.announce()
      return asSale(settled)
    },
    'insurance.shopInformation': () => shopInformation(desk),
    'insurance.loadCodes': ({ type }) => loadCodes(desk, type),
    'insurance.entitlement': () => entitlement(desk),
    'insurance.visits': (period) => visits(desk, period),
    'insurance.settlement': (ids) => settlementByIds(desk, ids),
    'insurance.settlementByMessage': ({ msgid }) => settlementByMessage(desk, msgid),
  }
}

type RecordHandlers = Pick<
  Handlers,
  | 'status.get'
  | 'uploads.list'
  | 'uploads.sendNow'
  | 'journal.exchanges'
  | 'receipt.preview'
  | 'receipt.bytes'
>

const uploadView = (row: OutboxRow): UploadView => ({
  id: row.id,
  kind: row.kind,
  infno: row.infno,
  saleId: row.sale_id,
  saleNumber: row.sale_number,
  state: row.acknowledged_at === null ? 'waiting' : 'acknowledged',
  attempts: row.attempts,
  nextAttemptAt: row.acknowledged_at === null ? row.next_attempt_at : null,
  lastProblem: row.last_problem,
})

function recordHandlers({ desk, uploads, board, config }: HandlerParts): RecordHandlers {
  const { counter } = desk
  return {
    'status.get': () => ok(board.view()),
    'uploads.list': ({ saleId }) => {
      const rows =
        saleId === undefined ? waitingUploads(counter.db, UPLOADS_SHOWN) : uploadsOfSale(counter.db, saleId)
      return ok({ uploads: rows.map(uploadView) })
    },
    'uploads.sendNow': async () => {
      const sent = await uploads.sendAllNow()
      if (!sent.ok) return sent
      return ok({ ...sent.value, waiting: countUploads(counter.db, FAILING_ATTEMPTS).waiting })
    },
    'journal.exchanges': ({ saleId, since }): Result<MethodResult<'journal.exchanges'>> => {
      const rows =
        saleId === undefined
          ? exchangesSince(counter.db, since ?? 0, EXCHANGES_SHOWN)
          : exchangesOfSale(counter.db, saleId)
      return ok({
        exchanges: rows.map((row) => ({
          infno: row.infno,
          msgid: row.msgid,
          state: row.state,
          preparedAt: row.prepared_at,
          saleId: row.sale_id,
        })),
      })
    },
    'receipt.preview': ({ saleId, width }) => previewReceipt({ counter, config }, saleId, width),
    'receipt.bytes': ({ saleId, width }) => receiptBytes({ counter, config }, saleId, width),
  }
}
