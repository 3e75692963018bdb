import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brief, DRUG_INFO, LINE, REQUEST, TRACE } from './testing/messages.ts'
import { validateInput } from './validate.ts'
import { hasErrors } from './validators/issue.ts'

describe('validateInput', () => {
  it('passes a settlement as the tables have it', () => {
    expect(validateInput('2102A', REQUEST)).toEqual([])
    expect(validateInput('2101A', { druginfo: DRUG_INFO, drugdetail: [LINE] })).toEqual([])
  })

  it('names what is missing, by path', () => {
    const { psn_no: _number, ...info } = DRUG_INFO
    expect(
      brief(
        validateInput('2102A', {
          druginfo: { ...info, insutype: ' ' },
          drugdetail: [LINE, { ...LINE, cnt: null }],
        }),
      ),
    ).toEqual([
      'error druginfo.psn_no missing',
      'error druginfo.insutype missing',
      'error drugdetail[1].cnt missing',
    ])
    expect(brief(validateInput('2102A', {}))).toEqual(['error druginfo missing', 'error drugdetail missing'])
    expect(brief(validateInput('2102A', null))).toEqual([
      'error druginfo missing',
      'error drugdetail missing',
    ])
    expect(brief(validateInput('2102A', { ...REQUEST, drugdetail: [] }))).toEqual([
      'error drugdetail missing',
    ])
  })

  it('spells the trace node as each transaction does', () => {
    expect(
      brief(validateInput('2102A', { ...REQUEST, drugdetail: [{ ...LINE, drugtracinfo: [TRACE] }] })),
    ).toEqual(['error drugdetail[0].drugtracinfo unexpected-field'])
    // a trial has no trace node at all
    expect(brief(validateInput('2101A', REQUEST))).toEqual([
      'error drugdetail[0].drug_trac_info unexpected-field',
    ])
    // min_prcunt_type is 2102B's own
    expect(brief(validateInput('2102B', REQUEST))).toEqual([
      'error drugdetail[0].drug_trac_info[0].min_prcunt_type missing',
    ])
    const withUnit = [{ ...LINE, drug_trac_info: [{ ...TRACE, min_prcunt_type: '2' }] }]
    expect(validateInput('2102B', { ...REQUEST, drugdetail: withUnit })).toEqual([])
    expect(brief(validateInput('2102A', { ...REQUEST, drugdetail: withUnit }))).toEqual([
      'error drugdetail[0].drug_trac_info[0].min_prcunt_type unexpected-field',
    ])
  })

  it('checks numbers: digits, decimals, no exponent, no NaN', () => {
    const withAmount = (medfee_sumamt: unknown): string[] =>
      brief(validateInput('2102A', { ...REQUEST, druginfo: { ...DRUG_INFO, medfee_sumamt } }))
    expect(withAmount('12.500')).toEqual([])
    expect(withAmount(12.5)).toEqual([])
    expect(withAmount('12345678901234.12')).toEqual([])
    expect(withAmount('123456789012345.12')).toEqual(['error druginfo.medfee_sumamt length'])
    for (const [amount, problem] of [
      ['12.505', 'decimals'],
      ['1e3', 'type'],
      [1e21, 'type'],
      [Number.NaN, 'type'],
      ['NaN', 'type'],
      ['十二', 'type'],
      ['12,50', 'type'],
      ['.5', 'type'],
      ['5.', 'type'],
      ['+5', 'type'],
      [true, 'type'],
      [['1'], 'type'],
      [{}, 'type'],
    ] as const) {
      expect(withAmount(amount), JSON.stringify(amount)).toEqual([`error druginfo.medfee_sumamt ${problem}`])
    }
    expect(brief(validateInput('2102A', { ...REQUEST, drugdetail: [{ ...LINE, cnt: '1.00001' }] }))).toEqual([
      'error drugdetail[0].cnt decimals',
    ])
    expect(
      brief(validateInput('2102A', { ...REQUEST, drugdetail: [{ ...LINE, pric: '1.1234567' }] })),
    ).toEqual(['error drugdetail[0].pric decimals'])
  })

  it('agrees with arithmetic on every decimal 16,2', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), fc.integer({ min: 0, max: 5 }), (digits, decimals) => {
        const text = digits.toString().padStart(decimals + 1, '0')
        const value = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
        const issues = validateInput('2102A', {
          ...REQUEST,
          druginfo: { ...DRUG_INFO, medfee_sumamt: value },
        })
        const scale = 10n ** BigInt(decimals)
        const hasThird = (digits * 100n) % scale !== 0n
        const tooLong = digits / scale >= 10n ** 14n
        expect(issues.map((issue) => issue.problem)).toEqual(
          hasThird ? ['decimals'] : tooLong ? ['length'] : [],
        )
      }),
      { numRuns: 500 },
    )
  })

  it('counts characters, not bytes or surrogate halves', () => {
    const withName = (psn_name: string): string[] =>
      brief(validateInput('1101', { data: { mdtrt_cert_type: '02', mdtrt_cert_no: '1', psn_name } }))
    expect(withName('𠮷'.repeat(50))).toEqual([])
    expect(withName('𠮷'.repeat(51))).toEqual(['error data.psn_name length'])
    expect(withName('名'.repeat(50))).toEqual([])
    expect(withName('x'.repeat(1000))).toEqual(['error data.psn_name length'])
  })

  it('checks days and moments', () => {
    const withTime = (begntime: string): string[] =>
      brief(validateInput('2102A', { ...REQUEST, druginfo: { ...DRUG_INFO, begntime } }))
    expect(withTime('2026-02-29 10:00:00')).toEqual(['error druginfo.begntime date'])
    expect(withTime('2026/01/31 10:00:00')).toEqual(['error druginfo.begntime date'])
    expect(withTime('2026-01-31')).toEqual([])
  })

  it('warns of a code that a complete table does not have, and trusts regions with the others', () => {
    const withFlag = (acct_used_flag: string): string[] =>
      brief(validateInput('2102A', { ...REQUEST, druginfo: { ...DRUG_INFO, acct_used_flag } }))
    expect(withFlag('7')).toEqual(['warning druginfo.acct_used_flag code'])
    const withType = validateInput('2102A', { ...REQUEST, druginfo: { ...DRUG_INFO, med_type: '9929' } })
    expect(withType).toEqual([])
    expect(
      hasErrors(validateInput('2102A', { ...REQUEST, druginfo: { ...DRUG_INFO, acct_used_flag: '7' } })),
    ).toBe(false)
  })

  it('notes fields, nodes and shapes that the table does not have', () => {
    expect(
      brief(
        validateInput('2103', { data: { setl_id: '1', mdtrt_id: '2', psn_no: '3', amount: '1' }, more: {} }),
      ),
    ).toEqual(['error data.amount unexpected-field', 'error more unexpected-field'])
    expect(brief(validateInput('2103', { data: [{ setl_id: '1', mdtrt_id: '2', psn_no: '3' }] }))).toEqual([
      'error data unexpected-shape',
    ])
    expect(brief(validateInput('2103', { data: 'text' }))).toEqual(['error data type'])
    expect(brief(validateInput('2103', 'text'))).toEqual(['error  type'])
    expect(brief(validateInput('2102A', { ...REQUEST, drugdetail: LINE }))).toEqual([
      'error drugdetail unexpected-shape',
    ])
    expect(brief(validateInput('2102A', { ...REQUEST, drugdetail: [null] }))).toEqual([
      'error drugdetail[0] type',
    ])
  })

  it('leaves 1101 without the newer extension node alone', () => {
    expect(validateInput('1101', { data: { mdtrt_cert_type: '01', mdtrt_cert_no: 'T' } })).toEqual([])
  })

  it('says so when a number has no public field list, and checks nothing where a side has none', () => {
    expect(brief(validateInput('0000', {}))).toEqual(['error  unknown-transaction'])
    expect(validateInput('6101', { anything: '1' })).toEqual([])
    // the node's name is not public, so no name is wrong
    expect(validateInput('3505B', { anything: '1' })).toEqual([])
  })

  it('never shows a value', () => {
    const issues = validateInput('2102A', {
      druginfo: { ...DRUG_INFO, psn_no: 'SECRET'.repeat(10), medfee_sumamt: 'SECRET' },
    })
    expect(issues.length).toBeGreaterThan(1)
    expect(JSON.stringify(issues)).not.toContain('SECRET')
  })
})
