import type { Answered } from '../config/centre-config.ts'
import type { Handler } from './call.ts'
import { decodeCode } from './decode-code.ts'
import { findSold } from './goods/find-sold.ts'
import { reportReturn } from './goods/report-return.ts'
import { reportSale } from './goods/report-sale.ts'
import { checkEntitlement, findInsured } from './person.ts'
import { findLines, findSettlement, findSettlementByMessage, findVisits } from './query/settlement-queries.ts'
import { findInstitution, readCodeTable } from './reference-data.ts'
import { settle, trial } from './sale/settle.ts'
import { signIn, signOut } from './sign-in.ts'
import { cancel } from './undo/cancel.ts'
import { reverse } from './undo/reverse.ts'

/** Who answers which number. */
export const HANDLERS: Readonly<Record<Answered, Handler>> = {
  '9001': signIn,
  '9002': signOut,
  '1101': findInsured,
  '1201': findInstitution,
  '1901': readCodeTable,
  '2001': checkEntitlement,
  '2101': trial,
  '2101A': trial,
  '2102': settle,
  '2102A': settle,
  '2102B': settle,
  '2103': cancel,
  '2601': reverse,
  '3505': reportSale,
  '3505A': reportSale,
  '3506': reportReturn,
  '3506A': reportReturn,
  '3513': findSold,
  '5201': findVisits,
  '5203': findSettlement,
  '5203A': findSettlementByMessage,
  '5204': findLines,
  '6101': decodeCode,
}
