import { statfs } from 'node:fs/promises'
import { lastAnswer } from '../../../db/journal/exchange-repository.ts'
import { databaseFacts, isWhole } from '../../../db/connection/health.ts'
import { answerTime } from '../../../insurance/envelope/answer-time.ts'
import type { Gateway } from '../../../insurance/gateway/gateway.ts'
import manifest from '../../../package.json' with { type: 'json' }
import type { Config } from '../../config/config.ts'
import type { DeviceView } from '../../contract/devices.ts'
import type { SelfTestFinding, SelfTestTitle } from '../../contract/messages/self-test-words.ts'
import type { SelfTestStepView } from '../../contract/selftest.ts'
import type { SessionView } from '../../contract/session.ts'
import type { StatusView } from '../../contract/status.ts'
import type { Counter } from '../sale/counter.ts'
import type { PrintQueue } from '../printing/print-queue.ts'

/** What the steps look at. None of them changes anything. */
export type SelfTestParts = {
  readonly counter: Pick<Counter, 'db' | 'clock'>
  readonly gateway: Pick<Gateway, 'probe'>
  readonly config: Config
  readonly regionName: string
  readonly dataFolder: string
  readonly status: () => StatusView
  readonly session: () => SessionView
  readonly devices: () => DeviceView[]
  readonly queue: Pick<PrintQueue, 'counts'>
}

type Found = {
  readonly state: 'ok' | 'warn' | 'fail'
  readonly finding: SelfTestFinding
  readonly params?: SelfTestStepView['params']
}

/** One step, before its number is known. */
export type SelfTestStep = {
  readonly title: SelfTestTitle
  /** Which device; null for a step that is done once. */
  readonly subject: string | null
  readonly run: () => Found | Promise<Found>
}

const GIGABYTE = 1024 ** 3
const DISK_LOW = 2 * GIGABYTE
const DISK_FULL = GIGABYTE / 4
/** An answer travels this long at the most before a difference is the clocks' own. */
const CLOCK_OFF_SECONDS = 60
const LINE_SLOW_MS = 1_000

async function diskSpace(folder: string): Promise<Found> {
  let free: number
  try {
    const disk = await statfs(folder)
    free = disk.bavail * disk.bsize
  } catch {
    return { state: 'warn', finding: 'disk-unknown' }
  }
  const params = { gigabytes: (free / GIGABYTE).toFixed(1) }
  if (free < DISK_FULL) return { state: 'fail', finding: 'disk-full', params }
  return free < DISK_LOW
    ? { state: 'warn', finding: 'disk-low', params }
    : { state: 'ok', finding: 'disk-good', params }
}

/** Compares the centre's clock in its last answer with ours when it came. Nothing is sent for it. */
function clockDifference({ db, clock }: SelfTestParts['counter']): Found {
  const answer = lastAnswer(db)
  const said = answer && answerTime(answer.response_text)
  if (answer === undefined || said === undefined) return { state: 'warn', finding: 'clock-unknown' }
  const seconds = Math.round((answer.at - said) / 1_000)
  const params = { seconds, ageMinutes: Math.round((clock.now() - answer.at) / 60_000) }
  return Math.abs(seconds) > CLOCK_OFF_SECONDS
    ? { state: 'fail', finding: 'clock-off', params }
    : { state: 'ok', finding: 'clock-good', params }
}

async function lineToCentre(gateway: SelfTestParts['gateway']): Promise<Found> {
  const probe = await gateway.probe()
  if (!probe.reachable) return { state: 'fail', finding: 'line-down', params: { reason: probe.reason } }
  const params = { milliseconds: Math.round(probe.connectMs) }
  return probe.connectMs > LINE_SLOW_MS
    ? { state: 'warn', finding: 'line-slow', params }
    : { state: 'ok', finding: 'line-good', params }
}

function deviceState({ state, reason }: DeviceView): Found {
  if (state === 'faulted') {
    return { state: 'fail', finding: 'device-faulted', params: { reason: reason ?? 'failed' } }
  }
  return state === 'ready' || state === 'busy'
    ? { state: 'ok', finding: 'device-good' }
    : { state: 'warn', finding: 'device-opening' }
}

const PAPER: Readonly<Record<NonNullable<DeviceView['condition']>['paper'], Found>> = {
  ok: { state: 'ok', finding: 'paper-good' },
  'near-end': { state: 'warn', finding: 'paper-near-end' },
  out: { state: 'fail', finding: 'paper-out' },
  unknown: { state: 'warn', finding: 'paper-unknown' },
}

function printQueue(counts: ReturnType<PrintQueue['counts']>): Found {
  if (counts.trouble > 0) return { state: 'warn', finding: 'print-queue-trouble', params: { ...counts } }
  return counts.waiting > 0
    ? { state: 'warn', finding: 'print-queue-waiting', params: { waiting: counts.waiting } }
    : { state: 'ok', finding: 'print-queue-empty' }
}

function uploads(status: StatusView): Found {
  const params = { waiting: status.uploadsWaiting, failing: status.uploadsFailing }
  if (params.failing > 0) return { state: 'fail', finding: 'uploads-failing', params }
  return params.waiting > 0
    ? { state: 'warn', finding: 'uploads-waiting', params: { waiting: params.waiting } }
    : { state: 'ok', finding: 'uploads-none' }
}

function signState(session: SessionView): Found {
  switch (session.insuranceSign) {
    case 'signed':
      return { state: 'ok', finding: 'signed' }
    case 'waiting':
      return { state: 'warn', finding: 'sign-waiting' }
    case 'signed-out':
      return { state: 'warn', finding: 'signed-out' }
  }
}

/** The steps of one self-test, in their order; a step for each device that is set up. */
export function selfTestSteps(parts: SelfTestParts): SelfTestStep[] {
  const { counter, config } = parts
  const devices = parts.devices()
  const step = (
    title: SelfTestTitle,
    run: SelfTestStep['run'],
    subject: string | null = null,
  ): SelfTestStep => ({
    title,
    subject,
    run,
  })
  return [
    step('configuration', () => ({
      state: 'ok',
      finding: 'configuration-good',
      params: { shop: config.shop.code, till: config.shop.till, region: parts.regionName },
    })),
    step('database', async () => {
      const { bytes } = databaseFacts(counter.db)
      return (await isWhole(counter.db))
        ? { state: 'ok', finding: 'database-good', params: { megabytes: (bytes / 1024 ** 2).toFixed(1) } }
        : { state: 'fail', finding: 'database-damaged' }
    }),
    step('disk-space', () => diskSpace(parts.dataFolder)),
    step('line', () => lineToCentre(parts.gateway)),
    step('clock', () => clockDifference(counter)),
    step('sign-in', () => signState(parts.session())),
    ...(devices.length === 0
      ? [step('device', (): Found => ({ state: 'warn', finding: 'no-devices' }))]
      : devices.map((device) => step('device', () => deviceState(device), device.slot))),
    step('paper', () => {
      const printer = parts.devices().find(({ kind }) => kind === 'printer')
      return printer === undefined
        ? { state: 'warn', finding: 'no-printer' }
        : PAPER[printer.condition?.paper ?? 'unknown']
    }),
    step('print-queue', () => printQueue(parts.queue.counts())),
    step('uploads', () => uploads(parts.status())),
    step('settlements', () => {
      const count = parts.status().openSettlements
      return count === 0
        ? { state: 'ok', finding: 'settlements-none' }
        : { state: 'fail', finding: 'settlements-open', params: { count } }
    }),
    step('versions', () => {
      const { schema, sqlite } = databaseFacts(counter.db)
      const platform = `${process.platform}-${process.arch}`
      const params = { program: manifest.version, node: process.versions.node, sqlite, schema, platform }
      return { state: 'ok', finding: 'versions', params }
    }),
  ]
}
