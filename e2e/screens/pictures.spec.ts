import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { CACHE } from '../../build/paths.ts'
import { good, traceCode } from '../pages/boxes.ts'
import { centreOf, MANAGER, PEOPLE, WALLETS } from '../pages/centre.ts'
import { TillPage } from '../pages/till-page.ts'
import type { WindowSize } from '../fixtures/shells.ts'
import { expect, test } from '../fixtures/till-test.ts'

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

/** Nothing may stand outside the window or be cut off at its edge. */
async function fits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { documentElement, body } = document
    return Math.max(documentElement.scrollWidth, body.scrollWidth) - window.innerWidth
  })
  expect(overflow).toBeLessThanOrEqual(0)
  for (const button of await page.getByRole('navigation').getByRole('button').all()) {
    await expect(button).toBeInViewport({ ratio: 1 })
  }
}

/** Keeps the picture of a screen, after nothing of it was found outside the window. */
function keeper(till: Page, size: WindowSize, shell: string): (name: string) => Promise<void> {
  return async (name) => {
    await fits(till)
    const file = `${name}-${size.width}x${size.height}-${shell}.png`
    await till.screenshot({ path: join(CACHE, 'screenshots', file) })
  }
}

const RESET_AFTER = { kind: 'reset-after' } as const

for (const size of SIZES) {
  test.describe(`${size.width}×${size.height}`, () => {
    test.use({ size, asking: { quietPeriodMs: 600_000, pausesMs: [600_000] } })

    test('every screen fits, and its picture is kept', async ({ till, shop, shell }) => {
      const counter = new TillPage(till)
      const keep = keeper(till, size, shell)
      await expect(till.getByLabel('工号')).toBeVisible()
      await keep('sign-in')
      await counter.open()
      await keep('empty')
      await counter.scanBoxes(Array.from({ length: 9 }, (_, index) => traceCode(good(index), 1)))
      await keep('basket')
      await counter.press('F2')
      await counter.type('a')
      await till.getByTestId('search-hit').first().waitFor()
      await keep('search')
      await counter.press('Escape')
      await counter.scanner.scan(PEOPLE.pooled.code)
      await expect(counter.fund).not.toHaveText('—')
      await keep('quoted')
      await centreOf(shop).addFaults({ infno: ['2102A'], limit: 1, fault: RESET_AFTER })
      await counter.press('F9')
      await till.getByTestId('band-unknown').waitFor()
      await keep('unknown')
      await counter.press('F9')
      await counter.result.waitFor()
      await counter.receipt.waitFor()
      await keep('result')
      await counter.press('Shift+F9')
      await till.getByTestId('recent-sale').waitFor()
      await counter.receipt.waitFor()
      await keep('recent')
      await counter.press('Escape', 'F1')
      await keep('help')
    })

    test('nor does anything that is in doubt or comes back', async ({ till, shop, shell }) => {
      test.setTimeout(120_000)
      const counter = new TillPage(till)
      const centre = centreOf(shop)
      const keep = keeper(till, size, shell)
      await counter.open()

      // put aside in doubt, and what is known of it
      await centre.addFaults({ infno: ['2102A'], limit: 1, fault: RESET_AFTER })
      await counter.sellInsured([traceCode(good(2), 1)], PEOPLE.account.code)
      await till.getByTestId('band-unknown').waitFor()
      await counter.press('F5')
      await till.getByTestId('basket-empty').waitFor()
      await counter.scanBoxes([traceCode(good(3), 1), traceCode(good(4), 1)])
      await counter.press('F5', 'F6')
      await expect(till.getByTestId('held-sale')).toHaveCount(2)
      await keep('held')
      await counter.press('Escape', 'Shift+F6')
      await till.getByTestId('matter').waitFor()
      await keep('open-matters')
      await counter.press('F9')
      await expect(till.getByTestId('matter')).toHaveCount(0)
      await keep('open-matters-none')
      await counter.press('Escape')

      // ways of paying
      await counter.scanBoxes([traceCode(good(0), 1)])
      await counter.press('F8')
      await counter.type('9')
      await counter.press('Enter')
      await till.getByTestId('approval').waitFor()
      await keep('approval')
      await counter.press('Escape', 'Escape', 'F9')
      await counter.type('8.50')
      await counter.press('F9')
      await till.getByTestId('tender').waitFor()
      await keep('paying')
      await counter.press('F3')
      await till.getByTestId('card-slip').waitFor()
      await keep('card')
      await counter.press('F4')
      await till.getByTestId('pay-code').waitFor()
      await keep('pay-code')
      await counter.press('Shift+Delete')
      await keep('undo-tender')
      await counter.press('Escape')
      await centre.acquirer.addFaults(
        { operation: ['pay'], limit: 1, fault: RESET_AFTER },
        { operation: ['query'], fault: { kind: 'reset-before' } },
      )
      await counter.scanner.scan(WALLETS.pays)
      await till.getByTestId('band-tender-unknown').waitFor()
      await keep('tender-unknown')
      await centre.acquirer.clearFaults()
      await counter.press('F9')
      await counter.receipt.waitFor()
      await keep('result-mixed')
      await counter.nextCustomer()

      // the same again
      await counter.sellInsured([traceCode(good(0), 2), traceCode(good(1), 1)], PEOPLE.nearlyEmpty.code)
      await counter.received.waitFor()
      await keep('settled')
      await counter.payExact()
      await counter.nextCustomer()
      await counter.sellInsured([traceCode(good(0), 3), traceCode(good(1), 2)], PEOPLE.nearlyEmpty.code)
      const repeated = till.getByTestId('confirm-repeat')
      await expect(repeated.or(counter.received)).toBeVisible()
      await keep('repeat')
      await counter.press('Enter', 'Shift+Delete')
      await till.getByTestId('confirm-void').waitFor()
      await keep('void')
      await counter.press('Shift+Delete')
      await till.getByTestId('basket-empty').waitFor()

      // part of an insured sale comes back
      await counter.press('F10')
      await till.getByTestId('return-find').waitFor()
      await keep('return-find')
      await counter.scanner.scan(traceCode(good(1), 1))
      await till.getByTestId('return-line').first().waitFor()
      await counter.scanner.scan(traceCode(good(1), 1))
      await keep('return-lines')
      await counter.press('F9')
      await till.getByTestId('return-reason').waitFor()
      await keep('return-reason')
      await counter.press('F9')
      await counter.approve(MANAGER)
      await till.getByTestId('return-steps').waitFor()
      await keep('return-identify')
      await counter.scanner.scan(PEOPLE.nearlyEmpty.code)
      await expect(till.getByTestId('return-explanation')).toContainText('撤销整笔结算')
      await centre.addFaults({ infno: ['2103'], limit: 1, fault: RESET_AFTER })
      await counter.press('F9')
      await expect(till.getByTestId('return-explanation')).toContainText('可能已经撤销')
      await keep('return-unknown')
      await counter.press('F9')
      await till.getByTestId('refund-now').waitFor()
      await keep('return-cash')
      await counter.press('F9')
      await expect(till.getByTestId('return-explanation')).toContainText('放到收银台')
      await keep('return-done')
    })

    test.describe('what came too late', () => {
      test.use({
        asking: { quietPeriodMs: 400, pausesMs: [300] },
        limits: { moneyHeadersMs: 1_500, lateMs: 60_000 },
      })

      test('stands across the sale, and with its steps in the list', async ({
        counter,
        till,
        shop,
        shell,
      }) => {
        const centre = centreOf(shop)
        const keep = keeper(till, size, shell)
        const late = { kind: 'late', delay: 'released', order: 'done-last' } as const
        await centre.addFaults({ infno: ['2102A'], limit: 1, fault: late })
        await counter.sellInsured([traceCode(good(0), 1)], PEOPLE.account.code)
        await till.getByTestId('band-waiting').waitFor()
        await keep('waiting')
        await expect(counter.nextStep).toContainText('F9 重新试算', { timeout: 20_000 })
        await keep('proven-absent')
        await centre.release()
        await till.getByTestId('band-case').waitFor()
        await keep('case')
        await counter.press('F9')
        await till.getByTestId('matter').waitFor()
        await keep('case-detail')
        await counter.press('F8')
        await till.getByTestId('close-case').waitFor()
        await keep('close-case')
      })
    })
  })
}
