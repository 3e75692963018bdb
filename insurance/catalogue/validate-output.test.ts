import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonExact } from './exact-json.ts'
import { answer, brief, SETTLED } from './testing/messages.ts'
import { validateInput, validateOutput } from './validate.ts'

describe('validateOutput', () => {
  it('passes a settlement of an edition without the newest fields', () => {
    expect(validateOutput('2102A', answer(SETTLED))).toEqual([])
  })

  it('demands what money needs, of every settlement and trial', () => {
    for (const field of [
      'setl_id',
      'mdtrt_id',
      'psn_no',
      'medfee_sumamt',
      'fund_pay_sumamt',
      'psn_part_amt',
      'acct_pay',
      'psn_cash_pay',
    ]) {
      const { [field]: _left, ...rest } = { ...SETTLED } as Record<string, string>
      for (const infno of ['2102', '2102A', '2102B']) {
        expect(brief(validateOutput(infno, answer(rest))), `${infno} ${field}`).toEqual([
          `error setlinfo.${field} missing`,
        ])
      }
    }
    expect(brief(validateOutput('2101A', answer({ mdtrt_id: 'M' })))).toEqual([
      'error setlinfo.medfee_sumamt missing',
      'error setlinfo.fund_pay_sumamt missing',
      'error setlinfo.psn_part_amt missing',
      'error setlinfo.acct_pay missing',
      'error setlinfo.psn_cash_pay missing',
    ])
  })

  it('keeps unknown members, takes rows where one is due and the other way round, and numbers as text', () => {
    expect(
      validateOutput('2102A', { ...(answer({ ...SETTLED, local_field: 'x' }) as object), extra: { a: '1' } }),
    ).toEqual([])
    const shop = { fixmedins_code: 'P44190000001', fixmedins_name: '店', uscc: '91', fixmedins_type: '2' }
    expect(brief(validateOutput('1201', { medinsinfo: [shop] }))).toEqual([
      'warning medinsinfo unexpected-shape',
    ])
    const parsed = parseJsonExact(
      '{"setlinfo":{"medfee_sumamt":12.50,"fund_pay_sumamt":0,"psn_part_amt":12.5,"acct_pay":12.5,"psn_cash_pay":0.00}}',
    )
    expect(parsed.ok && validateOutput('2101A', parsed.value)).toEqual([])
  })

  it('finds nothing wrong with nothing', () => {
    for (const nothing of [null, undefined, '', ' ']) expect(validateOutput('2103', nothing)).toEqual([])
    expect(brief(validateOutput('2103', {}))).toEqual(['error setlinfo missing'])
    expect(brief(validateOutput('2102A', { setlinfo: null }))).toEqual(['error setlinfo missing'])
  })

  it('does not demand the result node that only newer editions have', () => {
    expect(validateOutput('3505A', {})).toEqual([])
    expect(brief(validateOutput('3505A', { result: { msgRslt: 'x' } }))).toEqual([
      'error result.retRslt missing',
    ])
  })

  it('takes too long text as a warning and a third decimal as an error', () => {
    expect(
      brief(
        validateOutput('2102A', {
          ...(answer(SETTLED) as object),
          setldetail: [
            { fund_pay_type: '9999981', inscp_scp_amt: '0', crt_payb_lmt_amt: '0', fund_payamt: '0.001' },
          ],
        }),
      ),
    ).toEqual(['warning setldetail[0].fund_pay_type length', 'error setldetail[0].fund_payamt decimals'])
  })

  it('takes an extension as text or as an object', () => {
    expect(validateOutput('2102A', answer({ ...SETTLED, exp_content: '{}' }))).toEqual([])
    expect(validateOutput('2102A', answer({ ...SETTLED, exp_content: { wlt_acct_pay: '1.00' } }))).toEqual([])
  })

  it('takes the older name of a renamed field', () => {
    const file = { file_qury_no: 'F', filename: 'f.zip', data_cnt: '1' }
    expect(validateOutput('1301', { ...file, dld_end_time: '2026-01-31' })).toEqual([])
  })

  it('survives any value in any place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1101', '2102A', '3505A', '5204', '9102', '3101', '1304', '6201'),
        fc.jsonValue(),
        (infno, value) => {
          expect(Array.isArray(validateOutput(infno, value))).toBe(true)
          expect(Array.isArray(validateInput(infno, value))).toBe(true)
          expect(
            Array.isArray(validateOutput(infno, { setlinfo: value, drugdetail: [value], data: value })),
          ).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
