import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CACHE, ROOT } from '../../build/paths.ts'
import { PRACTICE_OPERATOR, writePracticeShop } from '../../build/practice/practice-shop.ts'
import { startCentre } from '../../build/processes/programs.ts'
import { readyText, startReadyProcess, type ReadyProcess } from '../../build/processes/ready-process.ts'
import { CallRefused, connectEngine, type EngineClient } from '../../engine/client/websocket-client.ts'
import { AdminClient } from '../../sandbox/admin-client.ts'
import type { Acted, DrivenTill } from '../driver/till-driver.ts'
import type { Template } from '../simulation/template.ts'
import { OPENING_FLOAT } from '../simulation/template.ts'
import { CALM_WORD } from './calm-word.ts'

/** The commit at which the next life of the engine kills itself. */
export type KillPlan = { readonly nth: number; readonly phase: 'before' | 'after' }

/** A till and a centre as real processes; the centre serves many schedules, each begins with an empty ledger. */
export type RealShop = {
  readonly admin: AdminClient
  readonly till: DrivenTill
  readonly tillFolder: () => string
  /** A fresh till on a reset centre, signed in. */
  readonly open: (killPlan: KillPlan | undefined) => Promise<void>
  /** SIGKILL, at whatever it does now. */
  readonly kill: () => Promise<void>
  readonly restart: (killPlan?: KillPlan) => Promise<void>
  /** Takes the plan of this life back; a till that is dead is started without one. */
  readonly calm: () => Promise<void>
  /** Ends the till and throws its files away. */
  readonly clear: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What a cashier waits a minute for, waits here a few milliseconds. */
const FASTER = 5_000
/** Limits that make "no answer" short, and the region's pauses to match. */
const LIMITS = {
  connectMs: 2_000,
  headersMs: 400,
  moneyHeadersMs: 400,
  bodyMs: 300,
  lateMs: 2_000,
  probeEveryMs: 200,
}

const COMPILED = join(CACHE, 'compiled')

type EngineLife = Pick<DrivenTill, 'begin' | 'isDead'> & {
  /** Starts an engine that ends itself where `plan` says; one that dies while it opens is started again. */
  readonly start: (plan: KillPlan | undefined) => Promise<void>
  readonly restart: (plan: KillPlan | undefined) => Promise<void>
  readonly kill: () => Promise<void>
  /** The plan to die is off; a dead engine starts. */
  readonly calm: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** One engine after the other over the same data, and the cashier's connection to whichever lives. */
function engineLife(tillFolder: string, configFile: string): EngineLife {
  let engine: ReadyProcess | undefined
  let client: EngineClient | undefined
  let tellCalm = (): void => undefined

  const start = async (plan: KillPlan | undefined): Promise<void> => {
    const program = join(ROOT, 'schedules', 'processes', 'engine-under-test.ts')
    try {
      engine = await startReadyProcess({
        name: 'engine',
        program: process.execPath,
        args: [program, '--data', tillFolder, '--config', configFile],
        env: {
          ...process.env,
          // every life has a new data folder: what it compiles is kept in one place for all
          NODE_COMPILE_CACHE: COMPILED,
          TILL_KILL_AT_COMMIT: plan === undefined ? '' : `${plan.nth}:${plan.phase}`,
        },
        onErrorText: (text) => {
          if (text.includes(CALM_WORD)) tellCalm()
        },
      })
      client = await connectEngine(readyText(engine, 'url'), readyText(engine, 'token'))
    } catch (error) {
      // a plan may kill it while it opens: the next life opens on what that left
      if (plan === undefined) throw error
      await start(undefined)
    }
  }

  const begin: DrivenTill['begin'] = async (method, params) => {
    if (client === undefined) return 'died'
    const asked = engine
    try {
      return { ok: true, value: await client.call(method, params) }
    } catch (error) {
      if (error instanceof CallRefused) return { ok: false, refusal: error.refusal } satisfies Acted<never>
      await asked?.ended
      return 'died'
    }
  }
  return {
    begin,
    start,
    isDead: () => engine?.hasEnded() ?? true,
    restart: async (plan) => {
      client?.close()
      await start(plan)
    },
    kill: async () => {
      client?.close()
      await engine?.kill()
    },
    calm: async () => {
      if (engine === undefined || engine.hasEnded()) return start(undefined)
      const taken = new Promise<void>((resolve) => {
        tellCalm = resolve
      })
      process.kill(engine.pid, 'SIGUSR2')
      // what it was doing may still kill it before it looks at the signal
      await Promise.race([taken, engine.ended])
      if (engine.hasEnded()) await start(undefined)
    },
    stop: async () => {
      client?.close()
      await engine?.stop()
      engine = undefined
    },
  }
}

/** Starts a centre and prepares tills for it. `regionOverrides` shortens the region's own waiting. */
export async function openRealShop(
  template: Template,
  regionOverrides: Readonly<Record<string, unknown>>,
): Promise<RealShop> {
  const folder = mkdtempSync(join(tmpdir(), 'till-real-'))
  const centre = await startCentre(join(folder, 'centre'), 0)
  const admin = new AdminClient(readyText(centre, 'admin'), readyText(centre, 'adminToken'))
  const configFile = await writePracticeShop(folder, {
    centreUrl: readyText(centre, 'url'),
    centre: LIMITS,
    warnings: { repeatWindowMinutes: 0 },
    region: { profile: 'dongguan-441900', overrides: regionOverrides },
  })
  const tillFolder = join(folder, 'till')
  const life = engineLife(tillFolder, configFile)
  const { begin, start } = life

  return {
    admin,
    tillFolder: () => tillFolder,
    till: {
      act: begin,
      begin,
      together: async (calls) => void (await Promise.all(calls.map((call) => call()))),
      pass: async (durationMs) => void (await pause(Math.ceil(durationMs / FASTER))),
      isDead: life.isDead,
    },
    open: async (plan) => {
      await admin.reset()
      rmSync(tillFolder, { recursive: true, force: true })
      mkdirSync(tillFolder)
      copyFileSync(join(template.folder, 'till', 'till.db'), join(tillFolder, 'till.db'))
      await start(plan)
      await begin('session.signIn', {
        operatorNumber: PRACTICE_OPERATOR.number,
        password: PRACTICE_OPERATOR.password,
        openingFloat: OPENING_FLOAT,
      })
    },
    kill: life.kill,
    restart: life.restart,
    calm: life.calm,
    clear: life.stop,
    close: async () => {
      await life.stop()
      await centre.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
