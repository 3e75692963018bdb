import type { HidBus } from '../../../native-bridge/transport/hid-bus.ts'
import { createLoopbackHidBus } from '../../../native-bridge/transport/loopback-hid-bus.ts'
import { nodeHidBus } from '../../../native-bridge/transport/node-hid-bus.ts'
import type { DevicesConfig } from '../../config/device-settings.ts'

/** Where the till looks for HID devices: on this machine, unless its configuration names a simulated bus. */
export function hidBusOf({ hidBus }: DevicesConfig): HidBus {
  return hidBus === undefined ? nodeHidBus : createLoopbackHidBus(hidBus.port)
}
