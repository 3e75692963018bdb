import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCardOf, takeSafetyCredential, verifyPinOf } from '../card/bridge-cards.ts'
import type { DeviceState } from '../device/device.ts'
import {
  buildReferenceLibrary,
  REFERENCE_LIBRARY_MISSING,
} from '../../device-twins/reference-library/build-reference-library.ts'
import { createTimers, type Timers } from '../testing/timers.ts'
import { createBridge, type Bridge, type BridgeOptions, type BridgeOutcome } from './bridge-client.ts'

const WAIT = { timeout: 15_000, interval: 5 }
const SETTINGS = '{"IP":"127.0.0.1","PORT":1,"TIMEOUT":5}'

let folder: string
let library: string
let behaviourFile: string
let bridge: Bridge | undefined
let states: DeviceState[] = []
let timers: Timers = createTimers()

const behave = (behaviour: string): Promise<void> => writeFile(behaviourFile, behaviour)
const namesOf = (): string[] => states.map(({ state }) => state)
const fault = (): DeviceState | undefined => states.find(({ state }) => state === 'faulted')

function made(
  name: string,
  options: Readonly<Record<string, unknown>>,
  more: Partial<BridgeOptions> = {},
): Bridge {
  const mine = createBridge(
    {
      driver: { name, options: { library, ...options } },
      environment: { REFERENCE_BEHAVIOUR: behaviourFile },
      ...more,
    },
    {
      onState: (state) => states.push(state),
      schedule: timers.schedule,
    },
  )
  bridge = mine
  mine.open()
  return mine
}

async function ready(
  name: string,
  options: Readonly<Record<string, unknown>> = {},
  more: Partial<BridgeOptions> = {},
): Promise<Bridge> {
  const mine = made(name, options, more)
  await expect.poll(() => mine.state().state, WAIT).toBe('ready')
  return mine
}

async function recovers(mine: Bridge): Promise<void> {
  await behave('normal')
  await expect.poll(() => mine.state().state, WAIT).toBe('ready')
  expect(await mine.call('read-basic')).toMatchObject({ ok: true })
}

const outputOf = (outcome: BridgeOutcome, name: string): string =>
  outcome.ok ? (outcome.outputs[name] ?? '') : outcome.fault

describe('the bridge to a vendor’s library', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bridge-'))
    behaviourFile = join(folder, 'behaviour')
    if (REFERENCE_LIBRARY_MISSING === undefined) library = await buildReferenceLibrary(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  beforeEach(async (ctx) => {
    if (REFERENCE_LIBRARY_MISSING !== undefined) return ctx.skip(REFERENCE_LIBRARY_MISSING)
    states = []
    timers = createTimers()
    await behave('normal')
  })
  afterEach(async () => {
    await bridge?.close()
    expect(timers.running()).toBe(0)
  })

  it('reads a social-security card: GBK, through real calls', async () => {
    const mine = await ready('social-security-card')
    expect(await readCardOf(mine)).toMatchObject({
      ok: true,
      value: { name: '张三', cardNumber: 'X00000019', cardSerial: '639900D15600000500BF7C7A48FB4966' },
    })
    expect(await mine.call('read-card', { authentication: 1, card: '卡', files: 'SSSEEF05' })).toEqual({
      ok: true,
      outputs: { data: '3|1|卡|SSSEEF05|' },
    })
    expect(await verifyPinOf(mine)).toEqual({ ok: true, value: undefined })
    await mine.close()
    expect(namesOf()).toEqual(['opening', 'ready', ...Array(3).fill(['busy', 'ready']).flat(), 'closed'])
    expect(await mine.call('read-basic')).toEqual({ ok: false, fault: 'not-ready' })
  })

  it('gives the error and the text of a library that refuses', async () => {
    const mine = await ready('social-security-card')
    await behave('error -51')
    expect(await verifyPinOf(mine)).toEqual({
      ok: false,
      fault: 'refused',
      code: -51,
      text: '读卡失败',
    })
    expect(mine.state().state).toBe('ready')
  })

  it('refuses acts and inputs that the driver has not, without calling the library', async () => {
    await behave('abort')
    const mine = await ready('social-security-card')
    for (const [act, input] of [
      ['read-photo', {}],
      ['read-card', {}],
      ['read-card', { authentication: '1', card: '', files: '' }],
      ['read-card', { authentication: 1, card: 'a\u0000b', files: '' }],
    ] as const) {
      expect(await mine.call(act, input)).toEqual({ ok: false, fault: 'invalid' })
    }
    expect(namesOf()).not.toContain('faulted')
  })

  it('does one call at a time and shows it', async () => {
    const mine = await ready('social-security-card')
    await behave('slow 300')
    const first = mine.call('read-basic')
    expect(mine.state().state).toBe('busy')
    expect(await mine.call('read-basic')).toEqual({ ok: false, fault: 'busy' })
    expect(await first).toMatchObject({ ok: true })
    await expect.poll(() => mine.state().state, WAIT).toBe('ready')
  })

  it('takes a text up to the last byte of its buffer, and nothing longer', async () => {
    const mine = await ready('social-security-card', { outputBytes: 512 })
    await behave('fill 511')
    expect(outputOf(await mine.call('read-basic'), 'card')).toBe('A'.repeat(511))
    for (const length of [512, 513, 5_000]) {
      states.length = 0
      await behave(`fill ${length}`)
      expect(await mine.call('read-basic')).toEqual({ ok: false, fault: 'overflow' })
      expect(fault()).toMatchObject({ reason: 'failed', detail: 'read-basic wrote past its buffer' })
      await recovers(mine)
    }
  })

  it('says that bytes are no text', async () => {
    const mine = await ready('social-security-card')
    await behave('garbage')
    expect(await mine.call('read-basic')).toEqual({ ok: false, fault: 'unreadable' })
    await behave('silent')
    expect(await readCardOf(mine)).toEqual({ ok: false, fault: 'unreadable' })
    expect(namesOf()).not.toContain('faulted')
  })

  it.each(['abort', 'crash'])('is started again when the library ends it: %s', async (behaviour) => {
    const mine = await ready('social-security-card')
    await behave(behaviour)
    expect(await mine.call('read-basic')).toEqual({ ok: false, fault: 'crashed' })
    expect(fault()).toMatchObject({ state: 'faulted', reason: 'failed', retryInMs: 250 })
    expect(await mine.call('read-basic')).toEqual({ ok: false, fault: 'not-ready' })
    await recovers(mine)
  })

  it('is ended and started again when a call hangs', async () => {
    const mine = await ready('social-security-card')
    await behave('hang')
    expect(await mine.call('read-basic', {}, 150)).toEqual({ ok: false, fault: 'timed-out' })
    expect(fault()).toMatchObject({ reason: 'silent', detail: 'no answer to read-basic within 150 ms' })
    await recovers(mine)
  })

  it('can be closed while a call hangs, and while it starts', async () => {
    const mine = await ready('social-security-card')
    await behave('hang')
    const hanging = mine.call('read-basic')
    await mine.close()
    expect(await hanging).toEqual({ ok: false, fault: 'crashed' })
    expect(namesOf().at(-1)).toBe('closed')
    mine.open()
    await mine.close()
    expect(namesOf().at(-1)).toBe('closed')
  })

  it.each([
    ['social-security-card', { library: '/nowhere/SSCardDriver.so' }, 'not-found', 'library: '],
    ['social-security-card', { readBasic: 'iReadNothing' }, 'failed', 'function: '],
    ['social-security-card', { cardType: 9 }, 'failed', 'options: cardType'],
    ['social-security-card', { cardTipe: 3 }, 'failed', 'options: cardTipe'],
    ['safety-control', {}, 'failed', 'options: initialise'],
    ['another-card', {}, 'failed', 'driver: another-card'],
  ])('says why it does not start: %s %j', async (name, options, reason, detail) => {
    made(name, options)
    await expect.poll(fault, WAIT).toMatchObject({ state: 'faulted', reason })
    expect(fault()).toHaveProperty('detail', expect.stringContaining(detail))
  })

  it('says when there is no such Node, and when it is not ready in time', async () => {
    made('social-security-card', {}, { node: '/nowhere/node' })
    await expect.poll(fault, WAIT).toMatchObject({ reason: 'failed' })
    await bridge?.close()
    states.length = 0
    made('social-security-card', {}, { startLimitMs: 1 })
    await expect.poll(fault, WAIT).toMatchObject({ reason: 'failed', detail: 'the bridge did not start' })
  })

  it('gives the safety control’s credential for a visit', async () => {
    const mine = await ready('safety-control', {
      initialise: SETTINGS,
      transactionPlace: 'business-buffer',
    })
    const purpose = { visit: 'sale-1', transactionNumber: '2102A', alsoFor: ['1101', '2101A'] }
    expect(await takeSafetyCredential(mine, purpose, { kind: 'card' })).toMatchObject({
      ok: true,
      value: {
        ...purpose,
        medium: 'card',
        businessCredential: 'business-2102A',
        card: { name: '张三' },
      },
    })
    expect(await takeSafetyCredential(mine, purpose, { kind: 'identity-card' })).toMatchObject({
      ok: true,
      value: {
        medium: 'identity-card',
        businessCredential: 'business-2102A',
        identity: { name: '张三', sex: '男', number: '11010519491231002X', birthDate: '1949-12-31' },
      },
    })
    const code = { kind: 'code', query: '{"data":"码"}' } as const
    expect(await takeSafetyCredential(mine, purpose, code)).toEqual({
      ok: true,
      value: { ...purpose, medium: 'code', businessCredential: 'code-{"data":"码"}' },
    })
    expect(await verifyPinOf(mine)).toEqual({ ok: true, value: undefined })
    expect(await mine.call('read-card')).toEqual({ ok: false, fault: 'invalid' })
    // a control that says success and writes nothing gave no credential
    await behave('silent')
    const nothing = await takeSafetyCredential(mine, purpose, { kind: 'card' })
    expect(nothing).toEqual({ ok: false, fault: 'unreadable' })
  })

  it('gives the safety control no transaction where a region does not want it, and its refusal to begin', async () => {
    const mine = await ready('safety-control', { initialise: SETTINGS })
    expect(outputOf(await mine.call('read-card', { transaction: '2102A' }), 'business')).toBe('business-')
    await mine.close()
    const wrong = await ready('safety-control', { initialise: '{}' })
    expect(await wrong.call('read-card', { transaction: '2102A' })).toEqual({
      ok: false,
      fault: 'refused',
      code: -1,
      text: '读卡失败',
    })
  })
})
