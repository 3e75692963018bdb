import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseJsonExact } from '../../insurance/catalogue/exact-json.ts'
import { startCentreProcess, type CentreProcess } from '../testing/centre-process.ts'
import {
  announcedLength,
  isWhole,
  rawCall,
  splitAnswer,
  type RawAnswer,
  type RawOptions,
} from '../testing/raw-call.ts'
import { box, newMessageId, newTrace, node, saleInput, seedPerson, TestShop } from '../testing/test-shop.ts'
import { until } from '../testing/until.ts'
import type { FaultRuleInput } from './fault.ts'

const AMOXICILLIN = 'XJ01CAA040E001'
const person = seedPerson('陈嘉敏')

let centre: CentreProcess
let shop: TestShop
beforeAll(async () => {
  centre = await startCentreProcess()
})
beforeEach(async () => {
  await centre.admin.reset()
  shop = new TestShop(centre.url)
  await shop.signIn()
})
afterAll(() => centre.stop())

type FaultInput = FaultRuleInput['fault']

function settlement(msgid: string): string {
  const input = saleInput(person, [box(AMOXICILLIN, '12.50', newTrace())])
  return JSON.stringify(shop.request('2102A', input, { msgid }))
}
const rule = (fault: FaultInput): FaultRuleInput => ({ infno: ['2102A'], fault })

/** Settles under a fault over a bare socket. */
async function suffer(
  fault: FaultInput,
  options?: RawOptions,
): Promise<RawAnswer & { readonly msgid: string }> {
  await centre.admin.addFaults(rule(fault))
  const msgid = newMessageId()
  return { ...(await rawCall(centre.port, settlement(msgid), options)), msgid }
}
const isSettled = async (msgid: string): Promise<boolean> =>
  (await centre.admin.settlements({ msgid })).length === 1
const spent = async (): Promise<number> =>
  (await centre.admin.accounts(person.personNumber)).slice(1).reduce((sum, entry) => sum - entry.amount, 0)
const jsonOf = (body: Buffer): unknown => {
  const parsed = parseJsonExact(body.toString('utf8'))
  return parsed.ok ? parsed.value : parsed.problem
}

describe('the door', () => {
  it('is closed and opened: connections are refused by the system in between, the admin interface is there', async () => {
    await centre.admin.setLine({ listening: false })
    expect(await rawCall(centre.port, '{}')).toMatchObject({ end: 'refused' })
    expect(await centre.admin.state()).toMatchObject({ listening: false })
    await centre.admin.setLine({ listening: true })
    expect((await shop.settle(person, [box(AMOXICILLIN, '12.50', newTrace())])).code).toBe('0')
  })

  it('closes for a while after a call, and opens by itself', async () => {
    const answer = await suffer({ kind: 'stop-listening', forMs: 300 })
    expect(splitAnswer(answer.bytes).head).toMatch(/^HTTP\/1\.1 200/)
    expect(await isSettled(answer.msgid)).toBe(true)
    expect((await rawCall(centre.port, '{}')).end).toBe('refused')
    await until('the door opens', async () => (await centre.admin.state()).listening)
    expect((await rawCall(centre.port, '{}', { leaveWhen: isWhole })).end).toBe('left')
  })

  it('resets connections as soon as they are there', async () => {
    await centre.admin.setLine({ resetConnections: 2 })
    const msgid = newMessageId()
    expect(await rawCall(centre.port, settlement(msgid))).toMatchObject({
      end: 'reset',
      bytes: Buffer.alloc(0),
    })
    expect((await rawCall(centre.port, settlement(msgid))).end).toBe('reset')
    expect(await isSettled(msgid)).toBe(false)
    const answer = await rawCall(centre.port, settlement(msgid), { leaveWhen: isWhole })
    expect(answer.end).toBe('left')
    expect(await isSettled(msgid)).toBe(true)
  })
})

describe('resets', () => {
  it('before: nothing is done, and the msgid is not used up', async () => {
    const { end, bytes, msgid } = await suffer({ kind: 'reset-before' })
    expect({ end, length: bytes.length }).toEqual({ end: 'reset', length: 0 })
    expect(await centre.admin.messages({ msgid })).toEqual([])
  })

  it('during: a query in between finds nothing, and then it is there', async () => {
    const { end, bytes, msgid } = await suffer({ kind: 'reset-during', delay: 'released' })
    expect({ end, length: bytes.length }).toEqual({ end: 'reset', length: 0 })
    const query = { data: { psn_no: person.personNumber, medins_setl_id: msgid } }
    expect((await shop.call('5203A', query)).code).toBe('-1')
    expect(await centre.admin.release(msgid)).toBe(1)
    await until('the settlement', () => isSettled(msgid))
    expect((await shop.call('5203A', query)).code).toBe('0')
  })

  it('after: done without a byte of an answer', async () => {
    const { end, bytes, msgid } = await suffer({ kind: 'reset-after' })
    expect({ end, length: bytes.length }).toEqual({ end: 'reset', length: 0 })
    expect(await isSettled(msgid)).toBe(true)
    expect(await spent()).toBe(1_250)
    expect(await centre.admin.messages({ msgid })).toMatchObject([
      { fault: 'reset-after', outcome: 'accepted' },
    ])
  })
})

describe('late, never and slow', () => {
  it('late: done first and answered later', async () => {
    await centre.admin.addFaults(rule({ kind: 'late', delay: 'released' }))
    const msgid = newMessageId()
    const pending = rawCall(centre.port, settlement(msgid), { leaveWhen: isWhole })
    await until('the settlement', () => isSettled(msgid))
    expect((await centre.admin.state()).held).toMatchObject([{ msgid, infno: '2102A' }])
    expect(await centre.admin.release(msgid)).toBe(1)
    const { body } = splitAnswer((await pending).bytes)
    expect(jsonOf(body)).toMatchObject({ infcode: '0', output: { setlinfo: { medins_setl_id: msgid } } })
  })

  it('late: done only at the end, also when the caller has left', async () => {
    const { msgid, end } = await suffer(
      { kind: 'late', delay: 'released', order: 'done-last' },
      { leaveAfter: until('the held call', async () => (await centre.admin.state()).held.length === 1) },
    )
    expect(end).toBe('left')
    expect(await isSettled(msgid)).toBe(false)
    await centre.admin.release(msgid)
    await until('the settlement', () => isSettled(msgid))
  })

  it('late: by real time', async () => {
    const started = performance.now()
    const { bytes } = await suffer({ kind: 'late', delay: 400 }, { leaveWhen: isWhole })
    expect(performance.now() - started).toBeGreaterThanOrEqual(395)
    expect(splitAnswer(bytes).head).toMatch(/^HTTP\/1\.1 200/)
  })

  it('never: done or not, silent until the caller leaves', async () => {
    const held = () => until('the held call', async () => (await centre.admin.state()).held.length === 1)
    const done = await suffer({ kind: 'never' }, { leaveAfter: held() })
    expect({ end: done.end, length: done.bytes.length }).toEqual({ end: 'left', length: 0 })
    expect(await isSettled(done.msgid)).toBe(true)
    await until('the centre lets go', async () => (await centre.admin.state()).held.length === 0)
    await centre.admin.clearFaults()
    const undone = await suffer({ kind: 'never', processed: false }, { leaveAfter: held() })
    expect(await isSettled(undone.msgid)).toBe(false)
  })

  it('slow: a few bytes at a time, whole at the end', async () => {
    let parts = 0
    const fault = { kind: 'trickle', bytesPerStep: 400, everyMs: 5 } as const
    const { bytes, msgid } = await suffer(fault, {
      leaveWhen: (received) => {
        parts += 1
        return isWhole(received)
      },
    })
    expect(parts).toBeGreaterThan(3)
    expect(jsonOf(splitAnswer(bytes).body)).toMatchObject({ output: { setlinfo: { medins_setl_id: msgid } } })
  })
})

describe('broken answers', () => {
  it('twice: the same whole answer two times', async () => {
    const { bytes, msgid } = await suffer({ kind: 'twice' })
    const half = bytes.length / 2
    expect(bytes.subarray(0, half).equals(bytes.subarray(half))).toBe(true)
    expect(jsonOf(splitAnswer(bytes.subarray(0, half)).body)).toMatchObject({
      output: { setlinfo: { medins_setl_id: msgid } },
    })
    expect(await spent()).toBe(1_250)
  })

  it.each([
    ['close', 'end'],
    ['reset', 'reset'],
  ] as const)('half a body, then %s', async (how, end) => {
    const answer = await suffer({ kind: 'half-body', end: how })
    const { head, body } = splitAnswer(answer.bytes)
    expect(answer.end).toBe(end)
    expect(head).toMatch(/^HTTP\/1\.1 200/)
    // a reset may take bytes on their way with it
    expect(body.length).toBeLessThanOrEqual(Math.ceil(announcedLength(head) / 2))
    if (how === 'close') expect(body.length).toBe(Math.floor(announcedLength(head) / 2))
    expect(await isSettled(answer.msgid)).toBe(true)
  })

  it('another msgid’s answer: an older one, or a made-up msgid when there is none', async () => {
    const first = await suffer({ kind: 'wrong-answer' }, { leaveWhen: isWhole })
    expect(splitAnswer(first.bytes).body.toString()).not.toContain(first.msgid)
    const second = newMessageId()
    const answer = await rawCall(centre.port, settlement(second), { leaveWhen: isWhole })
    expect(jsonOf(splitAnswer(answer.bytes).body)).toMatchObject({
      infcode: '0',
      output: { setlinfo: { medins_setl_id: first.msgid } },
    })
    expect(await isSettled(second)).toBe(true)
  })

  it.each([
    [502, true],
    [500, true],
    [503, false],
  ])('status %i, done: %s', async (status, processed) => {
    const { bytes, msgid } = await suffer({ kind: 'http-status', status, processed }, { leaveWhen: isWhole })
    const { head, body } = splitAnswer(bytes)
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`))
    expect(body.toString()).toContain('nginx')
    expect(await isSettled(msgid)).toBe(processed)
  })

  it.each([
    [false, '系统繁忙，请稍后再试'],
    [true, '网络超时'],
  ])('an infcode error, done: %s', async (processed, message) => {
    const fault = { kind: 'result-code', processed, message } as const
    const { bytes, msgid } = await suffer(fault, { leaveWhen: isWhole })
    expect(jsonOf(splitAnswer(bytes).body)).toMatchObject({ infcode: '-1', err_msg: message, output: null })
    expect(await isSettled(msgid)).toBe(processed)
  })

  it.each([
    ['bytes', 'syntax'],
    ['empty', 'syntax'],
    ['html', 'syntax'],
    ['repeated-name', 'repeated-name'],
    ['deep', 'too-deep'],
  ] as const)('garbage: %s', async (content, problem) => {
    const { bytes, msgid } = await suffer({ kind: 'garbage', content }, { leaveWhen: isWhole })
    const { head, body } = splitAnswer(bytes)
    expect(head).toMatch(/^HTTP\/1\.1 200/)
    expect(jsonOf(body)).toBe(problem)
    expect(await isSettled(msgid)).toBe(true)
  })

  it('garbage that is JSON but no answer', async () => {
    const array = await suffer({ kind: 'garbage', content: 'json-array' }, { leaveWhen: isWhole })
    expect(jsonOf(splitAnswer(array.bytes).body)).toEqual([{ infcode: '0' }])
    await centre.admin.clearFaults()
    const empty = await suffer({ kind: 'garbage', content: 'no-output' }, { leaveWhen: isWhole })
    expect(jsonOf(splitAnswer(empty.bytes).body)).toMatchObject({ infcode: '0', output: null })
  })

  it('a byte that is not UTF-8', async () => {
    const { bytes } = await suffer({ kind: 'invalid-utf8' }, { leaveWhen: isWhole })
    const { body } = splitAnswer(bytes)
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow()
  })

  it('a body as large as asked for, until the caller leaves', async () => {
    const fault = { kind: 'oversized', bytes: 3_000_000 } as const
    const { bytes, msgid } = await suffer(fault, { leaveWhen: (received) => received.length > 3_000_000 })
    expect(bytes.length).toBeGreaterThan(3_000_000)
    expect(await isSettled(msgid)).toBe(true)
    const early = await rawCall(centre.port, settlement(newMessageId()), {
      leaveWhen: (received) => received.length > 1_000,
    })
    expect(early.end).toBe('left')
  })
})

describe('amounts and time', () => {
  it.each([
    ['third-decimal', 'acct_pay', '12.504'],
    ['negative', 'psn_cash_pay', '-1'],
    ['absurd', 'medfee_sumamt', '99999999999999.98'],
    ['not-a-number', 'acct_pay', '壹拾贰元'],
    ['missing', 'setl_id', undefined],
    ['off-by', 'psn_cash_pay', '0.01'],
  ] as const)('%s', async (change, member, value) => {
    const { bytes, msgid } = await suffer({ kind: 'amount', change }, { leaveWhen: isWhole })
    const parsed = jsonOf(splitAnswer(bytes).body)
    const info = node((parsed as { output: never }).output, 'setlinfo')
    expect(info[member]).toBe(value)
    const [stored] = await centre.admin.settlements({ msgid })
    expect(stored).toMatchObject({ total: 1_250, accountPaid: 1_250, cashPaid: 0 })
  })

  it('changes a named amount by so many fen', async () => {
    const fault = { kind: 'amount', change: 'off-by', member: 'fund_pay_sumamt', byFen: 250 } as const
    const { bytes } = await suffer(fault, { leaveWhen: isWhole })
    expect(splitAnswer(bytes).body.toString()).toContain('"fund_pay_sumamt":2.5')
  })

  it('a clock that is off for one call, or for all', async () => {
    const { msgid } = await suffer({ kind: 'clock', offsetMs: -7_200_000 }, { leaveWhen: isWhole })
    const [stored] = await centre.admin.settlements({ msgid })
    expect(Date.now() - (stored?.settledAt ?? 0)).toBeGreaterThan(7_100_000)
    await centre.admin.setClock(5 * 3_600_000)
    expect((await centre.admin.state()).now - Date.now()).toBeGreaterThan(4.9 * 3_600_000)
  })
})

describe('rules', () => {
  it('are for numbers and nth calls, and can be looked at and taken away', async () => {
    const [id] = await centre.admin.addFaults({
      infno: ['1101'],
      when: { pick: 'nth', calls: [2] },
      fault: { kind: 'http-status', status: 500, processed: false },
    })
    const identify = () =>
      shop.call('1101', { data: { mdtrt_cert_type: '01', mdtrt_cert_no: person.ecToken } })
    expect((await identify()).status).toBe(200)
    expect((await identify()).status).toBe(500)
    expect((await identify()).status).toBe(200)
    expect(await centre.admin.faults()).toMatchObject([{ id, seen: 3, hits: 1 }])
    await centre.admin.clearFaults(id)
    expect(await centre.admin.faults()).toEqual([])
  })

  it('that make no sense are refused with a reason', async () => {
    const wrong = { fault: { kind: 'http-status', status: 200 } } as const
    await expect(centre.admin.addFaults(wrong)).rejects.toThrow(/status/)
  })
})
