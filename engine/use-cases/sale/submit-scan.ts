import { units } from '../../../core/money/decimal.ts'
import { ok, refuse, type Refusal, type Result } from '../../../core/result.ts'
import { routeScan, type RoutedScan } from '../../../core/scan/route-scan.ts'
import { findGoodsByBarcode, type StoredGoods } from '../../../db/goods/goods-repository.ts'
import { openSaleOf } from '../../../db/sales/sale-repository.ts'
import type { ScanOutcome } from '../../contract/scan.ts'
import { addGoodsToSale, saleForAdding } from './add-goods.ts'
import { announceSale, type Counter, type WorkingShift } from './counter.ts'
import { payableBy } from './payable-sale.ts'
import { readSale } from './sale-state.ts'
import { captureTraceCode, type ScannedTrace } from './capture-trace-code.ts'

/** What a scan asks for beyond the basket: to identify whoever shows an insurance code, or to be paid by a payment code. */
export type CodePresented = { readonly text: string }

export type SubmittedScan = {
  readonly outcome: ScanOutcome
  /** The sale that changed, if one did. */
  readonly saleId: string | undefined
  readonly credential: CodePresented | undefined
  readonly payment: CodePresented | undefined
}

const refused = (refusal: Refusal): SubmittedScan => ({
  outcome: { kind: 'refused', lineId: null, refusal, choices: [] },
  saleId: undefined,
  credential: undefined,
  payment: undefined,
})

const done = (kind: ScanOutcome['kind'], lineId: string, saleId: string): SubmittedScan => ({
  outcome: { kind, lineId, refusal: null, choices: [] },
  saleId,
  credential: undefined,
  payment: undefined,
})

/**
 * Takes one scan from any scanner: routes it by its shape and changes the basket in one transaction. A refused scan
 * changes nothing and is a normal result that carries its refusal. Refuses only with SESSION_NOT_SIGNED_IN, and not for an
 * operator's badge, which is shown to sign in.
 */
export function submitScan(counter: Counter, text: string): Result<SubmittedScan> {
  const routed = routeScan(text, counter.scanShapes)
  const scan = routed.ok ? routed.value : ({ kind: 'unknown', refusal: routed.refusal } as const)
  if (scan.kind === 'operator-badge') return ok(badgeShown(counter, scan))
  const shift = counter.shift()
  if (!shift.ok) return shift
  const submitted = scan.kind === 'unknown' ? refused(scan.refusal) : handle(counter, shift.value, scan)
  counter.events.emit('scan.handled', submitted.outcome)
  if (submitted.saleId !== undefined) announceSale(counter, submitted.saleId)
  return ok(submitted)
}

/** A badge says who somebody is and proves nothing: it only fills in the number where the screen asks for one. */
function badgeShown(
  counter: Counter,
  { operatorNumber }: Extract<RoutedScan, { kind: 'operator-badge' }>,
): SubmittedScan {
  const outcome: ScanOutcome = { kind: 'badge-shown', lineId: null, refusal: null, choices: [] }
  counter.events.emit('badge.shown', { operatorNumber })
  return { outcome, saleId: undefined, credential: undefined, payment: undefined }
}

function handle(
  counter: Counter,
  shift: WorkingShift,
  routed: Exclude<RoutedScan, { kind: 'operator-badge' }>,
): SubmittedScan {
  switch (routed.kind) {
    case 'goods-barcode':
      return scanGoods(counter, shift, routed.barcode)
    case 'trace-code':
      return scanTrace(counter, shift, { code: routed.code, prefix: routed.drugPrefix, goods: undefined })
    case 'gs1':
      return scanElements(counter, shift, routed)
    case 'insurance-code':
      return {
        outcome: { kind: 'credential-presented', lineId: null, refusal: null, choices: [] },
        saleId: undefined,
        credential: { text: routed.text },
        payment: undefined,
      }
    case 'payment-code':
      return scanPayment(counter, routed)
    case 'prescription-code':
      return refused(refuse('SCAN_NOT_EXPECTED', { what: routed.kind }).refusal)
  }
}

function scanGoods(counter: Counter, shift: WorkingShift, barcode: string): SubmittedScan {
  const found = findGoodsByBarcode(counter.db, barcode)
  const [goods] = found
  if (goods === undefined) return refused({ code: 'GOODS_UNKNOWN', params: { barcode } })
  if (found.length > 1) return choose(found)
  const added = counter.db.attempt(() => {
    const sale = saleForAdding(counter, shift)
    return sale.ok ? addGoodsToSale(counter, sale.value, { goods, quantity: units(1), split: false }) : sale
  })
  if (!added.ok) return refused(added.refusal)
  const kind = added.value.increased ? 'line-increased' : 'line-added'
  return done(kind, added.value.lineId, added.value.sale.sale.id)
}

function choose(found: readonly StoredGoods[]): SubmittedScan {
  return {
    outcome: {
      kind: 'choose-goods',
      lineId: null,
      refusal: null,
      choices: found.map((goods) => ({
        goodsId: goods.id,
        name: goods.name,
        specification: goods.specification,
        manufacturer: goods.manufacturer,
      })),
    },
    saleId: undefined,
    credential: undefined,
    payment: undefined,
  }
}

/** A payment code pays while the sale waits for money, and is nothing anywhere else. */
function scanPayment(counter: Counter, routed: Extract<RoutedScan, { kind: 'payment-code' }>): SubmittedScan {
  const sale = openSaleOf(counter.db, counter.till)
  const ways =
    sale === undefined ? [] : payableBy(counter.db, readSale(counter.db, sale), counter.region.payment)
  if (!ways.includes('qr')) return refused({ code: 'SCAN_NOT_EXPECTED', params: { what: routed.provider } })
  return {
    outcome: { kind: 'payment-presented', lineId: null, refusal: null, choices: [] },
    saleId: undefined,
    credential: undefined,
    payment: { text: routed.text },
  }
}

function scanTrace(counter: Counter, shift: WorkingShift, trace: ScannedTrace): SubmittedScan {
  let saleId = ''
  const captured = counter.db.attempt(() => {
    const sale = saleForAdding(counter, shift)
    if (!sale.ok) return sale
    saleId = sale.value.sale.id
    return captureTraceCode(counter, shift, sale.value, trace)
  })
  if (!captured.ok) return refused(captured.refusal)
  return done(captured.value.lineAdded ? 'line-added' : 'trace-captured', captured.value.lineId, saleId)
}

/** A GS1 mark names its good by GTIN; with a serial number it also is the trace code of that one box. */
function scanElements(
  counter: Counter,
  shift: WorkingShift,
  routed: Extract<RoutedScan, { kind: 'gs1' }>,
): SubmittedScan {
  if (routed.barcode === undefined) return refused(refuse('SCAN_NOT_EXPECTED', { what: 'gs1' }).refusal)
  if (!routed.serialised) return scanGoods(counter, shift, routed.barcode)
  const found = findGoodsByBarcode(counter.db, routed.barcode)
  if (found.length > 1) return choose(found)
  const [goods] = found
  if (goods === undefined) return refused({ code: 'GOODS_UNKNOWN', params: { barcode: routed.barcode } })
  return scanTrace(counter, shift, { code: routed.traceCode, prefix: undefined, goods })
}
