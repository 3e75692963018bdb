import { expect, type Locator, type Page } from '@playwright/test'
import { FINGERS_MS } from './fingers.ts'
import { scannerOf, type Scanner } from './scanner.ts'
import { SignInPage } from './sign-in-page.ts'

/** The screen at the counter. */
export class TillPage {
  readonly page: Page
  readonly scanner: Scanner
  readonly nextStep: Locator
  readonly notice: Locator
  readonly lines: Locator
  readonly total: Locator
  readonly fund: Locator
  readonly account: Locator
  readonly cash: Locator
  readonly personName: Locator
  readonly received: Locator
  readonly result: Locator
  readonly resultChange: Locator
  readonly receipt: Locator
  readonly uploadsWaiting: Locator
  readonly centre: Locator
  readonly keys: Locator

  constructor(page: Page) {
    this.page = page
    this.scanner = scannerOf(page)
    this.nextStep = page.getByTestId('next-step')
    this.notice = page.getByTestId('notice')
    this.lines = page.getByTestId('basket-line')
    this.total = page.getByTestId('amount-total')
    this.fund = page.getByTestId('amount-fund')
    this.account = page.getByTestId('amount-account')
    this.cash = page.getByTestId('amount-cash')
    this.personName = page.getByTestId('person-name')
    this.received = page.getByTestId('input-received')
    this.result = page.getByTestId('result')
    this.resultChange = page.getByTestId('result-change')
    this.receipt = page.getByTestId('receipt')
    this.uploadsWaiting = page.getByTestId('uploads-waiting')
    this.centre = page.getByTestId('centre-state')
    this.keys = page.getByRole('navigation', { name: '按键' })
  }

  /** Signs in and waits for the counter. */
  async open(float = '200'): Promise<void> {
    await new SignInPage(this.page).signIn(float)
    await this.nextStep.waitFor()
  }

  /**
   * Presses keys one after the other. What is asked for by the key before may be on the screen a moment before its answer
   * is there, and no finger is that quick: the first key waits until the till awaits nothing.
   */
  async press(...keys: readonly string[]): Promise<void> {
    await this.page.locator('main[data-pending]:not([data-pending=""])').waitFor({ state: 'detached' })
    await this.pressAtOnce(...keys)
  }

  /** The same whatever the till is doing. */
  async pressAtOnce(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Presses a key once the bar offers it: while money is on its way, the keys that move some wait. */
  async pressOffered(key: string, label: string): Promise<void> {
    await expect(this.keys.getByRole('button', { name: label })).toBeEnabled()
    await this.press(key)
  }

  /** The receipt that is shown, as text without spaces. */
  async receiptText(): Promise<string> {
    const source = (await this.receipt.getAttribute('src')) ?? ''
    return decodeURIComponent(source).replace(/<[^>]*>|\s/g, '')
  }

  /** Types at the speed of quick fingers. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: FINGERS_MS })
  }

  /** Scans one code after another, each when the one before has changed the basket. */
  async scanBoxes(codes: readonly string[]): Promise<void> {
    const before = await this.lines.count()
    for (const [index, code] of codes.entries()) {
      await this.scanner.scan(code)
      await this.lines.nth(before + index).waitFor()
    }
  }

  /** A second person types number and password into the dialog that asks for them. */
  async approve({ number, password }: { readonly number: string; readonly password: string }): Promise<void> {
    await this.page.getByTestId('approval').waitFor()
    await this.type(number)
    await this.press('Tab')
    await this.type(password)
    await this.press('Enter')
  }

  /** Leaves the result of a sale; it stays for a moment whatever is pressed. */
  async nextCustomer(): Promise<void> {
    await this.result.waitFor()
    await expect(async () => {
      await this.press('Enter')
      await expect(this.page.getByTestId('basket-empty')).toBeVisible({ timeout: 500 })
    }).toPass()
  }

  /** Sells boxes for cash, and is ready for the next customer. */
  async sellForCash(codes: readonly string[]): Promise<void> {
    await this.scanBoxes(codes)
    await this.press('F9')
    await this.payExact()
    await this.nextCustomer()
  }

  /** Begins to return the whole of the sale that a box was sold on, with somebody's approval. */
  async beginReturnOf(code: string, approver: { number: string; password: string }): Promise<void> {
    await this.press('F10')
    await this.scanner.scan(code)
    await this.page.getByTestId('return-line').first().waitFor()
    await this.press('F8', 'F9')
    await this.page.getByTestId('return-meaning').waitFor()
    await this.press('F9')
    await this.approve(approver)
  }

  /** Sells boxes to somebody insured whose account pays all of it. */
  async sellInsured(codes: readonly string[], person: string): Promise<void> {
    await this.scanBoxes(codes)
    await this.scanner.scan(person)
    await this.settle()
  }

  /** Settles what was quoted. */
  async settle(): Promise<void> {
    await expect(this.nextStep).toContainText('F9 确认')
    await this.pressOffered('F9', '结算')
  }

  /** Takes what is due in cash, to the fen. */
  async payExact(): Promise<void> {
    await this.pressOffered('Enter', '收正好')
  }

  /** What the keyboard is in, as the page itself calls it. */
  state(): Promise<string | null> {
    return this.page.getByRole('main').getAttribute('data-input')
  }

  line(position: number): Locator {
    return this.lines.nth(position - 1)
  }
}
