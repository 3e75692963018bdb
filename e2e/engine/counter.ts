import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Refusal, Result } from '../../core/result.ts'
import {
  PRACTICE_OPERATOR,
  writePracticeShop,
  type PracticeOptions,
  type RegionChoice,
} from '../../build/practice/practice-shop.ts'
import { practiceRegion } from '../../build/practice/practice-region.ts'
import { startCentre, startEngine } from '../../build/processes/programs.ts'
import type { ReadyProcess } from '../../build/processes/ready-process.ts'
import { CallRefused, connectEngine, type EngineClient } from '../../engine/client/websocket-client.ts'
import type { MethodInput, MethodName, MethodResult } from '../../engine/contract/contract.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import { AdminClient } from '../../sandbox/admin-client.ts'
import { SEED_GOODS } from '../../sandbox/seed/goods.ts'

/** A centre and a till, each a real process, with everything a test needs to drive and to check them. */
export type TestCounter = {
  readonly centre: AdminClient
  readonly client: () => EngineClient
  /** Calls the engine; a refusal comes back as a value. */
  readonly call: <Name extends MethodName>(
    method: Name,
    params: MethodInput<Name>,
  ) => Promise<Result<MethodResult<Name>>>
  /** Calls the engine; a refusal fails the test. */
  readonly must: <Name extends MethodName>(
    method: Name,
    params: MethodInput<Name>,
  ) => Promise<MethodResult<Name>>
  /** Kills the engine as a power cut would and starts it again on the same data. */
  readonly restart: () => Promise<void>
  readonly stopCentre: () => Promise<void>
  readonly startCentreAgain: () => Promise<void>
  /** Where the till calls. */
  readonly centreUrl: string
  readonly dataFolder: string
  readonly configFile: string
  readonly close: () => Promise<void>
}

/** With a `region`, the centre is one of that region and takes nothing else. */
export type CounterOptions = Omit<PracticeOptions, 'centreUrl' | 'shop' | 'acquirer'> & {
  readonly signIn?: boolean
  /** Longest time that a payment code is shown. */
  readonly shownCodeSeconds?: number
  /** With simulated devices, which the centre's admin interface steers; their part of the configuration may be changed. */
  readonly simulatedDevices?: (devices: Record<string, unknown>) => Record<string, unknown>
  /** Scanner, code box and card reader on serial lines, or on the simulated HID bus. */
  readonly devicesOn?: 'serial' | 'hid'
}

/** Longer than a busy machine ever takes; a test that waits for a time-out on purpose asks for a shorter one. */
const LIMITS = {
  connectMs: 5_000,
  headersMs: 10_000,
  moneyHeadersMs: 10_000,
  bodyMs: 5_000,
  lateMs: 30_000,
  bodyBytesMaximum: 100_000,
}

const ACQUIRER_LIMITS = { connectMs: 2_000, headersMs: 1_000, bodyMs: 800, lateMs: 5_000 }
/** The same few people buy the same goods again and again; a test of the warning asks for it. */
const NO_WARNINGS = { repeatWindowMinutes: 0 }

const DONGGUAN = 'dongguan-441900'

/** How a test's till asks about open settlements: members of `resolving`, and the quiet period. */
export type Asking = {
  readonly quietPeriodMs?: number
  readonly pausesMs?: readonly number[]
  readonly attemptsBeforeGivingUp?: number
  readonly whenUnprovable?: 'reverse' | 'dispute'
  readonly byMessage?: boolean
}

/** Dongguan, with a till that asks about open settlements like this. Left out: at once, and again within a second. */
export function regionThatAsks(asking: Asking = {}): RegionChoice {
  const { quietPeriodMs = 300, byMessage = false, ...resolving } = asking
  return {
    profile: DONGGUAN,
    overrides: {
      quietPeriodMs,
      settlementQuery: { byMessage, note: 'test' },
      resolving: {
        attemptsBeforeGivingUp: 3,
        whenUnprovable: 'reverse',
        windowHours: { before: 72, after: 72 },
        pausesMs: [20, 50, 100, 200],
        note: 'test',
        ...resolving,
      },
    },
  }
}

/** A till that asks only at the start, when the line comes back and when a person does: for tests that ask themselves. */
export const ASKS_SELDOM = regionThatAsks({ quietPeriodMs: 600_000, pausesMs: [600_000] })

function refusedValue(error: unknown): Refusal {
  if (error instanceof CallRefused) return error.refusal
  throw error
}

const readyDevicesSchema = z.object({ config: z.string(), hidConfig: z.string() }).optional()
const devicesFileSchema = z.object({ devices: z.record(z.string(), z.unknown()) })

/** The part of a till's configuration that names the simulated devices; nothing when there are none. */
async function devicesOf(centre: ReadyProcess, on: 'serial' | 'hid'): Promise<Record<string, unknown>> {
  const ready = readyDevicesSchema.parse(centre.ready['devices'])
  if (ready === undefined) return {}
  return devicesFileSchema.parse(
    JSON.parse(await readFile(on === 'hid' ? ready.hidConfig : ready.config, 'utf8')),
  ).devices
}

/** Opens a counter in a folder of its own, signed in unless told otherwise. */
export async function openCounter(options: CounterOptions = {}): Promise<TestCounter> {
  const folder = await mkdtemp(join(tmpdir(), 'till-counter-'))
  const {
    signIn = true,
    simulatedDevices,
    devicesOn = 'serial',
    shownCodeSeconds = 300,
    ...practice
  } = options
  const region = options.region === undefined ? undefined : practiceRegion(options.region)
  if (region?.ok === false) throw new Error(region.refusal.code)
  const centreConfig = join(folder, 'centre.json')
  await writeFile(centreConfig, JSON.stringify(region?.value.centre ?? {}))
  const centreOptions = { configFile: centreConfig, devices: simulatedDevices !== undefined }
  let centreProcess = await startCentre(join(folder, 'centre'), 0, centreOptions)
  const port = Number(new URL(String(centreProcess.ready['url'])).port)
  const acquirer = {
    url: String(centreProcess.ready['acquirer']),
    key: String(centreProcess.ready['acquirerKey']),
  }
  const again = { ...centreOptions, acquirerPort: Number(new URL(acquirer.url).port) }
  const devices = await devicesOf(centreProcess, devicesOn)
  const configFile = await writePracticeShop(folder, {
    warnings: NO_WARNINGS,
    ...practice,
    ...(simulatedDevices !== undefined && { devices: simulatedDevices(devices) }),
    ...(region !== undefined && { shop: region.value.shop }),
    centreUrl: String(centreProcess.ready['url']),
    centre: { ...LIMITS, ...practice.centre },
    acquirer: { ...ACQUIRER_LIMITS, shownCodeSeconds, ...acquirer },
  })
  const dataFolder = join(folder, 'till')
  let engine: ReadyProcess
  let client: EngineClient
  const start = async (): Promise<void> => {
    engine = await startEngine({ dataDir: dataFolder, configFile })
    client = await connectEngine(String(engine.ready['url']), String(engine.ready['token']))
  }
  await start()
  let admin = new AdminClient(String(centreProcess.ready['admin']), String(centreProcess.ready['adminToken']))
  const must: TestCounter['must'] = (method, params) => client.call(method, params)
  const counter: TestCounter = {
    get centre() {
      return admin
    },
    client: () => client,
    must,
    call: async (method, params) => {
      try {
        return { ok: true, value: await client.call(method, params) }
      } catch (error) {
        return { ok: false, refusal: refusedValue(error) }
      }
    },
    restart: async () => {
      await engine.kill()
      await start()
    },
    stopCentre: () => centreProcess.stop(),
    startCentreAgain: async () => {
      centreProcess = await startCentre(join(folder, 'centre'), port, again)
      admin = new AdminClient(String(centreProcess.ready['admin']), String(centreProcess.ready['adminToken']))
    },
    centreUrl: String(centreProcess.ready['url']),
    dataFolder,
    configFile,
    close: async () => {
      client.close()
      await engine.stop()
      await centreProcess.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
  if (signIn) {
    await must('session.signIn', {
      operatorNumber: PRACTICE_OPERATOR.number,
      password: PRACTICE_OPERATOR.password,
      openingFloat: 100_00,
    })
  }
  return counter
}

type SeedGood = (typeof SEED_GOODS)[number]

/** A good of the seed that needs trace codes and that the insurance knows. */
export function tracedGood(index = 0): SeedGood & { readonly barcode: string; readonly prefix: string } {
  const found = SEED_GOODS.filter(
    (good) => good.nationalCode !== undefined && good.tracePolicy === 'required',
  )[index]
  const barcode = found?.barcodes[0]
  const prefix = found?.tracePrefixes[0]
  if (found === undefined || barcode === undefined || prefix === undefined)
    throw new Error('no such good in the seed')
  return { ...found, barcode, prefix }
}

let box = 0

/** A trace code that no test used before. */
export function newTraceCode(prefix: string): string {
  box += 1
  return prefix + String(box).padStart(20 - prefix.length, '0')
}

/** Scans `boxes` boxes of a good: each trace code adds or completes one. */
export async function scanBoxes(counter: TestCounter, boxes = 1, index = 0): Promise<SaleView> {
  const good = tracedGood(index)
  let sale: SaleView | null = null
  for (let done = 0; done < boxes; done += 1) {
    const scanned = await counter.must('scan.submit', { text: newTraceCode(good.prefix) })
    if (scanned.outcome.refusal !== null) throw new Error(scanned.outcome.refusal.code)
    sale = scanned.sale
  }
  if (sale === null) throw new Error('nothing was scanned')
  return sale
}
