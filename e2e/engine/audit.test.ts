import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laySerialLine, type SerialLine } from '../../build/demo/serial-line.ts'
import { ROOT } from '../../build/paths.ts'
import { runCommand } from '../../build/processes/run-command.ts'
import { openReadOnly } from '../../db/connection/open-database.ts'
import { SEED_PEOPLE } from '../../sandbox/seed/people.ts'
import { until } from '../../sandbox/testing/until.ts'
import { newTraceCode, openCounter, scanBoxes, tracedGood, type TestCounter } from './counter.ts'

let folder = ''
let line: SerialLine
let counter: TestCounter

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'till-audit-'))
  line = await laySerialLine(folder)
  counter = await openCounter({ scanners: [{ name: '扫码枪', path: line.tillPath }] })
})
afterAll(async () => {
  await counter.close()
  await line.close()
  await rm(folder, { recursive: true, force: true })
})

type Row = {
  readonly id: number
  readonly kind: string
  readonly name: string
  readonly operator_id: number | null
  readonly subject: string | null
  readonly detail: string
}

function auditSince(id: number): Row[] {
  const opened = openReadOnly(join(counter.dataFolder, 'till.db'))
  if (!opened.ok) throw new Error(opened.refusal.code)
  const rows = opened.value.read<Row>('SELECT * FROM audit WHERE id > ? ORDER BY id').all(id)
  opened.value.close()
  return rows
}

/** The report of an earlier sale may be on its way meanwhile; it is nobody's act. */
const actsSince = (id: number): Row[] => auditSince(id).filter((row) => row.kind === 'act')

const lastId = (): number => auditSince(0).at(-1)?.id ?? 0
const changesOf = (row: Row | undefined): string[] =>
  ((JSON.parse(row?.detail ?? '{}') as { changes?: { name: string }[] }).changes ?? []).map(
    ({ name }) => name,
  )

const verify = (...more: string[]) =>
  runCommand(process.execPath, [join(ROOT, 'engine/verify/main.ts'), '--data', counter.dataFolder, ...more])

describe('the audit of a counter', () => {
  it('holds every step of an insured sale, in one chain that verify accepts while the till works', async () => {
    const before = lastId()
    const person = SEED_PEOPLE.find((one) => one.personNumber === '44190000000000100101')
    if (person === undefined) throw new Error('the seed lacks the person')
    await scanBoxes(counter)
    await counter.must('insurance.identify', { type: '02', number: person.documentNumber })
    await counter.must('insurance.quote', {})
    const settled = await counter.must('insurance.settle', {})
    if (settled.sale.state !== 'completed') await counter.must('sale.payCash', { received: null })
    await counter.must('uploads.sendNow', {})
    await counter.must('sale.recent', {})
    const rows = auditSince(before)
    const acts = rows.filter((row) => row.kind === 'act').map((row) => row.name)
    expect(acts.slice(0, 4)).toEqual([
      'scan.submit',
      'insurance.identify',
      'insurance.quote',
      'insurance.settle',
    ])
    expect(acts).not.toContain('sale.recent')
    expect(rows.filter((row) => row.kind === 'act' && row.operator_id === null)).toEqual([])
    const all = rows.flatMap(changesOf)
    for (const name of [
      'sale.opened',
      'line.inserted',
      'trace-code.reserved',
      'exchange.prepared',
      'exchange.sent',
      'exchange.accepted',
      'identification.inserted',
      'settlement.moved',
      'settlement.identified',
      'trace-code.sold',
      'sale.completed',
      'outbox.inserted',
      'outbox.acknowledged',
    ])
      expect(all).toContain(name)
    const text = JSON.stringify(rows)
    for (const secret of [person.documentNumber, person.name, person.personNumber, 'lianxi-1001'])
      expect(text).not.toContain(secret)
    const verified = await verify()
    expect(verified).toMatchObject({ code: 0 })
    expect(verified.output).toMatch(/^核对无误：32 项检查全部通过（.*）\n$/)
  })

  it('makes one row of a whole cash payment', async () => {
    await scanBoxes(counter)
    const before = lastId()
    await counter.must('sale.payCash', { received: 100_00 })
    const [paid] = actsSince(before)
    expect(paid).toMatchObject({ kind: 'act', name: 'sale.payCash' })
    expect(JSON.parse(paid?.detail ?? '')).toMatchObject({ params: { received: 100_00 } })
    expect(changesOf(paid)).toEqual([
      'tender.inserted',
      'trace-code.sold',
      'stock.out',
      'outbox.inserted',
      'sale.completed',
    ])
  })

  it('takes a scan from the serial line for an act, refused ones too', async () => {
    const before = lastId()
    const { prefix } = tracedGood()
    await until('the scanner', async () => {
      const { scanners } = await counter.must('status.get', {})
      return scanners.every((scanner) => scanner.state === 'ready') ? true : undefined
    })
    const heard = new Promise<void>((resolve) => {
      counter.client().on('sale.changed', () => resolve())
    })
    await line.write(`${newTraceCode(prefix)}\r`)
    await heard
    await counter.must('scan.submit', { text: '6900000000001' })
    const [scanned, refused] = actsSince(before)
    expect(scanned).toMatchObject({ kind: 'act', name: 'scan.submit' })
    expect(scanned?.operator_id).not.toBeNull()
    expect(changesOf(scanned)).toEqual(['sale.opened', 'line.inserted', 'trace-code.reserved'])
    expect(JSON.parse(refused?.detail ?? '')).toEqual({ refused: 'SCAN_BAD_CHECK_DIGIT' })
    await counter.must('sale.void', { reason: '王某某不要了' })
    expect(JSON.stringify(auditSince(before))).not.toContain('王某某')
  })

  it('is whole after a kill, and the start that follows is in it', async () => {
    await scanBoxes(counter, 2)
    await counter.restart()
    const started = auditSince(0).filter((row) => changesOf(row).includes('engine.started'))
    expect(started).toHaveLength(2)
    await counter.must('sale.void', { reason: 'x' })
    await counter.must('session.signOut', {})
    const verified = await verify('--json')
    expect(JSON.parse(verified.output)).toMatchObject({ ok: true })
    expect(verified.code).toBe(0)
  })

  it('remembers a lock-out, and not what was typed', async () => {
    const before = lastId()
    const wrong = { operatorNumber: '1001', password: 'not-the-password', openingFloat: 0 }
    for (let attempt = 0; attempt < 5; attempt += 1) await counter.call('session.signIn', wrong)
    const rows = auditSince(before)
    expect(rows.flatMap(changesOf).at(-1)).toBe('operator.locked-out')
    expect(JSON.stringify(rows)).not.toContain('not-the-password')
  })
})

describe('the command', () => {
  it('says in a sentence why nothing can be checked', async () => {
    const empty = await runCommand(process.execPath, [
      join(ROOT, 'engine/verify/main.ts'),
      '--data',
      join(folder, 'nowhere'),
    ])
    expect(empty).toMatchObject({ code: 1 })
    expect(empty.output).toMatch(/^打不开数据库.*\[DATABASE_UNAVAILABLE\]\n$/)
  })

  it('shows its usage', async () => {
    const wrong = await runCommand(process.execPath, [join(ROOT, 'engine/verify/main.ts'), '--dta', 'x'])
    expect(wrong).toMatchObject({ code: 2 })
    expect(wrong.output).toContain('npm run verify -- --data')
  })
})
