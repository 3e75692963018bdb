import type { Fen } from '../../core/money/fen.ts'
import type { Device, DeviceHooks, DeviceState } from '../device/device.ts'
import { keepOpen } from '../device/keep-open.ts'
import { openSerial, type SerialOptions } from '../transport/serial.ts'
import type { AmountKind, DisplayContent } from './content.ts'
import { DISPLAY_DRIVERS, type DisplayDriverName } from './drivers.ts'

/** A customer display. What it is told while it is away is shown when it is back: always the newest, nothing else. */
export type CustomerDisplay = Device & {
  /** Two lines of 20 columns, cut where they are longer; a display of digits goes dark. */
  readonly show: (lines: { readonly upper: string; readonly lower: string }) => void
  readonly showAmount: (what: AmountKind, amount: Fen) => void
  readonly clear: () => void
}

/** A driver's name and its line; what is absent is the family's speed, 8N1. */
export type CustomerDisplayOptions = { readonly driver: DisplayDriverName } & SerialOptions

/** Start bit, eight data bits, stop bit. */
const BITS_PER_BYTE = 10

/**
 * A customer display on a serial line. Goes through `closed`, `opening`, `ready` and `faulted`; reconnects by itself. After
 * each content it waits as long as the line takes for it: a driver's buffer would otherwise queue seconds of old contents.
 */
export function createCustomerDisplay(
  options: CustomerDisplayOptions,
  hooks: Omit<DeviceHooks, 'onNote'>,
): CustomerDisplay {
  const { encoder, ...driver } = DISPLAY_DRIVERS[options.driver]
  const baudRate = options.baudRate ?? driver.baudRate
  let wanted: DisplayContent = { kind: 'nothing' }
  let stale = false
  let idle = false
  let before: DeviceState['state'] = 'closed'
  /** Counts connections: an older one's write does not go on in a newer one. */
  let connection = 0
  let cancelRest = (): void => undefined

  const kept = keepOpen({
    connect: openSerial({ ...options, baudRate }),
    // it has nothing to say
    onBytes: () => undefined,
    onDown: () => {
      connection += 1
      idle = false
      cancelRest()
    },
    hooks: {
      ...hooks,
      onState: (state) => {
        const opened = before === 'opening' && state.state === 'ready'
        before = state.state
        if (opened) void send(connection, encoder.initialise)
        hooks.onState(state)
      },
    },
  })

  async function send(mine: number, first: Uint8Array = new Uint8Array()): Promise<void> {
    idle = false
    stale = false
    const bytes = Uint8Array.of(...first, ...encoder.encode(wanted))
    const written = await kept.write(bytes)
    if (mine !== connection) return
    if (!written.ok) return kept.fail(written.reason, written.detail)
    const onTheLineMs = Math.ceil((bytes.length * BITS_PER_BYTE * 1_000) / baudRate)
    cancelRest = hooks.schedule(() => {
      if (stale) void send(mine)
      else idle = true
    }, onTheLineMs)
  }

  const put = (content: DisplayContent): void => {
    wanted = content
    stale = true
    if (idle) void send(connection)
  }

  return {
    state: kept.state,
    open: kept.open,
    close: kept.close,
    show: ({ upper, lower }) => put({ kind: 'text', upper, lower }),
    showAmount: (what, amount) => put({ kind: 'amount', what, amount }),
    clear: () => put({ kind: 'nothing' }),
  }
}
