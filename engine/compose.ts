import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Acquirer, AcquirerOptions } from '../acquirer/acquirer.ts'
import { createAcquirer, type AcquirerDriver } from '../acquirer/drivers.ts'
import { ok, refuse, type Result } from '../core/result.ts'
import type { CommitHook, SlowStatementHook } from '../db/connection/database.ts'
import { openDatabase } from '../db/connection/open-database.ts'
import { createGateway, type Gateway, type GatewayOptions } from '../insurance/gateway/gateway.ts'
import { loadProfile } from '../insurance/profiles/load-profile.ts'
import { importShopFiles } from './config/import-shop-files.ts'
import type { Config } from './config/config.ts'
import { createLog } from './logging.ts'
import { systemClock, type Clock } from './ports/clock.ts'
import { profileOfPrinter } from './use-cases/devices/make-device.ts'
import { recover } from './use-cases/recovery/recover.ts'
import { assemble } from './composition/assemble.ts'
import type { Engine } from './composition/parts.ts'

/** Files of one data directory. */
const DATABASE_FILE = 'till.db'
const LOG_FILE = 'engine.log'
const SLOW_STATEMENT_MS = 40

/**
 * Puts an engine together over a data directory: opens (and migrates) the database, closes what a crash left, imports
 * changed shop files. Refuses with what is wrong with configuration, profile, files or database.
 */
export async function composeEngine(options: {
  readonly dataFolder: string
  readonly config: Config
  readonly clock?: Clock
  /** Makes the way to the centre; another one than the real only for measuring and for fault schedules. */
  readonly makeGateway?: (options: GatewayOptions) => Gateway
  /** The same for the way to the acquirer. */
  readonly makeAcquirer?: (driver: AcquirerDriver, options: AcquirerOptions) => Acquirer
  /** See {@link CommitHook}. */
  readonly commitHook?: CommitHook
  /** Told of slow statements besides the log; with a limit below zero, of all. */
  readonly slowStatements?: SlowStatementHook
}): Promise<Result<Engine>> {
  const { config } = options
  const clock = options.clock ?? systemClock
  const profile = loadProfile(config.region.profile, config.region.overrides)
  if (!profile.ok) return profile
  if (profile.value.headers.signer !== 'none' && config.centre.signature === undefined) {
    // without keys no call would ever leave; better said now than at the first customer
    return refuse('CONFIG_INVALID', { file: 'config.json', where: 'centre.signature', problem: 'missing' })
  }
  const printer = checkPrinter(config)
  if (!printer.ok) return printer
  mkdirSync(options.dataFolder, { recursive: true })
  const log = createLog(join(options.dataFolder, LOG_FILE))
  const slow = options.slowStatements ?? {
    limitMs: SLOW_STATEMENT_MS,
    report: (statement) => log.warn(statement, 'slow statement'),
  }
  const db = openDatabase({
    path: join(options.dataFolder, DATABASE_FILE),
    now: clock.now,
    slow,
    ...(options.commitHook !== undefined && { commitHook: options.commitHook }),
  })
  if (!db.ok) return db
  const recovery = recover(db.value, clock)
  log.info({ recovery }, 'opened')
  const imported = await importShopFiles(db.value, config, clock.now)
  if (!imported.ok) {
    db.value.close()
    return imported
  }
  return ok(
    assemble({
      dataFolder: options.dataFolder,
      db: db.value,
      clock,
      config,
      profile: profile.value,
      log,
      recovery,
      makeGateway: options.makeGateway ?? createGateway,
      makeAcquirer: options.makeAcquirer ?? createAcquirer,
    }),
  )
}

/** A printer's profile is looked up where printers live, so only here. Refuses with CONFIG_INVALID. */
function checkPrinter(config: Config): Result<null> {
  const { printer, drawer } = config.devices
  const profile = printer && profileOfPrinter(printer, drawer)
  if (profile === undefined || profile.ok) return ok(null)
  const where = `devices.printer.options.profile ${profile.where}`
  return refuse('CONFIG_INVALID', { file: 'config.json', where, problem: profile.problem })
}
