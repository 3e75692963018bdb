import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  buildReferenceLibrary,
  REFERENCE_LIBRARY_MISSING,
} from '../../device-twins/reference-library/build-reference-library.ts'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { deviceIn, listen, untilReady, WAIT } from './testing/devices.ts'
import { begin, settleIdentified, stepsOf } from './testing/returning.ts'
import { clearCounter } from './testing/steps.ts'

/** What the reference library has on its card. */
const CARD = { cardNumber: 'X00000019', cardSerial: '639900D15600000500BF7C7A48FB4966' }

const safeInfoOf = (requestText: string): unknown => {
  const request: unknown = JSON.parse(requestText)
  return typeof request === 'object' && request !== null && 'dev_safe_info' in request
    ? request.dev_safe_info
    : undefined
}

describe.skipIf(REFERENCE_LIBRARY_MISSING !== undefined)('cards behind a vendor’s library', () => {
  let counter: TestCounter
  let folder: string
  let library: string
  const manager = { operatorNumber: '9001', password: 'lianxi-9001' }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'till-library-'))
    library = await buildReferenceLibrary(folder)
    counter = await openCounter({
      simulatedDevices: ({ identityReader }) => ({
        identityReader,
        cardReader: { driver: 'social-security-card', options: { library, convention: 'cdecl' } },
      }),
    })
    const { insurances, ...person } = seedPerson('陈嘉敏')
    const holder = { ...person, ...CARD, name: '张三', ecToken: null }
    const documentNumber = '11010519491231002X'
    await counter.centre.putPeople([
      { ...holder, documentNumber, personNumber: '44190000000000199999', insurances },
    ])
  })
  beforeEach(() => clearCounter(counter))
  afterAll(async () => {
    await counter.close()
    await rm(folder, { recursive: true })
  })

  it('identify by card number and card serial', async () => {
    await untilReady(counter, 'card-reader')
    await scanBoxes(counter)
    const { sale } = await counter.must('devices.readCard', {})
    expect(sale.insured).toMatchObject({ credentialType: '03', personName: '张*' })
    const tested = await counter.must('devices.test', { slot: 'card-reader', what: 'read' })
    expect(JSON.stringify(tested)).not.toContain('张三')
  })

  it('are refused where there is no reader, and where it cannot be opened', async () => {
    expect(await counter.call('devices.readCard', { medium: 'identity-card' })).toMatchObject({
      refusal: { code: 'DEVICE_NOT_SET_UP', params: { kind: 'safety-control' } },
    })
    const options = { library: join(folder, 'none.so') }
    const slot = { slot: 'card-reader', reason: '测试', approval: manager }
    await counter.must('devices.configure', { ...slot, driver: 'social-security-card', options })
    const state = async (): Promise<unknown> => (await deviceIn(counter, 'card-reader'))?.state
    await expect.poll(state, WAIT).toBe('faulted')
    expect(await counter.call('devices.readCard', {})).toMatchObject({
      refusal: { code: 'DEVICE_NOT_READY', params: { reason: 'not-found' } },
    })
    // cash goes on without it
    await scanBoxes(counter)
    await counter.must('sale.payCash', { received: null })
    await counter.must('devices.configure', { ...slot, driver: 'file' })
    await untilReady(counter, 'card-reader')
  })

  it('show whose settlement a return cancels', async () => {
    await untilReady(counter, 'card-reader')
    await scanBoxes(counter)
    await counter.must('devices.readCard', {})
    const begun = await begin(counter, await settleIdentified(counter))
    expect(stepsOf(begun)).toMatch(/^identify:now /)
    const shown = await counter.must('devices.readReturnCard', { returnId: begun.id })
    expect(stepsOf(shown.return)).toMatch(/^identify:done cancel-settlement:now/)
    const { return: cancelled } = await counter.must('returns.proceed', { returnId: begun.id })
    expect(stepsOf(cancelled)).toMatch(/^identify:done cancel-settlement:done/)
    expect(await counter.call('devices.readReturnCard', { returnId: begun.id })).toMatchObject({
      refusal: { code: 'RETURN_CLOSED' },
    })
  })

  it('go through the safety control once, whose credential serves the visit and no other', async () => {
    await counter.must('devices.configure', {
      slot: 'safety-control',
      driver: 'safety-control',
      options: {
        library,
        convention: 'cdecl',
        initialise: '{"IP":"127.0.0.1"}',
        transactionPlace: 'business-buffer',
      },
      reason: '测试',
      approval: manager,
    })
    await untilReady(counter, 'safety-control')
    await scanBoxes(counter)
    await counter.must('devices.readCard', {})
    await counter.must('insurance.quote', {})
    await counter.must('insurance.settle', {})
    const { sale } = await counter.must('sale.current', {})
    if (sale !== null) await counter.must('sale.payCash', { received: null })
    for (const infno of ['1101', '2101A', '2102A']) {
      const sent = await counter.centre.messages({ infno })
      // the number of the visit's last transaction was passed, whatever asks
      expect(safeInfoOf(sent.at(-1)?.request ?? ''), infno).toBe('business-2102A')
    }
    // a card on the plain reader is only the sign to ask the control, whose word counts
    await untilReady(counter, 'identity-reader')
    await scanBoxes(counter)
    const read = listen(counter, 'device.read')
    await counter.centre.actOnDevice({ act: 'card', name: '陈嘉敏' })
    await expect.poll(() => read.map(({ outcome }) => outcome), WAIT).toEqual(['used'])
    const laid = await counter.must('sale.current', {})
    expect(laid.sale?.insured).toMatchObject({ credentialType: '02', personName: '张*' })
    const asked = await counter.centre.messages({ infno: '1101' })
    expect(safeInfoOf(asked.at(-1)?.request ?? '')).toBe('business-2102A')
    // somebody else shows a code in the same sale: nothing of the one before goes along
    await counter.must('insurance.identify', { type: '01', number: seedPerson('李桂芳').ecToken ?? '' })
    const next = await counter.centre.messages({ infno: '1101' })
    expect(safeInfoOf(next.at(-1)?.request ?? '')).toBe('')
  })

  it('go through the safety control once for a cancellation, too', async () => {
    await untilReady(counter, 'safety-control')
    await scanBoxes(counter)
    await counter.must('devices.readCard', {})
    const begun = await begin(counter, await settleIdentified(counter))
    await counter.must('devices.readReturnCard', { returnId: begun.id })
    await counter.must('returns.proceed', { returnId: begun.id })
    for (const infno of ['1101', '2103']) {
      const sent = await counter.centre.messages({ infno })
      expect(safeInfoOf(sent.at(-1)?.request ?? ''), infno).toBe('business-2103')
    }
    // the card of somebody else: the cancellation must not carry their credential
    await scanBoxes(counter)
    await counter.must('insurance.identify', { type: '01', number: seedPerson('李桂芳').ecToken ?? '' })
    const others = await begin(counter, await settleIdentified(counter))
    expect(await counter.call('devices.readReturnCard', { returnId: others.id })).toMatchObject({
      refusal: { code: 'RETURN_OTHER_PERSON' },
    })
    const code = seedPerson('李桂芳').ecToken ?? ''
    await counter.must('returns.present', { returnId: others.id, code })
    await counter.must('returns.proceed', { returnId: others.id })
    const sent = await counter.centre.messages({ infno: '2103' })
    expect(safeInfoOf(sent.at(-1)?.request ?? '')).toBe('')
  })
})

describe.skipIf(REFERENCE_LIBRARY_MISSING !== undefined)('a reader of social-security cards', () => {
  let counter: TestCounter
  beforeAll(async () => {
    counter = await openCounter({ simulatedDevices: ({ cardReader }) => ({ cardReader }) })
  })
  beforeEach(async () => {
    await clearCounter(counter)
    await counter.centre.actOnDevice({ act: 'library', how: 'normal' })
    await untilReady(counter, 'card-reader')
  })
  afterAll(() => counter.close())

  it('identifies the holder of the card that lies on it, and nobody when there is none', async () => {
    await counter.centre.actOnDevice({ act: 'social-card', name: '陈嘉敏' })
    const { sale } = await counter.must('devices.readCard', {})
    expect(sale.insured).toMatchObject({ credentialType: '03', personName: '陈*敏' })
    await counter.centre.actOnDevice({ act: 'social-card' })
    expect(await counter.call('devices.readCard', {})).toMatchObject({
      refusal: { code: 'CARD_READER_REFUSED', params: { code: -1 } },
    })
  })

  it('is waited for when it is slow', async () => {
    await counter.centre.actOnDevice({ act: 'social-card', name: '李桂芳' })
    await counter.centre.actOnDevice({ act: 'library', how: 'slow', number: 700 })
    const { sale } = await counter.must('devices.readCard', {})
    expect(sale.insured).toMatchObject({ personName: '李*芳' })
  })

  it.each([
    ['error', 'CARD_READER_REFUSED'],
    ['garbage', 'CARD_NOT_READ'],
    ['silent', 'CARD_NOT_READ'],
    ['crash', 'CARD_NOT_READ'],
  ] as const)(
    'whose library answers with %s identifies nobody, and works again after it',
    async (how, code) => {
      await counter.centre.actOnDevice({ act: 'social-card', name: '李桂芳' })
      await counter.centre.actOnDevice({ act: 'library', how, number: 4 })
      expect(await counter.call('devices.readCard', {})).toMatchObject({ refusal: { code } })
      // cash goes on
      await scanBoxes(counter)
      await counter.must('sale.payCash', { received: null })
      await counter.centre.actOnDevice({ act: 'library', how: 'normal' })
      await untilReady(counter, 'card-reader')
      expect((await counter.must('devices.readCard', {})).sale.insured).toMatchObject({
        credentialType: '03',
      })
    },
  )
})

const codeBoxSchema = z.looseObject({ options: z.looseObject({}) })

/** A code box whose codes live half a second. */
function shortLived(codeBox: unknown): unknown {
  const { options, ...rest } = codeBoxSchema.parse(codeBox)
  return { ...rest, options: { ...options, lifeMs: 500 } }
}

describe('insurance codes that the centre decodes', () => {
  const backwards = (text: string): string => [...text].toReversed().join('')

  it('are asked for by 6101, from the box and from a scanner', async () => {
    const counter = await openCounter({
      simulatedDevices: ({ codeBox }) => ({ codeBox }),
      region: {
        profile: 'dongguan-441900',
        overrides: {
          insuranceCode: {
            decode: '6101',
            request: { node: 'data', fields: { orgId: 'shop-code', ecQrCode: 'code' } },
            answer: { node: 'data', token: 'ecToken' },
            note: 'the practice centre',
          },
        },
      },
    })
    await untilReady(counter, 'code-box')
    const read = listen(counter, 'device.read')
    const code = backwards(seedPerson('黄志强').ecToken ?? '')
    await counter.centre.actOnDevice({ act: 'scan', device: 'code-box', text: code })
    await expect.poll(() => read.map(({ outcome }) => outcome), WAIT).toEqual(['used'])
    const other = backwards(seedPerson('李桂芳').ecToken ?? '')
    const scanned = await counter.must('scan.submit', { text: other })
    expect(scanned.sale?.insured).toMatchObject({ personName: '李*芳' })
    expect(await counter.centre.messages({ infno: '6101' })).toHaveLength(2)
    const wrong = await counter.must('scan.submit', { text: 'Z'.repeat(28) })
    expect(wrong.outcome.refusal).toMatchObject({ code: 'INSURANCE_REFUSED' })
    // and for the person of a return
    await scanBoxes(counter)
    await counter.must('scan.submit', { text: other })
    const begun = await begin(counter, await settleIdentified(counter))
    const shown = await counter.must('returns.present', { returnId: begun.id, code: other })
    expect(stepsOf(shown.return)).toMatch(/^identify:done /)
    expect(await counter.centre.messages({ infno: '6101' })).toHaveLength(5)
    await counter.close()
  })

  it('are refused when they are too old by the time they are used', async () => {
    const counter = await openCounter({
      simulatedDevices: ({ codeBox }) => ({ codeBox: shortLived(codeBox) }),
    })
    await untilReady(counter, 'code-box')
    const read = listen(counter, 'device.read')
    // another customer's call keeps the line busy for longer than a code lives
    const fault = { kind: 'late', delay: 2_500 } as const
    await counter.centre.addFaults({ infno: ['1101'], limit: 1, fault })
    const number = seedPerson('李桂芳').ecToken ?? ''
    const busy = counter.must('insurance.identify', { type: '01', number })
    const text = seedPerson('黄志强').ecToken ?? ''
    await counter.centre.actOnDevice({ act: 'scan', device: 'code-box', text })
    await expect.poll(() => read, WAIT).toHaveLength(1)
    expect(read[0]).toMatchObject({ outcome: 'not-used', refusal: { code: 'INSURANCE_CODE_EXPIRED' } })
    expect((await busy).sale.insured).toMatchObject({ personName: '李*芳' })
    await counter.close()
  })
})
