import { FaultPlan } from '../faults/fault-plan.ts'
import type { HeldCalls } from '../faults/held-calls.ts'
import { LoopbackServer } from '../server/line-server.ts'
import { AcquirerBook } from './acquirer-book.ts'
import { AcquirerEndpoint } from './acquirer-endpoint.ts'
import { AcquirerLedger } from './acquirer-ledger.ts'
import type { AcquirerAdminParts } from './admin-routes.ts'

export type RunningAcquirer = {
  /** Where shops call. */
  readonly url: string
  readonly admin: AcquirerAdminParts
  readonly close: () => Promise<void>
}

/** Opens the acquirer's ledger and starts its line on the loopback address; port 0 takes any free one. */
export async function startAcquirer(options: {
  readonly folder: string
  readonly port: number
  readonly key: string
  readonly held: HeldCalls
  readonly stopped: AbortSignal
}): Promise<RunningAcquirer> {
  const { held, stopped, key } = options
  const ledger = new AcquirerLedger(options.folder)
  const book = new AcquirerBook(ledger, Date.now)
  const faults = new FaultPlan()
  const endpoint = new AcquirerEndpoint({
    ledger,
    book,
    faults,
    key,
    held,
    stopped,
    now: Date.now,
    stopListening: (forMs) => line.stopListening(forMs),
  })
  const line = new LoopbackServer(options.port, (request, response) => endpoint.handle(request, response))
  try {
    await line.listen()
  } catch (error) {
    ledger.close()
    throw error
  }
  return {
    url: line.url,
    admin: { ledger, book, faults, line },
    close: async () => {
      await line.close()
      ledger.close()
    },
  }
}
