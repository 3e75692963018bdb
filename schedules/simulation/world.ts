import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Result } from '../../core/result.ts'
import type { Acted } from '../driver/till-driver.ts'
import { composeEngine } from '../../engine/compose.ts'
import type { Engine } from '../../engine/composition/parts.ts'
import type { MethodInput, MethodName, MethodResult } from '../../engine/contract/contract.ts'
import { METHODS } from '../../engine/contract/contract.ts'
import { Centre } from '../../sandbox/centre/centre.ts'
import { centreConfigSchema } from '../../sandbox/config/centre-config.ts'
import { Ledger } from '../../sandbox/ledger/ledger.ts'
import { AcquirerBook } from '../../sandbox/acquirer/acquirer-book.ts'
import { AcquirerLedger } from '../../sandbox/acquirer/acquirer-ledger.ts'
import { openLedgerFile } from '../../sandbox/storage/open-ledger-file.ts'
import type { Random } from '../random.ts'
import { createSimulatedAcquirer, type SimulatedAcquirer } from './simulated-acquirer.ts'
import { createSimulatedLine, type SimulatedLine } from './simulated-line.ts'
import { createSimulatedTime, type SimulatedTime } from './simulated-time.ts'
import { copyTemplate, type Template } from './template.ts'

const logEntrySchema = z.object({
  level: z.number(),
  err: z.object({ message: z.string(), stack: z.string().optional() }).optional(),
})

/** The power went: nothing that the till was doing goes on. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut'
}

/** A till, its centre and the line between them, in one process and one simulated time. */
export type World = {
  readonly time: SimulatedTime
  readonly centre: Centre
  readonly line: SimulatedLine
  readonly acquirer: SimulatedAcquirer
  readonly acquirerLedger: AcquirerLedger
  readonly folder: string
  readonly tillFolder: string
  /** Calls a method of the till that runs now, without waiting: several may be under way. */
  readonly begin: <Name extends MethodName>(
    method: Name,
    params: MethodInput<Name>,
  ) => Promise<Acted<MethodResult<Name>>>
  /** As `begin`, and lets time pass until it is over. */
  readonly act: <Name extends MethodName>(
    method: Name,
    params: MethodInput<Name>,
  ) => Promise<Acted<MethodResult<Name>>>
  /** Cuts the power at the `nth` commit from now, before or after it became durable. */
  readonly cutPowerAtCommit: (nth: number, phase: 'before' | 'after') => void
  readonly cutPower: () => void
  readonly isDead: () => boolean
  /** Starts the till again on what is on the disk. */
  readonly restart: () => Promise<void>
  /** Takes back a power cut that has not come yet. */
  readonly calm: () => void
  /** Faults that the engine logged: broken promises of its own code. The power cuts themselves are not among them. */
  readonly faults: () => readonly string[]
  readonly close: () => Promise<void>
}

type Life = {
  readonly engine: Engine
  readonly died: Promise<'died'>
  readonly end: () => void
}

export type WorldParts = {
  readonly template: Template
  readonly random: Random
  /** Folder with the databases of till and centre; left out, a copy of the template. It goes away with the world. */
  readonly folder?: string
  /** When the world begins; left out, when the template was made. */
  readonly startsAt?: number
  /** Told right before and after each commit of the till, before a planned power cut. */
  readonly onCommit?: (phase: 'before' | 'after') => void
}

/** A till's process over its files, with everything that it does tied to its life. */
async function startLife(parts: {
  readonly tillFolder: string
  readonly template: Template
  readonly time: SimulatedTime
  readonly line: ReturnType<typeof createSimulatedLine>
  readonly acquirer: ReturnType<typeof createSimulatedAcquirer>
  readonly commitHook: (phase: 'before' | 'after') => void
}): Promise<Life> {
  const { tillFolder, template, time, line, acquirer, commitHook } = parts
  const { clock, stop } = time.clockOf()
  const lines: (() => void)[] = []
  const composed = await composeEngine({
    dataFolder: tillFolder,
    config: template.config,
    clock,
    commitHook,
    makeGateway: (options) => {
      const made = line.gatewayFor(options)
      lines.push(made.cut)
      return made.gateway
    },
    makeAcquirer: (_driver, options) => {
      const made = acquirer.acquirerFor(options)
      lines.push(made.cut)
      return made.acquirer
    },
  })
  if (!composed.ok) throw new Error(`the till does not start: ${composed.refusal.code}`)
  const engine = composed.value
  const { promise: died, resolve } = Promise.withResolvers<'died'>()
  return {
    engine,
    died,
    end: () => {
      stop()
      for (const cutLine of lines) cutLine()
      resolve('died')
    },
  }
}

/** Builds a world; the till runs. */
export async function createWorld(parts: WorldParts): Promise<World> {
  const { template, random } = parts
  const folder = parts.folder ?? copyTemplate(template)
  const tillFolder = join(folder, 'till')
  const time = createSimulatedTime(parts.startsAt ?? template.startsAt)
  const ledger = new Ledger(openLedgerFile(join(folder, 'centre')))
  const centre = new Centre(ledger, centreConfigSchema.parse({ signHours: 720 }), time.now)
  const line = createSimulatedLine({ centre, time, random })
  const acquirerLedger = new AcquirerLedger(join(folder, 'acquirer'))
  const book = new AcquirerBook(acquirerLedger, time.now)
  const acquirer = createSimulatedAcquirer({ book, time, random })
  let cut: { left: number; readonly phase: 'before' | 'after' } | undefined
  let life: Life | undefined
  let dead = false

  const logFile = join(tillFolder, 'engine.log')
  /** Parts of the log that a till wrote after its death: in life nobody would have written them. */
  const afterDeath: { readonly from: number; readonly to: number }[] = []
  let diedAt = 0

  const die = (): void => {
    dead = true
    diedAt = lengthOf(logFile)
    cut = undefined
    life?.end()
  }
  const commitHook = (phase: 'before' | 'after'): void => {
    if (dead) throw new PowerCut('the till is dead')
    parts.onCommit?.(phase)
    if (cut?.phase !== phase) return
    cut.left -= 1
    if (cut.left > 0) return
    die()
    throw new PowerCut(`power cut ${phase} a commit`)
  }

  const start = async (): Promise<void> => {
    dead = false
    life = await startLife({ tillFolder, template, time, line, acquirer, commitHook })
    life.engine.start()
    await time.settle()
  }

  const begin: World['begin'] = (method, params) => {
    // the second of two presses may find that the first one ended the till
    if (life === undefined || dead) return Promise.resolve('died')
    const { engine, died } = life
    // the pair handler/params is checked by the method's own schema; TypeScript cannot correlate the union
    const handler = engine.handlers[method] as (given: unknown) => Promise<Result<never>> | Result<never>
    const work = (async () => handler(METHODS[method].params.parse(params)))().catch((error: unknown) => {
      if (error instanceof PowerCut) return 'died' as const
      throw error
    })
    return Promise.race([work, died])
  }

  const world: World = {
    time,
    centre,
    line,
    acquirer,
    acquirerLedger,
    folder,
    tillFolder,
    begin,
    act: (method, params) => time.complete(begin(method, params)),
    cutPowerAtCommit: (nth, phase) => void (cut = { left: nth, phase }),
    cutPower: die,
    isDead: () => dead,
    restart: async () => {
      life?.engine.abandon()
      afterDeath.push({ from: diedAt, to: lengthOf(logFile) })
      await start()
    },
    calm: () => void (cut = undefined),
    faults: () => loggedFaults(logFile, afterDeath),
    close: async () => {
      if (!dead && life !== undefined) await time.complete(life.engine.stop())
      else life?.engine.abandon()
      ledger.close()
      acquirerLedger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await start()
  return world
}

const ERROR_LEVEL = 50

const lengthOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

function loggedFaults(
  file: string,
  ignored: readonly { readonly from: number; readonly to: number }[],
): readonly string[] {
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  const faults: string[] = []
  let at = 0
  for (const line of bytes.toString('utf8').split('\n')) {
    const from = at
    at += Buffer.byteLength(line) + 1
    if (line === '' || ignored.some((part) => part.from <= from && from < part.to)) continue
    const entry = logEntrySchema.parse(JSON.parse(line))
    // what a dead till runs into later: its files are gone
    const stale = /connection is not open|the till is dead/.test(entry.err?.message ?? '')
    if (entry.level >= ERROR_LEVEL && !stale) faults.push(`fault: ${entry.err?.stack ?? line}`)
  }
  return faults
}
