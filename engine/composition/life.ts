import type { WritableDb } from '../../db/connection/database.ts'
import type { Gateway } from '../../insurance/gateway/gateway.ts'
import type { EngineLog } from '../logging.ts'
import type { DeviceDesk } from '../use-cases/devices/device-desk.ts'
import type { LineWatch } from '../use-cases/status/line-watch.ts'
import type { Resolving } from '../use-cases/resolving/resolving.ts'
import type { UploadSender } from '../use-cases/uploads/upload-sender.ts'
import type { Payments } from '../use-cases/tenders/payments.ts'
import type { TenderAsker } from '../use-cases/tenders/tender-asker.ts'
import type { Engine } from './parts.ts'

/** What runs by itself: when it begins, and in which order it ends. */
export function lifeOf(running: {
  readonly gateway: Gateway
  readonly line: LineWatch
  readonly uploads: UploadSender
  readonly resolving: Resolving
  readonly payments: Payments | undefined
  readonly asker: TenderAsker
  readonly devices: DeviceDesk
  readonly db: WritableDb
  readonly log: EngineLog
  readonly onFault: (error: unknown) => void
}): Pick<Engine, 'start' | 'stop'> {
  const { gateway, line, uploads, resolving, payments, asker, devices } = running
  return {
    start: () => {
      gateway.warmUp().catch(running.onFault)
      payments?.acquirer.warmUp().catch(running.onFault)
      line.start()
      uploads.kick()
      resolving.kick()
      asker.start()
      devices.start()
    },
    stop: async () => {
      line.stop()
      await devices.stop()
      await uploads.stop()
      // a query that hangs is cut off with the line; what it leaves is found at the next start
      const resolved = Promise.all([resolving.stop(), asker.stop(), payments?.acquirer.stop()])
      await gateway.close()
      await resolved
      running.db.close()
      running.log.flush()
    },
  }
}
