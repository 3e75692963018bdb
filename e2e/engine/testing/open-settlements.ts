import { expect } from 'vitest'
import type { OpenSettlement } from '../../../engine/contract/resolving.ts'
import type { SaleView, SettlementView } from '../../../engine/contract/sale.ts'
import { seedPerson } from '../../../sandbox/testing/test-shop.ts'
import { until } from '../../../sandbox/testing/until.ts'
import type { TestCounter } from '../counter.ts'
import { distort, expectRefusal, quotedSale, type FaultInput } from './steps.ts'

/** A sale whose settlement left the till, and what names it. */
export type Sent = { readonly saleId: string; readonly settlementId: string; readonly msgid: string }

/** Settles a new sale of a person while the answer to 2102A goes wrong, and sees it unknown. */
export async function settleUnknown(
  counter: TestCounter,
  name: string,
  fault: FaultInput,
  boxes = 1,
): Promise<Sent> {
  const quoted = await quotedSale(counter, name, boxes)
  await distort(counter, '2102A', fault)
  const refused = await counter.call('insurance.settle', { repeatConfirmed: true })
  const { causeId: msgid = '' } = expectRefusal(refused, 'INSURANCE_SETTLEMENT_UNKNOWN')
  return { saleId: quoted.id, settlementId: quoted.settlement?.id ?? '', msgid }
}

/** The sale, once its settlement is in this state. */
export async function untilState(
  counter: TestCounter,
  sent: Sent,
  state: SettlementView['state'],
): Promise<SaleView> {
  return until(`${sent.saleId} is ${state}`, async () => {
    const { sale } = await counter.must('sale.get', { saleId: sent.saleId })
    return sale.settlement?.id === sent.settlementId && sale.settlement.state === state ? sale : undefined
  })
}

/** What the till says about an open settlement, once it says what is looked for. */
export async function untilOpen(
  counter: TestCounter,
  sent: Sent,
  looks: (open: OpenSettlement) => boolean,
): Promise<OpenSettlement> {
  return until(`${sent.settlementId} as looked for`, async () => {
    const { settlements } = await counter.must('resolving.list', {})
    return settlements.find((open) => open.settlementId === sent.settlementId && looks(open))
  })
}

/** Every query of a settlement is refused, until the rules with these ids are taken away. */
export const refuseQueries = (counter: TestCounter): Promise<readonly number[]> =>
  counter.centre.addFaults({
    infno: ['5201', '5203', '5203A', '5204'],
    fault: { kind: 'result-code', message: '系统繁忙' },
  })

/** How often a number reached the centre. */
export async function callsOf(counter: TestCounter, infno: string): Promise<number> {
  return (await counter.centre.messages({ infno })).length
}

/** The msgid of the call that the centre holds back. */
export const heldCall = (counter: TestCounter, infno: string): Promise<string> =>
  until(`${infno} is held`, async () => {
    const { held } = await counter.centre.state()
    return held.find((call) => call.infno === infno)?.msgid
  })

/** What the centre has in its books for a person, not counting what was undone. */
export async function standing(counter: TestCounter, name: string): Promise<readonly string[]> {
  const { personNumber } = seedPerson(name)
  const records = await counter.centre.settlements({ personNumber })
  return records
    .filter((record) => record.kind === 'sale' && record.state === 'settled')
    .map((record) => record.msgid)
}

/** Nothing is open, and the centre's books add up. */
export async function expectNothingOpen(counter: TestCounter): Promise<void> {
  expect((await counter.must('resolving.list', {})).settlements).toEqual([])
  expect(await counter.must('status.get', {})).toMatchObject({ openSettlements: 0, openCases: 0 })
  expect(await counter.centre.check()).toEqual([])
}
