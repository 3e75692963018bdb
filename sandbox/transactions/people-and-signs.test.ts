import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isWireObject } from '../../insurance/catalogue/exact-json.ts'
import { startCentreProcess, type CentreProcess } from '../testing/centre-process.ts'
import { expectAccepted, expectRefused } from '../testing/expect-answer.ts'
import {
  node,
  rows,
  seedPerson,
  SHOP_CODE,
  TestShop,
  type Members,
  type ShopAnswer,
} from '../testing/test-shop.ts'

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

const identify = (data: Members): Promise<ShopAnswer> => shop.call('1101', { data })

describe('9001 and 9002', () => {
  it('give a number that opens the door until it ends', async () => {
    const answer = await shop.call(
      '9001',
      { signIn: { opter_no: 'C01', mac: '', ip: '127.0.0.1' } },
      { sign_no: '' },
    )
    expectAccepted('9001', answer)
    const signNumber = String(node(answer.output, 'signinoutb')['sign_no'])
    const input = { signOut: { sign_no: signNumber, opter_no: 'C01' } }
    expectRefused(await shop.call('9002', { signOut: { sign_no: signNumber, opter_no: 'C02' } }), /不一致/)
    expectAccepted('9002', await shop.call('9002', input))
    expectRefused(await shop.call('9002', input), /已经签退/)
    const query = { data: { mdtrt_cert_type: '01', mdtrt_cert_no: seedPerson('陈嘉敏').ecToken } }
    expectRefused(await shop.call('1101', query, { sign_no: signNumber }), /已签退/)
    expectAccepted('1101', await shop.call('1101', query))
    expect(await centre.admin.signs()).toMatchObject([{ endedAt: null }, { signNumber, operator: 'C01' }])
  })

  it('refuse every other transaction without, with a wrong and with an expired number', async () => {
    const query = { data: { mdtrt_cert_type: '01', mdtrt_cert_no: seedPerson('陈嘉敏').ecToken } }
    expectRefused(await shop.call('1101', query, { sign_no: '' }), /未签到/)
    expectRefused(await shop.call('1101', query, { sign_no: '12345' }), /无效/)
    await centre.admin.expireSigns()
    expectRefused(await shop.call('1101', query), /已过期/)
    await centre.admin.setConfig({ signRequired: false })
    expectAccepted('1101', await shop.call('1101', query, { sign_no: '' }))
  })

  it('expire by the centre’s clock', async () => {
    await centre.admin.setClock(25 * 3_600_000)
    const query = { data: { mdtrt_cert_type: '01', mdtrt_cert_no: seedPerson('陈嘉敏').ecToken } }
    expectRefused(await shop.call('1101', query), /已过期/)
  })
})

describe('1101', () => {
  it('finds a person by e-credential, document and card', async () => {
    const person = seedPerson('陈嘉敏')
    const card = { mdtrt_cert_type: '03', mdtrt_cert_no: person.cardNumber, card_sn: person.cardSerial }
    for (const data of [
      { mdtrt_cert_type: '01', mdtrt_cert_no: person.ecToken },
      { mdtrt_cert_type: '02', mdtrt_cert_no: person.documentNumber },
      {
        mdtrt_cert_type: '02',
        mdtrt_cert_no: person.documentNumber,
        psn_cert_type: '01',
        certno: person.documentNumber,
        psn_name: '陈嘉敏',
      },
      card,
    ]) {
      const answer = await identify(data)
      expectAccepted('1101', answer)
      expect(node(answer.output, 'baseinfo')).toMatchObject({
        psn_no: person.personNumber,
        psn_name: '陈嘉敏',
        brdy: '1987-03-12',
        gend: '2',
      })
      expect(rows(answer.output, 'insuinfo')).toMatchObject([
        { insutype: '310', balc: '1286.4', psn_insu_stas: '1', insuplc_admdvs: '441900' },
      ])
    }
    expectRefused(await identify({ ...card, card_sn: '' }), /card_sn/)
    expectRefused(await identify({ ...card, card_sn: 'OTHER' }), /未查询到/)
  })

  it('finds people with other documents, who must be named in full', async () => {
    for (const name of ['何俊杰', 'ANDERSON MICHAEL']) {
      const person = seedPerson(name)
      expectAccepted('1101', await identify({ mdtrt_cert_type: '02', mdtrt_cert_no: person.documentNumber }))
      const kind = person.documentKind.slice(0, 2)
      expectAccepted(
        '1101',
        await identify({ mdtrt_cert_type: '02', mdtrt_cert_no: person.documentNumber, psn_cert_type: kind }),
      )
    }
    for (const name of ['林佳蓉', '欧阳慧']) {
      const { documentKind, documentNumber } = seedPerson(name)
      const data = { mdtrt_cert_type: '02', mdtrt_cert_no: documentNumber }
      const full = { ...data, psn_cert_type: documentKind, certno: documentNumber, psn_name: name }
      expectAccepted('1101', await identify(full))
      expectRefused(await identify(data), /psn_cert_type/)
      expectRefused(await identify({ ...data, psn_cert_type: documentKind }), /psn_name/)
      expectRefused(await identify({ ...full, psn_name: '王五' }), /姓名/)
      expectRefused(await identify({ ...full, psn_cert_type: '08' }), /未查询到/)
    }
  })

  it('shows every insurance whatever its state, several places, and special identities', async () => {
    const rowsOf = async (name: string) =>
      rows(
        (await identify({ mdtrt_cert_type: '01', mdtrt_cert_no: seedPerson(name).ecToken })).output,
        'insuinfo',
      )
    expect((await rowsOf('梁伟文')).map((row) => row['insuplc_admdvs'])).toEqual(['441900', '440100'])
    expect((await rowsOf('曾国平')).map((row) => [row['insutype'], row['psn_insu_stas']])).toEqual([
      ['310', '2'],
      ['390', '1'],
    ])
    const child = await identify({ mdtrt_cert_type: '01', mdtrt_cert_no: seedPerson('苏子晴').ecToken })
    expectAccepted('1101', child)
    expect(rows(child.output, 'idetinfo')).toMatchObject([{ psn_idet_type: '23' }])
  })

  it('refuses unknown people, tokens and kinds of credential, and answers a registration', async () => {
    expectRefused(await identify({ mdtrt_cert_type: '01', mdtrt_cert_no: 'A'.repeat(28) }), /令牌/)
    expectRefused(await identify({ mdtrt_cert_type: '02', mdtrt_cert_no: '11010519491231002X' }), /未查询到/)
    expectRefused(await identify({ mdtrt_cert_type: '05', mdtrt_cert_no: 'x' }), /凭证类型/)
    const data = { mdtrt_cert_type: '01', mdtrt_cert_no: seedPerson('陈嘉敏').ecToken }
    const answer = await shop.call('1101', { data, regSninfo: { checkFlag: '0' } })
    expectAccepted('1101', answer)
    expect(node(answer.output, 'regSninfo')['regSn']).toMatch(/^R\d+$/)
  })
})

describe('1201, 1901 and 2001', () => {
  it('find the shop by code and by part of its name', async () => {
    const find = (data: Members) => shop.call('1201', { medinsinfo: { fixmedins_type: '2', ...data } })
    const byCode = await find({ fixmedins_code: SHOP_CODE })
    expectAccepted('1201', byCode)
    expect(node(byCode.output, 'medinsinfo')['fixmedins_name']).toBe('东莞市南城康宁大药房')
    expectAccepted('1201', await find({ fixmedins_name: '惠民' }))
    expectRefused(await find({ fixmedins_name: '不存在' }), /未查询到/)
    expectRefused(await find({}), /至少/)
  })

  it('give the values of a code table', async () => {
    const data = { type: 'insutype', parentValue: '', admdvs: '441900', date: '2026-11-01', valiFlag: '1' }
    const answer = await shop.call('1901', { data })
    expectAccepted('1901', answer)
    expect(rows(answer.output, 'list').find((row) => row['value'] === '310')?.['label']).toBe(
      '职工基本医疗保险',
    )
    const unknown = await shop.call('1901', { data: { ...data, type: 'nothing' } })
    expect(rows(unknown.output, 'list')).toEqual([])
  })

  it('say whether funds pay, and why not', async () => {
    const check = async (name: string) => {
      const person = seedPerson(name)
      const data = {
        psn_no: person.personNumber,
        insutype: person.insurances[0]?.insuranceType,
        fixmedins_code: SHOP_CODE,
        med_type: '41',
        begntime: '2026-11-01 08:00:00',
      }
      const answer = await shop.call('2001', { data })
      expectAccepted('2001', answer)
      return rows(answer.output, 'trtinfo').map((row) => [row['fund_pay_type'], row['trt_enjymnt_flag']])
    }
    expect(await check('陈嘉敏')).toEqual([['310200', '1']])
    expect(await check('黄志强')).toEqual([
      ['310102', '1'],
      ['310200', '1'],
    ])
    expect(await check('周小燕')).toEqual([['310200', '0']])
  })
})

describe('numbers that are not open', () => {
  it('are refused by name', async () => {
    expectRefused(await shop.call('3101', { data: {} }), /交易未开放：3101/)
    await centre.admin.setConfig({ open: ['9001', '1101'] })
    const answer = await shop.call('5203A', { data: {} })
    expectRefused(answer, /交易未开放：5203A/)
    expect(isWireObject(answer.output)).toBe(false)
  })
})
