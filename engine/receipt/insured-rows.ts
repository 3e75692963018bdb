import { maskDocumentNumber, maskName } from '../../core/identity/mask.ts'
import { formatYuan, type Fen } from '../../core/money/fen.ts'
import { amountRow, centredRow, labelRow } from './mark-up.ts'
import type { ReceiptInsured } from './receipt-data.ts'

/** The insurance part of a receipt: who (masked), who paid what, the words about the account, the centre's numbers. */
export function insuredRows(insured: ReceiptInsured, columns: number): string[] {
  const { accountPaid, balanceAfter, documentNumber, institutionBorne, placeName } = insured
  const label = (name: string, text: string): string => labelRow(columns, name, text)
  const amount = (name: string, value: Fen): string => amountRow(columns, name, formatYuan(value))
  return [
    centredRow(columns, '医保结算', 'bold'),
    label('参保人', maskName(insured.personName)),
    ...(documentNumber === undefined ? [] : [label('证件号', maskDocumentNumber(documentNumber))]),
    label('险种', `${insured.insuranceTypeName}${placeName === undefined ? '' : `（${placeName}）`}`),
    amount('医保费用总额', insured.claimed),
    amount('医保基金支付', insured.fundPaid),
    amount('个人账户支付', accountPaid),
    ...(institutionBorne === 0 ? [] : [amount('机构负担', institutionBorne)]),
    amount('个人现金支付', insured.cashPart),
    ...(balanceAfter === undefined ? [] : [amount('个人账户余额', balanceAfter)]),
    ...(accountPaid > 0
      ? [centredRow(columns, `个人账户已扣 ￥${formatYuan(accountPaid)}，请勿再刷卡`, 'bold')]
      : []),
    label('结算号', insured.settlementId),
    label('就诊号', insured.visitId),
  ]
}
