import type { EngineLog } from '../logging.ts'
import type { Clock } from '../ports/clock.ts'
import { createEventBus } from '../ports/event-bus.ts'
import type { FaultReporter } from '../transport/json-rpc.ts'
import { recordActs } from '../use-cases/audit/record-acts.ts'
import { createCentreQueue } from '../use-cases/busy.ts'
import { createDeviceDesk, type DeviceDesk } from '../use-cases/devices/device-desk.ts'
import { createSafetyVisit } from '../use-cases/devices/safety-visit.ts'
import { createHandlers } from '../use-cases/handlers.ts'
import { sessionView, signInAtCentre } from '../use-cases/session/session-service.ts'
import { withTodaysSign } from '../use-cases/session/todays-sign.ts'
import { createLineWatch } from '../use-cases/status/line-watch.ts'
import { createStatusBoard } from '../use-cases/status/status-board.ts'
import { createResolving } from '../use-cases/resolving/resolving.ts'
import { createScanDirection } from '../use-cases/scanners/scan-direction.ts'
import { createUploadSender } from '../use-cases/uploads/upload-sender.ts'
import { createTenderAsker } from '../use-cases/tenders/tender-asker.ts'
import { refundTender } from '../use-cases/tenders/refund-tender.ts'
import type { ReturnDesk } from '../use-cases/returns/return-desk.ts'
import { counterOf, shiftReader } from './counter.ts'
import { deviceOfVisit, sessionOf } from './exchanges.ts'
import { lifeOf } from './life.ts'
import type { Engine, Parts } from './parts.ts'
import { selfTestOf } from './self-test.ts'
import { gatewayOf, paymentsOf } from './ways-out.ts'

/** Writes a fault down and returns the id by which the log is searched for it. */
function faultReporterOf(clock: Clock, log: EngineLog): FaultReporter {
  return (where, error) => {
    const causeId = clock.newId()
    log.error({ where, causeId, err: error }, 'fault')
    return causeId
  }
}

/** Ties the parts of an engine together; nothing runs yet. */
export function assemble(parts: Parts): Engine {
  const { db, clock, config, profile, log } = parts
  const reportFault = faultReporterOf(clock, log)
  const onFault = (error: unknown): void => void reportFault('background', error)
  const events = createEventBus(onFault)
  const gateway = gatewayOf({
    ...parts,
    onFault,
    onLateAnswer: (msgid, answer) =>
      log.warn({ msgid, ...resolving.takeLateAnswer(msgid, answer) }, 'late answer'),
  })
  const visit = createSafetyVisit()
  const queue = createCentreQueue(clock, events)
  const session = sessionOf(parts, { events, queue, gateway, deviceOf: deviceOfVisit(visit, () => devices) })
  const exchanges = withTodaysSign(session)
  const shift = shiftReader(parts)
  const counter = counterOf(parts, events, shift, {
    onCompleting: ({ id, shift_id, operator_id }) =>
      devices.saleCompletes({ id, shiftId: shift_id, operatorId: operator_id }),
    onReturnCompleting: (returned) => devices.returnCompletes(returned),
  })
  const board = createStatusBoard({
    db,
    events,
    lineState: () => line.state(),
    scanners: () => devices.scanners(),
    devices: () => devices.states(),
  })
  const told = { onChange: board.announce, onFault }
  const line = createLineWatch({
    gateway,
    clock,
    everyMs: config.centre.probeEveryMs,
    onReachable: () => void backOnLine().catch(onFault),
    ...told,
  })
  const lineMayBeUp = (): boolean => line.state().state !== 'unreachable'
  const uploads = createUploadSender({ db, clock, exchanges, profile, shift, lineMayBeUp, ...told })
  const payments = paymentsOf({ ...parts, onFault }, events, () => asker.changed())
  const desk: ReturnDesk = {
    ...{ counter, exchanges, queue, profile, payments, shop: config.shop },
    ...{ answerLimitMs: config.centre.moneyHeadersMs, warnings: config.warnings, visitCredential: visit },
    onCompleted: () => {
      uploads.kick()
      devices.queue.kick()
    },
    onUnresolved: () => resolving.wake(),
    refunds: { electronic: (refundId) => refundTender(desk, refundId) },
  }
  const resolving = createResolving({ desk, lineMayBeUp, ...told })
  const asker = createTenderAsker(desk, onFault)
  const backOnLine = async (): Promise<void> => {
    // a shift that was opened without a line signs in at the centre by itself
    if (sessionView(session).insuranceSign === 'waiting') await signInAtCentre(session)
    uploads.kick()
    resolving.kick()
  }
  const submit = async (text: string): Promise<unknown> => handlers['scan.submit']({ text })
  const scans = createScanDirection(events, (text) => void submit(text).catch(onFault))
  const devices: DeviceDesk = createDeviceDesk({
    ...{ desk: () => desk, counter, config, log, visit },
    onScan: scans.take,
    direction: scans.current,
    ...told,
  })
  const selfTest = selfTestOf(parts, { counter, gateway, board, session, devices, reportFault })
  const handlers = recordActs(
    createHandlers({ desk, session, uploads, resolving, board, config, asker, scans, devices, selfTest }),
    { db, till: config.shop.till },
  )
  return {
    handlers,
    events,
    reportFault,
    log,
    recovery: parts.recovery,
    ...lifeOf({ gateway, line, uploads, resolving, payments, asker, devices, db, log, onFault }),
    abandon: () => db.close(),
  }
}
