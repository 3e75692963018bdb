import type { SaleView } from '../../engine/contract/sale.ts'
import type { Hands } from './cashier.ts'
import { move, type Move } from './move.ts'

/** Payment codes of practice customers: they pay at once, confirm on the phone, have too little, or showed an old code. */
const CODES = [
  '130000000000000001',
  '280000000000000001',
  '6200000000000000001',
  '130000000000000002',
  '130000000000000003',
  '280000000000000004',
  '280000000000000005',
] as const

const IN_FLIGHT = ['prepared', 'sent', 'paying', 'unknown', 'refunding', 'refund-unknown']

/** What a cashier does about money besides exact cash. */
export function paymentMoves({ till, random }: Hands, sale: SaleView | null): readonly Move[] {
  const owes = (sale?.totals.outstanding ?? 0) > 0 && sale?.settlement?.state !== 'unknown'
  const open = sale?.tenders.find((tender) => IN_FLIGHT.includes(tender.state))
  const taken = sale?.tenders.find((tender) => tender.state === 'taken')
  const impatient = 0.2
  const part = (): number => random.between(1, Math.max(1, sale?.totals.outstanding ?? 1))
  const pay = () => till.begin('tender.payByCode', { code: random.pick(CODES), amount: null })
  return [
    move('pay by code', owes ? 4 : impatient, () =>
      till.act('tender.payByCode', { code: random.pick(CODES), amount: random.chance(0.3) ? part() : null }),
    ),
    move('pay by code twice', owes ? 1 : impatient, () => till.together([pay, pay])),
    move('show a code', owes ? 1 : impatient, () =>
      till.act('tender.showCode', { amount: random.chance(0.3) ? part() : null }),
    ),
    move('take some cash', owes ? 1 : impatient, () => till.act('tender.takeCash', { amount: part() })),
    move('take a bank card', owes ? 1 : impatient, () =>
      till.act('tender.takeCard', {
        kind: 'bank-card',
        amount: null,
        reference: `P${random.between(1, 999_999)}`,
      }),
    ),
    move('swipe the account card', impatient, () =>
      till.act('tender.takeCard', {
        kind: 'account-card',
        amount: null,
        reference: `A${random.between(1, 999_999)}`,
      }),
    ),
    move('ask the acquirer', open === undefined ? 0 : 3, () =>
      till.act('tender.ask', { tenderId: open?.id ?? '' }),
    ),
    move('give a payment up', open === undefined ? 0 : 2, () =>
      till.act('tender.giveUp', { tenderId: open?.id ?? '' }),
    ),
    move('undo a payment', taken === undefined ? 0 : 1, () =>
      till.act('tender.undo', { tenderId: taken?.id ?? '', reason: '换一种方式付' }),
    ),
  ]
}
