import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { RefusalCode } from '../../core/refusal-codes.ts'
import { npmCommand } from '../bootstrap/npm.mjs'
import { ROOT } from '../paths.ts'
import { runCommand, type CommandOutcome } from '../processes/run-command.ts'

const yuan = z.string().regex(/^\d+\.\d{2}$/)
const msgid = z.string().regex(/^[A-Za-z0-9]{12}\d{18}$/)

const reportSchema = z.strictObject({
  sale: z.strictObject({ id: z.string(), number: z.string(), state: z.literal('completed'), total: yuan }),
  settlement: z.strictObject({
    setl_id: z.string().min(1),
    mdtrt_id: z.string().min(1),
    medfee_sumamt: yuan,
    fund_pay_sumamt: yuan,
    acct_pay: yuan,
    psn_cash_pay: yuan,
  }),
  lines: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      quantity: z.number(),
      amount: yuan,
      traceCodes: z.array(z.string()),
    }),
  ),
  tenders: z.array(z.strictObject({ kind: z.string(), amount: yuan, received: yuan, change: yuan })),
  uploads: z.array(z.strictObject({ infno: z.string(), state: z.literal('acknowledged') })).min(1),
  exchanges: z.array(z.strictObject({ infno: z.string(), msgid, state: z.literal('accepted') })),
  receipt: z.string(),
})

const basketSchema = z.looseObject({
  basket: z.array(
    z.looseObject({ barcode: z.string(), quantity: z.number(), traceCodes: z.array(z.string()) }),
  ),
})
type Basket = z.infer<typeof basketSchema>

let folder: string
let basket: Basket
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'till-demo-test-'))
  basket = basketSchema.parse(JSON.parse(await readFile(join(import.meta.dirname, 'basket.json'), 'utf8')))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const demo = (...args: readonly string[]): Promise<CommandOutcome> =>
  runCommand(process.execPath, [join(ROOT, 'build', 'demo', 'main.ts'), ...args])

const fenOf = (text: string): number => Math.round(Number(text) * 100)

describe('npm run demo -- --json', () => {
  it('prints one object and nothing else; the money adds up and every report was taken', async () => {
    const { program, args } = npmCommand()
    const outcome = await runCommand(program, [...args, 'run', 'demo', '--', '--json'], { cwd: ROOT })
    expect(outcome.code).toBe(0)
    const report = reportSchema.parse(JSON.parse(outcome.stdout))
    const { settlement, sale } = report
    const sum = (amounts: readonly string[]): number =>
      amounts.reduce((total, amount) => total + fenOf(amount), 0)
    expect(sum([settlement.fund_pay_sumamt, settlement.acct_pay, settlement.psn_cash_pay])).toBe(
      fenOf(settlement.medfee_sumamt),
    )
    expect(sum(report.lines.map((line) => line.amount))).toBe(fenOf(sale.total))
    expect(
      sum([
        ...[settlement.fund_pay_sumamt, settlement.acct_pay],
        ...report.tenders.map((tender) => tender.amount),
      ]),
    ).toBe(fenOf(sale.total))
    expect(report.exchanges.map(({ infno }) => infno)).toEqual([
      ...['9001', '1101', '2101A', '2102A', '3505A', '9002'],
    ])
    expect(report.lines.map((line) => [line.quantity, line.traceCodes])).toEqual(
      basket.basket.map((item) => [item.quantity, item.traceCodes]),
    )
    for (const { name, traceCodes } of report.lines) {
      for (const text of [name, ...traceCodes]) expect(report.receipt).toContain(text)
    }
  })
})

describe('a bad input file', () => {
  /** The default basket with its first good changed. */
  const first = (change: Readonly<Record<string, unknown>>): Basket => ({
    ...basket,
    basket: basket.basket.map((item, index) => (index === 0 ? { ...item, ...change } : item)),
  })
  const [own = '', other = ''] = ['83016670000000131888', '83001100000000015599']

  it.each<[string, () => unknown, RefusalCode, string]>([
    ['that is no JSON', () => '{"person":', 'INPUT_FILE_INVALID', '不是 JSON'],
    ['that is a list', () => [], 'INPUT_FILE_INVALID', '类型不对'],
    ['with an extra key', () => first({ price: '1.00' }), 'INPUT_FILE_INVALID', 'basket.0.price'],
    ['without a person', () => ({ basket: basket.basket }), 'INPUT_FILE_INVALID', '“person”不对（缺少）'],
    ['with a negative quantity', () => first({ quantity: -1 }), 'INPUT_FILE_INVALID', 'basket.0.quantity'],
    ['with an empty basket', () => ({ ...basket, basket: [] }), 'INPUT_FILE_INVALID', '“basket”'],
    ['with one code twice', () => first({ traceCodes: [own, own] }), 'INPUT_FILE_INVALID', own],
    [
      'with more codes than boxes',
      () => first({ quantity: 1 }),
      'INPUT_FILE_INVALID',
      '数量是 1，追溯码有 2 个',
    ],
    ['with a third decimal', () => ({ ...basket, cashReceived: '20.001' }), 'INPUT_FILE_INVALID', '20.00'],
    ['with unknown goods', () => first({ barcode: '6901234567892' }), 'GOODS_UNKNOWN', '6901234567892'],
    ['with a code of another good', () => first({ traceCodes: [other, own] }), 'TRACE_GOODS_MISMATCH', other],
    [
      'with a person whom nobody knows',
      () => ({ ...basket, person: { type: '02', number: '440106199001010013' } }),
      'INSURANCE_REFUSED',
      '1101',
    ],
    ['with too little cash', () => ({ ...basket, cashReceived: '1.00' }), 'TENDER_TOO_LITTLE', '9.90'],
  ])('%s: one sentence, exit 2, no sale', async (name, input, code, word) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.json`)
    const content = input()
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
    await expectRefused(file, code, word)
  })

  it('that is not there: one sentence, exit 2, no sale', async () => {
    await expectRefused(join(folder, 'none.json'), 'INPUT_FILE_INVALID', '文件不存在')
  })

  async function expectRefused(file: string, code: RefusalCode, word: string): Promise<void> {
    const outcome = await demo('--json', '--input', file)
    expect(outcome.stdout).toBe('')
    const lines = outcome.output.trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`[\\u4e00-\\u9fff]{4}.*。\\[${code}\\]$`))
    expect(lines[0]).toContain(word)
    expect(outcome.code).toBe(2)
  }
})

it('an option that it does not know: how it is used, exit 2', async () => {
  expect(await demo('--basket', 'x')).toMatchObject({ code: 2, stdout: '' })
})
