import { describe, expect, it } from 'vitest'
import { units } from '../../core/money/decimal.ts'
import { fen } from '../../core/money/fen.ts'
import { buildReturnSlip } from './build-return-slip.ts'
import { COLUMNS } from './mark-up.ts'
import { measure } from './printable.ts'
import type { ReceiptWidth } from './receipt-data.ts'
import { toEscPos, toPlainText } from './render.ts'
import { RETURN_FOOTER, type ReturnSlipData } from './return-slip-data.ts'
import { SAMPLE_LINE, SAMPLE_RECEIPT } from './testing/sample-receipt.ts'

const SLIP: ReturnSlipData = {
  shop: SAMPLE_RECEIPT.shop,
  till: '01',
  returnNumber: 'R20260106-01-0001',
  saleNumber: '20260105-01-0007',
  operator: { number: '001', name: '李梅' },
  completedAt: Date.UTC(2026, 0, 6, 2, 20, 30),
  printedAt: Date.UTC(2026, 0, 6, 2, 20, 31),
  copy: 1,
  reason: '包装破损',
  lines: [{ ...SAMPLE_LINE, quantity: units(1), gross: fen(12_50), discount: fen(50), amount: fen(12_00) }],
  amount: fen(12_00),
  insured: {
    personName: '王小明',
    fundBack: fen(10_00),
    accountBack: fen(15_00),
    balanceAfter: fen(1_249_56),
    settlementId: '441900G0000012345678',
    visitId: '441900M0000012345678',
    cancellationId: '441900G0000012349999',
  },
  refunds: [
    { kind: 'bank-card', amount: fen(5_00), reference: 'POS-778', insteadInCash: false },
    { kind: 'qr', amount: fen(1_00), insteadInCash: true },
    { kind: 'cash', amount: fen(6_23), insteadInCash: false },
  ],
  paidAgain: { saleNumber: '20260106-01-0003', amount: fen(25_23) },
  footer: RETURN_FOOTER,
}

describe.each<ReceiptWidth>(['58', '80'])('the slip of a return on %s mm', (width) => {
  const text = toPlainText(buildReturnSlip(SLIP, width), width)

  it('holds what came back, what was cancelled and what was given', () => {
    for (const part of [
      '退货小票',
      'R20260106-01-0001',
      '20260105-01-0007',
      '原因 包装破损',
      '88298420000560224025',
      '88298420000560224026',
      '参保人 王*明',
      '441900G0000012345678',
      '441900G0000012349999',
      'POS-778',
      '20260106-01-0003',
      '顾客签字',
    ]) {
      expect(text).toContain(part)
    }
    for (const amount of [
      /^退货合计（1种） +12\.00$/m,
      /^退回医保基金 +10\.00$/m,
      /^退回个人账户 +15\.00$/m,
      /^个人账户余额 +1249\.56$/m,
      /^退银行卡 +5\.00$/m,
      /^退扫码支付（改退现金） +1\.00$/m,
      /^退现金 +6\.23$/m,
      /^退给顾客 +￥12\.23$/m,
      /^保留的药另单重新结算 +25\.23$/m,
    ]) {
      expect(text).toMatch(amount)
    }
    expect(text).not.toContain('王小明')
    expect(text).not.toContain('重印')
  })

  it('fits the paper and can be printed', () => {
    for (const line of text.split('\n')) expect(measure(line)).toBeLessThanOrEqual(COLUMNS[width])
    expect(toEscPos(buildReturnSlip(SLIP, width), width).length).toBeGreaterThan(200)
  })

  it('says that it is a reprint, at both ends', () => {
    const reprint = toPlainText(buildReturnSlip({ ...SLIP, copy: 3 }, width), width)
    expect(reprint.match(/重印 第2次/g)).toHaveLength(2)
  })

  it('leaves out what there is not', () => {
    const { insured: _insured, paidAgain: _again, ...bare } = SLIP
    const plain = toPlainText(buildReturnSlip({ ...bare, refunds: [] }, width), width)
    expect(plain).toMatch(/^退给顾客 +￥0\.00$/m)
    expect(plain).not.toMatch(/医保结算|参保人|新单号/)
  })
})
