import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_RIGHTS } from '../../core/rights/rights.ts'
import { refusalSentence } from '../contract/messages/refusal-sentence.ts'
import { loadConfig } from './config.ts'
import { checkGoodsRows } from './import-files.ts'

const GOOD = {
  shop: { code: 'H44190000001', name: '某大药房', till: '1' },
  centre: { url: 'http://127.0.0.1:8080/line' },
}

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'till-config-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function load(content: unknown) {
  const path = join(folder, 'config.json')
  await writeFile(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  )
  return loadConfig(path)
}

describe('loadConfig', () => {
  it('takes a shop’s own rights, each by itself, and no right that there is not', async () => {
    const rights = { secondPerson: [], roles: { cashier: ['return'] }, discountPercent: { cashier: 0 } }
    expect(await load({ ...GOOD, rights })).toMatchObject({
      ok: true,
      value: {
        rights: {
          secondPerson: [],
          roles: { cashier: ['return'], manager: DEFAULT_RIGHTS.roles.manager },
          discountPercent: { cashier: 0, pharmacist: 10 },
        },
      },
    })
    for (const wrong of [
      { roles: { cashier: ['refund'] } },
      { roles: { boss: ['return'] } },
      { secondPerson: 'return' },
      { discountPercent: { cashier: 101 } },
      { everything: true },
    ]) {
      expect(await load({ ...GOOD, rights: wrong })).toMatchObject({ refusal: { code: 'CONFIG_INVALID' } })
    }
  })

  it('fills in what is left out and makes file names absolute', async () => {
    const config = await load({ ...GOOD, goodsFile: 'goods.json' })
    expect(config).toMatchObject({
      ok: true,
      value: {
        region: { profile: 'dongguan-441900' },
        goodsFile: join(folder, 'goods.json'),
        receipt: { width: '80' },
        centre: { connectMs: 10_000 },
        rights: DEFAULT_RIGHTS,
      },
    })
  })

  it('takes a file that begins with a byte order mark', async () => {
    expect(await load(`\uFEFF${JSON.stringify(GOOD)}`)).toMatchObject({ ok: true })
  })

  it('offers payment by code only where an acquirer is configured', async () => {
    expect(await load(GOOD)).toMatchObject({ ok: true, value: { acquirer: null } })
    const acquirer = { driver: 'sandbox-http', url: 'http://127.0.0.1:9100', key: 'k' }
    expect(await load({ ...GOOD, acquirer })).toMatchObject({
      ok: true,
      value: { acquirer: { ...acquirer, headersMs: 30_000 } },
    })
  })

  it.each([
    [
      'an acquirer that nobody knows',
      { ...GOOD, acquirer: { driver: 'x', url: 'http://a', key: 'k' } },
      'acquirer.driver',
    ],
    [
      'an acquirer without a key',
      { ...GOOD, acquirer: { driver: 'sandbox-http', url: 'http://a' } },
      'acquirer.key',
    ],
    ['a wrong key', { ...GOOD, centre: { ...GOOD.centre, adress: 'x' } }, 'centre.adress'],
    ['a wrong key at the top', { ...GOOD, shopp: {} }, 'shopp'],
    ['a missing member', { centre: GOOD.centre }, 'shop'],
    ['an address of another kind', { ...GOOD, centre: { url: 'file:///etc/passwd' } }, 'centre.url'],
    ['a shop code of the wrong length', { ...GOOD, shop: { ...GOOD.shop, code: 'H1' } }, 'shop.code'],
    ['a number out of range', { ...GOOD, centre: { ...GOOD.centre, connectMs: 0 } }, 'centre.connectMs'],
  ])('refuses %s and says where', async (_what, content, where) => {
    const config = await load(content)
    if (config.ok) throw new Error('accepted')
    expect(config.refusal).toMatchObject({ code: 'CONFIG_INVALID', params: { file: 'config.json', where } })
    expect(refusalSentence(config.refusal)).toMatch(/config\.json.*\[CONFIG_INVALID\]$/)
  })

  it.each([
    ['half a file', '{"shop":'],
    ['invalid UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['an empty file', ''],
  ])('refuses %s', async (_what, content) => {
    expect(await load(content)).toMatchObject({
      refusal: { code: 'CONFIG_UNREADABLE', params: { file: 'config.json' } },
    })
  })

  it('refuses a file that is not there', async () => {
    expect(await loadConfig(join(folder, 'none.json'))).toMatchObject({
      refusal: { code: 'CONFIG_UNREADABLE', params: { problem: 'ENOENT' } },
    })
  })
})

describe('checkGoodsRows', () => {
  it('refuses a price with a seventh decimal and says in which row', () => {
    const row = { code: 'G1', name: '药', unit: '盒', price: '1.5' }
    expect(checkGoodsRows([row, { ...row, code: 'G2', price: '1.1234567' }], 'goods.json')).toMatchObject({
      refusal: { code: 'CONFIG_INVALID', params: { file: 'goods.json', where: '1.price' } },
    })
    expect(checkGoodsRows([row], 'goods.json')).toMatchObject({ ok: true, value: [{ price: 1_500_000 }] })
  })
})
