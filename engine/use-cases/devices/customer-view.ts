import type { DisplayView } from '../../contract/devices.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Clock } from '../../ports/clock.ts'
import type { EventBus } from '../../ports/event-bus.ts'
import type { DeviceBank } from './device-bank.ts'
import { codeToScan, displayViewOf, isDigitsOnly, poleContent, showOn } from './display-content.ts'

/** What the customer sees, on a pole display and in a window of its own: always the newest, never a person. */
export type CustomerView = {
  readonly view: () => DisplayView
  readonly show: (sale: SaleView | null) => void
  /** A display was just made and knows nothing yet; it keeps what it is told until its line is open. */
  readonly refresh: () => void
}

export function createCustomerView(events: EventBus, clock: Clock, bank: () => DeviceBank): CustomerView {
  const nothing = displayViewOf(null, clock.now())
  let shown: DisplayView = nothing
  let cancelExpiry: () => void = () => undefined
  const onPole = (before: DisplayView): void => {
    const display = bank().running('display')
    const driver = bank().setting('display', 'display')?.driver
    if (display === undefined || driver === undefined) return
    showOn(display.device, poleContent(before, shown, isDigitsOnly(driver)))
  }
  const show = (sale: SaleView | null): void => {
    const now = clock.now()
    const next = displayViewOf(sale, now)
    cancelExpiry()
    const code = sale === null ? undefined : codeToScan(sale, now)
    // a code that has expired leaves the page although nothing else happens to its sale
    if (code !== undefined) cancelExpiry = clock.schedule(() => show(sale), code.expiresAt - now)
    if (JSON.stringify(next) === JSON.stringify(shown)) return
    const before = shown
    shown = next
    events.emit('display.changed', next)
    onPole(before)
  }
  return { view: () => shown, refresh: () => onPole(nothing), show }
}
