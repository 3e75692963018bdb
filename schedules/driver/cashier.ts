import type { SaleView } from '../../engine/contract/sale.ts'
import type { Random } from '../random.ts'
import type { Shelf } from './shelf.ts'
import { move, type Move } from './move.ts'
import { paymentMoves } from './payer.ts'
import { returnMoves } from './returner.ts'
import type { DrivenTill } from './till-driver.ts'

export type Hands = {
  readonly till: DrivenTill
  readonly random: Random
  readonly shelf: Shelf
  /** Which insurance code was shown for which sale. */
  readonly people: Map<string, string>
}

const settlementOf = (sale: SaleView | null): string => sale?.settlement?.state ?? 'none'

/** Goods at the counter, and nobody identified. */
const isUninsured = (sale: SaleView | null): boolean =>
  sale !== null && sale.lines.length > 0 && sale.insured === null

/** How often a key is pressed that makes no sense now. */
const IMPATIENT = 0.3

function scanMoves({ till, shelf }: Hands, lineCount: number): readonly Move[] {
  const scan = (text: string): Promise<unknown> => till.act('scan.submit', { text })
  return [
    move('scan a box', lineCount < 3 ? 8 : 1, () => scan(shelf.newBox())),
    move('scan goods without codes', lineCount < 3 ? 2 : 0.5, () => scan(shelf.barcode())),
    move('scan a box again', 0.5, () => scan(shelf.oldBox())),
  ]
}

function insuranceMoves(hands: Hands, sale: SaleView | null): readonly Move[] {
  const { till, random } = hands
  const state = settlementOf(sale)
  const settle = (): Promise<unknown> => till.act('insurance.settle', { repeatConfirmed: random.chance(0.7) })
  return [
    move('present the insurance code', isUninsured(sale) ? 8 : 0.3, () => present(hands)),
    move('try', sale?.insured !== null && state !== 'quoted' ? 6 : IMPATIENT, () =>
      till.act('insurance.quote', {}),
    ),
    move('settle', state === 'quoted' ? 10 : IMPATIENT, settle),
    move('press settle twice', state === 'quoted' ? 3 : IMPATIENT, () =>
      till.together([() => till.begin('insurance.settle', {}), () => till.begin('insurance.settle', {})]),
    ),
    move('ask', state === 'unknown' ? 5 : IMPATIENT, () => till.act('insurance.resolve', {})),
    move('change the account’s use', 0.4, () =>
      till.act('insurance.setAccountUsed', { used: random.chance(0.5) }),
    ),
    move('drop the person', 0.3, () => till.act('insurance.clear', {})),
  ]
}

function cashMoves({ till, random }: Hands, sale: SaleView | null): readonly Move[] {
  const state = settlementOf(sale)
  return [
    move('take exact cash', state === 'settled' || isUninsured(sale) ? 6 : IMPATIENT, () =>
      till.act('sale.payCash', { received: null }),
    ),
    move('take a note', state === 'settled' ? 3 : IMPATIENT, () =>
      till.act('sale.payCash', { received: random.pick([1_00, 10_00, 100_00]) }),
    ),
    move('press cash twice', state === 'settled' ? 2 : IMPATIENT, () =>
      till.together([
        () => till.begin('sale.payCash', { received: null }),
        () => till.begin('sale.payCash', { received: null }),
      ]),
    ),
  ]
}

/** What makes sense, and some of what does not: a cashier in a hurry presses keys that are not offered. */
function movesFor(hands: Hands, sale: SaleView | null): readonly Move[] {
  const { till, random } = hands
  return [
    ...scanMoves(hands, sale?.lines.length ?? 0),
    ...insuranceMoves(hands, sale),
    ...cashMoves(hands, sale),
    move('hold', sale === null ? 0 : 1.5, () => till.act('sale.hold', {})),
    move('recall', sale === null ? 4 : IMPATIENT, () => recallOne(hands)),
    move('void', sale === null ? 0 : 0.5, () => till.act('sale.void', { reason: '顾客不要了' })),
    ...paymentMoves(hands, sale),
    ...returnMoves(hands),
    move('wait', 1.5, () => till.pass(random.between(1_000, 90_000))),
    move('wait long', 0.5, () => till.pass(random.between(60_000, 600_000))),
  ]
}

async function present({ till, shelf, people }: Hands): Promise<void> {
  const code = shelf.person()
  const scanned = await till.act('scan.submit', { text: code })
  if (scanned === 'died' || !scanned.ok || scanned.value.sale === null) return
  if (scanned.value.outcome.kind !== 'refused') people.set(scanned.value.sale.id, code)
}

async function recallOne({ till, random }: Hands): Promise<void> {
  const held = await till.act('sale.held', {})
  if (held === 'died' || !held.ok || held.value.sales.length === 0) return
  await till.act('sale.recall', { saleId: random.pick(held.value.sales).id })
}

/** Does one thing; gives its name for the log of the schedule. */
export async function moveOnce(hands: Hands): Promise<string> {
  const { till, random } = hands
  const current = await till.act('sale.current', {})
  if (current === 'died' || !current.ok) return 'died'
  const moves = movesFor(hands, current.value.sale)
  const chosen = random.weighted(moves.map((move) => [move.weight, move] as const))
  await chosen.make()
  return chosen.name
}
