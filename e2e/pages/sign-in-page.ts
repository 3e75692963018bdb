import type { Locator, Page } from '@playwright/test'
import { PRACTICE_OPERATOR } from '../../build/practice/practice-shop.ts'
import { FINGERS_MS } from './fingers.ts'

/** Signing in: three fields and Enter. */
export class SignInPage {
  readonly #page: Page
  readonly operator: Locator
  readonly password: Locator
  readonly float: Locator
  readonly notice: Locator
  readonly summary: Locator

  constructor(page: Page) {
    this.#page = page
    this.operator = page.getByLabel('工号')
    this.password = page.getByLabel('密码')
    this.float = page.getByLabel('备用金（元）')
    this.notice = page.getByTestId('notice')
    this.summary = page.getByTestId('summary')
  }

  /** Signs in with the keyboard alone, at the speed of quick fingers: the first field has the focus, Tab leads on. */
  async signIn(float = '200', password: string = PRACTICE_OPERATOR.password): Promise<void> {
    await this.operator.and(this.#page.locator(':focus')).waitFor()
    await this.#page.keyboard.type(PRACTICE_OPERATOR.number, { delay: FINGERS_MS })
    await this.#page.keyboard.press('Tab')
    await this.#page.keyboard.type(password, { delay: FINGERS_MS })
    await this.#page.keyboard.press('Tab')
    await this.#page.keyboard.type(float, { delay: FINGERS_MS })
    await this.#page.keyboard.press('Enter')
  }
}
