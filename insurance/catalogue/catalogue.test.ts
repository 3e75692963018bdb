import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { codeLabel, dictionary, transaction, transactionNames, transactionNumbers } from './catalogue.ts'
import { dictionaryData, namesData, TRANSACTION_FILES } from './data-files.ts'

const fieldSchema = z.strictObject({
  name: z.string().regex(/^[A-Za-z_]\w*$/),
  label: z.string().min(1),
  type: z.enum([
    'string',
    'decimal',
    'int',
    'date',
    'datetime',
    'boolean',
    'text',
    'object',
    'object[]',
    'string[]',
    'Map<String,String>',
    'bytes',
    'unconfirmed',
  ]),
  length: z.int().min(1).nullish(),
  decimals: z.int().min(0).max(6).nullish(),
  code: z.string().min(1).nullish(),
  required: z.union([z.boolean(), z.null(), z.enum(['conditional', 'unconfirmed'])]),
  confirmed: z.int().min(0),
  status: z.string().optional(),
  note: z.string().optional(),
  required_basis: z.string().optional(),
  older_sources_say: z.unknown().optional(),
  alt_names: z.array(z.string()).optional(),
})
const nodeSchema = z.strictObject({
  rows: z.enum(['one', 'many']),
  fields: z.array(fieldSchema),
  parent: z.string().optional(),
  note: z.string().optional(),
})
const sideSchema = z.record(z.string(), z.union([nodeSchema, z.string()]))
const transactionSchema = z.looseObject({
  name: z.string().min(1),
  input: sideSchema,
  output: sideSchema,
  notes: z.array(z.string()),
  same_as: z.string().optional(),
})

const raw = (file: string): Record<string, unknown> =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(new URL(`./data/${file}.json`, import.meta.url), 'utf8')))

describe('the data files', () => {
  it.each(TRANSACTION_FILES)('transactions-%s has the shape that the program takes as given', (file) => {
    for (const [infno, value] of Object.entries(raw(`transactions-${file}`))) {
      if (infno === '_meta') continue
      expect(transactionSchema.safeParse(value).error?.issues, infno).toBeUndefined()
    }
  })

  it('names.json has 212 numbers once each', () => {
    const names = namesData()
    expect(names).toHaveLength(212)
    expect(new Set(names.map((entry) => entry.infno)).size).toBe(212)
  })

  it('every code table is text to text', () => {
    for (const [table, codes] of Object.entries(dictionaryData())) {
      if (table === '_meta') continue
      expect(z.record(z.string(), z.string()).safeParse(codes).success, table).toBe(true)
    }
  })
})

describe('transaction', () => {
  it('resolves every number of the files, and each node stands somewhere', () => {
    const placements = new Map<string, number>()
    for (const infno of transactionNumbers()) {
      const found = transaction(infno)
      expect(found, infno).toBeDefined()
      for (const node of [...(found?.input ?? []), ...(found?.output ?? [])]) {
        placements.set(node.placement, (placements.get(node.placement) ?? 0) + 1)
        if (node.placement === 'node') expect(node.path.length, `${infno} ${node.key}`).toBeGreaterThan(0)
        for (const step of node.path) expect(step.name, `${infno} ${node.key}`).toMatch(/^[A-Za-z_]\w*$/)
      }
    }
    expect(transactionNumbers()).toHaveLength(162)
    expect([...placements.keys()].sort()).toEqual(['array', 'node', 'root', 'stream', 'unplaced'])
  })

  it('places the trace node of the settlement inside each row, spelled with underscores', () => {
    for (const infno of ['2102', '2102A', '2102B']) {
      const node = transaction(infno)?.input.find((candidate) => candidate.key.includes('trac'))
      expect(node?.path).toEqual([
        { name: 'drugdetail', many: true },
        { name: 'drug_trac_info', many: true },
      ])
    }
    const typed = transaction('2102B')?.input.find((node) => node.key.includes('trac'))?.fields ?? []
    expect(typed.map((field) => field.name)).toEqual([
      'feedetl_sn',
      'drug_trac_codg',
      'trdn_flag',
      'min_prcunt_type',
    ])
    expect(transaction('2101A')?.input.map((node) => node.key)).toEqual(['druginfo', 'drugdetail'])
  })

  it('places the trace node of the goods report by its parent, spelled without', () => {
    const pathOf = (infno: string): unknown =>
      transaction(infno)?.input.find((node) => node.key === 'drugtracinfo')?.path
    expect(pathOf('3505A')).toEqual([
      { name: 'selinfoDetail', many: true },
      { name: 'drugtracinfo', many: true },
    ])
    expect(pathOf('3505')).toEqual([
      { name: 'selinfo', many: false },
      { name: 'drugtracinfo', many: true },
    ])
  })

  it('follows same_as of a whole transaction and of one side', () => {
    expect(transaction('1306A')?.input).toEqual(transaction('1306')?.input)
    // whole transaction like 1302, sides like 1301
    expect(transaction('1320')?.output).toEqual(transaction('1301')?.output)
    expect(transaction('5203A')?.output).toEqual(transaction('5203')?.output)
    expect(transaction('5203A')?.input.map((node) => node.fields.map((field) => field.name))).toEqual([
      ['psn_no', 'medins_setl_id'],
    ])
  })

  it('knows the exotic places', () => {
    const placementOf = (infno: string): string | undefined => transaction(infno)?.output[0]?.placement
    expect(placementOf('9102')).toBe('stream')
    expect(placementOf('5204')).toBe('array')
    expect(placementOf('1301')).toBe('root')
    expect(transaction('3505B')?.input[0]?.placement).toBe('unplaced')
    expect(transaction('2102A')?.output.at(-1)?.path).toEqual([
      { name: 'setlinfo', many: false },
      { name: 'exp_content', many: false },
    ])
    expect(transaction('0000')).toBeUndefined()
    expect(transaction('_meta')).toBeUndefined()
    expect(transaction('constructor')).toBeUndefined()
  })

  it('lists all 212 numbers, with those that only the norm has after them', () => {
    const names = transactionNames()
    expect(names.slice(0, 212).map((entry) => entry.infno)).toEqual(namesData().map((entry) => entry.infno))
    const byNumber = new Map(names.map((entry) => [entry.infno, entry]))
    expect(byNumber.get('2102A')).toMatchObject({ hasFieldList: true, user: 'pharmacy' })
    expect(byNumber.get('5203A')?.hasFieldList).toBe(true)
    expect(byNumber.get('4902')?.hasFieldList).toBe(false)
    expect(byNumber.get('2207')?.hasFieldList).toBe(false)
    expect(byNumber.size).toBe(names.length)
  })
})

describe('dictionary', () => {
  it('finds labels with and without leading zeros', () => {
    expect(codeLabel('mdtrt_cert_type', '01')).toBe('医保电子凭证')
    expect(codeLabel('mdtrt_cert_type', '1')).toBe('医保电子凭证')
    expect(codeLabel('stmt_rslt', '101')).toBe('中心多')
    expect(codeLabel('stmt_rslt', '0')).toBe('平')
    expect(codeLabel('gend', '7')).toBeUndefined()
    expect(codeLabel('nothing', '1')).toBeUndefined()
    expect(codeLabel('valiFlag', '1')).toBe('有效')
  })

  it('calls a table complete only where no region adds values', () => {
    for (const table of [
      'insutype',
      'med_type',
      'psn_type',
      'fund_pay_type',
      'clr_type',
      'clr_way',
      'clr_optins',
      'psn_idet_type',
      'psn_setlway',
    ]) {
      expect(dictionary(table)?.complete, table).toBe(false)
    }
    for (const table of [
      'gend',
      'trdn_flag',
      'rx_circ_flag',
      'min_prcunt_type',
      'refd_setl_flag',
      'mdtrt_setl_type',
    ]) {
      expect(dictionary(table)?.complete, table).toBe(true)
    }
    expect(dictionary('yes (table not named)')).toBeUndefined()
  })
})
