import type { Check } from '../check.ts'
import { exchangeOrder, exchangeOutcome, messageIds, requestHash } from './exchanges.ts'
import { outboxAcknowledged, outboxComplete } from './outbox.ts'
import { cases, resolutions } from './resolving.ts'
import { returnGoods, returnRefunds } from './returns.ts'
import { lineAmount, saleAtRest, saleCovered, saleTotal } from './sale-amounts.ts'
import {
  oneLiveSettlement,
  onePersonInFlight,
  settlementMoves,
  settlementProof,
  settlementSplit,
  settlementState,
} from './settlements.ts'
import { oneOpen, shiftDrawer } from './shifts.ts'
import { stockMoves } from './stock.ts'
import { auditChain, foreignKeys, integrity, schema } from './storage.ts'
import { accountCard, tenderAmount } from './tenders.ts'
import { traceComplete, traceLiveOnce, traceState } from './trace-codes.ts'

/** All checks, in the order of their numbers. */
export const CHECKS: readonly Check[] = [
  integrity,
  foreignKeys,
  schema,
  auditChain,
  lineAmount,
  saleTotal,
  saleCovered,
  saleAtRest,
  oneLiveSettlement,
  onePersonInFlight,
  settlementMoves,
  settlementState,
  settlementSplit,
  settlementProof,
  exchangeOutcome,
  exchangeOrder,
  messageIds,
  requestHash,
  traceComplete,
  traceState,
  traceLiveOnce,
  outboxComplete,
  outboxAcknowledged,
  accountCard,
  tenderAmount,
  shiftDrawer,
  oneOpen,
  returnGoods,
  returnRefunds,
  stockMoves,
  resolutions,
  cases,
]
