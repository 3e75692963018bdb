import { describe, expect, it } from 'vitest'
import type { CatalogueOverrides } from './overrides.ts'
import { answer, brief, DRUG_INFO, LINE, REQUEST, SETTLED, TRACE } from './testing/messages.ts'
import { validateInput, validateOutput } from './validate.ts'

describe('overrides', () => {
  const overrides: CatalogueOverrides = {
    fields: [
      { infno: '2102A', side: 'input', node: 'druginfo', field: 'dise_codg', required: true, note: 'test' },
      { infno: '2102A', side: 'input', node: 'druginfo', field: 'invono', length: 3, note: 'test' },
      {
        infno: '2102A',
        side: 'input',
        node: 'drugdetail[].drug_trac_info[]',
        field: 'min_prcunt_type',
        add: { label: '最小计价单位类型', type: 'string' },
        required: true,
        length: 6,
        note: 'test',
      },
      { infno: '2102A', side: 'output', node: 'setlinfo', field: 'hifdm_pay', required: true, note: 'test' },
    ],
    nodes: [
      {
        infno: '2102A',
        side: 'input',
        node: 'drugdetail[].drug_trac_info[]',
        moveTo: 'drug_trac_info[]',
        note: 'test',
      },
    ],
  }

  it('make fields required, shorter, new, and move nodes', () => {
    expect(
      brief(validateInput('2102A', { ...REQUEST, druginfo: { ...DRUG_INFO, invono: '1234' } }, overrides)),
    ).toEqual([
      'error druginfo.invono length',
      'error druginfo.dise_codg missing',
      // nested, where the catalogue has the node but this region does not
      'error drugdetail[0].drug_trac_info unexpected-field',
    ])
    const moved = {
      druginfo: { ...DRUG_INFO, dise_codg: 'M01' },
      drugdetail: [LINE],
      drug_trac_info: [TRACE],
    }
    expect(brief(validateInput('2102A', moved, overrides))).toEqual([
      'error drug_trac_info[0].min_prcunt_type missing',
    ])
    expect(
      validateInput('2102A', { ...moved, drug_trac_info: [{ ...TRACE, min_prcunt_type: '2' }] }, overrides),
    ).toEqual([])
    expect(brief(validateOutput('2102A', answer(SETTLED), overrides))).toEqual([
      'error setlinfo.hifdm_pay missing',
    ])
    // other transactions and the plain catalogue are untouched
    expect(validateInput('2102A', REQUEST)).toEqual([])
    expect(validateInput('2102', REQUEST, overrides)).toEqual([])
  })
})
