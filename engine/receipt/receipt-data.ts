import type { Quantity, UnitPrice } from '../../core/money/decimal.ts'
import type { Fen } from '../../core/money/fen.ts'
import type { PaymentChannel } from '../../core/tender/payment-code.ts'
import type { TenderKind } from '../../core/tender/tender.ts'

/** Paper width in millimetres: 58 prints 32 columns, 80 prints 48. */
export type ReceiptWidth = '58' | '80'

export type ReceiptShop = {
  readonly name: string
  /** `fixmedins_code` */
  readonly code: string
  readonly address?: string
  readonly phone?: string
  /** 统一社会信用代码, for the invoice. */
  readonly creditCode?: string
}

export type ReceiptLine = {
  readonly name: string
  readonly specification: string
  readonly manufacturer: string
  /** The unit that quantity and price are per: the split unit when `split`. */
  readonly unit: string
  readonly quantity: Quantity
  readonly unitPrice: UnitPrice
  /** 拆零 */
  readonly split: boolean
  readonly gross: Fen
  /** All discount on the line: its own and its share of the sale's. */
  readonly discount: Fen
  readonly amount: Fen
  /** Was claimed from the insurance (has a national code). Marked only on insured receipts. */
  readonly insurable: boolean
  readonly lotNumber?: string
  /** yyyy-MM-dd */
  readonly expiresOn?: string
  /** Every code, in the order of the scans. */
  readonly traceCodes: readonly string[]
}

/** The settlement of an insured sale. Masking of name and document is done by the receipt. */
export type ReceiptInsured = {
  readonly personName: string
  readonly documentNumber?: string
  /** Words for the insurance type, e.g. 职工基本医疗保险. */
  readonly insuranceTypeName: string
  /** Words for where the person is insured: 本地, 省内异地, 跨省异地, or a place. */
  readonly placeName?: string
  /** `medfee_sumamt` */
  readonly claimed: Fen
  /** `fund_pay_sumamt` */
  readonly fundPaid: Fen
  /** `acct_pay` */
  readonly accountPaid: Fen
  /** `psn_cash_pay` */
  readonly cashPart: Fen
  /** `hosp_part_amt` */
  readonly institutionBorne: Fen
  /** `balc` after the settlement, where the centre said it. */
  readonly balanceAfter?: Fen
  /** `setl_id` */
  readonly settlementId: string
  /** `mdtrt_id` */
  readonly visitId: string
}

export type ReceiptTender = {
  readonly kind: TenderKind
  readonly amount: Fen
  readonly received: Fen
  readonly change: Fen
  /** Whose wallet paid by code. */
  readonly channel?: PaymentChannel
  /** What the POS slip or the acquirer calls the payment. */
  readonly reference?: string
}

/** Everything that stands on a receipt, as the database has it. Times are milliseconds since 1970, printed in China time. */
export type ReceiptData = {
  readonly shop: ReceiptShop
  readonly till: string
  readonly saleNumber: string
  readonly operator: { readonly number: string; readonly name: string }
  readonly completedAt: number
  readonly printedAt: number
  /** 1 is the original; from 2 on the receipt carries 「重印 第 copy−1 次」. */
  readonly copy: number
  readonly lines: readonly ReceiptLine[]
  readonly gross: Fen
  readonly discount: Fen
  readonly total: Fen
  readonly insured?: ReceiptInsured
  readonly tenders: readonly ReceiptTender[]
  /** Sentences at the end: invoice, returns, hotlines. */
  readonly footer: readonly string[]
}

/** What every pharmacy's receipt ends with unless the shop configured its own. */
export const DEFAULT_FOOTER: readonly string[] = [
  '药品除质量原因外，一经售出，不得退换',
  '开具发票请凭本小票',
  '医保热线 12393 投诉热线 12315',
]
