import type { Locator, Page } from '@playwright/test'
import { FINGERS_MS } from './fingers.ts'

/** Somebody who may change devices and open the drawer. */
export const MANAGER = { number: '9001', password: 'lianxi-9001' } as const

/** The device settings beside the counter. */
export class SettingsPage {
  readonly #page: Page
  readonly root: Locator
  readonly notice: Locator
  readonly form: Locator
  readonly plugged: Locator
  readonly test: Locator
  readonly result: Locator
  readonly approval: Locator

  constructor(page: Page) {
    this.#page = page
    this.root = page.getByTestId('workplace-settings')
    this.notice = page.getByTestId('notice')
    this.form = page.getByTestId('device-form')
    this.plugged = page.getByTestId('plugged')
    this.test = page.getByTestId('test-pane')
    this.result = page.getByTestId('test-result')
    this.approval = page.getByTestId('second-person')
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('Shift+F2')
    await this.root.waitFor()
    await this.slot('printer').waitFor()
  }

  slot(name: string): Locator {
    return this.#page.getByTestId(`slot-${name}`)
  }

  state(slot: string): Locator {
    return this.slot(slot).locator('[data-state]')
  }

  async choose(slot: string, driver: string): Promise<void> {
    await this.slot(slot).click()
    await this.form.getByRole('combobox', { name: '驱动' }).click()
    await this.#page.locator('.ant-select-item-option:visible').filter({ hasText: driver }).first().click()
  }

  async fill(label: string, value: string): Promise<void> {
    await this.form.getByLabel(label, { exact: true }).fill(value)
  }

  /** Answers the question for somebody who may. */
  async approve(password: string = MANAGER.password): Promise<void> {
    await this.approval.waitFor()
    await this.#page.keyboard.type(MANAGER.number, { delay: FINGERS_MS })
    await this.#page.keyboard.press('Tab')
    await this.#page.keyboard.type(password, { delay: FINGERS_MS })
    await this.#page.keyboard.press('Enter')
  }

  /** Sets up a network printer on this machine, and returns to the counter. */
  async printsTo(port: number): Promise<void> {
    await this.open()
    await this.choose('printer', '网络')
    await this.fill('地址', '127.0.0.1')
    await this.fill('端口号', String(port))
    await this.save()
    await this.ready('printer')
    await this.#page.keyboard.press('Escape')
    await this.root.waitFor({ state: 'hidden' })
  }

  async ready(slot: string): Promise<void> {
    await this.state(slot).and(this.#page.locator('[data-state="ready"]')).waitFor()
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('F9')
    await this.approve()
    await this.form.and(this.#page.locator('[data-changed="false"]')).waitFor()
  }
}
