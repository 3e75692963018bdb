import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ONE_UNIT, priceTimesQuantity, quantity, unitPrice } from '../../core/money/decimal.ts'
import { fen, sumFen } from '../../core/money/fen.ts'
import { validateInput } from '../catalogue/validate.ts'
import { buildSettlement, buildTrial, type SettlementRequest } from './settlement-request.ts'
import { profileOf, refusalOf, REQUEST, valueOf } from './testing/samples.ts'

const DONGGUAN = profileOf('dongguan-441900')
const FENGYANG = profileOf('fengyang-341126')
const WITH_B = profileOf('dongguan-441900', { variants: { ...DONGGUAN.variants, settle: '2102B' } })

describe('buildSettlement', () => {
  it('writes every field as the wire spells it', () => {
    expect(valueOf(buildSettlement(DONGGUAN, REQUEST))).toEqual({
      infno: '2102A',
      input: {
        druginfo: {
          psn_no: '44190000000000001',
          mdtrt_cert_type: '02',
          mdtrt_cert_no: '441900199001011234',
          begntime: '2026-01-31 10:00:00',
          medfee_sumamt: '28.00',
          insutype: '310',
          acct_used_flag: '1',
          med_type: '41',
          minpacunt_drug_trac_cnt: '3',
          mcs_trac_cnt: '0',
        },
        drugdetail: [
          {
            feedetl_sn: '1',
            rx_circ_flag: '0',
            fee_ocur_time: '2026-01-31 10:00:00',
            med_list_codg: 'XA01ABD075A002010100483',
            medins_list_codg: 'G001',
            det_item_fee_sumamt: '25.00',
            cnt: '2.0000',
            pric: '12.500000',
            drug_trac_info: [
              { feedetl_sn: '1', drug_trac_codg: '88298420000560224025', trdn_flag: '0' },
              { feedetl_sn: '1', drug_trac_codg: '88298420000560224026', trdn_flag: '0' },
            ],
          },
          {
            feedetl_sn: '2',
            rx_circ_flag: '0',
            fee_ocur_time: '2026-01-31 10:00:01',
            med_list_codg: 'XA01ABD075A002010100484',
            medins_list_codg: 'G002',
            det_item_fee_sumamt: '3.00',
            cnt: '6.0000',
            pric: '0.500000',
            drug_trac_info: [{ feedetl_sn: '2', drug_trac_codg: '83003850000000131888', trdn_flag: '1' }],
          },
        ],
      },
    })
  })

  it('takes the region’s variant: the unit type with 2102B, no counters where the edition has none', () => {
    const withB = valueOf(buildSettlement(WITH_B, REQUEST))
    expect(withB.infno).toBe('2102B')
    expect(JSON.stringify(withB.input)).toContain('"trdn_flag":"0","min_prcunt_type":"2"')
    expect(JSON.stringify(withB.input)).toContain('"trdn_flag":"1","min_prcunt_type":"1"')
    const plain = valueOf(buildSettlement(FENGYANG, REQUEST))
    expect(plain.infno).toBe('2102')
    expect(JSON.stringify(plain.input)).not.toMatch(/trac_cnt|min_prcunt_type/)
  })

  it('counts the codes of consumables apart', () => {
    const [first, second] = REQUEST.lines
    if (first === undefined || second === undefined) throw new Error('two lines')
    const mixed = { ...REQUEST, lines: [{ ...first, consumable: true }, second] }
    expect(valueOf(buildSettlement(DONGGUAN, mixed)).input).toMatchObject({
      druginfo: { minpacunt_drug_trac_cnt: '1', mcs_trac_cnt: '2' },
    })
  })

  it('carries prescription and chronic disease', () => {
    const [first] = REQUEST.lines
    if (first === undefined) throw new Error('a line')
    const prescribed = {
      ...REQUEST,
      total: first.amount,
      disease: { code: 'M07200', name: '糖尿病' },
      lines: [
        { ...first, prescription: { number: 'RX1', external: true, doctorCode: 'D1', doctorName: '李医生' } },
      ],
    }
    const { input } = valueOf(buildSettlement(DONGGUAN, prescribed))
    expect(input).toMatchObject({
      druginfo: { dise_codg: 'M07200', dise_name: '糖尿病' },
      drugdetail: [{ rxno: 'RX1', rx_circ_flag: '1', bilg_dr_codg: 'D1', bilg_dr_name: '李医生' }],
    })
    expect(validateInput('2102A', input)).toEqual([])
  })
})

describe('buildTrial', () => {
  it('asks the same without trace codes and counters', () => {
    const trial = valueOf(buildTrial(DONGGUAN, REQUEST))
    expect(trial.infno).toBe('2101A')
    expect(JSON.stringify(trial.input)).not.toContain('trac')
    expect(validateInput('2101A', trial.input)).toEqual([])
    expect(valueOf(buildTrial(FENGYANG, REQUEST)).infno).toBe('2101')
  })
})

describe('requests that must not leave', () => {
  const [line] = REQUEST.lines
  if (line === undefined) throw new Error('a line')
  const refused = (change: Partial<SettlementRequest>): unknown => {
    const { code, params } = refusalOf(buildSettlement(DONGGUAN, { ...REQUEST, ...change }))
    return [code, params['where'], params['problem']]
  }

  it('are refused by field', () => {
    expect(refused({ lines: [] })).toEqual(['INSURANCE_REQUEST_INVALID', 'drugdetail', 'missing'])
    expect(refused({ total: fen(2801) })).toEqual(['INSURANCE_REQUEST_INVALID', 'medfee_sumamt', 'sum'])
    expect(refused({ total: fen(-100), lines: [{ ...line, amount: fen(-100) }] })).toEqual([
      'INSURANCE_REQUEST_INVALID',
      'medfee_sumamt',
      'negative',
    ])
    expect(refused({ total: fen(2501), lines: [{ ...line, amount: fen(2501) }] })).toEqual([
      'INSURANCE_REQUEST_INVALID',
      'pric',
      'product',
    ])
    expect(refused({ total: fen(5000), lines: [line, line] })).toEqual([
      'INSURANCE_REQUEST_INVALID',
      'feedetl_sn',
      'repeated',
    ])
  })
})

describe('any basket', () => {
  const lines = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 9_999_000_000 }),
      fc.integer({ min: 1, max: 99 * ONE_UNIT }),
      fc.nat(3),
      fc.boolean(),
    ),
    { minLength: 1, maxLength: 12 },
  )
  it('makes a request that the tables of each variant accept and that adds up', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(DONGGUAN, FENGYANG, WITH_B), (drawn, profile) => {
        const made = drawn.map(([micro, count, codes, split], index) => ({
          feeDetailNumber: String(index + 1),
          nationalCode: `X${index}`,
          shopCode: `G${index}`,
          price: unitPrice(micro),
          quantity: quantity(count),
          amount: priceTimesQuantity(unitPrice(micro), quantity(count)),
          occurredAt: REQUEST.beginTime,
          traceCodes: Array.from({ length: codes }, (_, code) => ({ code: `8${index}${code}`, split })),
        }))
        const request = { ...REQUEST, total: sumFen(made.map((entry) => entry.amount)), lines: made }
        const settlement = valueOf(buildSettlement(profile, request))
        expect(validateInput(settlement.infno, settlement.input, profile.overrides)).toEqual([])
        const trial = valueOf(buildTrial(profile, request))
        expect(validateInput(trial.infno, trial.input, profile.overrides)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
