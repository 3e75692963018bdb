import { describe, expect, it } from 'vitest'
import { validateRequestEnvelope } from './validate-envelope.ts'

const ENVELOPE = {
  infno: '2102A',
  msgid: 'P44190000001202601311000000001',
  mdtrtarea_admvs: '441900',
  insuplc_admdvs: '441900',
  recer_sys_code: 'YBXT',
  infver: 'V1.0',
  opter_type: '1',
  opter: '001',
  opter_name: '张三',
  inf_time: '2026-01-31 10:00:00',
  fixmedins_code: 'P44190000001',
  fixmedins_name: '好药店',
  input: {},
}

const brief = (envelope: unknown): string[] =>
  validateRequestEnvelope(envelope).map((issue) => `${issue.field} ${issue.problem}`)

describe('validateRequestEnvelope', () => {
  it('passes numbers longer than the norm prints, and members that a region adds', () => {
    expect(brief(ENVELOPE)).toEqual([])
    expect(
      brief({ ...ENVELOPE, infno: 'CFYYJG106', fixmedins_code: 'P4419000000123', serv_code: 'x' }),
    ).toEqual([])
    expect(brief({ ...ENVELOPE, input: '{}' })).toEqual([])
  })

  it('names what is missing or wrong', () => {
    expect(brief({ ...ENVELOPE, msgid: '', opter: null, inf_time: '20260131100000' })).toEqual([
      'msgid missing',
      'opter missing',
      'inf_time date',
    ])
    expect(brief({ ...ENVELOPE, msgid: 'x'.repeat(31), recer_sys_code: 5, input: 7 })).toEqual([
      'msgid length',
      'recer_sys_code type',
      'input type',
    ])
    expect(brief('text')).toEqual([' type'])
    expect(brief(null)).toEqual([' type'])
    expect(brief([])).toEqual([' type'])
  })
})
