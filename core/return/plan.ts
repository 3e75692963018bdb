import { ONE_UNIT, quantity as quantityOf, formatQuantity, type Quantity } from '../money/decimal.ts'
import { addFen, fen, sumFen, type Fen } from '../money/fen.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { TracePolicy } from '../sale/goods.ts'
import type { InsuredSplit, TenderKind } from '../tender/tender.ts'
import { traceCodesNeeded } from '../trace/rules.ts'
import { portionAmount } from './share.ts'

/** A line of a completed sale, and what of it has gone back already. */
export type SoldLine = {
  readonly lineId: string
  readonly name: string
  readonly quantity: Quantity
  readonly split: boolean
  readonly tracePolicy: TracePolicy
  /** After all discounts. */
  readonly amount: Fen
  /** Was part of the settlement (has a national code). */
  readonly insurable: boolean
  /** Came back earlier, or left for a resale. */
  readonly gone: Quantity
  /** Codes that are still out. */
  readonly traceCodes: readonly string[]
}

export type SoldSale = {
  readonly number: string
  readonly lines: readonly SoldLine[]
  /** What the insurance took over; undefined when nobody is insured, or that settlement was cancelled already. */
  readonly insured: InsuredSplit | undefined
  /** In the order they were taken. `refunded` is what went back earlier. */
  readonly tenders: readonly {
    readonly tenderId: string
    readonly kind: TenderKind
    readonly amount: Fen
    readonly refunded: Fen
  }[]
}

export type WantedLine = {
  readonly lineId: string
  readonly quantity: Quantity
  readonly traceCodes: readonly string[]
}

/** One line of a return. `kept` stays with the customer, but its settlement is cancelled, so it is sold again. */
export type ReturnedLine = {
  readonly lineId: string
  readonly quantity: Quantity
  readonly amount: Fen
  readonly traceCodes: readonly string[]
  readonly kept: Quantity
  readonly keptAmount: Fen
  readonly keptTraceCodes: readonly string[]
}

export type ReturnPlan = {
  readonly lines: readonly ReturnedLine[]
  /** Worth of what comes back. */
  readonly amount: Fen
  readonly cancelsSettlement: boolean
  /** Part of what the settlement covered is kept and has to be settled again. */
  readonly settlesAgain: boolean
  /** In the order they are given back. */
  readonly refunds: readonly { readonly tenderId: string; readonly amount: Fen }[]
}

/** Electronic money first, because it can fail; cash last. */
const REFUND_ORDER: readonly TenderKind[] = ['qr', 'bank-card', 'account-card', 'cash']

/** What may still come back of a line. */
export function returnable(line: Pick<SoldLine, 'quantity' | 'gone'>): Quantity {
  return quantityOf(line.quantity - line.gone)
}

/**
 * How many codes a return of `quantity` has to name: one for each box; of a split sale the opened pack's when nothing of
 * it stays out; none where the line has none.
 */
export function codesToName(line: SoldLine, quantity: Quantity): number {
  const needed = line.split
    ? Number(quantity === returnable(line) && line.tracePolicy === 'required')
    : traceCodesNeeded({ ...line, quantity })
  return Math.min(needed, line.traceCodes.length)
}

function checkLine(line: SoldLine, wanted: WantedLine): Result<null> {
  const { name } = line
  const left = returnable(line)
  const weighed = line.tracePolicy === 'exempt' && !line.split
  const inSteps = wanted.quantity > 0 && (weighed || wanted.quantity % ONE_UNIT === 0)
  if (!inSteps) return refuse('RETURN_QUANTITY_INVALID', { name })
  if (wanted.quantity > left) {
    return refuse('RETURN_QUANTITY_TOO_LARGE', { name, left: formatQuantity(left).replace(/\.?0+$/, '') })
  }
  const strange = wanted.traceCodes.find((code) => !line.traceCodes.includes(code))
  if (strange !== undefined) return refuse('RETURN_CODE_NOT_SOLD', { code: strange, name })
  const needed = codesToName(line, wanted.quantity)
  const given = new Set(wanted.traceCodes).size
  return given === needed && given === wanted.traceCodes.length
    ? ok(null)
    : refuse('RETURN_CODES_MISSING', { name, needed, given })
}

function checkWanted(sale: SoldSale, wanted: readonly WantedLine[]): Result<null> {
  if (sale.lines.every((line) => returnable(line) === 0)) {
    return refuse('RETURN_NOTHING_LEFT', { number: sale.number })
  }
  const seen = new Set<string>()
  for (const one of wanted) {
    const line = sale.lines.find(({ lineId }) => lineId === one.lineId)
    if (line === undefined || seen.has(one.lineId)) {
      return refuse('SALE_LINE_NOT_FOUND', { lineId: one.lineId })
    }
    seen.add(one.lineId)
    const checked = checkLine(line, one)
    if (!checked.ok) return checked
  }
  return wanted.length === 0 ? refuse('RETURN_NOTHING_LEFT', { number: sale.number }) : ok(null)
}

/** The line as it goes: what comes back, and, when its settlement is cancelled, what is kept of it. */
function goOff(line: SoldLine, wanted: WantedLine | undefined, settlementGoes: boolean): ReturnedLine {
  const quantity = wanted?.quantity ?? quantityOf(0)
  const kept =
    settlementGoes && line.insurable ? quantityOf(line.quantity - line.gone - quantity) : quantityOf(0)
  return {
    lineId: line.lineId,
    quantity,
    amount: portionAmount(line, line.gone, quantity),
    traceCodes: wanted?.traceCodes ?? [],
    kept,
    keptAmount: portionAmount(line, line.gone + quantity, kept),
    keptTraceCodes:
      kept === 0 ? [] : line.traceCodes.filter((code) => wanted?.traceCodes.includes(code) !== true),
  }
}

/** Takes `total` from the tenders, electronic ones first, never more of one than is left of it. */
function shareRefunds(total: Fen, sale: SoldSale): Result<ReturnPlan['refunds']> {
  const left = (tender: SoldSale['tenders'][number]): number => tender.amount - tender.refunded
  const available = fen(sale.tenders.reduce((sum, tender) => sum + left(tender), 0))
  if (total > available) {
    return refuse('RETURN_EXCEEDS_PAID', {
      number: sale.number,
      amountFen: total,
      availableFen: available,
    })
  }
  const refunds: { tenderId: string; amount: Fen }[] = []
  let open: number = total
  const inOrder = REFUND_ORDER.flatMap((kind) => sale.tenders.filter((tender) => tender.kind === kind))
  for (const tender of inOrder) {
    const amount = Math.min(open, left(tender))
    if (amount <= 0) continue
    refunds.push({ tenderId: tender.tenderId, amount: fen(amount) })
    open -= amount
  }
  return ok(refunds)
}

/**
 * Plans a return. Returning any goods of a settlement cancels it whole (2103 knows no parts): what is kept of it leaves this
 * sale too and is settled again as a new purchase, so all that was paid for it goes back first. Goods that the settlement
 * did not cover stay as they are. The customer gets back what the goods that go cost, less what the centre gives back.
 * Refuses with RETURN_NOTHING_LEFT, SALE_LINE_NOT_FOUND, RETURN_QUANTITY_INVALID, RETURN_QUANTITY_TOO_LARGE,
 * RETURN_CODE_NOT_SOLD, RETURN_CODES_MISSING or RETURN_EXCEEDS_PAID.
 */
export function planReturn(sale: SoldSale, wanted: readonly WantedLine[]): Result<ReturnPlan> {
  const checked = checkWanted(sale, wanted)
  if (!checked.ok) return checked
  const wantedOf = (line: SoldLine): WantedLine | undefined =>
    wanted.find(({ lineId }) => lineId === line.lineId)
  const cancelsSettlement =
    sale.insured !== undefined && sale.lines.some((line) => line.insurable && wantedOf(line) !== undefined)
  const lines = sale.lines
    .map((line) => goOff(line, wantedOf(line), cancelsSettlement))
    .filter((line) => line.quantity + line.kept > 0)
  const worth = sumFen(lines.map((line) => addFen(line.amount, line.keptAmount)))
  const { insured } = sale
  const byTheCentre =
    cancelsSettlement && insured !== undefined
      ? insured.fundPaid + insured.accountPaid + insured.institutionBorne
      : 0
  const refunds = shareRefunds(fen(worth - byTheCentre), sale)
  if (!refunds.ok) return refunds
  return ok({
    lines,
    amount: sumFen(lines.map((line) => line.amount)),
    cancelsSettlement,
    settlesAgain: lines.some((line) => line.kept > 0),
    refunds: refunds.value,
  })
}
