import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ok, refuse } from '../../core/result.ts'
import { connectionOf, type WritableDb } from '../connection/database.ts'
import { runScript } from '../testing/process.ts'
import { freshTill, NOON, openTill, temporaryFolder } from '../testing/till-database.ts'
import { inAct, outsideActs, type Act } from './act.ts'
import { verifyChain } from './audit-repository.ts'
import { hashOfRow, NO_HASH, rowAfter, type AuditRow } from './audit-row.ts'
import { endAct, recordChange } from './recorder.ts'

const KILLED = new URL('../testing/killed-at-commit.ts', import.meta.url)

const rows = (db: WritableDb): AuditRow[] => db.read<AuditRow>('SELECT * FROM audit ORDER BY id').all()
const told = (db: WritableDb) =>
  rows(db).map(({ kind, name, subject, operator_id, detail }) => ({
    kind,
    name,
    subject,
    operator: operator_id,
    detail: JSON.parse(detail) as unknown,
  }))

function change(db: WritableDb, subject: string): void {
  db.transaction(() => recordChange(db, { name: 'sale.opened', subject }))
}

const act = (about: Partial<Act> = {}): Act => ({
  name: 'sale.void',
  subject: null,
  params: {},
  operatorId: null,
  row: undefined,
  over: false,
  ...about,
})

/** A chain of `count` rows, with nothing that keeps anybody from tampering with it. */
function chainToTamperWith(count: number): WritableDb {
  const { db } = freshTill()
  for (let serial = 1; serial <= count; serial += 1) change(db, `sale-${serial}`)
  for (const trigger of ['audit_no_update', 'audit_no_delete', 'audit_head_grows', 'audit_head_no_delete']) {
    connectionOf(db).exec(`DROP TRIGGER ${trigger}`)
  }
  return db
}

const faultsAfter = (db: WritableDb, tampering: string) => {
  connectionOf(db).exec(tampering)
  return verifyChain(db).faults
}

describe('the chain', () => {
  it('begins with zeros, is numbered without gaps, and each row holds the hash of the one before', () => {
    const { db } = freshTill()
    for (const subject of ['a', 'b', 'c']) change(db, subject)
    const chain = rows(db)
    expect(chain.map((row) => row.id)).toEqual([1, 2, 3])
    expect(chain.map((row) => row.previous_hash)).toEqual([NO_HASH, chain[0]?.hash, chain[1]?.hash])
    expect(chain.map(hashOfRow)).toEqual(chain.map((row) => row.hash))
    expect(db.read('SELECT count, hash FROM audit_head').get()).toEqual({ count: 3, hash: chain[2]?.hash })
    expect(verifyChain(db)).toEqual({ rows: 3, faults: [] })
  })

  it('is sound when it is empty, and longer than a page', () => {
    const { db } = freshTill()
    expect(verifyChain(db)).toEqual({ rows: 0, faults: [] })
    db.transaction(() => recordChange(db, { name: 'first', subject: '' }))
    const connection = connectionOf(db)
    let row = rows(db)[0]
    connection.transaction(() => {
      for (let serial = 2; serial <= 12_001; serial += 1) {
        if (row === undefined) throw new Error('no row')
        const { previous_hash: _, ...entry } = row
        row = rowAfter(row, { ...entry, operatorId: null, detail: { serial } })
        const columns = Object.keys(row)
        connection
          .prepare(`INSERT INTO audit (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
          .run(...Object.values(row))
      }
      connection.prepare('UPDATE audit_head SET count = ?, hash = ?').run(row?.id, row?.hash)
    })()
    expect(verifyChain(db)).toEqual({ rows: 12_001, faults: [] })
    connection.exec(
      "DROP TRIGGER audit_no_update; UPDATE audit SET name = 'x' WHERE id IN (4999, 5001, 12000)",
    )
    expect(verifyChain(db).faults.map((fault) => fault.id)).toEqual([4_999, 5_001, 12_000])
    expect(verifyChain(db, 2).faults).toHaveLength(2)
  })

  it('keeps any text as it was hashed, half characters included', () => {
    const { db } = freshTill()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0xd800, max: 0xdfff }), (text, half) => {
        const odd = text + String.fromCharCode(half)
        db.transaction(() => recordChange(db, { name: odd, subject: odd, detail: { [odd]: odd } }))
      }),
    )
    expect(verifyChain(db).faults).toEqual([])
  })

  it.each([
    ['name', "'sale.void'"],
    ['kind', "'act'"],
    ['subject', 'NULL'],
    ['detail', "'{}'"],
    ['at', 'at + 1'],
    ['operator_id', '1'],
  ])('shows a row whose %s was altered', (column, value) => {
    const db = chainToTamperWith(5)
    connectionOf(db).exec(
      "INSERT INTO operator (id, number, name, role, password_hash) VALUES (1, '1', 'x', 'cashier', 'x')",
    )
    expect(faultsAfter(db, `UPDATE audit SET ${column} = ${value} WHERE id = 3`)).toEqual([
      { id: 3, problem: 'altered' },
    ])
  })

  it('shows a row that was altered and hashed again', () => {
    const db = chainToTamperWith(5)
    const third = rows(db)[2]
    const forged = third === undefined ? '' : hashOfRow({ ...third, name: 'forged' })
    expect(faultsAfter(db, `UPDATE audit SET name = 'forged', hash = '${forged}' WHERE id = 3`)).toEqual([
      { id: 4, problem: 'detached' },
    ])
  })

  it('shows a last row that was altered and hashed again', () => {
    const db = chainToTamperWith(3)
    const last = rows(db)[2]
    const forged = last === undefined ? '' : hashOfRow({ ...last, name: 'forged' })
    expect(faultsAfter(db, `UPDATE audit SET name = 'forged', hash = '${forged}' WHERE id = 3`)).toEqual([
      { id: 3, problem: 'tail' },
    ])
  })

  it('shows where a row was taken out', () => {
    expect(faultsAfter(chainToTamperWith(5), 'DELETE FROM audit WHERE id = 2')).toEqual([
      { id: 3, problem: 'missing' },
    ])
    expect(faultsAfter(chainToTamperWith(5), 'DELETE FROM audit WHERE id = 1')).toEqual([
      { id: 2, problem: 'missing' },
    ])
  })

  it('shows rows that changed places', () => {
    const db = chainToTamperWith(5)
    const swapped = 'UPDATE audit SET id = CASE id WHEN 12 THEN 3 ELSE 2 END WHERE id > 10'
    const faults = faultsAfter(db, `UPDATE audit SET id = id + 10 WHERE id IN (2, 3); ${swapped}`)
    expect(faults.map((fault) => fault.id)).toEqual([2, 3, 4])
  })

  it('shows a tail that was cut off, also after the till went on', () => {
    const db = chainToTamperWith(5)
    expect(faultsAfter(db, 'DELETE FROM audit WHERE id > 3')).toEqual([{ id: 3, problem: 'tail' }])
    change(db, 'later')
    expect(verifyChain(db).faults).toEqual([{ id: 6, problem: 'missing' }])
  })

  it('shows that all of it is gone, or its head', () => {
    expect(faultsAfter(chainToTamperWith(2), 'DELETE FROM audit')).toEqual([{ id: 0, problem: 'tail' }])
    expect(faultsAfter(chainToTamperWith(2), 'DELETE FROM audit_head')).toEqual([
      { id: 2, problem: 'headless' },
    ])
  })

  it('has a head that neither shrinks nor goes', () => {
    const { db } = freshTill()
    change(db, 'a')
    change(db, 'b')
    expect(() => db.write('UPDATE audit_head SET count = 1').run()).toThrow('the audit only grows')
    expect(() => db.write('DELETE FROM audit_head').run()).toThrow('never deleted')
  })
})

describe('recording changes', () => {
  it('makes one row of a transaction, named after its first change', () => {
    const { db } = freshTill()
    db.transaction(() => {
      recordChange(db, { name: 'line.inserted', subject: 'line-1', detail: { quantity: 10_000 } })
      recordChange(db, { name: 'trace-code.reserved', subject: 'line-1', detail: { codes: ['8'] } })
    })
    expect(told(db)).toEqual([
      {
        kind: 'change',
        name: 'line.inserted',
        subject: 'line-1',
        operator: null,
        detail: {
          changes: [
            { name: 'line.inserted', subject: 'line-1', detail: { quantity: 10_000 } },
            { name: 'trace-code.reserved', subject: 'line-1', detail: { codes: ['8'] } },
          ],
        },
      },
    ])
    expect(rows(db)[0]?.at).toBe(NOON)
  })

  it('leaves nothing of what was rolled back, thrown or refused', () => {
    const { db } = freshTill()
    const fail = (): void => {
      recordChange(db, { name: 'sale.opened', subject: 'lost' })
      throw new Error('power')
    }
    expect(() => db.transaction(fail)).toThrow('power')
    db.attempt(() => {
      recordChange(db, { name: 'sale.opened', subject: 'lost' })
      return refuse('SALE_LOCKED')
    })
    change(db, 'kept')
    expect(told(db).map((row) => row.subject)).toEqual(['kept'])
    expect(verifyChain(db)).toEqual({ rows: 1, faults: [] })
  })

  it('writes nothing for a transaction without a change', () => {
    const { db } = freshTill()
    db.transaction(() => db.write("INSERT INTO counter (name, value) VALUES ('a', 1)").run())
    expect(rows(db)).toEqual([])
  })

  it('refuses a change outside a transaction', () => {
    const { db } = freshTill()
    expect(() => recordChange(db, { name: 'sale.opened', subject: 'x' })).toThrow('outside a transaction')
  })

  it('rolls the change back when its row cannot be written', () => {
    const { db } = freshTill()
    connectionOf(db).exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END")
    expect(() =>
      db.transaction(() => {
        db.write("INSERT INTO counter (name, value) VALUES ('a', 1)").run()
        recordChange(db, { name: 'sale.opened', subject: 'x' })
      }),
    ).toThrow('full')
    expect(db.read('SELECT * FROM counter').all()).toEqual([])
    expect(db.inTransaction()).toBe(false)
  })
})

describe('the act of a person', () => {
  it('is written with the first transaction that it commits, and later ones point to it', () => {
    const { db } = freshTill()
    const voided = act({ subject: 'sale-1', params: { saleId: 'sale-1' } })
    inAct(voided, () => {
      db.attempt(() => refuse('SALE_LOCKED'))
      change(db, 'one')
      change(db, 'two')
      db.transaction(() => undefined)
    })
    endAct(db, voided, undefined)
    expect(told(db)).toEqual([
      {
        kind: 'act',
        name: 'sale.void',
        subject: 'sale-1',
        operator: null,
        detail: { params: { saleId: 'sale-1' }, changes: [{ name: 'sale.opened', subject: 'one' }] },
      },
      {
        kind: 'change',
        name: 'sale.opened',
        subject: 'two',
        operator: null,
        detail: { act: 1, changes: [{ name: 'sale.opened', subject: 'two' }] },
      },
    ])
  })

  it('has its own row when it commits nothing, and a second one when it was refused after all', () => {
    const { db } = freshTill()
    const nothing = act()
    endAct(db, nothing, 'SALE_NONE_OPEN')
    const late = act()
    inAct(late, () => change(db, 'x'))
    endAct(db, late, 'INSURANCE_OFFLINE')
    expect(told(db).map(({ kind, detail }) => ({ kind, detail }))).toEqual([
      { kind: 'act', detail: { refused: 'SALE_NONE_OPEN' } },
      { kind: 'act', detail: { changes: [{ name: 'sale.opened', subject: 'x' }] } },
      { kind: 'act', detail: { act: 2, refused: 'INSURANCE_OFFLINE' } },
    ])
  })

  it('is written again when the transaction that carried it was not committed', () => {
    const { db } = freshTill()
    const tried = act()
    inAct(tried, () => {
      expect(() =>
        db.transaction(() => recordChange(db, { name: 'bad', subject: 'x', detail: { a: 0.5 } })),
      ).toThrow('not an integer')
      expect(tried.row).toBeUndefined()
      expect(db.attempt(() => ok(recordChange(db, { name: 'good', subject: 'y' })))).toEqual(ok(undefined))
    })
    expect(told(db).map((row) => row.kind)).toEqual(['act'])
  })

  it('keeps to what was asked: not what runs beside it, nor what goes on after the answer', async () => {
    const { db } = freshTill()
    const [first, second] = [act({ name: 'first' }), act({ name: 'second' })]
    const work = async (subject: string): Promise<void> => {
      await Promise.resolve()
      change(db, subject)
    }
    await Promise.all([inAct(first, () => work('1')), inAct(second, () => work('2')), work('nobody')])
    await inAct(first, () => outsideActs(() => work('set off')))
    endAct(db, first, undefined)
    await inAct(first, () => work('afterwards'))
    expect(told(db).map((row) => [row.kind, row.name, row.detail])).toEqual([
      ['act', 'first', { changes: [{ name: 'sale.opened', subject: '1' }] }],
      ['act', 'second', { changes: [{ name: 'sale.opened', subject: '2' }] }],
      ['change', 'sale.opened', { changes: [{ name: 'sale.opened', subject: 'nobody' }] }],
      ['change', 'sale.opened', { changes: [{ name: 'sale.opened', subject: 'set off' }] }],
      ['change', 'sale.opened', { changes: [{ name: 'sale.opened', subject: 'afterwards' }] }],
    ])
  })
})

describe('a process that ends at a commit', () => {
  it.each([
    ['before', 2],
    ['after', 3],
  ])('right %s it: the change and its row are both there or both not', async (phase, kept) => {
    const path = join(temporaryFolder(), 'till.db')
    const script = runScript(KILLED, path, phase)
    expect(await script.nextLine()).toBeUndefined()
    await script.kill()
    const db = openTill(path, { lockWaitMs: 5_000 })
    expect(db.read('SELECT count(*) AS n FROM counter').get()).toEqual({ n: kept })
    expect(verifyChain(db)).toEqual({ rows: kept, faults: [] })
  })
})
