import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Centre } from '../centre/centre.ts'
import { centreConfigSchema } from '../config/centre-config.ts'
import { readRequest } from '../envelope/read-request.ts'
import { fillLedger } from '../seed/seed-ledger.ts'
import { openLedgerFile } from '../storage/open-ledger-file.ts'
import { box, newTrace, saleInput, seedPerson, TestShop } from '../testing/test-shop.ts'
import { checkLedger } from './check-ledger.ts'
import { Ledger } from './ledger.ts'

let folder: string
let database: Sqlite.Database
let ledger: Ledger

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  database = openLedgerFile(folder)
  ledger = new Ledger(database)
  fillLedger(ledger, 'default', Date.now())
  const centre = new Centre(ledger, centreConfigSchema.parse({ signRequired: false }))
  const shop = new TestShop('http://127.0.0.1')
  for (const name of ['黄志强', '何淑仪']) {
    const input = saleInput(seedPerson(name), [box('XJ01CAA040E001', '80.00', newTrace())])
    const request = readRequest(Buffer.from(JSON.stringify(shop.request('2102A', input))))
    expect(centre.process(request).outcome).toBe('accepted')
  }
})
afterEach(async () => {
  ledger.close()
  await rm(folder, { recursive: true })
})

describe('checkLedger', () => {
  it('finds nothing in a ledger that the centre wrote', () => {
    expect(checkLedger(ledger)).toEqual([])
  })

  it.each([
    [
      `UPDATE insurance SET balance = balance + 1 WHERE person_number = '44190000000000100102'`,
      /balance is not the sum/,
    ],
    [`UPDATE settlement SET funds = '[]'`, /funds do not add up/],
    [
      'UPDATE settlement_line SET total = total + 1, in_scope = in_scope + 1',
      /total is not the sum of its lines/,
    ],
    [`UPDATE settlement SET state = 'cancelled'`, /the account moved otherwise/],
    ['UPDATE trace_sold SET freed_at = 1', /boxes are in another state/],
    [`UPDATE trace_sold SET code = '83001100000000000001'`, /whole box is in two/],
  ])('finds what %s did', (sql, problem) => {
    database.exec(sql)
    expect(checkLedger(ledger).join('\n')).toMatch(problem)
  })
})

describe('the ledger file', () => {
  it('refuses changed entries, settlements that do not add up and overdrawn accounts', () => {
    expect(() => database.exec('UPDATE account_entry SET amount = 0')).toThrow(/append-only/)
    expect(() => database.exec('UPDATE settlement SET cash_paid = cash_paid + 1')).toThrow(/CHECK/)
    expect(() => database.exec('UPDATE insurance SET balance = -1')).toThrow(/CHECK/)
  })

  it('undoes everything of a transaction that throws', () => {
    const before = ledger.accounts.entries().length
    expect(() =>
      ledger.transaction(() => {
        ledger.accounts.move({ insuranceId: 1, at: 0, kind: 'adjustment', amount: 1 })
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(ledger.accounts.entries()).toHaveLength(before)
  })
})
