import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireObject } from '../catalogue/exact-json.ts'
import type { CatalogueOverrides } from '../catalogue/overrides.ts'
import { moveRequestNodes, restoreAnswerNodes } from './move-nodes.ts'

const BESIDE: CatalogueOverrides = {
  fields: [],
  nodes: [
    {
      infno: '2102A',
      side: 'input',
      node: 'drugdetail[].drug_trac_info[]',
      moveTo: 'drug_trac_info[]',
      note: 'x',
    },
  ],
}
const RENAMED: CatalogueOverrides = {
  fields: [],
  nodes: [
    { infno: '1101', side: 'output', node: 'insuinfo', moveTo: 'insured[]', note: 'x' },
    { infno: '1101', side: 'output', node: 'baseinfo', moveTo: 'base', note: 'x' },
  ],
}

describe('moveRequestNodes', () => {
  it('keeps every row, in order, and everything else as it was', () => {
    const codes = fc.array(fc.stringMatching(/^\d{20}$/), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(codes, { minLength: 1, maxLength: 6 }), (lines) => {
        const input: WireObject = {
          druginfo: { psn_no: '1' },
          drugdetail: lines.map((line, index) => ({
            feedetl_sn: String(index),
            ...(line.length === 0 ? {} : { drug_trac_info: line.map((code) => ({ drug_trac_codg: code })) }),
          })),
        }
        const before = structuredClone(input)
        const moved = moveRequestNodes('2102A', input, BESIDE)
        expect(input).toEqual(before)
        const rows = (moved['drug_trac_info'] ?? []) as { drug_trac_codg: string }[]
        expect(rows.map((row) => row.drug_trac_codg)).toEqual(lines.flat())
        expect(moved['druginfo']).toEqual({ psn_no: '1' })
        expect(moved['drugdetail']).toEqual(lines.map((_, index) => ({ feedetl_sn: String(index) })))
      }),
    )
  })

  it('leaves other transactions alone', () => {
    const input = { drugdetail: [{ drug_trac_info: [] }] }
    expect(moveRequestNodes('2102', input, BESIDE)).toBe(input)
  })
})

describe('restoreAnswerNodes', () => {
  it('brings rows and single nodes back under the catalogue’s names', () => {
    expect(
      restoreAnswerNodes('1101', { base: { psn_no: '1' }, insured: [{ balc: '1' }], more: '1' }, RENAMED),
    ).toEqual({
      baseinfo: { psn_no: '1' },
      insuinfo: [{ balc: '1' }],
      more: '1',
    })
  })

  it('leaves an answer that uses the catalogue’s names, and what is no object', () => {
    const known = { baseinfo: { psn_no: '1' }, base: 'x' }
    expect(restoreAnswerNodes('1101', known, RENAMED)).toEqual(known)
    for (const other of [null, 'text', []]) expect(restoreAnswerNodes('1101', other, RENAMED)).toEqual(other)
  })
})
