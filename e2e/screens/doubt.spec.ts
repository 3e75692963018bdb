import type { FaultRuleInput } from '../../sandbox/faults/fault.ts'
import type { AdminClient } from '../../sandbox/admin-client.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { centreOf, MANAGER, PEOPLE } from '../pages/centre.ts'
import type { TillPage } from '../pages/till-page.ts'
import { expect, test } from '../fixtures/till-test.ts'

const RESET_AFTER = { kind: 'reset-after' } as const
const RESET_BEFORE = { kind: 'reset-before' } as const
/** Every query is refused. */
const NO_ANSWERS: FaultRuleInput = { infno: ['5201', '5203', '5204'], fault: { kind: 'result-code' } }

test.describe('a till that asks quickly', () => {
  test.use({ asking: { quietPeriodMs: 400, pausesMs: [300] } })

  test('what the centre never got is proven absent twice, and the sale is settled again', async ({
    counter,
    till,
    shop,
  }) => {
    const centre = centreOf(shop)
    await centre.addFaults({ infno: ['2102A'], limit: 1, fault: RESET_BEFORE })
    await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
    await expect(till.getByTestId('band-unknown')).toBeVisible()
    // nobody presses anything: the till finds out by itself
    await expect(till.getByTestId('band-unknown')).toBeHidden()
    await expect(counter.nextStep).toContainText('F9 重新试算')
    await counter.press('F9')
    await counter.settle()
    await expect(counter.result).toBeVisible()
    expect(await centre.settlements()).toMatchObject([{ state: 'settled' }])
  })

  test('what no query can prove is reversed; only a query makes it so, and the sale is settled again', async ({
    counter,
    till,
    shop,
  }) => {
    const centre = centreOf(shop)
    await centre.addFaults({ infno: ['2102A'], limit: 1, fault: RESET_AFTER }, NO_ANSWERS)
    await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
    // accepted is not reversed: the band says so until it is proven
    await expect(till.getByTestId('band-unknown')).toContainText('已请医保冲正')
    await expect(counter.cash).toHaveText('—')
    await centre.clearFaults()
    await expect(till.getByTestId('band-unknown')).toBeHidden()
    await counter.press('F9')
    await counter.settle()
    await expect(counter.result).toBeVisible()
    const states = (await centre.settlements()).map(({ state }) => state)
    expect(states.filter((state) => state === 'settled')).toHaveLength(1)
    expect(states).toHaveLength(2)
  })
})

test.describe('a till that asks only when a person does', () => {
  test.use({ asking: { quietPeriodMs: 600_000, pausesMs: [600_000] } })

  test('a sale in doubt is put aside, the next customer is served, and it is found again', async ({
    counter,
    till,
    shop,
  }) => {
    await centreOf(shop).addFaults({ infno: ['2102A'], limit: 1, fault: RESET_AFTER })
    await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
    await expect(till.getByTestId('band-unknown')).toBeVisible()
    await counter.press('F5')
    await expect(till.getByTestId('basket-empty')).toBeVisible()
    await expect(till.getByTestId('open-matters-count')).toContainText('待查 1')

    await counter.scanBoxes([traceCode(good(1), 1)])
    await counter.press('F9', 'Enter')
    await counter.nextCustomer()

    await counter.press('Shift+F6')
    await expect(till.getByTestId('matter')).toHaveCount(1)
    await expect(till.getByTestId('open-matters')).toContainText(PEOPLE.account.name)
    await counter.press('Escape', 'F6')
    await expect(till.getByTestId('held-sale')).toContainText('结果未知')
    await counter.press('Enter')
    await expect(till.getByTestId('band-unknown')).toBeVisible()
    await counter.pressOffered('F9', '查询结果')
    await expect(counter.result).toBeVisible()
    await expect(till.getByTestId('open-matters-count')).toBeHidden()
  })

  test('an engine that dies while it settles comes back in doubt, with the sale it was in', async ({
    counter,
    till,
    shop,
    opened,
  }) => {
    const fault = { kind: 'never', processed: true } as const
    const centre = centreOf(shop)
    await centre.addFaults({ infno: ['2102A'], limit: 1, fault }, NO_ANSWERS)
    await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.nearlyEmpty.code)
    await expect(till.getByTestId('band-waiting')).toBeVisible()
    await opened.crash()
    await expect(till.getByTestId('band-unknown')).toContainText(PEOPLE.nearlyEmpty.name)
    await expect(counter.lines).toHaveCount(1)
    await centre.clearFaults()
    await counter.pressOffered('F9', '查询结果')
    await expect(till.getByTestId('account-debited')).toContainText('已扣')
    await counter.payExact()
    await expect(counter.result).toBeVisible()
    expect(await centre.settlements()).toHaveLength(1)
  })

  test('the same person and the same amount again: not settling is the default', async ({
    counter,
    till,
    shop,
  }) => {
    await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
    await counter.nextCustomer()
    await counter.sellInsured([traceCode(good(0), 2)], PEOPLE.account.code)
    const question = till.getByTestId('confirm-repeat')
    await expect(question).toContainText('28.50')
    // a second F9 of the same finger decides nothing
    await counter.press('F9')
    await expect(question).toBeVisible()
    await counter.press('Enter')
    await expect(question).toBeHidden()
    expect(await centreOf(shop).settlements()).toHaveLength(1)
    await counter.press('F9')
    await expect(question).toBeVisible()
    await counter.press('Shift+F9')
    await expect(counter.result).toBeVisible()
    expect(await centreOf(shop).settlements()).toHaveLength(2)
  })

  test('somebody whose settlement is open cannot be settled with again at this till', async ({
    counter,
    till,
    shop,
  }) => {
    await centreOf(shop).addFaults({ infno: ['2102A'], limit: 1, fault: RESET_AFTER })
    await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
    await expect(till.getByTestId('band-unknown')).toBeVisible()
    await counter.press('F5')
    await till.getByTestId('basket-empty').waitFor()
    await counter.sellInsured([traceCode(good(1), 1)], PEOPLE.account.code)
    await expect(counter.notice).toContainText('[INSURANCE_PERSON_BUSY]')
    expect(await centreOf(shop).settlements()).toHaveLength(1)
  })
})

test.describe('a till that asks only when a person does, where absence is soon proven', () => {
  test.use({ asking: { quietPeriodMs: 300, pausesMs: [600_000] } })

  test('a person starts the reversal, which is not one before queries prove it', async ({
    counter,
    till,
    shop,
  }) => {
    const centre = centreOf(shop)
    await centre.addFaults({ infno: ['2102A'], limit: 1, fault: RESET_AFTER }, NO_ANSWERS)
    await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
    const band = till.getByTestId('band-unknown')
    await expect(band).toBeVisible()
    await expect(counter.keys).not.toContainText('冲正')
    // offered once a query has failed to tell
    await counter.pressOffered('F9', '查询结果')
    await counter.pressOffered('F8', '请医保冲正')
    const question = till.getByTestId('confirm-reverse')
    await expect(question).toBeVisible()
    await counter.press('Enter')
    await expect(question).toBeHidden()
    expect((await centre.settlements()).map(({ state }) => state)).toEqual(['settled'])
    await counter.pressOffered('F8', '请医保冲正')
    await counter.press('F8')
    await expect(band).toContainText('已请医保冲正')
    await expect(counter.cash).toHaveText('—')
    await centre.clearFaults()
    await expect(async () => {
      if (await band.isVisible()) await counter.pressOffered('F9', '查询结果')
      await expect(band).toBeHidden({ timeout: 500 })
    }).toPass()
    expect(await centre.settlements()).toMatchObject([{ state: 'reversed' }])
    await expect(counter.nextStep).toContainText('F9')
  })
})

/** A settlement that was given up, asked about and proven absent twice, and then is done all the same. */
async function settleTooLate(counter: TillPage, centre: AdminClient): Promise<void> {
  const late = { kind: 'late', delay: 'released', order: 'done-last' } as const
  await centre.addFaults({ infno: ['2102A'], limit: 1, fault: late })
  await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
  await expect(counter.nextStep).toContainText('F9 重新试算', { timeout: 20_000 })
  await centre.release()
}

test.describe('an answer that comes after the till has gone on', () => {
  test.use({
    asking: { quietPeriodMs: 400, pausesMs: [300] },
    limits: { moneyHeadersMs: 1_500, lateMs: 60_000 },
  })

  test('raises a case that says what to do, and is undone by somebody with the right', async ({
    counter,
    till,
    shop,
  }) => {
    const centre = centreOf(shop)
    await settleTooLate(counter, centre)
    const band = till.getByTestId('band-case')
    await expect(band).toContainText('28.50')
    expect(await counter.state()).toBe('case')
    await expect(counter.keys).not.toContainText('结算')
    await counter.press('F9')
    await expect(till.getByTestId('matter')).toContainText('迟到的结算')
    await expect(till.getByTestId('open-matters')).toContainText('撤销迟到的结算')
    await counter.press('F9')
    await counter.approve(MANAGER)
    await expect(till.getByTestId('open-matters-count')).toBeHidden()
    await expect(band).toBeHidden()
    await counter.press('Escape', 'F9')
    await counter.settle()
    await expect(counter.result).toBeVisible()
    const sales = (await centre.settlements()).filter(({ kind }) => kind === 'sale')
    expect(sales.map(({ state }) => state).sort()).toEqual(['cancelled', 'settled'])
  })
  test('is settled outside the till: somebody with the right says how, and it stays written down', async ({
    counter,
    till,
    shop,
  }) => {
    await settleTooLate(counter, centreOf(shop))
    await till.getByTestId('band-case').waitFor()
    await counter.press('F9', 'F8')
    await till.getByTestId('close-case').waitFor()
    // without a word about how, nothing is closed
    await counter.press('Enter')
    await expect(till.getByTestId('close-case')).toBeVisible()
    await counter.type('医保中心柜台已撤销')
    await counter.press('Enter')
    await counter.approve(MANAGER)
    await expect(counter.notice).toContainText('已登记处理结果')
    await expect(till.getByTestId('open-matters-count')).toBeHidden()
    await expect(till.getByTestId('band-case')).toBeHidden()
  })
})
