import { fen } from '../../../core/money/fen.ts'
import { isUsable, localityOf } from '../../../core/identity/choose-insurance.ts'
import { maskDocumentNumber, maskName } from '../../../core/identity/mask.ts'
import { nextStep } from '../../../core/sale/next-step.ts'
import { isAsked } from '../../../core/settlement/state.ts'
import { exchangeById } from '../../../db/journal/exchange-repository.ts'
import { openResolutionOf } from '../../../db/resolutions/resolution-repository.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import type { TenderRow } from '../../../db/sales/sale-rows.ts'
import { shownCodeOf } from '../../../db/sales/shown-code-repository.ts'
import { identificationById } from '../../../db/settlements/identification-repository.ts'
import type { SettlementRow } from '../../../db/settlements/settlement-repository.ts'
import type { InsuranceOption, InsuredView } from '../../contract/insured.ts'
import type { LineView, SaleView, SettlementView } from '../../contract/sale.ts'
import { resolvingView, type ResolvingRules } from '../resolving/resolving-view.ts'
import { payableBy, type PaymentFacts } from './payable-sale.ts'
import { dueOf, isLocked, tenderInFlight, type StoredLine, type StoredSale } from './sale-state.ts'

/** What the view needs to know of the region and of the shop's ways to be paid. */
export type RegionFacts = {
  readonly localPrefixes: readonly string[]
  readonly provincePrefix: string
  /** Words for `insutype`. */
  readonly insuranceTypeName: (insuranceType: string) => string
  readonly resolving: ResolvingRules
  readonly payment: PaymentFacts
}

/** The sale as the screens see it; personal data masked. */
export function saleView(db: ReadableDb, stored: StoredSale, region: RegionFacts): SaleView {
  const { sale, lines } = stored
  const due = dueOf(stored)
  const missing = lines.find((line) => line.traceMissing > 0)
  const inFlight = tenderInFlight(stored)
  const payable = payableBy(db, stored, region.payment)
  const gross = lines.reduce((sum, line) => sum + line.gross_fen, 0)
  return {
    id: sale.id,
    number: sale.number,
    state: sale.state,
    openedAt: sale.opened_at,
    lines: lines.map(lineView),
    currentLineId: sale.current_line_id,
    totals: {
      gross: fen(gross),
      discount: fen(gross - sale.total_fen),
      total: sale.total_fen,
      insured: due.insured,
      tendered: due.tendered,
      outstanding: due.outstanding,
    },
    insured: insuredView(stored, region),
    settlement: stored.settlement === undefined ? null : settlementView(db, stored.settlement, region),
    tenders: stored.tenders.map((tender) => tenderView(db, tender)),
    payableBy: [...payable],
    locked: isLocked(stored),
    openCaseId: stored.openCaseId ?? null,
    nextStep: nextStep({
      saleState: sale.state,
      lineCount: lines.length,
      missingTrace:
        missing === undefined
          ? undefined
          : { position: lines.indexOf(missing) + 1, count: missing.traceMissing },
      person: personState(stored),
      settlement: stored.settlement?.state,
      tender: inFlight === undefined ? undefined : { state: inFlight.state, amountFen: inFlight.amount_fen },
      outstandingFen: due.outstanding,
      accountUsed: stored.identification?.account_used === 1,
      accountCardAllowed: payable.includes('account-card'),
      caseOpen: stored.openCaseId !== undefined,
    }),
  }
}

function tenderView(db: ReadableDb, tender: TenderRow): SaleView['tenders'][number] {
  const code = tender.state === 'paying' ? shownCodeOf(db, tender.id) : undefined
  return {
    id: tender.id,
    kind: tender.kind,
    state: tender.state,
    amount: tender.amount_fen,
    received: tender.received_fen,
    change: tender.change_fen,
    channel: tender.channel,
    reference: tender.reference,
    orderNumber: tender.order_number,
    since: tender.changed_at,
    shownCode: code === undefined ? null : { text: code.code_text, expiresAt: code.expires_at },
  }
}

function personState(stored: StoredSale): 'none' | 'choice-needed' | 'chosen' {
  if (stored.identification === undefined) return 'none'
  return stored.identification.chosen_position === null ? 'choice-needed' : 'chosen'
}

function lineView(line: StoredLine): LineView {
  return {
    id: line.id,
    position: line.position,
    goodsId: line.goods_id,
    code: line.code,
    name: line.name,
    specification: line.specification,
    manufacturer: line.manufacturer,
    unit: line.unit,
    quantity: line.quantity_e4,
    split: line.split === 1,
    unitPrice: line.unit_price_micro,
    listPrice: line.list_price_micro,
    gross: line.gross_fen,
    discount: fen(line.own_discount_fen + line.shared_discount_fen),
    amount: line.amount_fen,
    insurable: line.national_code !== null,
    prescriptionClass: line.prescription_class,
    lotNumber: line.lot_number,
    expiresOn: line.expires_on,
    trace: {
      needed: line.traceNeeded,
      captured: line.traceCodes.length,
      codes: line.traceCodes.map((trace) => trace.code),
    },
  }
}

function insuredView(stored: StoredSale, region: RegionFacts): InsuredView | null {
  const { identification } = stored
  if (identification === undefined) return null
  return {
    credentialType: identification.credential_type,
    personName: maskName(identification.person_name),
    documentNumber: maskDocumentNumber(identification.document_number),
    gender: identification.gender,
    options: stored.insurances.map((insurance): InsuranceOption => ({
      position: insurance.position,
      insuranceType: insurance.insuranceType,
      insuranceTypeName: region.insuranceTypeName(insurance.insuranceType),
      normal: isUsable(insurance),
      place: insurance.place,
      locality: localityOf(insurance.place, region),
      balance: insurance.balance,
      employer: insurance.employer ?? null,
    })),
    chosen: identification.chosen_position,
    accountUsed: identification.account_used === 1,
  }
}

function splitView(settlement: SettlementRow): SettlementView['split'] {
  const { fund_paid_fen, account_paid_fen, personal_part_fen, cash_part_fen, institution_borne_fen } =
    settlement
  if (
    fund_paid_fen === null ||
    account_paid_fen === null ||
    personal_part_fen === null ||
    cash_part_fen === null ||
    institution_borne_fen === null
  ) {
    return null
  }
  return {
    fundPaid: fund_paid_fen,
    accountPaid: account_paid_fen,
    personalPart: personal_part_fen,
    cashPart: cash_part_fen,
    institutionBorne: institution_borne_fen,
    balanceAfter: settlement.balance_after_fen,
  }
}

function settlementView(db: ReadableDb, settlement: SettlementRow, region: RegionFacts): SettlementView {
  const person = identificationById(db, settlement.identification_id)
  const exchange =
    settlement.settle_exchange_id === null ? undefined : exchangeById(db, settlement.settle_exchange_id)
  const resolution = isAsked(settlement.state) ? openResolutionOf(db, settlement.id) : undefined
  return {
    id: settlement.id,
    state: settlement.state,
    since: settlement.changed_at,
    claimed: settlement.claimed_fen,
    split: splitView(settlement),
    accountUsed: settlement.account_used === 1,
    setlId: settlement.setl_id,
    mdtrtId: settlement.mdtrt_id,
    msgid: exchange?.msgid ?? null,
    personName: maskName(person?.person_name ?? ''),
    resolving:
      resolution === undefined || !isAsked(settlement.state)
        ? null
        : resolvingView(
            resolution,
            { state: settlement.state, infno: exchange?.infno ?? '' },
            region.resolving,
          ),
  }
}
