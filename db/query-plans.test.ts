import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WritableDb } from './connection/database.ts'
import { nextMessageSerial, nextSaleNumber } from './counters/counters.ts'
import {
  BATCH_ANY,
  BATCH_EXPIRING_FIRST,
  BATCH_WITHOUT_EXPIRY,
  findGoodsByBarcode,
  findGoodsByCode,
  findGoodsById,
  findGoodsByTracePrefix,
  GOODS_BY_BARCODE,
  GOODS_BY_CODE,
  GOODS_BY_TRACE_PREFIX,
  learnPrefix,
  pickBatch,
  PREFIXES_OF_GOODS,
  prefixesOf,
} from './goods/goods-repository.ts'
import {
  SEARCH_BARCODE,
  SEARCH_CODE,
  SEARCH_INITIALS,
  SEARCH_NAME_PART,
  SEARCH_NAME_PART_ANY_CASE,
  SEARCH_NAME_START,
  SEARCH_NATIONAL_CODE,
  searchGoods,
} from './goods/search-goods.ts'
import {
  countOpenCases,
  dueCases,
  expediteCases,
  nextCaseAt,
  openCaseOf,
  openCases,
  caseOfUndo,
  casesBeingUndone,
} from './cases/case-repository.ts'
import {
  exchangeByMsgid,
  exchangeOutcome,
  exchangesOfSale,
  unfinishedExchanges,
} from './journal/exchange-repository.ts'
import {
  dueResolutions,
  expediteResolutions,
  nextResolutionAt,
  openResolutionOf,
  openResolutions,
} from './resolutions/resolution-repository.ts'
import { countUploads, dueUploads, returnReported, uploadsOfSale } from './outbox/outbox-repository.ts'
import { deviceSettings } from './devices/device-setting-repository.ts'
import { drawerOpenings } from './devices/drawer-repository.ts'
import {
  abandonPrinting,
  movePrintJob,
  nextPrintJob,
  openPrintJobs,
  printJobById,
  printJobsOfSale,
} from './printing/print-job-repository.ts'
import { receiptCopies, recordReceiptCopy } from './receipts/receipt-copy-repository.ts'
import {
  openRefunds,
  refundById,
  refundedBesides,
  refundedOfSale,
  refundsOfReturn,
} from './returns/refund-repository.ts'
import {
  codesOfReturn,
  goneOfSale,
  linesOfReturn,
  openReturnOf,
  returnById,
  unfinishedReturns,
} from './returns/return-repository.ts'
import { recordReturnCopy } from './returns/return-copy-repository.ts'
import { linesOfSale } from './sales/line-repository.ts'
import { openSaleOf, recentSales, saleById, saleByNumber } from './sales/sale-repository.ts'
import { openLateTenders } from './cases/late-tender.ts'
import { tenderById, tendersInFlight, tendersOfSale } from './sales/tender-repository.ts'
import { refusedByCentre } from './settlements/refused-by-centre.ts'
import { liveTraceCodes, soldTraceCodesOf, traceCodesOfSale } from './sales/trace-repository.ts'
import { cancellationOf, saleInFlightOf } from './settlements/cancellation-repository.ts'
import { currentIdentification } from './settlements/identification-repository.ts'
import {
  countUnresolvedSettlements,
  latestSettlementOf,
  sameSettlementSince,
  settlementInFlightOf,
  settlementOfExchange,
  unresolvedSettlements,
} from './settlements/settlement-repository.ts'
import {
  CURRENT_SHIFT,
  currentShift,
  LAST_SIGN,
  SHIFT_CASH,
  SHIFT_INSURED,
  SHIFT_REFUNDED,
  SHIFT_SALES,
  shiftFigures,
} from './shifts/shift-repository.ts'
import { explain } from './testing/explain.ts'
import { insertSamples } from './testing/sample-rows.ts'
import { freshTill, NOON, openTill, temporaryFolder, TODAY } from './testing/till-database.ts'
import { fen } from '../core/money/fen.ts'

const FIRST_BARCODE = [
  'CORRELATED SCALAR SUBQUERY 1',
  'SEARCH b USING COVERING INDEX goods_barcode_by_goods (goods_id=?)',
]

describe('the plan of a hot query', () => {
  it.each([
    [
      'a barcode',
      GOODS_BY_BARCODE,
      [
        'SEARCH s USING PRIMARY KEY (barcode=?)',
        'SEARCH g USING INTEGER PRIMARY KEY (rowid=?)',
        ...FIRST_BARCODE,
      ],
    ],
    [
      'a shop code',
      GOODS_BY_CODE,
      ['SEARCH g USING INDEX sqlite_autoindex_goods_1 (code=?)', ...FIRST_BARCODE],
    ],
    [
      'a trace prefix',
      GOODS_BY_TRACE_PREFIX,
      [
        'SEARCH p USING PRIMARY KEY (prefix=?)',
        'SEARCH g USING INTEGER PRIMARY KEY (rowid=?)',
        ...FIRST_BARCODE,
      ],
    ],
    [
      'the prefixes of a good',
      PREFIXES_OF_GOODS,
      ['SEARCH trace_prefix USING COVERING INDEX trace_prefix_by_goods (goods_id=?)'],
    ],
    [
      'the batch to sell',
      BATCH_EXPIRING_FIRST,
      ['SEARCH goods_batch USING INDEX goods_batch_by_expiry (goods_id=? AND expires_on>?)'],
    ],
    [
      'an undated batch',
      BATCH_WITHOUT_EXPIRY,
      ['SEARCH goods_batch USING INDEX goods_batch_by_expiry (goods_id=? AND expires_on=?)'],
    ],
    ['any batch', BATCH_ANY, ['SEARCH goods_batch USING COVERING INDEX goods_batch_by_expiry (goods_id=?)']],
    [
      'initials',
      SEARCH_INITIALS,
      [
        'SEARCH i USING PRIMARY KEY (initials>? AND initials<?)',
        'SEARCH g USING INTEGER PRIMARY KEY (rowid=?)',
      ],
    ],
    [
      'the beginning of a name',
      SEARCH_NAME_START,
      ['SEARCH g USING COVERING INDEX goods_by_name (name>? AND name<?)'],
    ],
    ['part of a name', SEARCH_NAME_PART, ['SCAN g USING COVERING INDEX goods_by_name']],
    ['part of a name in any case', SEARCH_NAME_PART_ANY_CASE, ['SCAN g USING COVERING INDEX goods_by_name']],
    [
      'the beginning of a code',
      SEARCH_CODE,
      ['SEARCH g USING INDEX sqlite_autoindex_goods_1 (code>? AND code<?)'],
    ],
    [
      'the beginning of a national code',
      SEARCH_NATIONAL_CODE,
      ['SEARCH g USING INDEX goods_by_national_code (national_code>? AND national_code<?)'],
    ],
    [
      'the beginning of a barcode',
      SEARCH_BARCODE,
      [
        'SEARCH b USING PRIMARY KEY (barcode>? AND barcode<?)',
        'SEARCH g USING INTEGER PRIMARY KEY (rowid=?)',
      ],
    ],
    [
      'the open shift',
      CURRENT_SHIFT,
      ['SEARCH s USING INDEX shift_one_open (till=?)', 'SEARCH o USING INTEGER PRIMARY KEY (rowid=?)'],
    ],
    [
      'the last sign_no of an operator',
      LAST_SIGN,
      ['SEARCH shift USING INDEX shift_signed (till=? AND operator_id=?)'],
    ],
    ['the sales of a shift', SHIFT_SALES, ['SEARCH sale USING INDEX sale_by_shift (shift_id=?)']],
    [
      'the insured sums of a shift',
      SHIFT_INSURED,
      [
        'SEARCH sale USING INDEX sale_by_shift (shift_id=?)',
        'SEARCH settlement USING INDEX settlement_by_sale (sale_id=?)',
      ],
    ],
    [
      'the cash of a shift',
      SHIFT_CASH,
      ['SEARCH tender USING INDEX tender_by_shift (shift_id=? AND kind=?)'],
    ],
    [
      'the refunds of a shift',
      SHIFT_REFUNDED,
      [
        'SEARCH refund USING INDEX refund_by_shift (shift_id=?)',
        'SEARCH tender USING INDEX sqlite_autoindex_tender_1 (id=?)',
      ],
    ],
  ])('%s', (_, sql, plan) => {
    const { db } = freshTill()
    expect(explain(db, sql)).toEqual(plan)
  })
})

/** Scans that are meant: they stop at a limit, or read a partial index that holds only what is still open. */
const MEANT = [
  /^SCAN g USING COVERING INDEX goods_by_name$/,
  /^SCAN outbox USING (COVERING )?INDEX outbox_waiting$/,
  /^SCAN settlement USING (COVERING )?INDEX settlement_open$/,
  /^SCAN resolution USING (COVERING )?INDEX resolution_due$/,
  /^SCAN sale_case USING (COVERING )?INDEX sale_case_(open|due)$/,
  /^SCAN sale USING INDEX sqlite_autoindex_sale_1$/,
  /^SCAN sale_return USING INDEX sale_return_unfinished$/,
  /^SCAN tender USING INDEX tender_one_in_flight$/,
  /^SCAN refund USING INDEX refund_open$/,
  /^SCAN CONSTANT ROW$/,
  /^SCAN (j|print_job) USING INDEX print_job_open$/,
  /^SCAN d USING INDEX drawer_opening_by_time$/,
  // a row for each device at the most
  /^SCAN device_setting$/,
]

describe('what runs at the counter', () => {
  /** The text of every statement that `work` runs. */
  function statementsOf(work: (db: WritableDb) => void): string[] {
    const heard: string[] = []
    const db = openTill(join(temporaryFolder(), 'till.db'), {
      slow: { limitMs: -1, report: ({ sql }) => heard.push(sql) },
    })
    insertSamples(db)
    heard.length = 0
    db.transaction(() => {
      work(db)
    })
    return [...new Set(heard)]
  }

  it('never reads a table from end to end', () => {
    const statements = statementsOf((db) => {
      findGoodsByBarcode(db, '6901234567892')
      findGoodsById(db, 1)
      findGoodsByCode(db, 'G0001')
      findGoodsByTracePrefix(db, '8123456')
      prefixesOf(db, 1)
      learnPrefix(db, { prefix: '9999999', goodsId: 1, operatorId: 1, at: NOON })
      pickBatch(db, 1, TODAY)
      pickBatch(db, 2, TODAY)
      searchGoods(db, 'amx', { limit: 12, today: TODAY })
      searchGoods(db, '阿莫', { limit: 12, today: TODAY })
      nextMessageSerial(db, '20260201120000')
      nextSaleNumber(db, TODAY, '01')
      currentShift(db, '01')
      shiftFigures(db, { id: 'shift-1', openingFloat: fen(0) })
      receiptCopies(db, 'sale-1')
      recordReceiptCopy(db, { saleId: 'sale-1', operatorId: 1, at: NOON })
      openSaleOf(db, '01')
      saleById(db, 'sale-1')
      recentSales(db, 50)
      linesOfSale(db, 'sale-1')
      tendersOfSale(db, 'sale-1')
      tenderById(db, 'tender-1')
      tendersInFlight(db)
      refundById(db, 'refund-1')
      refundedBesides(db, 'tender-1', 'refund-1')
      openRefunds(db)
      openLateTenders(db)
      refusedByCentre(db, 'settle-1')
      traceCodesOfSale(db, 'sale-1')
      liveTraceCodes(db, '81234567890123456789')
      currentIdentification(db, 'sale-1')
      latestSettlementOf(db, 'sale-1')
      countUnresolvedSettlements(db)
      unresolvedSettlements(db)
      settlementInFlightOf(db, 'P1')
      sameSettlementSince(db, { personNumber: 'P1', claimed: fen(1_250), since: NOON })
      settlementOfExchange(db, 'sale-1', 1)
      exchangeByMsgid(db, 'P44190000001202602011200000001')
      exchangeOutcome(db, 1)
      openResolutionOf(db, 'settle-1')
      dueResolutions(db, NOON, 20)
      nextResolutionAt(db)
      expediteResolutions(db, NOON)
      openResolutions(db, 100)
      openCaseOf(db, 'sale-1')
      openCases(db, 100)
      countOpenCases(db)
      dueCases(db, NOON, 20)
      nextCaseAt(db)
      expediteCases(db, NOON)
      caseOfUndo(db, 1)
      casesBeingUndone(db)
      exchangesOfSale(db, 'sale-1')
      unfinishedExchanges(db)
      dueUploads(db, NOON, 10)
      countUploads(db, 5)
      uploadsOfSale(db, 'sale-1')
      saleByNumber(db, '20260201-01-0001')
      soldTraceCodesOf(db, 'sale-1')
      returnById(db, 'return-1')
      openReturnOf(db, 'sale-1')
      unfinishedReturns(db)
      linesOfReturn(db, 'return-1')
      codesOfReturn(db, 'return-1')
      goneOfSale(db, 'sale-1')
      refundsOfReturn(db, 'return-1')
      refundedOfSale(db, 'sale-1')
      returnReported(db, 'return-1')
      recordReturnCopy(db, { returnId: 'return-1', operatorId: 1, at: NOON })
      cancellationOf(db, 'settle-1')
      saleInFlightOf(db, 'P1')
      printJobById(db, 'job-1')
      nextPrintJob(db)
      openPrintJobs(db, 50)
      printJobsOfSale(db, 'sale-1')
      movePrintJob(db, 'job-1', { from: ['waiting'], to: 'printing', problem: null, at: NOON, attempt: true })
      abandonPrinting(db, NOON)
      drawerOpenings(db, 50)
      deviceSettings(db)
    })
    expect(statements.length).toBeGreaterThan(50)
    const { db } = freshTill()
    const scans = statements.flatMap((sql) =>
      explain(db, sql)
        .filter((step) => step.startsWith('SCAN') && !MEANT.some((meant) => meant.test(step)))
        .map((step) => `${step}: ${sql}`),
    )
    expect(scans).toEqual([])
  })
})
