import { ok, type Result } from '../../../core/result.ts'
import type { Config } from '../../config/config.ts'
import type { SaleView } from '../../contract/sale.ts'
import type { Handlers } from '../../transport/handlers.ts'
import type { Desk } from '../insurance/desk.ts'
import { fallbackPage, fallbackReturnSlip } from '../printing/fallback.ts'
import { configureDevice } from './configure.ts'
import type { DeviceDesk } from './device-desk.ts'
import { listOpenings, openDrawer } from './drawer-service.ts'
import { listDrivers } from './list-drivers.ts'
import { identifyByCard, identifyReturnByCard } from './read-card.ts'
import { testDevice } from './test-device.ts'

type Names = Extract<
  keyof Handlers,
  `devices.${string}` | `drawer.${string}` | `display.${string}` | `printing.${string}`
>

const asSale = (view: Result<SaleView>): Result<{ sale: SaleView }> =>
  view.ok ? ok({ sale: view.value }) : view

/** The methods of devices and of the print queue. */
export function deviceHandlers(parts: {
  readonly desk: Desk
  readonly devices: DeviceDesk
  readonly config: Config
}): Pick<Handlers, Names> {
  const { desk, devices, config } = parts
  const { counter } = desk
  const { bank, queue, visit } = devices
  return {
    'devices.list': () => ok({ devices: bank.views() }),
    'devices.drivers': async () => ok(await listDrivers()),
    'devices.discover': async () => ok(await devices.discover()),
    'devices.configure': (params) => configureDevice({ counter, config, bank }, params),
    'devices.test': (params) => testDevice({ counter, bank, queue }, params),
    'devices.readCard': async ({ medium }) => asSale(await identifyByCard({ desk, bank, visit }, medium)),
    'devices.readReturnCard': async ({ returnId, medium }) => {
      const identified = await identifyReturnByCard({ desk, bank, visit }, returnId, medium)
      return identified.ok ? ok({ return: identified.value }) : identified
    },
    'drawer.open': ({ reason, approval }) => openDrawer({ counter, bank }, { reason, approval }),
    'drawer.openings': ({ limit }) => ok(listOpenings({ counter, bank }, limit)),
    'display.view': () => ok(devices.displayView()),
    'printing.list': ({ saleId }) => ok({ jobs: queue.list(saleId) }),
    'printing.reprint': ({ saleId }) => queue.reprint(saleId),
    'printing.retry': ({ jobId }) => queue.retry(jobId),
    'printing.cancel': ({ jobId }) => queue.cancel(jobId),
    'printing.reprintReturn': ({ returnId }) => queue.reprintReturn(returnId),
    'printing.fallbackReturn': ({ returnId }) => fallbackReturnSlip({ counter, config }, returnId),
    'printing.fallback': ({ saleId }) => fallbackPage({ counter, config }, saleId),
  }
}
