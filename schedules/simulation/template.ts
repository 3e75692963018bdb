import { scryptSync } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { writePracticeShop, PRACTICE_OPERATOR } from '../../build/practice/practice-shop.ts'
import { composeEngine } from '../../engine/compose.ts'
import { loadConfig, type Config } from '../../engine/config/config.ts'
import { Centre } from '../../sandbox/centre/centre.ts'
import { centreConfigSchema } from '../../sandbox/config/centre-config.ts'
import { Ledger } from '../../sandbox/ledger/ledger.ts'
import { fillLedger } from '../../sandbox/seed/seed-ledger.ts'
import { openLedgerFile } from '../../sandbox/storage/open-ledger-file.ts'
import { createRandom } from '../random.ts'
import { createSimulatedLine } from './simulated-line.ts'
import { createSimulatedTime } from './simulated-time.ts'

/** A signed-in till and its centre as files, made once and copied for each schedule. */
export type Template = {
  /** Folder with `till/till.db` and `centre/centre.db`, closed. */
  readonly folder: string
  readonly config: Config
  readonly startsAt: number
  readonly remove: () => void
}

/** Memory when there is some that looks like a disk: every commit still goes through the file system. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A new folder for throw-away databases. */
export function scratchFolder(): string {
  return mkdtempSync(join(SCRATCH, 'till-schedule-'))
}

const CHEAP = { N: 16, r: 8, p: 1 } as const

/** The practice shop's passwords at next to no cost: a schedule must not spend its time on hashing. */
function makePasswordsCheap(databaseFile: string): void {
  const database = new Sqlite(databaseFile)
  const salt = Buffer.alloc(16)
  const rows = database.prepare<[], { id: number; number: string }>('SELECT id, number FROM operator').all()
  for (const { id, number } of rows) {
    const key = scryptSync(`lianxi-${number}`, salt, 32, CHEAP)
    const hash = ['scrypt', CHEAP.N, CHEAP.r, CHEAP.p, salt.toString('base64'), key.toString('base64')].join(
      '$',
    )
    database.prepare('UPDATE operator SET password_hash = ? WHERE id = ?').run(hash, id)
  }
  database.close()
}

/**
 * Makes the template: seeds the centre, imports the practice shop's goods and operators, and, unless the till is for a
 * centre of its own, signs in.
 */
export async function makeTemplate(
  options: { readonly signedIn: boolean } = { signedIn: true },
): Promise<Template> {
  const folder = scratchFolder()
  const tillFolder = join(folder, 'till')
  mkdirSync(tillFolder)
  const configFile = await writePracticeShop(folder, {
    centreUrl: 'http://127.0.0.1:9/',
    acquirer: { url: 'http://127.0.0.1:9/', key: 'practice-acquirer-key' },
  })
  const config = await loadConfig(configFile)
  if (!config.ok) throw new Error(config.refusal.code)
  // goods of the practice shop expire in the year after next
  const startsAt = Date.UTC(new Date().getFullYear(), 2, 2, 1)
  const time = createSimulatedTime(startsAt)
  const ledger = new Ledger(openLedgerFile(join(folder, 'centre')))
  ledger.transaction(() => fillLedger(ledger, 'default', startsAt))
  const centre = new Centre(ledger, centreConfigSchema.parse({}), time.now)
  const line = createSimulatedLine({ centre, time, random: createRandom(1) })
  const { clock, stop } = time.clockOf()
  const engine = await composeEngine({
    dataFolder: tillFolder,
    config: config.value,
    clock,
    makeGateway: (options) => line.gatewayFor(options).gateway,
  })
  if (!engine.ok) throw new Error(engine.refusal.code)
  if (options.signedIn) {
    const signIn = engine.value.handlers['session.signIn']({
      operatorNumber: PRACTICE_OPERATOR.number,
      password: PRACTICE_OPERATOR.password,
      openingFloat: OPENING_FLOAT,
    })
    const signed = await time.complete(Promise.resolve(signIn))
    if (!signed.ok) throw new Error(signed.refusal.code)
  }
  await time.complete(engine.value.stop())
  stop()
  ledger.close()
  makePasswordsCheap(join(tillFolder, 'till.db'))
  const { goodsFile: _goods, operatorsFile: _operators, ...rest } = config.value
  return {
    folder,
    config: rest,
    startsAt: time.now(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Fen in the drawer when a schedule begins. */
export const OPENING_FLOAT = 500_00

/** Copies the template's databases into a new folder. */
export function copyTemplate(template: Template): string {
  const folder = scratchFolder()
  for (const [name, file] of [
    ['till', 'till.db'],
    ['centre', 'centre.db'],
  ] as const) {
    mkdirSync(join(folder, name))
    copyFileSync(join(template.folder, name, file), join(folder, name, file))
  }
  return folder
}
