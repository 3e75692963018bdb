import { good, traceCode } from '../pages/boxes.ts'
import { centreOf, MANAGER, PEOPLE, WALLETS } from '../pages/centre.ts'
import { TillPage } from '../pages/till-page.ts'
import { expect, test } from '../fixtures/till-test.ts'

test.use({ asking: { quietPeriodMs: 400, pausesMs: [600_000] } })

test('a return without insurance: boxes by scan, a reason, a second person, the cash', async ({
  counter,
  till,
}) => {
  await counter.sellForCash([traceCode(good(0), 1), traceCode(good(1), 1)])

  await counter.press('F10')
  await expect(till.getByTestId('return-find')).toBeVisible()
  await counter.scanner.scan(traceCode(good(0), 1))
  await expect(till.getByTestId('return-line')).toHaveCount(2)
  // a box of another sale is not taken
  await counter.scanner.scan(traceCode(good(0), 9))
  await expect(counter.notice).toContainText('不要收下')
  await counter.scanner.scan(traceCode(good(0), 1))
  await expect(till.getByTestId('return-picked')).toContainText('1 样 1 件')
  await counter.press('F9')
  await expect(till.getByTestId('return-meaning')).toContainText('没有用医保')
  await counter.press('3', 'F9')
  await counter.approve(MANAGER)
  await expect(till.getByTestId('return-steps')).toContainText('质量或包装问题')
  await expect(till.getByTestId('refund-now')).toHaveText('28.50')

  // left half way, it is found again
  await counter.press('Escape')
  await expect(till.getByTestId('open-returns-count')).toContainText('退货未完 1')
  await counter.press('F10')
  await expect(till.getByTestId('unfinished-return')).toHaveCount(1)
  await counter.press('Enter')
  await till.getByTestId('refund-now').waitFor()
  await counter.pressOffered('F9', '现金已退给顾客')
  await expect(till.getByTestId('return-explanation')).toContainText('退货办完了')
  await expect(till.getByTestId('open-returns-count')).toBeHidden()
  await counter.press('Enter')

  // the box can be sold again, and cannot be returned twice
  await counter.scanBoxes([traceCode(good(0), 1)])
  await expect(counter.lines).toHaveCount(1)
})

test('part of an insured sale: cancelled whole, given back, and the rest settled again', async ({
  counter,
  till,
  shop,
}) => {
  const centre = centreOf(shop)
  await counter.sellInsured([traceCode(good(0), 1), traceCode(good(1), 1)], PEOPLE.nearlyEmpty.code)
  await counter.payExact()
  await counter.nextCustomer()

  await counter.press('F10')
  await counter.scanner.scan(traceCode(good(1), 1))
  await till.getByTestId('return-line').first().waitFor()
  await counter.scanner.scan(traceCode(good(1), 1))
  await counter.press('F9')
  await expect(till.getByTestId('return-meaning')).toContainText('只能整笔撤销')
  await counter.press('F9')
  await counter.approve(MANAGER)
  // somebody else cannot stand in
  await expect(till.getByTestId('return-explanation')).toContainText('出示医保码')
  await counter.scanner.scan(PEOPLE.account.code)
  await expect(counter.notice).toContainText('[RETURN_OTHER_PERSON]')
  await counter.scanner.scan(PEOPLE.nearlyEmpty.code)
  await expect(till.getByTestId('return-explanation')).toContainText('撤销整笔结算')
  await counter.pressOffered('F9', '撤销医保结算')
  await expect(till.getByTestId('refund-now')).toHaveText('64.80')
  await counter.pressOffered('F9', '现金已退给顾客')
  await expect(till.getByTestId('return-explanation')).toContainText('放到收银台')
  await counter.press('Enter')

  await expect(counter.lines).toHaveCount(1)
  await expect(counter.personName).toHaveText(PEOPLE.nearlyEmpty.name)
  await counter.settle()
  await counter.payExact()
  await expect(counter.result).toBeVisible()
  const sales = (await centre.settlements()).filter(({ kind }) => kind === 'sale')
  expect(sales.map(({ state }) => state)).toEqual(['cancelled', 'settled'])
})

test('a cancellation whose answer was lost: nothing is given back before a query proves it', async ({
  counter,
  till,
  shop,
}) => {
  const centre = centreOf(shop)
  await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
  await counter.nextCustomer()

  await counter.press('F10')
  await counter.scanner.scan(traceCode(good(0), 1))
  await till.getByTestId('return-line').first().waitFor()
  await counter.press('F8', 'F9')
  await expect(till.getByTestId('return-meaning')).toContainText('整单退货')
  await counter.press('F9')
  await counter.approve(MANAGER)
  await expect(till.getByTestId('return-explanation')).toContainText('出示医保码')
  await counter.scanner.scan(PEOPLE.account.code)
  await expect(till.getByTestId('return-explanation')).toContainText('撤销整笔结算')
  await centre.addFaults({ infno: ['2103'], limit: 1, fault: { kind: 'reset-after' } })
  await counter.pressOffered('F9', '撤销医保结算')
  await expect(till.getByTestId('return-explanation')).toContainText('可能已经撤销')
  await expect(till.getByTestId('return-step').and(till.locator('[data-state=unknown]'))).toHaveCount(1)
  await expect(till.getByTestId('open-matters-count')).toContainText('待查 1')

  await counter.pressOffered('F9', '查询结果')
  await expect(till.getByTestId('return-explanation')).not.toContainText('可能已经撤销')
  await counter.pressOffered('F9', '完成退货')
  await expect(till.getByTestId('return-explanation')).toContainText('退货办完了')
  const [settlement] = await centre.settlements()
  expect(settlement).toMatchObject({ kind: 'sale', state: 'cancelled' })
})

test('a refund of a payment code whose answer was lost is asked about, never given twice', async ({
  counter,
  till,
  shop,
}) => {
  const { acquirer } = centreOf(shop)
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.press('F9', 'F4')
  await counter.scanner.scan(WALLETS.pays)
  await counter.nextCustomer()

  await counter.beginReturnOf(traceCode(good(0), 1), MANAGER)
  const explanation = till.getByTestId('return-explanation')
  await expect(explanation).toContainText('退回顾客原来的钱包')
  await acquirer.addFaults(
    { operation: ['refund'], limit: 1, fault: { kind: 'reset-after' } },
    { operation: ['query-refund'], fault: { kind: 'reset-before' } },
  )
  await counter.pressOffered('F9', '原路退款')
  await expect(explanation).toContainText('可能已经退了')
  await expect(counter.keys).not.toContainText('改退现金')
  await expect(counter.keys).toContainText('没退成就再退')
  await counter.pressOffered('F9', '查询退款结果')
  await expect(counter.notice).toContainText('没有退第二次')
  await expect(explanation).toContainText('可能已经退了')
  // it stands in the list of what is open, too, and is asked about from there
  await counter.press('Escape', 'Shift+F6')
  await expect(till.getByTestId('matter')).toContainText('扫码退款')
  await expect(till.getByTestId('open-matters')).toContainText('按 F10 接着办')
  await expect(till.getByTestId('open-matters')).toContainText('查询退款结果')
  await counter.pressOffered('F9', '查询退款结果')
  await expect(counter.notice).toContainText('没有退第二次')
  await acquirer.clearFaults()
  await counter.press('Escape', 'F10')
  await till.getByTestId('unfinished-return').waitFor()
  await counter.press('Enter')
  await explanation.waitFor()
  // the till asks by itself as well; what is known then is only to be completed
  const ask = counter.keys.getByRole('button', { name: '查询退款结果' })
  await expect(async () => {
    if (await ask.isVisible()) await counter.pressOffered('F9', '查询退款结果')
    await expect(ask).toBeHidden({ timeout: 500 })
  }).toPass()
  if (!(await explanation.innerText()).includes('退货办完了')) await counter.pressOffered('F9', '完成退货')
  await expect(explanation).toContainText('退货办完了')
  expect((await acquirer.refunds()).map(({ amount }) => amount)).toEqual([2850])
})

test.describe('with a scanner on a serial line', () => {
  test.use({ withGun: true })

  test('what it scans belongs to the return while one is open, and to the sale again after it', async ({
    till,
    shop,
  }) => {
    const counter = new TillPage(till)
    const pull = (code: string): Promise<void> =>
      shop.gun?.write(`${code}\r`) ?? Promise.reject(new Error('no gun'))
    await counter.open()
    await pull(traceCode(good(0), 1))
    await expect(counter.lines).toHaveCount(1)
    await counter.press('F9', 'Enter')
    await counter.nextCustomer()

    await counter.press('F10')
    await till.getByTestId('return-find').waitFor()
    await expect(async () => {
      await pull(traceCode(good(0), 1))
      await expect(till.getByTestId('return-line')).toHaveCount(1, { timeout: 1_000 })
    }).toPass()
    await expect(async () => {
      await pull(traceCode(good(0), 1))
      await expect(till.getByTestId('return-picked')).toContainText('1 样 1 件', { timeout: 1_000 })
    }).toPass()
    // a reload in the middle of choosing: the scanner is the sale's again
    await till.reload()
    await till.getByTestId('basket-empty').waitFor()
    await expect(async () => {
      await pull(traceCode(good(1), 1))
      await expect(counter.lines).toHaveCount(1, { timeout: 1_000 })
    }).toPass()
  })
})
