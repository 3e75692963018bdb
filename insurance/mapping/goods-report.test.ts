import { describe, expect, it } from 'vitest'
import { ONE_UNIT, quantity, unitPrice } from '../../core/money/decimal.ts'
import { validateInput } from '../catalogue/validate.ts'
import { buildGoodsReports, readGoodsReport, type GoodsReport, type GoodsReportLine } from './goods-report.ts'
import { profileOf, refusalOf, TEN_O_CLOCK, valueOf } from './testing/samples.ts'

const DONGGUAN = profileOf('dongguan-441900')
const FENGYANG = profileOf('fengyang-341126')

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
  quantity: quantity(2 * ONE_UNIT),
  price: unitPrice(12_500_000),
  barcode: '6901234567892',
  traceCodes: ['88298420000560224025', '88298420000560224026'],
}
const INSURED: GoodsReport['buyer'] = {
  kind: 'insured',
  settlementId: 'S1',
  visitId: 'M1',
  personNumber: '1',
  documentKind: '01',
  documentNumber: '441900199001011234',
  personName: '王小明',
  local: true,
}
const REPORT: GoodsReport = {
  saleNumber: '20260131-01-0001',
  soldAt: TEN_O_CLOCK,
  operatorName: '张三',
  buyer: INSURED,
  lines: [LINE],
}

describe('buildGoodsReports', () => {
  it('reports an insured sale with every field that the table wants', () => {
    expect(valueOf(buildGoodsReports(DONGGUAN, REPORT))).toEqual([
      {
        infno: '3505A',
        input: {
          selinfoDetail: [
            {
              med_list_codg: 'XA01ABD075A002010100483',
              fixmedins_hilist_id: 'G001',
              fixmedins_hilist_name: '阿莫西林胶囊',
              fixmedins_bchno: 'B1',
              prsc_dr_name: '无',
              rx_circ_flag: '0',
              phar_name: '无',
              phar_prac_cert_no: '无',
              hi_feesetl_type: '1',
              mdtrt_setl_type: '1',
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
              rtal_docno: '20260131-01-0001',
              drug_prod_barc: '6901234567892',
              sel_retn_cnt: '2.0000',
              sel_retn_time: '2026-01-31 10:00:00',
              sel_retn_opter_name: '张三',
              drugtracinfo: [
                { drug_trac_codg: '88298420000560224025' },
                { drug_trac_codg: '88298420000560224026' },
              ],
            },
          ],
        },
      },
    ])
  })

  it('reports a sale that nobody insured, of goods without a national code', () => {
    const line = {
      ...LINE,
      nationalCode: undefined,
      expiresOn: undefined,
      barcode: undefined,
      traceCodes: [],
      prescriptionClass: '2',
      split: true,
    } as const
    const [request] = valueOf(
      buildGoodsReports(DONGGUAN, { ...REPORT, buyer: { kind: 'self-paid' }, lines: [line] }),
    )
    expect(validateInput('3505A', request?.input)).toEqual([])
    expect(request?.input).toMatchObject({
      selinfoDetail: [
        {
          hi_feesetl_type: '0',
          mdtrt_setl_type: '2',
          mdtrt_sn: '20260131-01-0001',
          psn_cert_type: '99',
          rx_flag: '2',
          trdn_flag: '1',
        },
      ],
    })
    expect(JSON.stringify(request?.input)).not.toMatch(
      /setl_id|psn_no|certno|drugtracinfo|med_list_codg|expy_end/,
    )
  })

  it('says where the person is insured, who reviewed and who prescribed', () => {
    const report: GoodsReport = {
      ...REPORT,
      buyer: { ...INSURED, local: false, documentKind: '' },
      pharmacist: { name: '李药师', certificateNumber: 'C1' },
      lines: [
        {
          ...LINE,
          prescription: {
            number: 'RX1',
            external: true,
            doctorName: '陈医生',
            doctorDocumentKind: '01',
            doctorDocumentNumber: 'D',
          },
        },
      ],
    }
    const [request] = valueOf(buildGoodsReports(DONGGUAN, report))
    expect(request?.input).toMatchObject({
      selinfoDetail: [
        {
          hi_feesetl_type: '2',
          psn_cert_type: '99',
          phar_name: '李药师',
          phar_prac_cert_no: 'C1',
          prsc_dr_name: '陈医生',
          prsc_dr_cert_type: '01',
          prsc_dr_certno: 'D',
          rxno: 'RX1',
          rx_circ_flag: '1',
        },
      ],
    })
    expect(validateInput('3505A', request?.input)).toEqual([])
  })

  it('fits the tables of each region, the older ones too', () => {
    for (const profile of [DONGGUAN, FENGYANG]) {
      for (const request of valueOf(buildGoodsReports(profile, REPORT))) {
        expect(validateInput(request.infno, request.input, profile.overrides)).toEqual([])
      }
    }
  })

  it('splits a long sale by the region’s limit, and by line with 3505', () => {
    const lines = Array.from({ length: 7 }, (_, index) => ({ ...LINE, shopCode: `G${index}` }))
    const small = profileOf('dongguan-441900', { goodsReport: { ...DONGGUAN.goodsReport, rowsMaximum: 3 } })
    const batches = valueOf(buildGoodsReports(small, { ...REPORT, lines }))
    expect(batches.map((request) => (request.input['selinfoDetail'] as unknown[]).length)).toEqual([3, 3, 1])
    const single = profileOf('dongguan-441900', { variants: { ...DONGGUAN.variants, report: '3505' } })
    const rows = valueOf(buildGoodsReports(single, { ...REPORT, lines }))
    expect(rows.map((request) => request.infno)).toEqual(Array.from({ length: 7 }, () => '3505'))
    expect(validateInput('3505', rows[0]?.input)).toEqual([])
    expect(refusalOf(buildGoodsReports(DONGGUAN, { ...REPORT, lines: [] })).code).toBe(
      'INSURANCE_REQUEST_INVALID',
    )
  })

  it('keeps a full batch below the 40000 characters of the envelope', () => {
    const long = { ...LINE, name: '名'.repeat(60), traceCodes: ['88298420000560224025'] }
    const [request] = valueOf(
      buildGoodsReports(DONGGUAN, { ...REPORT, lines: Array.from({ length: 100 }, () => long) }),
    )
    expect(JSON.stringify(request?.input).length).toBeLessThan(40_000)
  })
})

describe('readGoodsReport', () => {
  it('wants retRslt 1 where it is told', () => {
    expect(readGoodsReport('3505A', { result: { retRslt: '1' } }, DONGGUAN).ok).toBe(true)
    expect(readGoodsReport('3505A', { result: [{ retRslt: '1' }, { retRslt: '1' }] }, DONGGUAN)).toEqual({
      ok: true,
      value: { rowsTold: 2 },
    })
    expect(
      refusalOf(readGoodsReport('3505A', { result: { retRslt: '0', msgRslt: '追溯码重复' } }, DONGGUAN)),
    ).toEqual({
      code: 'INSURANCE_REFUSED',
      params: { infno: '3505A', code: 'retRslt 0', message: '追溯码重复' },
    })
    expect(readGoodsReport('3505A', { result: [{ retRslt: '1' }, { retRslt: '0' }] }, DONGGUAN).ok).toBe(
      false,
    )
    expect(
      readGoodsReport('3505A', { selinfoErrDetail: [{ retRslt: '0', memo: '批号不符' }] }, DONGGUAN).ok,
    ).toBe(false)
  })

  it('is content with infcode where nothing is told, or the region says so', () => {
    for (const nothing of [null, {}, { result: null }, { result: { msgRslt: 'ok' } }]) {
      expect(readGoodsReport('3505A', nothing, DONGGUAN)).toEqual({ ok: true, value: { rowsTold: 0 } })
    }
    const trusting = profileOf('dongguan-441900', {
      goodsReport: { ...DONGGUAN.goodsReport, businessResultCheck: false },
    })
    expect(readGoodsReport('3505A', { result: { retRslt: '0' } }, trusting).ok).toBe(true)
  })
})
