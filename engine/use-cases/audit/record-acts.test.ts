import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { ok, refuse } from '../../../core/result.ts'
import { recordChange } from '../../../db/audit/recorder.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { insert, SAMPLE } from '../../../db/testing/sample-rows.ts'
import { freshTill } from '../../../db/testing/till-database.ts'
import { METHODS, type MethodName } from '../../contract/contract.ts'
import type { Handlers } from '../../transport/handlers.ts'
import { recordActs } from './record-acts.ts'
import { recordedParams, subjectOf } from './recorded-params.ts'

const NAMES = Object.keys(METHODS) as MethodName[]

const told = (db: WritableDb) =>
  db
    .read<{ name: string; operator_id: number | null; subject: string | null; detail: string }>(
      'SELECT name, operator_id, subject, detail FROM audit ORDER BY id',
    )
    .all()
    .map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) as unknown }))

/** Handlers that all answer the same, with what they do before. */
function handlersThat(db: WritableDb, answer: () => ReturnType<Handlers['session.get']>): Handlers {
  const all = Object.fromEntries(NAMES.map((name) => [name, answer])) as unknown as Handlers
  return recordActs(all, { db, till: '01' })
}

function till(): WritableDb {
  const { db } = freshTill()
  insert(db, 'operator', SAMPLE.operator)
  insert(db, 'shift', SAMPLE.shift)
  return db
}

describe('recordActs', () => {
  it('writes a row for every method that is not declared to read, and none for the others', async () => {
    const db = till()
    const handlers = handlersThat(db, () => refuse('SALE_NONE_OPEN'))
    // parameters do not matter here: nothing looks at them
    for (const name of NAMES) await (handlers[name] as (params: object) => unknown)({})
    const acts = NAMES.filter((name) => !METHODS[name].reads)
    expect(told(db)).toEqual(
      acts.map((name) => ({
        name,
        operator_id: 1,
        subject: null,
        detail: { refused: 'SALE_NONE_OPEN' },
      })),
    )
    expect(acts.length).toBeLessThan(NAMES.length)
  })

  it('takes what reads its name says it reads', () => {
    const misnamed = NAMES.filter((name) => /\.(get|list|current|held|recent|search)$/.test(name)).filter(
      (name) => !METHODS[name].reads,
    )
    expect(misnamed).toEqual([])
  })

  it('names the operator, the subject and the changes of a call that commits', async () => {
    const db = till()
    const handlers = handlersThat(db, () => {
      db.transaction(() => recordChange(db, { name: 'line.changed', subject: 'line-1' }))
      return refuse('SALE_LOCKED')
    })
    await handlers['sale.setQuantity']({ lineId: 'line-1', quantity: 20_000 })
    expect(told(db)).toEqual([
      {
        name: 'sale.setQuantity',
        operator_id: 1,
        subject: 'line-1',
        detail: {
          params: { lineId: 'line-1', quantity: 20_000 },
          changes: [{ name: 'line.changed', subject: 'line-1' }],
        },
      },
      {
        name: 'sale.setQuantity',
        operator_id: 1,
        subject: 'line-1',
        detail: { params: { lineId: 'line-1', quantity: 20_000 }, act: 1, refused: 'SALE_LOCKED' },
      },
    ])
  })

  it('takes a refused scan, whose call succeeds, for refused', async () => {
    const db = till()
    const refusal = { code: 'GOODS_UNKNOWN', params: { barcode: '6901' } } as const
    const outcome = { kind: 'refused', lineId: null, refusal, choices: [] } as const
    const scan = { 'scan.submit': () => ok({ outcome, sale: null }) } as unknown as Handlers
    await recordActs(scan, { db, till: '01' })['scan.submit']({ text: '6901' })
    expect(told(db)).toEqual([
      { name: 'scan.submit', operator_id: 1, subject: null, detail: { refused: 'GOODS_UNKNOWN' } },
    ])
  })

  it('records a fault and lets it through', async () => {
    const db = till()
    const handlers = handlersThat(db, () => {
      throw new Error('bug')
    })
    await expect(handlers['sale.hold']({})).rejects.toThrow('bug')
    expect(told(db)).toMatchObject([{ name: 'sale.hold', detail: { refused: 'INTERNAL_ERROR' } }])
  })

  it('says both when a fault cannot be recorded', async () => {
    const db = till()
    db.write(
      "INSERT INTO audit_head (one, count, hash) VALUES (1, 1, '0')".replace("'0'", `'${'0'.repeat(64)}'`),
    ).run()
    insert(db, 'audit', { ...SAMPLE.audit, id: 2 })
    const handlers = handlersThat(db, () => {
      throw new Error('bug')
    })
    await expect(handlers['sale.hold']({})).rejects.toThrow(AggregateError)
  })
})

describe('recordedParams', () => {
  const SECRETS = {
    number: '441900198703124025',
    password: 'lianxi-1001',
    operatorNumber: '1001',
    personName: '陈嘉敏',
    text: '28XXXXXXXXXXXXXXXXXXXXXXXXXX',
    cardSerial: 'C1',
    documentKind: '01',
    code: '81234567890123456789',
    reason: '陈嘉敏不要了',
    reference: '622202',
    note: '家属来过',
  }

  it('keeps nothing that tells who somebody is, at any depth', () => {
    const params = recordedParams({
      ...SECRETS,
      saleId: 'sale-1',
      approval: SECRETS,
      lines: [{ lineId: 'line-1', quantity: 10_000, ...SECRETS }, SECRETS],
    })
    expect(params).toEqual({ saleId: 'sale-1', lines: [{ lineId: 'line-1', quantity: 10_000 }, {}] })
    expect(subjectOf(params)).toBe('sale-1')
  })

  it('never throws and never keeps long text, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string({ minLength: 65 }), (anything, long) => {
        expect(recordedParams({ saleId: long, lines: [long] })).toEqual({ lines: [] })
        expect(JSON.stringify(recordedParams({ lines: anything, amount: anything })).length).toBeLessThan(
          10_000,
        )
        expect(subjectOf(recordedParams(anything))).toSatisfy(
          (subject) => subject === null || typeof subject === 'string',
        )
      }),
    )
  })
})
