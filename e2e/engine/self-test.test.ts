import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { SEED_PEOPLE } from '../../sandbox/seed/people.ts'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { listen, untilReady, WAIT } from './testing/devices.ts'

let counter: TestCounter

beforeAll(async () => {
  counter = await openCounter({ simulatedDevices: (devices) => devices })
})
beforeEach(() => untilReady(counter, 'scanner-1', 'code-box', 'printer', 'identity-reader', 'display'))
afterAll(() => counter.close())

const stateByTitle = (report: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(report.steps.map(({ title, state, finding }) => [title, `${state} ${finding ?? ''}`]))
const run = () => counter.must('selftest.run', {})

it('has no report to export before the first run', async () => {
  expect(await counter.call('selftest.export', {})).toMatchObject({ refusal: { code: 'SELF_TEST_NONE' } })
})

it('goes through every step, tells its progress, and finds a working till in order', async () => {
  const told = listen(counter, 'selftest.changed')
  const report = await run()
  expect(report.finishedAt).not.toBeNull()
  expect(report.steps.map(({ number }) => number)).toEqual(report.steps.map((_, index) => index + 1))
  expect(stateByTitle(report)).toMatchObject({
    configuration: 'ok configuration-good',
    database: 'ok database-good',
    line: 'ok line-good',
    clock: 'ok clock-good',
    'sign-in': 'ok signed',
    device: 'ok device-good',
    uploads: 'ok uploads-none',
    settlements: 'ok settlements-none',
    versions: 'ok versions',
  })
  const { devices } = await counter.must('devices.list', {})
  expect(devices.length).toBeGreaterThanOrEqual(7)
  expect(report.steps.filter(({ title }) => title === 'device')).toHaveLength(devices.length)
  // each step was seen running
  const running = told.flatMap(({ steps }) => steps.filter(({ state }) => state === 'running'))
  expect(new Set(running.map(({ number }) => number)).size).toBe(report.steps.length)
})

it('finds what is wrong', async () => {
  const { centre } = counter
  await centre.actOnDevice({ act: 'paper', is: 'out' })
  await centre.actOnDevice({ act: 'unplug', device: 'code-box' })
  // an answer whose time is hours off
  await centre.setClock(-2 * 3_600_000)
  await counter.call('session.signInAtCentre', {})
  await centre.setLine({ listening: false })
  const report = async () => stateByTitle(await run())
  await expect.poll(report, WAIT).toMatchObject({
    paper: 'fail paper-out',
    line: 'fail line-down',
    clock: 'fail clock-off',
  })
  const { steps } = await run()
  expect(steps.find(({ subject }) => subject === 'code-box')).toMatchObject({ state: 'fail' })
  await centre.setLine({ listening: true })
  await centre.setClock(0)
  await centre.actOnDevice({ act: 'plug-in', device: 'code-box' })
  await centre.actOnDevice({ act: 'paper', is: 'ok' })
})

it('exports a file without personal data', async () => {
  // somebody is insured, was sold something, and lies on the reader
  await counter.centre.actOnDevice({ act: 'card', name: '陈嘉敏' })
  await scanBoxes(counter)
  await counter.must('insurance.identify', { type: '01', number: seedPerson('黄志强').ecToken ?? '' })
  await run()
  const { text, fileName } = await counter.must('selftest.export', {})
  expect(fileName).toMatch(/^selftest-\d{14}\.txt$/)
  expect(text).toContain('医保线路')
  expect(text.split('\n').length).toBeGreaterThan(15)
  const secrets = SEED_PEOPLE.flatMap((person) => [
    person.name,
    person.documentNumber,
    person.personNumber,
    person.ecToken ?? '-none-',
    person.cardNumber ?? '-none-',
  ])
  for (const secret of [...secrets, '张三', 'practice-secret']) expect(text).not.toContain(secret)
})
