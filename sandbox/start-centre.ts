import { adminListener } from './admin/admin-endpoint.ts'
import { startAcquirer } from './acquirer/start-acquirer.ts'
import { Centre } from './centre/centre.ts'
import type { CentreConfig } from './config/centre-config.ts'
import type { DeviceShop } from './devices/device-shop.ts'
import { FaultPlan } from './faults/fault-plan.ts'
import { HeldCalls } from './faults/held-calls.ts'
import { Ledger } from './ledger/ledger.ts'
import { fillLedger } from './seed/seed-ledger.ts'
import { LineEndpoint } from './server/line-endpoint.ts'
import { LoopbackServer } from './server/line-server.ts'
import { openLedgerFile } from './storage/open-ledger-file.ts'

export type CentreOptions = {
  /** Folder of the ledger. */
  readonly folder: string
  /** 0 takes any free port. */
  readonly port: number
  readonly adminPort: number
  readonly acquirerPort: number
  readonly adminToken: string
  readonly config: CentreConfig
  /** Simulated devices that the admin interface also steers. */
  readonly devices?: DeviceShop | undefined
}

export type RunningCentre = {
  /** Where shops call. */
  readonly url: string
  /** The admin interface; on a port of its own, so that it can be reached while the line's door is closed. */
  readonly admin: string
  /** Where shops are paid by code, and the key that their requests are signed with. */
  readonly acquirer: string
  readonly acquirerKey: string
  /** Ends every connection and closes the ledger. */
  readonly stop: () => Promise<void>
}

/** Opens the ledger, seeds an empty one, and starts line and admin interface on the loopback address. */
export async function startCentre(options: CentreOptions): Promise<RunningCentre> {
  const { config } = options
  const ledger = new Ledger(openLedgerFile(options.folder))
  try {
    if (ledger.setting('seeded') === undefined) {
      ledger.transaction(() => fillLedger(ledger, config.seed, Date.now()))
    }
    const centre = new Centre(ledger, config)
    const faults = new FaultPlan(config.faults)
    const held = new HeldCalls()
    const stopped = new AbortController()
    const stopListening = (forMs: number): void => line.stopListening(forMs)
    const endpoint = new LineEndpoint({ centre, faults, held, stopped: stopped.signal, stopListening })
    const line = new LoopbackServer(options.port, (request, response) => endpoint.handle(request, response))
    const acquirer = await startAcquirer({
      folder: options.folder,
      port: options.acquirerPort,
      key: config.acquirerKey,
      held,
      stopped: stopped.signal,
    })
    const parts = {
      centre,
      faults,
      held,
      line,
      acquirer: acquirer.admin,
      startConfig: config,
      devices: options.devices,
    }
    const admin = new LoopbackServer(options.adminPort, adminListener(parts, options.adminToken))
    await line.listen()
    await admin.listen()
    const stop = async (): Promise<void> => {
      stopped.abort()
      await Promise.all([line.close(), admin.close(), acquirer.close()])
      ledger.close()
    }
    return {
      url: line.url,
      admin: `${admin.url}/admin`,
      acquirer: acquirer.url,
      acquirerKey: config.acquirerKey,
      stop,
    }
  } catch (error) {
    ledger.close()
    throw error
  }
}
