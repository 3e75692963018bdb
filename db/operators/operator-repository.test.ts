import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WritableDb } from '../connection/database.ts'
import { accepted, freshTill, NOON, openTill, refused, temporaryFolder } from '../testing/till-database.ts'
import {
  countActiveOperators,
  FAILED_ATTEMPTS_MAXIMUM,
  findOperator,
  findOperatorByNumber,
  LOCK_OUT_MS,
  upsertOperator,
  verifyOperator,
} from './operator-repository.ts'
import { hashPassword, passwordMatches } from './password-hash.ts'

const ENTRY = { number: '001', name: '李四', role: 'cashier', active: true, password: '密码 1' } as const

async function tillWithOperator(): Promise<WritableDb> {
  const { db } = freshTill()
  await upsertOperator(db, ENTRY)
  return db
}

async function failOften(db: WritableDb, times: number, now = NOON): Promise<string[]> {
  const codes: string[] = []
  for (let time = 0; time < times; time += 1) {
    codes.push(refused(await verifyOperator(db, '001', `wrong ${time}`, now)).code)
  }
  return codes
}

describe('passwords', () => {
  it('match only themselves, and two hashes of one password differ', async () => {
    const [one, other] = await Promise.all([hashPassword('密码 1'), hashPassword('密码 1')])
    expect(one).not.toBe(other)
    expect(one).toMatch(/^scrypt\$32768\$8\$1\$[^$]{24}\$[^$]{44}$/)
    expect(await passwordMatches('密码 1', one)).toBe(true)
    expect(await passwordMatches('密码 2', one)).toBe(false)
    expect(await passwordMatches('', one)).toBe(false)
  })

  it('are not matched by a hash that cannot be read', async () => {
    for (const stored of ['', 'x', 'scrypt$32768$8$1$$', '密码 1']) {
      expect(await passwordMatches('密码 1', stored)).toBe(false)
    }
  })

  it('read hashes made with other parameters', async () => {
    // RFC 7914 section 12: scrypt("pleaseletmein", "SodiumChloride", N=16384, r=8, p=1)
    const key =
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887'
    const stored = [
      'scrypt',
      16_384,
      8,
      1,
      Buffer.from('SodiumChloride').toString('base64'),
      Buffer.from(key, 'hex').toString('base64'),
    ].join('$')
    expect(await passwordMatches('pleaseletmein', stored)).toBe(true)
  })
})

describe('signing in', () => {
  it('takes the right password of an active operator', async () => {
    const db = await tillWithOperator()
    const operator = { id: 1, number: '001', name: '李四', role: 'cashier' }
    expect(accepted(await verifyOperator(db, '001', '密码 1', NOON))).toEqual(operator)
    expect(findOperator(db, 1)).toEqual(operator)
    expect(findOperatorByNumber(db, '001')).toEqual(operator)
    expect(countActiveOperators(db)).toBe(1)
  })

  it('does not tell a wrong password from an unknown or inactive operator', async () => {
    const db = await tillWithOperator()
    await upsertOperator(db, { ...ENTRY, number: '002', active: false })
    for (const [number, password] of [
      ['001', '密码 2'],
      ['002', '密码 1'],
      ['003', '密码 1'],
      ['', ''],
    ] as const) {
      expect(refused(await verifyOperator(db, number, password, NOON))).toEqual({
        code: 'OPERATOR_WRONG',
        params: {},
      })
    }
  })

  it('locks out after five wrong passwords, also for the right one, until five minutes have passed', async () => {
    const db = await tillWithOperator()
    expect(await failOften(db, FAILED_ATTEMPTS_MAXIMUM)).toEqual([
      ...Array.from({ length: FAILED_ATTEMPTS_MAXIMUM - 1 }, () => 'OPERATOR_WRONG'),
      'OPERATOR_LOCKED_OUT',
    ])
    const locked = refused(await verifyOperator(db, '001', '密码 1', NOON + 1))
    expect(locked).toEqual({ code: 'OPERATOR_LOCKED_OUT', params: { minutes: 5 } })
    expect(refused(await verifyOperator(db, '001', '密码 1', NOON + LOCK_OUT_MS - 1)).params).toEqual({
      minutes: 1,
    })
    accepted(await verifyOperator(db, '001', '密码 1', NOON + LOCK_OUT_MS))
    expect(await failOften(db, 4, NOON + LOCK_OUT_MS)).not.toContain('OPERATOR_LOCKED_OUT')
  })

  it('begins a new count after a lock-out, and after a success', async () => {
    const db = await tillWithOperator()
    await failOften(db, FAILED_ATTEMPTS_MAXIMUM)
    const later = NOON + LOCK_OUT_MS
    expect(await failOften(db, 4, later)).not.toContain('OPERATOR_LOCKED_OUT')
    accepted(await verifyOperator(db, '001', '密码 1', later))
    expect(await failOften(db, 4, later)).not.toContain('OPERATOR_LOCKED_OUT')
  })

  it('counts guesses that run side by side one by one', async () => {
    const db = await tillWithOperator()
    const guesses = Array.from({ length: 8 }, (_, guess) =>
      verifyOperator(db, '001', guess === 7 ? '密码 1' : 'x', NOON),
    )
    const outcomes = await Promise.all(guesses)
    expect(
      outcomes.filter((outcome) => !outcome.ok && outcome.refusal.code === 'OPERATOR_WRONG').length,
    ).toBeLessThan(5)
    expect(db.read('SELECT failed_attempts FROM operator').all()).not.toEqual([{ failed_attempts: 7 }])
  })

  it('keeps the lock through a restart', async () => {
    const path = join(temporaryFolder(), 'till.db')
    const first = openTill(path)
    await upsertOperator(first, ENTRY)
    await failOften(first, FAILED_ATTEMPTS_MAXIMUM)
    first.close()
    const db = openTill(path)
    expect(refused(await verifyOperator(db, '001', '密码 1', NOON)).code).toBe('OPERATOR_LOCKED_OUT')
  })

  it('never locks for years because the clock was wrong once', async () => {
    const db = await tillWithOperator()
    await failOften(db, FAILED_ATTEMPTS_MAXIMUM, Date.UTC(2099, 0, 1))
    accepted(await verifyOperator(db, '001', '密码 1', NOON))
  })
})

describe('keeping operators', () => {
  it('changes name, role and state and leaves the password', async () => {
    const db = await tillWithOperator()
    const { password: _, ...rest } = ENTRY
    await upsertOperator(db, { ...rest, name: '李四四', role: 'manager' })
    expect(accepted(await verifyOperator(db, '001', '密码 1', NOON))).toMatchObject({
      id: 1,
      name: '李四四',
      role: 'manager',
    })
    await upsertOperator(db, { ...rest, active: false })
    expect(refused(await verifyOperator(db, '001', '密码 1', NOON)).code).toBe('OPERATOR_WRONG')
  })

  it('ends a lock-out with a new password', async () => {
    const db = await tillWithOperator()
    await failOften(db, FAILED_ATTEMPTS_MAXIMUM)
    await upsertOperator(db, { ...ENTRY, password: '新密码' })
    expect(refused(await verifyOperator(db, '001', '密码 1', NOON)).code).toBe('OPERATOR_WRONG')
    accepted(await verifyOperator(db, '001', '新密码', NOON))
  })

  it('wants a password for somebody new', async () => {
    const { db } = freshTill()
    const { password: _, ...rest } = ENTRY
    await expect(upsertOperator(db, rest)).rejects.toThrow('has a password')
    expect(countActiveOperators(db)).toBe(0)
  })
})
