import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { AdminClient } from '../admin-client.ts'
import { startCentreProcess, type CentreProcess } from '../testing/centre-process.ts'
import { rawCall } from '../testing/raw-call.ts'
import { box, newMessageId, newTrace, seedPerson, TestShop } from '../testing/test-shop.ts'
import { until } from '../testing/until.ts'

const MAIN = join(import.meta.dirname, '..', 'main.ts')
const person = seedPerson('陈嘉敏')
const running: CentreProcess[] = []
const start = async (...args: Parameters<typeof startCentreProcess>): Promise<CentreProcess> => {
  const centre = await startCentreProcess(...args)
  running.push(centre)
  return centre
}
afterEach(async () => {
  for (const centre of running.splice(0)) await centre.stop()
})

async function runMain(
  ...args: readonly string[]
): Promise<{ code: unknown; stderr: string; stdout: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  let stdout = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  const ended: unknown[] = await once(child, 'close')
  return { code: ended[0], stderr, stdout }
}

describe('the program', () => {
  it('prints one ready line, listens on the loopback address alone, and ends cleanly on SIGTERM', async () => {
    const centre = await start()
    expect(centre.stdout().trim().split('\n')).toHaveLength(1)
    expect(centre.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(centre.adminUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin$/)
    expect(await centre.end('SIGTERM')).toBe(0)
    expect((await rawCall(centre.port, '{}')).end).toBe('refused')
  })

  it('ends on SIGTERM with callers held', async () => {
    const centre = await start()
    await centre.admin.addFaults({ fault: { kind: 'never' } })
    const pending = rawCall(centre.port, '{}')
    await until('the held call', async () => (await centre.admin.state()).held.length === 1)
    expect(await centre.end('SIGTERM')).toBe(0)
    expect(['end', 'reset']).toContain((await pending).end)
  })

  it('keeps its ledger over SIGKILL, clock and used msgids included, and seeds once', async () => {
    const first = await start()
    const shop = new TestShop(first.url)
    await shop.signIn()
    const msgid = newMessageId()
    const trace = newTrace()
    expect((await shop.settle(person, [box('XJ01CAA040E001', '12.50', trace)], {}, { msgid })).code).toBe('0')
    await first.admin.setClock(60_000)
    await first.end('SIGKILL')
    const second = await start({ folder: first.folder, port: first.port })
    expect(second.port).toBe(first.port)
    expect(await second.admin.settlements({ msgid })).toMatchObject([{ accountPaid: 1_250 }])
    expect(await second.admin.state()).toMatchObject({ clockOffsetMs: 60_000, messages: 2 })
    const again = new TestShop(second.url)
    again.signNumber = shop.signNumber
    expect(
      (await again.settle(person, [box('XJ01CAA040E001', '12.50', trace)], {}, { msgid })).message,
    ).toMatch(/重复/)
    expect((await again.settle(person, [box('XJ01CAA040E001', '12.50', trace)])).message).toMatch(/已销售/)
    expect((await second.admin.accounts(person.personNumber)).map((entry) => entry.kind)).toEqual([
      'opening',
      'debit',
    ])
    expect(await second.admin.check()).toEqual([])
  })

  it('takes its configuration from a file, faults and an empty ledger included', async () => {
    const centre = await start({
      config: {
        seed: 'empty',
        area: '510400',
        faults: [{ infno: ['1101'], fault: { kind: 'reset-before' } }],
      },
    })
    expect(await centre.admin.people()).toEqual([])
    expect(await centre.admin.faults()).toHaveLength(1)
    await centre.admin.setConfig({ signRequired: false })
    const shop = new TestShop(centre.url)
    const answer = await shop.call(
      '9001',
      { signIn: { opter_no: 'C', mac: '', ip: '1' } },
      { mdtrtarea_admvs: '510400' },
    )
    expect(answer.envelope['inf_refmsgid']).toMatch(/^510400/)
  })

  it('refuses bad arguments, bad configuration and a ledger of another version with a sentence', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'centre-'))
    const file = join(folder, 'bad.json')
    expect(await runMain()).toMatchObject({ code: 2, stdout: '' })
    expect((await runMain('--data', folder, '--port', 'x')).stderr).toMatch(/端口不合法/)
    expect((await runMain('--data', folder, '--nonsense')).stderr).toMatch(/用法/)
    expect((await runMain('--data', folder, '--config', file)).stderr).toMatch(/读不出来/)
    await writeFile(file, '{"areas":"1"}')
    const wrong = await runMain('--data', folder, '--config', file)
    expect(wrong).toMatchObject({ code: 2 })
    expect(wrong.stderr).toMatch(/areas/)
    const database = new Sqlite(join(folder, 'centre.db'))
    database.pragma('user_version = 99')
    database.close()
    const newer = await runMain('--data', folder)
    expect(newer).toMatchObject({ code: 2 })
    expect(newer.stderr).toMatch(/账本文件的版本是 99/)
    await rm(folder, { recursive: true })
  })
})

describe('the admin interface', () => {
  it('wants its token, knows its paths, and says what is wrong with a body', async () => {
    const centre = await start()
    await expect(new AdminClient(centre.adminUrl, 'wrong').state()).rejects.toThrow(/token/)
    const headers = { authorization: `Bearer ${centre.adminToken}` }
    expect((await fetch(`${centre.adminUrl}/nothing`, { headers })).status).toBe(404)
    const broken = await fetch(`${centre.adminUrl}/clock`, { method: 'PUT', headers, body: '{' })
    expect(broken.status).toBe(400)
    await expect(centre.admin.setBalance({ personNumber: 'nobody', balance: 1 })).rejects.toThrow(
      /没有这个人员/,
    )
    await expect(centre.admin.setConfig({ area: '44' })).rejects.toThrow(/area/)
  })

  it('sets people, balances and goods, and resets everything', async () => {
    const centre = await start()
    const shop = new TestShop(centre.url)
    await shop.signIn()
    const stranger = {
      ...person,
      personNumber: 'P1',
      documentNumber: '110105194912310021',
      ecToken: 'E'.repeat(28),
      cardNumber: null,
    }
    await centre.admin.putPeople([stranger])
    await centre.admin.setBalance({ personNumber: 'P1', balance: 77 })
    await centre.admin.putGoods([
      {
        nationalCode: 'XTEST',
        name: '试验药',
        specification: '1片',
        dosageForm: '片剂',
        level: '03',
        selfPayRatio: 0,
        priceCeiling: null,
        chargeType: '09',
        listType: '101',
        essential: '0',
        negotiated: '0',
        traceRequired: 0,
      },
    ])
    const answer = await shop.settle(stranger, [{ code: 'XTEST', total: '5.00' }])
    expect(answer.text).toMatch(/"acct_pay":0\.77,.*"balc":0,/)
    expect((await centre.admin.accounts('P1')).map((entry) => entry.kind)).toEqual([
      'opening',
      'adjustment',
      'debit',
    ])
    expect(await centre.admin.goods()).toContainEqual(
      expect.objectContaining({ nationalCode: 'XTEST', level: '03' }),
    )
    const [sale] = await centre.admin.settlements()
    expect(await centre.admin.lines(sale?.settlementId ?? '')).toMatchObject([
      { nationalCode: 'XTEST', selfPaid: 500 },
    ])
    await centre.admin.reset()
    expect(await centre.admin.settlements()).toEqual([])
    expect((await centre.admin.people()).some((one) => one.personNumber === 'P1')).toBe(false)
    expect(await centre.admin.check()).toEqual([])
    await centre.admin.reset('empty')
    expect(await centre.admin.people()).toEqual([])
  })
})
