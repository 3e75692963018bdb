import type { ReadableDb } from '../../../db/connection/database.ts'
import { countOpenCases } from '../../../db/cases/case-repository.ts'
import { countUploads } from '../../../db/outbox/outbox-repository.ts'
import { countUnresolvedSettlements } from '../../../db/settlements/settlement-repository.ts'
import type { StatusView } from '../../contract/status.ts'
import type { EventBus } from '../../ports/event-bus.ts'
import { FAILING_ATTEMPTS } from '../session/session-service.ts'

/** What the header shows, put together from the database and the services. */
export type StatusBoard = {
  readonly view: () => StatusView
  /** Tells `status.changed` when the view differs from what was told last. */
  readonly announce: () => void
}

export function createStatusBoard(parts: {
  readonly db: ReadableDb
  readonly events: EventBus
  readonly lineState: () => StatusView['centre']
  readonly scanners: () => StatusView['scanners']
  readonly devices: () => StatusView['devices']
}): StatusBoard {
  let told = ''
  const view = (): StatusView => {
    const uploads = countUploads(parts.db, FAILING_ATTEMPTS)
    return {
      centre: parts.lineState(),
      uploadsWaiting: uploads.waiting,
      uploadsFailing: uploads.failing,
      scanners: parts.scanners(),
      devices: parts.devices(),
      openSettlements: countUnresolvedSettlements(parts.db),
      openCases: countOpenCases(parts.db),
    }
  }
  return {
    view,
    announce: () => {
      const now = view()
      const text = JSON.stringify(now)
      if (text === told) return
      told = text
      parts.events.emit('status.changed', now)
    },
  }
}
