import { ONE_UNIT } from '../../core/money/decimal.ts'
import type { MethodResult } from '../../engine/contract/contract.ts'
import type { ReturnView } from '../../engine/contract/returns.ts'
import type { Hands } from './cashier.ts'
import { move, type Move } from './move.ts'

/** The practice shop's manager: returns and cases need a second person. */
const APPROVAL = { operatorNumber: '9001', password: 'lianxi-9001' } as const

/** What a cashier does about goods that come back and answers that came too late. */
export function returnMoves(hands: Hands): readonly Move[] {
  return [
    move('begin a return', 1.2, () => beginReturn(hands)),
    move('go on with a return', 2.5, () => goOn(hands)),
    move('abandon a return', 0.2, () => abandon(hands)),
    move('undo a case', 0.8, () => undoCase(hands)),
  ]
}

type Returnable = MethodResult<'returns.find'>['sales'][number]

async function beginReturn(hands: Hands): Promise<void> {
  const { till, random } = hands
  const recent = await till.act('sale.recent', { limit: 20 })
  if (recent === 'died' || !recent.ok) return
  const completed = recent.value.sales.filter((sale) => sale.state === 'completed')
  if (completed.length === 0) return
  const found = await till.act('returns.find', { text: random.pick(completed).number })
  if (found === 'died' || !found.ok) return
  const [sale] = found.value.sales
  if (sale === undefined) return
  const lines = linesToReturn(hands, sale)
  if (lines.length === 0) return
  await till.act('returns.begin', { saleId: sale.saleId, lines, reason: '顾客退货', approval: APPROVAL })
}

/** All of it, or one box of some lines. */
function linesToReturn({ random }: Hands, sale: Returnable) {
  const all = random.chance(0.5)
  return sale.lines.flatMap((line) => {
    if (line.returnable === 0 || (!all && random.chance(0.5))) return []
    const quantity = all || line.split ? line.returnable : Math.min(line.returnable, ONE_UNIT)
    const boxes = line.split ? 0 : Math.ceil(quantity / ONE_UNIT)
    return [{ lineId: line.lineId, quantity, traceCodes: line.traceCodes.slice(0, boxes) }]
  })
}

async function openReturns({ till }: Hands): Promise<readonly ReturnView[]> {
  const open = await till.act('returns.open', {})
  return open === 'died' || !open.ok ? [] : open.value.returns
}

/** Does the step that a return waits for; gives what it did, for the rounds at the end of a schedule. */
async function goOn(hands: Hands): Promise<void> {
  const [first] = await openReturns(hands)
  if (first !== undefined) await nextStep(hands, first)
}

async function nextStep(hands: Hands, view: ReturnView): Promise<void> {
  const { till, people } = hands
  const returnId = view.id
  const step = view.steps.find((one) => one.state === 'now')
  if (step?.kind === 'identify') {
    const number = people.get(view.saleId) ?? hands.shelf.person()
    const shown = await till.act('returns.identify', { returnId, type: '01', number })
    // who showed a code last need not be who was settled with: the shop asks everybody in turn whose sale it was
    if (shown !== 'died' && !shown.ok && shown.refusal.code === 'RETURN_OTHER_PERSON')
      people.set(view.saleId, hands.shelf.personAfter(number))
  } else if (step?.refundId !== null && step?.refundId !== undefined && step.byHand) {
    const reference = step.tenderKind === 'cash' ? null : 'R1'
    await till.act('returns.refundByHand', { returnId, refundId: step.refundId, reference })
  } else await till.act('returns.proceed', { returnId })
}

async function abandon(hands: Hands): Promise<void> {
  const [first] = await openReturns(hands)
  if (first !== undefined) await hands.till.act('returns.abandon', { returnId: first.id })
}

async function undoCase({ till, random }: Hands): Promise<void> {
  const cases = await till.act('cases.list', {})
  if (cases === 'died' || !cases.ok || cases.value.cases.length === 0) return
  const one = random.pick(cases.value.cases)
  await till.act('cases.undo', { caseId: one.id, approval: APPROVAL })
}

/** Brings every return that was begun to its end, and every case, as a shop does before it closes. */
export async function finishEverything(hands: Hands): Promise<void> {
  for (const view of await openReturns(hands)) await nextStep(hands, view)
  await undoCase(hands)
  const payments = await hands.till.act('tender.open', {})
  if (payments === 'died' || !payments.ok) return
  // that an order or a refund was never seen proves nothing: somebody has it closed, or asks for it under the same number
  for (const { tenderId, state, returnId } of payments.value.tenders) {
    // a refund of a return is that return's to ask for again
    if (state === 'refund-unknown' && returnId === null)
      await hands.till.act('tender.undo', { tenderId, reason: '没有退成' })
    if (state === 'unknown' || state === 'paying') await hands.till.act('tender.giveUp', { tenderId })
  }
}
