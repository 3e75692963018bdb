import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startCentreProcess, type CentreProcess } from '../testing/centre-process.ts'
import { expectAccepted, expectRefused } from '../testing/expect-answer.ts'
import { newMessageId, node, seedPerson, TestShop, type Members } from '../testing/test-shop.ts'

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

const data = { mdtrt_cert_type: '01', mdtrt_cert_no: seedPerson('陈嘉敏').ecToken }
const identify = (over: Members = {}, input: unknown = { data }) => shop.call('1101', input, over)

describe('the request envelope', () => {
  it.each([
    [{ msgid: '' }, /msgid\(发送方报文ID\)缺失/],
    [{ msgid: 'P4419000000120261101100000123' }, /msgid.*格式/],
    [{ msgid: 'P441900000092026110110000000001'.slice(0, 30) }, /msgid/],
    [{ msgid: 'P44190000001202613011000000001' }, /msgid.*时间/],
    [{ infver: '' }, /infver\(接口版本号\)缺失/],
    [{ inf_time: '2026-02-30 10:00:00' }, /inf_time.*日期时间不合法/],
    [{ opter: 7 }, undefined],
    [{ opter_name: ['a'] }, /opter_name.*类型不符/],
    [{ infver: 'V1.0.0.0.0' }, /infver.*超长/],
    [{ mdtrtarea_admvs: '510400' }, /mdtrtarea_admvs/],
    [{ fixmedins_code: 'P99990000001' }, /fixmedins_code/],
    [{ input: null }, /input/],
  ])('%j → %s', async (over, reason) => {
    const answer = await identify(over)
    if (reason === undefined) expectAccepted('1101', answer)
    else expectRefused(answer, reason)
  })

  it('refuses fields that the transaction does not have, by name and without their values', async () => {
    const answer = await identify({}, { data: { ...data, card_number: 'SECRET', psn_name: 'x'.repeat(51) } })
    expectRefused(answer, /data\.psn_name\(人员姓名\)超长；data\.card_number.*不是本交易的字段/)
    expect(answer.message).not.toContain('SECRET')
    expectRefused(await identify({}, {}), /data.*缺失/)
  })

  it('takes the same msgid once, whatever the number and however the first one ended', async () => {
    const msgid = newMessageId()
    expectAccepted('1101', await identify({ msgid }))
    expectRefused(await identify({ msgid }), /msgid\)重复/)
    const unsigned = newMessageId()
    expectRefused(await identify({ msgid: unsigned, sign_no: '1' }), /无效/)
    expectRefused(await identify({ msgid: unsigned }), /msgid\)重复/)
    const outcomes = (await centre.admin.messages({ msgid })).map((message) => message.outcome)
    expect(outcomes).toEqual(['accepted', 'duplicate'])
  })

  it('answers what is no JSON, no UTF-8, too large or no POST', async () => {
    expectRefused(await shop.post('{"infno":"1101"'), /JSON/)
    expectRefused(await shop.post('[]'), /JSON/)
    expectRefused(await shop.post('{"infno":"1101","infno":"1101"}'), /JSON/)
    expectRefused(await shop.post(new Uint8Array([0x7b, 0xff, 0x7d])), /UTF-8/)
    expect((await fetch(centre.url)).status).toBe(405)
    const large = await shop.post('x'.repeat(2_000_000)).catch(() => undefined)
    if (large !== undefined) expect(large.status).toBe(413)
    expect((await centre.admin.messages()).filter((message) => message.outcome === 'malformed')).toHaveLength(
      4,
    )
  })

  it('is the same on every path', async () => {
    const body = JSON.stringify(shop.request('1101', { data }))
    expectAccepted('1101', await shop.post(body, '/fsi/api/fsiPsnInfoService/queryPsnInfo?x=1'))
  })
})

describe('regional forms', () => {
  it('carry input as an object, as text, or as either', async () => {
    const text = JSON.stringify({ data })
    expectAccepted('1101', await identify({}, text))
    await centre.admin.setConfig({ envelope: { input: 'text' } })
    expectAccepted('1101', await identify({}, text))
    expectRefused(await identify(), /input\)的形式/)
    expectRefused(await identify({}, '{"data":'), /input\)的形式/)
    await centre.admin.setConfig({ envelope: { input: 'object' } })
    expectAccepted('1101', await identify())
    expectRefused(await identify({}, text), /input\)的形式/)
  })

  it('carry output as text, amounts as text and infcode as text', async () => {
    expect((await identify()).text).toMatch(/"infcode":0,.*"balc":1286\.4,/)
    await centre.admin.setConfig({ envelope: { output: 'text', numbers: 'text', resultCode: 'text' } })
    const answer = await identify()
    expect(answer.text).toContain('"infcode":"0"')
    expect(answer.output).toMatch(/"balc":"1286\.40"/)
    await centre.admin.setConfig({ envelope: { numbers: 'text' } })
    expect(node((await identify()).output, 'insuinfo')['balc']).toBe('1286.40')
  })

  it('stamp China time, the area and a serial', async () => {
    await centre.admin.setClock(Date.UTC(2026, 0, 1, 16, 0, 0) - Date.now())
    const answer = await shop.call('9001', { signIn: { opter_no: 'C01', mac: '', ip: '127.0.0.1' } })
    expectAccepted('9001', answer)
    expect(answer.envelope['inf_refmsgid']).toMatch(/^44190020260102000\d{3}000000000\d$/)
    expect(node(answer.output, 'signinoutb')['sign_time']).toMatch(/^2026-01-02 00:0\d:\d\d$/)
  })

  it('tell the centre’s own time', async () => {
    expect((await identify()).headers.get('server-timing')).toMatch(/^centre;dur=\d+\.\d{3}$/)
  })
})

describe('the TIF header signature', () => {
  const keys = { applicationId: 'app-1', secret: 'very secret' }
  const sign = (over: Record<string, string> = {}): Record<string, string> => {
    const timestamp = over['x-tif-timestamp'] ?? String(Math.floor(Date.now() / 1000))
    const nonce = 'nonce-1'
    const signature = createHash('sha256')
      .update(timestamp + keys.secret + nonce + timestamp)
      .digest('hex')
    return {
      'x-tif-paasid': keys.applicationId,
      'x-tif-timestamp': timestamp,
      'x-tif-nonce': nonce,
      'x-tif-signature': signature,
      ...over,
    }
  }

  it('is wanted where keys are set, and nothing unsigned reaches the ledger', async () => {
    await centre.admin.setConfig({ envelope: { signature: keys } })
    const before = (await centre.admin.state()).messages
    const post = (headers: Record<string, string>) =>
      shop.post(JSON.stringify(shop.request('1101', { data })), '/', headers)
    for (const [headers, reason] of [
      [{}, /paasid/],
      [sign({ 'x-tif-signature': '0'.repeat(64) }), /signature/],
      [sign({ 'x-tif-timestamp': '1600000000' }), /过期/],
      [sign({ 'x-tif-timestamp': 'now' }), /timestamp/],
      [sign({ 'x-tif-nonce': '' }), /nonce/],
    ] as const) {
      const answer = await post(headers)
      expect(answer.status).toBe(401)
      expect(answer.message).toMatch(reason)
    }
    expect((await centre.admin.state()).messages).toBe(before)
    expectAccepted('1101', await post(sign()))
  })
})
