/** The centre's clock: the machine's (or another one), off by what the admin interface says. */
export class CentreClock {
  #offsetMs: number
  readonly #base: () => number

  constructor(offsetMs: number, base: () => number) {
    this.#offsetMs = offsetMs
    this.#base = base
  }

  get offsetMs(): number {
    return this.#offsetMs
  }

  set offsetMs(value: number) {
    this.#offsetMs = value
  }

  now(): number {
    return this.#base() + this.#offsetMs
  }
}
