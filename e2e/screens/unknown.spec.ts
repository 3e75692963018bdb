import { good, traceCode } from '../pages/boxes.ts'
import { centreOf, PEOPLE } from '../pages/centre.ts'
import { expect, test } from '../fixtures/till-test.ts'

test('an outcome that is not known looks like nothing else, and is adopted once the centre proves it', async ({
  counter,
  till,
  shop,
}) => {
  const centre = centreOf(shop)
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.scanner.scan(PEOPLE.account.code)
  await expect(counter.account).toHaveText('28.50')
  await centre.addFaults(
    { infno: ['2102A'], limit: 1, fault: { kind: 'reset-after' } },
    // the till asks by itself: nothing is proven before the screen was looked at
    { infno: ['5201'], fault: { kind: 'result-code' } },
  )
  await counter.settle()

  const band = till.getByTestId('band-unknown')
  await expect(band).toContainText('28.50')
  await expect(band).toContainText(PEOPLE.account.name)
  expect(await counter.state()).toBe('unknown')
  await expect(counter.cash).toHaveText('—')
  // nothing that moves money is offered; a scan changes nothing
  await expect(counter.keys).not.toContainText('结算')
  await expect(counter.keys).not.toContainText('收款')
  await counter.scanner.scan(traceCode(good(1), 1))
  await expect(counter.notice).toContainText('[SALE_LOCKED]')
  await expect(counter.lines).toHaveCount(1)

  // a reload loses nothing
  await till.reload()
  await expect(band).toBeVisible()

  await counter.pressOffered('F9', '查询结果')
  await expect(counter.notice).toContainText('还不能下结论')
  await expect(band).toBeVisible()
  await centre.clearFaults()
  await counter.pressOffered('F9', '查询结果')
  await expect(counter.result).toBeVisible()
  await expect(band).toBeHidden()
  const settlements = await centre.settlements()
  expect(settlements).toHaveLength(1)
})

test('an accepted settlement that does not add up is neither success nor failure', async ({
  counter,
  till,
  shop,
}) => {
  await counter.scanBoxes([traceCode(good(0), 1)])
  await counter.scanner.scan(PEOPLE.account.code)
  await expect(counter.account).toHaveText('28.50')
  const fault = { kind: 'amount', change: 'off-by', byFen: 100 } as const
  await centreOf(shop).addFaults(
    { infno: ['2102A'], limit: 1, fault },
    // a query would show that the centre's own books are right
    { infno: ['5201', '5203'], fault: { kind: 'result-code' } },
  )
  await counter.settle()
  await expect(till.getByTestId('band-disputed')).toContainText('报文号')
  expect(await counter.state()).toBe('disputed')
  await expect(counter.keys).not.toContainText('结算')
  await expect(counter.cash).toHaveText('—')
})
