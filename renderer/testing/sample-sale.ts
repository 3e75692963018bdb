import type { InsuredView } from '../../engine/contract/insured.ts'
import type { CaseView, OpenSettlement } from '../../engine/contract/resolving.ts'
import type { ReturnableSale, ReturnView } from '../../engine/contract/returns.ts'
import type { LineView, SaleView, SettlementView } from '../../engine/contract/sale.ts'
import type { OpenTender } from '../../engine/contract/tenders.ts'
import type { Facts } from '../input/input-state.ts'

export function sampleLine(change: Partial<LineView> = {}): LineView {
  return {
    id: 'line-1',
    position: 1,
    goodsId: 7,
    code: '10007',
    name: '阿莫西林胶囊',
    specification: '0.25g*24粒',
    manufacturer: '某药业',
    unit: '盒',
    quantity: 20_000,
    split: false,
    unitPrice: 12_500_000,
    listPrice: null,
    gross: 2500,
    discount: 0,
    amount: 2500,
    insurable: true,
    prescriptionClass: '0',
    lotNumber: '240601',
    expiresOn: '2027-05-31',
    trace: { needed: 2, captured: 2, codes: ['81000010000000000001', '81000010000000000002'] },
    ...change,
  }
}

export function sampleInsured(change: Partial<InsuredView> = {}): InsuredView {
  const option = {
    insuranceType: '310',
    insuranceTypeName: '职工',
    normal: true,
    place: '441900',
    locality: 'local',
    balance: 120_340,
    employer: null,
  } as const
  return {
    credentialType: '01',
    personName: '王*明',
    documentNumber: '4419**********1234',
    gender: '1',
    options: [
      { ...option, position: 0 },
      { ...option, position: 1, place: '440100', locality: 'in-province' },
    ],
    chosen: 0,
    accountUsed: true,
    ...change,
  }
}

export function sampleSettlement(change: Partial<SettlementView> = {}): SettlementView {
  return {
    id: 'settlement-1',
    state: 'quoted',
    since: 0,
    claimed: 2500,
    split: {
      fundPaid: 500,
      accountPaid: 1500,
      personalPart: 2000,
      cashPart: 500,
      institutionBorne: 0,
      balanceAfter: 118_840,
    },
    accountUsed: true,
    setlId: null,
    mdtrtId: null,
    msgid: null,
    personName: '王*明',
    resolving: null,
    ...change,
  }
}

/** A sale as the engine shows it, made to agree with itself where the screens look. */
export function sampleSale(change: Partial<SaleView> = {}): SaleView {
  const lines = change.lines ?? [sampleLine()]
  const total = lines.reduce((sum, line) => sum + line.amount, 0)
  return {
    id: 'sale-1',
    number: '20260301-1-0001',
    state: 'open',
    openedAt: 0,
    lines,
    currentLineId: lines.at(-1)?.id ?? null,
    totals: { gross: total, discount: 0, total, insured: 0, tendered: 0, outstanding: total },
    insured: null,
    settlement: null,
    tenders: [],
    payableBy: ['cash', 'bank-card'],
    locked: false,
    openCaseId: null,
    nextStep: { code: 'SCAN_OR_PAY', params: {} },
    ...change,
  }
}

export function sampleOpenTender(change: Partial<OpenTender> = {}): OpenTender {
  return {
    tenderId: 'tender-1',
    returnId: null,
    saleId: 'sale-1',
    saleNumber: 'P202606010001',
    state: 'unknown',
    amount: 2500,
    channel: 'wechat',
    orderNumber: 'ORDER1',
    since: 0,
    attempts: 1,
    lastAskedAt: 0,
    nextAttemptAt: null,
    ...change,
  }
}

export function sampleFacts(change: Partial<Facts> = {}): Facts {
  return {
    connected: true,
    busy: false,
    sale: sampleSale(),
    settlements: [],
    cases: [],
    tenders: [],
    returns: [],
    devices: [],
    now: 10_000,
    ...change,
  }
}

export function sampleReturnable(change: Partial<ReturnableSale> = {}): ReturnableSale {
  const line = {
    position: 1,
    name: '阿莫西林胶囊',
    specification: '0.25g*24粒',
    unit: '盒',
    split: false,
    quantity: 20_000,
    returnable: 20_000,
    amount: 2500,
    insured: true,
  } as const
  return {
    saleId: 'sale-9',
    saleNumber: '20260301-1-0009',
    closedAt: 0,
    total: 3000,
    insured: true,
    personName: '王*明',
    openReturnId: null,
    lines: [
      {
        ...line,
        lineId: 'boxes',
        traceCodes: ['81000010000000000001', '81000010000000000002'],
        codesNeeded: 'each-box',
      },
      { ...line, lineId: 'plain', returnable: 20_000, traceCodes: [], codesNeeded: 'none' },
    ],
    ...change,
  }
}

export function sampleReturn(change: Partial<ReturnView> = {}): ReturnView {
  const step = { amount: null, refundId: null, tenderKind: null, byHand: false, refused: false } as const
  return {
    id: 'return-1',
    number: '20260301-1-R0001',
    saleId: 'sale-9',
    saleNumber: '20260301-1-0009',
    state: 'open',
    reason: '其他',
    openedAt: 0,
    amount: 2500,
    insured: true,
    personName: '王*明',
    settlementId: 'settlement-9',
    lines: [],
    money: { fundBack: 500, accountBack: 1500, tendersBack: 500, paidAgain: 0 },
    steps: [
      { ...step, kind: 'identify', state: 'now' },
      { ...step, kind: 'cancel-settlement', state: 'waiting', amount: 2000 },
      {
        ...step,
        kind: 'refund',
        state: 'waiting',
        amount: 500,
        refundId: 'refund-1',
        tenderKind: 'cash',
        byHand: true,
      },
      { ...step, kind: 'report', state: 'waiting' },
    ],
    resaleId: null,
    ...change,
  }
}

export function sampleTender(change: Partial<SaleView['tenders'][number]> = {}): SaleView['tenders'][number] {
  return {
    id: 'tender-1',
    kind: 'qr',
    state: 'taken',
    amount: 500,
    received: 500,
    change: 0,
    channel: 'wechat',
    reference: null,
    orderNumber: 'order-1',
    since: 0,
    shownCode: null,
    ...change,
  }
}

export function sampleOpenSettlement(change: Partial<OpenSettlement> = {}): OpenSettlement {
  return {
    settlementId: 'settlement-1',
    saleId: 'sale-1',
    saleNumber: '20260301-1-0001',
    personName: '王*明',
    state: 'unknown',
    claimed: 2500,
    accountPaid: 1500,
    since: 0,
    attempts: 1,
    lastAskedAt: 1_000,
    lastFinding: 'absent',
    lastProblem: null,
    nextAttemptAt: 5_000,
    nextStep: 'ask',
    waitingUntil: null,
    msgid: 'msgid-1',
    ...change,
  }
}

export function sampleCase(change: Partial<CaseView> = {}): CaseView {
  return {
    id: 'case-1',
    kind: 'late-settlement',
    state: 'open',
    saleId: 'sale-1',
    saleNumber: '20260301-1-0001',
    personName: '王*明',
    openedAt: 0,
    fundPaid: 500,
    accountPaid: 1500,
    setlId: 'setl-1',
    mdtrtId: 'mdtrt-1',
    msgid: 'msgid-1',
    lastAskedAt: null,
    lastFinding: null,
    lastProblem: null,
    waitingUntil: null,
    nextStep: 'undo',
    closedAt: null,
    note: null,
    ...change,
  }
}
