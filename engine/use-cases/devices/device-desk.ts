import { openSaleOf } from '../../../db/sales/sale-repository.ts'
import type { Config } from '../../config/config.ts'
import type { MethodResult } from '../../contract/contract.ts'
import type { DeviceStateView, DisplayView } from '../../contract/devices.ts'
import type { ReturnView } from '../../contract/returns.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { StatusView } from '../../contract/status.ts'
import type { EngineLog } from '../../logging.ts'
import type { Desk } from '../insurance/desk.ts'
import type { Direction } from '../scanners/scan-direction.ts'
import { viewOf } from '../sale/counter.ts'
import { createPrintQueue, type PrintQueue } from '../printing/print-queue.ts'
import { createDeviceBank, type DeviceBank } from './device-bank.ts'
import { createCustomerView } from './customer-view.ts'
import { discoverDevices } from './discover.ts'
import { openForCash } from './drawer-service.ts'
import { hidBusOf } from './hid-bus-of.ts'
import type { Reading } from './make-device.ts'
import { cardLaidOn, codeShown } from './presented.ts'
import type { SafetyVisit } from './safety-visit.ts'
import { slotSettings } from './slot-settings.ts'

/** A sale in the transaction that completes it. */
type CompletingSale = { readonly id: string; readonly shiftId: string; readonly operatorId: number }

/** The devices of the till and what they do at the counter. */
export type DeviceDesk = {
  readonly bank: DeviceBank
  readonly queue: PrintQueue
  readonly visit: SafetyVisit
  readonly displayView: () => DisplayView
  /** What is plugged in, whether set up or not. */
  readonly discover: () => Promise<MethodResult<'devices.discover'>>
  readonly states: () => DeviceStateView[]
  readonly scanners: () => StatusView['scanners']
  /** In the transaction that completes a sale: what shall be printed and opened for it. */
  readonly saleCompletes: (sale: CompletingSale) => void
  /** The same for a return. */
  readonly returnCompletes: (returned: { readonly id: string; readonly operatorId: number }) => void
  readonly start: () => void
  readonly stop: () => Promise<void>
}

export type DeviceDeskParts = {
  /** Made after the devices, for they are among its parts. */
  readonly desk: () => Desk
  readonly counter: Desk['counter']
  readonly config: Config
  readonly log: EngineLog
  readonly visit: SafetyVisit
  readonly onScan: (text: string) => void
  /** For whom cards and codes are shown now. */
  readonly direction: () => Direction
  readonly onChange: () => void
  readonly onFault: (error: unknown) => void
}

const tookCash = (sale: SaleView): boolean =>
  sale.tenders.some((tender) => tender.kind === 'cash' && tender.state === 'taken')

/** What a device read goes to whom it was shown for; personal data, so never into a log. */
function takeReading(
  parts: DeviceDeskParts & { readonly bank: DeviceBank },
  slot: string,
  reading: Reading,
): void {
  const { bank, visit, onFault } = parts
  const showing = { desk: parts.desk(), bank, visit, direction: parts.direction() }
  switch (reading.kind) {
    case 'scan':
      parts.onScan(reading.text)
      return
    case 'code':
      codeShown(showing, slot, reading.code).catch(onFault)
      return
    case 'card':
      cardLaidOn(showing, slot, reading.outcome).catch(onFault)
  }
}

/** Makes the devices of a till. Nothing of them is opened before `start`, and no sale waits for any of them. */
export function createDeviceDesk(parts: DeviceDeskParts): DeviceDesk {
  const { counter, config, log, visit, onFault } = parts
  const { events, clock, db } = counter
  const hidBus = hidBusOf(config.devices)
  const customer = createCustomerView(events, clock, () => bank)
  /** Sales that complete now, until the event that tells of it. */
  const completing = new Map<string, CompletingSale>()

  const bank = createDeviceBank({
    slots: slotSettings(db, config, log),
    hidBus,
    clock,
    log,
    onRead: (slot, reading) => takeReading({ ...parts, bank }, slot, reading),
    onChange: (slot) => {
      const view = bank.view(slot)
      if (view !== undefined) events.emit('device.changed', view)
      if (slot === 'printer') queue.kick()
      if (slot === 'display' && view?.state === 'opening') customer.refresh()
      parts.onChange()
    },
    onFault,
  })
  const queue = createPrintQueue({ receipts: { counter, config }, bank, onFault })

  const afterCompletion = (sale: SaleView): void => {
    const completed = completing.get(sale.id)
    completing.delete(sale.id)
    // the pulse is asked for before the receipt, so that it is first in the printer's turns
    if (completed !== undefined && tookCash(sale)) openForCash({ counter, bank }, completed).catch(onFault)
    queue.kick()
  }

  events.subscribe((name, payload) => {
    if (name === 'return.changed') {
      // as below
      const { saleId, state } = payload as ReturnView
      if (state === 'completed' || state === 'abandoned') visit.forgetReturnOf(saleId)
    }
    if (name !== 'sale.changed') return
    // the payload belongs to the name, which TypeScript does not see through the generic listener
    const sale = payload as SaleView | null
    visit.forgetAllBut(sale?.state === 'open' ? sale.id : undefined)
    customer.show(sale)
    if (sale?.state === 'completed') afterCompletion(sale)
  })

  return {
    bank,
    queue,
    visit,
    displayView: customer.view,
    discover: () => discoverDevices(hidBus),
    states: () =>
      bank.views().map(({ slot, kind, name, state, reason }) => ({ slot, kind, name, state, reason })),
    scanners: () =>
      bank
        .views()
        .filter(({ kind }) => kind === 'scanner')
        // a scanner has no acts of its own
        .map(({ name, state, reason }) => ({ name, state: state === 'busy' ? 'ready' : state, reason })),
    saleCompletes: (sale) => {
      completing.set(sale.id, sale)
      if (config.receipt.autoPrint) queue.addOriginal(sale.id, sale.operatorId)
    },
    returnCompletes: ({ id, operatorId }) => {
      if (config.receipt.autoPrint) queue.addReturnSlip(id, operatorId)
    },
    start: () => {
      const open = openSaleOf(db, counter.till)
      customer.show(open === undefined ? null : viewOf(counter, open))
      bank.start()
      queue.kick()
    },
    stop: async () => {
      const ended = queue.stop()
      await bank.stop()
      await ended
    },
  }
}
