import type { Acquirer, AcquirerOptions } from '../../acquirer/acquirer.ts'
import type { AcquirerDriver } from '../../acquirer/drivers.ts'
import type { WritableDb } from '../../db/connection/database.ts'
import type { Gateway, GatewayOptions } from '../../insurance/gateway/gateway.ts'
import type { RegionProfile } from '../../insurance/profiles/profile-schema.ts'
import type { Config } from '../config/config.ts'
import type { EngineLog } from '../logging.ts'
import type { Clock } from '../ports/clock.ts'
import type { EventBus } from '../ports/event-bus.ts'
import type { FaultReporter } from '../transport/json-rpc.ts'
import type { Handlers } from '../transport/handlers.ts'
import type { Recovery } from '../use-cases/recovery/recover.ts'

/** A running engine, without any transport. */
export type Engine = {
  readonly handlers: Handlers
  readonly events: EventBus
  readonly reportFault: FaultReporter
  readonly log: EngineLog
  /** What the start found and closed of a crash before. */
  readonly recovery: Recovery
  /** Begins what runs by itself: line watch, uploads, scanners. After the transport is up. */
  readonly start: () => void
  /** Ends everything and closes the database. */
  readonly stop: () => Promise<void>
  /** Lets go of the files at once, as the end of the process would; for fault schedules. */
  readonly abandon: () => void
}

/** What an engine is put together from. */
export type Parts = {
  readonly dataFolder: string
  readonly db: WritableDb
  readonly clock: Clock
  readonly config: Config
  readonly profile: RegionProfile
  readonly log: EngineLog
  readonly recovery: Recovery
  readonly makeGateway: (options: GatewayOptions) => Gateway
  readonly makeAcquirer: (driver: AcquirerDriver, options: AcquirerOptions) => Acquirer
}
