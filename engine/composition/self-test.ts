import type { Gateway } from '../../insurance/gateway/gateway.ts'
import type { FaultReporter } from '../transport/json-rpc.ts'
import type { DeviceDesk } from '../use-cases/devices/device-desk.ts'
import type { Counter } from '../use-cases/sale/counter.ts'
import { sessionView, type SessionParts } from '../use-cases/session/session-service.ts'
import type { StatusBoard } from '../use-cases/status/status-board.ts'
import { createSelfTest, type SelfTest } from '../use-cases/self-test/self-test.ts'
import type { Parts } from './parts.ts'

/** The self-test over everything that runs. */
export function selfTestOf(
  parts: Parts,
  running: {
    readonly counter: Counter
    readonly gateway: Gateway
    readonly board: StatusBoard
    readonly session: SessionParts
    readonly devices: DeviceDesk
    readonly reportFault: FaultReporter
  },
): SelfTest {
  const { counter, gateway, board, session, devices, reportFault } = running
  return createSelfTest({
    counter,
    clock: counter.clock,
    events: counter.events,
    gateway,
    config: parts.config,
    regionName: parts.profile.name,
    dataFolder: parts.dataFolder,
    status: board.view,
    session: () => sessionView(session),
    devices: devices.bank.views,
    queue: devices.queue,
    reportFault,
  })
}
