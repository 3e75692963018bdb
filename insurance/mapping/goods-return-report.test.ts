import { describe, expect, it } from 'vitest'
import { ONE_UNIT, quantity, unitPrice } from '../../core/money/decimal.ts'
import { validateInput } from '../catalogue/validate.ts'
import { profileIds } from '../profiles/load-profile.ts'
import type { GoodsReportLine } from './goods-report.ts'
import { buildGoodsReturnReports, type GoodsReturnReport } from './goods-return-report.ts'
import { profileOf, refusalOf, TEN_O_CLOCK, valueOf } from './testing/samples.ts'

const DONGGUAN = profileOf('dongguan-441900')

const LINE: GoodsReportLine = {
  nationalCode: 'XA01ABD075A002010100483',
  shopCode: 'G001',
  name: '阿莫西林胶囊',
  batchSerial: 'B1',
  lotNumber: 'L20250101',
  manufacturedOn: '2025-01-01',
  expiresOn: '2027-01-01',
  prescriptionClass: '1',
  split: false,
  quantity: quantity(ONE_UNIT),
  price: unitPrice(12_500_000),
  barcode: '6901234567892',
  traceCodes: ['88298420000560224025'],
}
const REPORT: GoodsReturnReport = {
  saleNumber: '20260131-01-0001',
  returnedAt: TEN_O_CLOCK,
  operatorName: '张三',
  memo: 'R20260131-01-0001 包装破损',
  buyer: {
    kind: 'insured',
    settlementId: 'S1',
    visitId: 'M1',
    personNumber: '1',
    documentKind: '01',
    documentNumber: '441900199001011234',
    personName: '王小明',
    local: true,
  },
  lines: [LINE],
}

describe('buildGoodsReturnReports', () => {
  it('reports what came back of an insured sale with every field that the table wants', () => {
    expect(valueOf(buildGoodsReturnReports(DONGGUAN, REPORT))).toEqual([
      {
        infno: '3506A',
        input: {
          selinfoDetail: [
            {
              med_list_codg: 'XA01ABD075A002010100483',
              fixmedins_hilist_id: 'G001',
              fixmedins_hilist_name: '阿莫西林胶囊',
              fixmedins_bchno: 'B1',
              mdtrt_sn: 'M1',
              setl_id: 'S1',
              psn_no: '1',
              psn_cert_type: '01',
              certno: '441900199001011234',
              psn_name: '王小明',
              manu_lotnum: 'L20250101',
              manu_date: '2025-01-01',
              expy_end: '2027-01-01',
              rx_flag: '1',
              trdn_flag: '0',
              finl_trns_pric: '12.500000',
              sel_retn_cnt: '1.0000',
              sel_retn_time: '2026-01-31 10:00:00',
              sel_retn_opter_name: '张三',
              memo: 'R20260131-01-0001 包装破损',
              medins_prod_sel_no: '20260131-01-0001',
              drugtracinfo: [{ drug_trac_codg: '88298420000560224025' }],
            },
          ],
        },
      },
    ])
  })

  it('reports what came back of a sale that nobody insured', () => {
    const line: GoodsReportLine = {
      ...LINE,
      nationalCode: undefined,
      expiresOn: undefined,
      prescriptionClass: '2',
      split: true,
      traceCodes: [],
    }
    const report: GoodsReturnReport = { ...REPORT, buyer: { kind: 'self-paid' }, lines: [line] }
    const [request] = valueOf(buildGoodsReturnReports(DONGGUAN, report))
    expect(validateInput('3506A', request?.input)).toEqual([])
    expect(request?.input).toMatchObject({
      selinfoDetail: [{ mdtrt_sn: '20260131-01-0001', psn_cert_type: '99', rx_flag: '2', trdn_flag: '1' }],
    })
    expect(JSON.stringify(request?.input)).not.toMatch(/setl_id|psn_no|certno|drugtracinfo|med_list_codg/)
  })

  it('fits the tables of each region', () => {
    for (const id of profileIds()) {
      const profile = profileOf(id)
      for (const request of valueOf(buildGoodsReturnReports(profile, REPORT))) {
        expect(validateInput(request.infno, request.input, profile.overrides)).toEqual([])
      }
    }
  })

  it('splits a long return by the region’s limit, and by line with 3506', () => {
    const lines = Array.from({ length: 7 }, (_, index) => ({ ...LINE, shopCode: `G${index}` }))
    const small = profileOf('dongguan-441900', { goodsReport: { ...DONGGUAN.goodsReport, rowsMaximum: 3 } })
    const batches = valueOf(buildGoodsReturnReports(small, { ...REPORT, lines }))
    expect(batches.map((request) => (request.input['selinfoDetail'] as unknown[]).length)).toEqual([3, 3, 1])
    const single = profileOf('dongguan-441900', { variants: { ...DONGGUAN.variants, returnReport: '3506' } })
    const rows = valueOf(buildGoodsReturnReports(single, { ...REPORT, lines }))
    expect(rows.map((request) => request.infno)).toEqual(Array.from({ length: 7 }, () => '3506'))
    expect(validateInput('3506', rows[0]?.input)).toEqual([])
    expect(refusalOf(buildGoodsReturnReports(DONGGUAN, { ...REPORT, lines: [] })).code).toBe(
      'INSURANCE_REQUEST_INVALID',
    )
  })

  it('keeps a full batch below the 40000 characters of the envelope', () => {
    const long = { ...LINE, name: '名'.repeat(60) }
    const lines = Array.from({ length: 100 }, () => long)
    const [request] = valueOf(
      buildGoodsReturnReports(DONGGUAN, { ...REPORT, memo: '原因'.repeat(250), lines }),
    )
    expect(JSON.stringify(request?.input).length).toBeLessThan(40_000)
  })
})
