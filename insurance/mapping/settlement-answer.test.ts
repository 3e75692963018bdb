import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, formatYuan } from '../../core/money/fen.ts'
import { violatedSums } from '../checks/sums.ts'
import { readSettlement, readTrial } from './settlement-answer.ts'
import { MSGID, refusalOf, REQUEST, SETLINFO, TEN_O_CLOCK, valueOf } from './testing/samples.ts'

const output = (change: Record<string, unknown> = {}): never =>
  // anything that a platform may send, right or wrong
  ({ setlinfo: { ...SETLINFO, ...change } }) as never

describe('readSettlement', () => {
  it('reads every amount in fen, and who paid what adds up', () => {
    const answer = valueOf(readSettlement(output()))
    expect(answer).toMatchObject({
      settlementId: 'S1',
      visitId: 'M1',
      personNumber: '44190000000000001',
      msgid: MSGID,
      total: 2800,
      fundPaid: 800,
      personalPart: 2000,
      accountPaid: 1550,
      familyAccountPaid: 50,
      cashPart: 450,
      institutionBorne: 0,
      balanceAfter: 8450,
      settledAt: '2026-01-31 10:00:05',
      settledAtMs: TEN_O_CLOCK + 5000,
      clearing: { agency: '441900', way: '1', type: '41' },
      fundPayments: [],
      walletPaid: undefined,
    })
    expect(answer.funds).toMatchObject({ pooling: 800, civilServant: 0, disabled: 0, other: 0 })
    expect(answer.raw).toEqual(output())
    expect(violatedSums(answer, { total: REQUEST.total, accountUsed: true })).toEqual([])
  })

  it('reads what each fund paid, and the wallet', () => {
    const full = {
      setlinfo: { ...SETLINFO, exp_content: { wlt_acct_pay: '1.00' } },
      setldetail: [
        { fund_pay_type: '310100', fund_pay_type_name: '统筹基金', fund_payamt: '8.00' },
        { fund_pay_type: '', fund_payamt: '1' },
        { fund_pay_type: '310200' },
      ],
    }
    expect(valueOf(readSettlement(full))).toMatchObject({
      fundPayments: [{ type: '310100', name: '统筹基金', paid: 800 }],
      walletPaid: 100,
    })
  })

  it('takes setlinfo also as a list of one', () => {
    expect(valueOf(readSettlement({ setlinfo: [SETLINFO] })).total).toBe(2800)
  })

  it('refuses bad amounts by field: it was accepted, so money may have moved', () => {
    for (const [value, problem] of [
      ['28.001', 'unreadable'],
      ['1e3', 'unreadable'],
      ['NaN', 'unreadable'],
      ['', 'missing'],
      [null, 'missing'],
      [undefined, 'missing'],
      ['-28.00', 'negative'],
      ['999999999999.00', 'unreadable'],
      ['二十八', 'unreadable'],
      [true, 'unreadable'],
      [{}, 'unreadable'],
    ] as const) {
      const { code, params } = refusalOf(readSettlement(output({ medfee_sumamt: value })))
      expect([code, params], JSON.stringify(value)).toEqual([
        'INSURANCE_ANSWER_INVALID',
        { infno: '2102', where: 'medfee_sumamt', problem },
      ])
    }
    for (const field of ['fund_pay_sumamt', 'psn_part_amt', 'acct_pay', 'psn_cash_pay']) {
      expect(refusalOf(readSettlement(output({ [field]: undefined }))).params).toMatchObject({
        where: field,
        problem: 'missing',
      })
    }
    for (const field of ['hifp_pay', 'oth_pay', 'hosp_part_amt', 'acct_mulaid_pay', 'fulamt_ownpay_amt']) {
      expect(refusalOf(readSettlement(output({ [field]: '0.005' }))).params).toMatchObject({
        where: field,
        problem: 'unreadable',
      })
      expect(readSettlement(output({ [field]: null })).ok).toBe(true)
    }
  })

  it('refuses a settlement without its ids', () => {
    for (const field of ['setl_id', 'mdtrt_id', 'psn_no']) {
      expect(refusalOf(readSettlement(output({ [field]: ' ' }))).params).toMatchObject({
        where: field,
        problem: 'missing',
      })
    }
    expect(refusalOf(readSettlement(null)).params).toMatchObject({ where: 'setlinfo', problem: 'missing' })
    expect(refusalOf(readSettlement([])).params).toMatchObject({ where: 'setlinfo' })
    expect(refusalOf(readSettlement({ setlinfo: 'x' })).params).toMatchObject({ where: 'setlinfo' })
  })

  it('reads back to the fen whatever amounts it is sent', () => {
    const amount = fc.integer({ min: 0, max: 9_999_999_99 }).map(fen)
    fc.assert(
      fc.property(amount, amount, amount, (total, account, cash) => {
        const answer = valueOf(
          readSettlement(
            output({
              medfee_sumamt: formatYuan(total),
              acct_pay: `${formatYuan(account)}0`,
              psn_cash_pay: String(cash / 100),
            }),
          ),
        )
        expect([answer.total, answer.accountPaid, answer.cashPart]).toEqual([total, account, cash])
      }),
    )
  })
})

describe('readTrial', () => {
  it('needs no ids, but the amounts', () => {
    const { setl_id: _id, mdtrt_id: _visit, psn_no: _number, medins_setl_id: _msgid, ...rest } = SETLINFO
    const answer = valueOf(readTrial({ setlinfo: rest }))
    expect(answer).toMatchObject({ settlementId: undefined, visitId: undefined, total: 2800 })
    expect(refusalOf(readTrial({ setlinfo: { ...rest, acct_pay: '' } })).params).toMatchObject({
      infno: '2101',
      where: 'acct_pay',
    })
  })
})

describe('any output', () => {
  it('is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(SETLINFO)), (value, field) => {
        for (const candidate of [value as never, output({ [field]: value }), { setlinfo: value as never }]) {
          expect(typeof readSettlement(candidate).ok).toBe('boolean')
          expect(typeof readTrial(candidate).ok).toBe('boolean')
        }
      }),
      { numRuns: 500 },
    )
  })
})
