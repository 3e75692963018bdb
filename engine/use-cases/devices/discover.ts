import type { HidBus } from '../../../native-bridge/transport/hid-bus.ts'
import type { PluggedDevice } from '../../../native-bridge/discovery/list-devices.ts'
import type { MethodResult } from '../../contract/contract.ts'

type Plugged = MethodResult<'devices.discover'>['plugged'][number]

function guessOf({ info, guess }: PluggedDevice): Plugged['guess'] {
  if (guess === undefined) return null
  const { by: sure, brand } = guess
  switch (guess.driver) {
    case 'scanner-hid':
      return { kind: 'scanner', driver: 'hid-pos', sure, brand }
    case 'scanner-serial':
      return { kind: 'scanner', driver: 'serial', sure, brand }
    case 'qr-box-serial':
      return { kind: 'code-box', driver: 'serial', sure, brand }
    case 'id-reader':
      return { kind: 'identity-reader', driver: info.transport, sure, brand }
    case 'unknown-serial':
      return { kind: null, driver: null, sure, brand }
  }
}

function pluggedOf(one: PluggedDevice): Plugged {
  const { info } = one
  return {
    transport: info.transport,
    path: info.path,
    vendorId: info.vendorId ?? null,
    productId: info.productId ?? null,
    manufacturer: info.manufacturer,
    product: info.product,
    serialNumber: info.serialNumber,
    usagePage: info.transport === 'hid' ? info.usagePage : null,
    guess: guessOf(one),
  }
}

/** What is plugged in. Never rejects; a list that could not be made is among the problems. */
export async function discoverDevices(hid: HidBus): Promise<MethodResult<'devices.discover'>> {
  const { listDevices, listSerialPorts } = await import('../../../native-bridge/discovery/list-devices.ts')
  const { devices, problems } = await listDevices({ serialPorts: listSerialPorts, hid })
  return { plugged: devices.map(pluggedOf), problems: [...problems] }
}
