import { unitPrice, units } from '../../../core/money/decimal.ts'
import { fen } from '../../../core/money/fen.ts'
import { DEFAULT_FOOTER, type ReceiptData, type ReceiptInsured, type ReceiptLine } from '../receipt-data.ts'

export const SAMPLE_LINE: ReceiptLine = {
  name: '阿莫西林胶囊',
  specification: '0.25g×24粒',
  manufacturer: '广州白云山医药集团股份有限公司白云山制药总厂',
  unit: '盒',
  quantity: units(2),
  unitPrice: unitPrice(12_500_000),
  split: false,
  gross: fen(25_00),
  discount: fen(1_00),
  amount: fen(24_00),
  insurable: true,
  lotNumber: 'A230101',
  expiresOn: '2027-01-31',
  traceCodes: ['88298420000560224025', '88298420000560224026'],
}

const SPLIT_LINE: ReceiptLine = {
  name: '复方甘草片',
  specification: '50片',
  manufacturer: '北京同仁堂制药有限公司',
  unit: '片',
  quantity: units(10),
  unitPrice: unitPrice(333_333),
  split: true,
  gross: fen(3_33),
  discount: fen(0),
  amount: fen(3_33),
  insurable: true,
  traceCodes: ['83003850000000131888'],
}

const OWN_PAID_LINE: ReceiptLine = {
  name: '医用外科口罩（耳挂式）独立包装 17.5cm×9.5cm',
  specification: '10只/袋',
  manufacturer: '',
  unit: '袋',
  quantity: units(1),
  unitPrice: unitPrice(9_900_000),
  split: false,
  gross: fen(9_90),
  discount: fen(0),
  amount: fen(9_90),
  insurable: false,
  traceCodes: ['0106901234567892172712311012345678901234567890217654321076543210'],
}

export const SAMPLE_INSURED: ReceiptInsured = {
  personName: '王小明',
  documentNumber: '441900199001011234',
  insuranceTypeName: '职工基本医疗保险',
  placeName: '本地',
  claimed: fen(27_33),
  fundPaid: fen(10_00),
  accountPaid: fen(15_00),
  cashPart: fen(2_33),
  institutionBorne: fen(0),
  balanceAfter: fen(1_234_56),
  settlementId: '441900G0000012345678',
  visitId: '441900M0000012345678',
}

/** An insured sale of three lines: packs, a split pack, and one that the person pays. */
export const SAMPLE_RECEIPT: ReceiptData = {
  shop: {
    name: '东莞市康民大药房连锁有限公司南城店',
    code: 'P44190001234',
    address: '东莞市南城街道鸿福路100号1栋101',
    phone: '0769-22000000',
    creditCode: '91441900MA4W00000X',
  },
  till: '01',
  saleNumber: '20260105-01-0007',
  operator: { number: '001', name: '李梅' },
  completedAt: Date.UTC(2026, 0, 5, 2, 20, 30),
  printedAt: Date.UTC(2026, 0, 5, 2, 20, 31),
  copy: 1,
  lines: [SAMPLE_LINE, SPLIT_LINE, OWN_PAID_LINE],
  gross: fen(38_23),
  discount: fen(1_00),
  total: fen(37_23),
  insured: SAMPLE_INSURED,
  tenders: [{ kind: 'cash', amount: fen(12_23), received: fen(20_00), change: fen(7_77) }],
  footer: DEFAULT_FOOTER,
}
