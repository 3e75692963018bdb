import { ok, refuse, type Result } from '../../../core/result.ts'
import { storeRegionCodes } from '../../../db/codes/code-repository.ts'
import type { WireRequest } from '../../../insurance/mapping/wire-request.ts'
import { buildCodeTableQuery, readCodeTable } from '../../../insurance/mapping/code-table.ts'
import { buildEntitlementQuery, readEntitlement } from '../../../insurance/mapping/entitlement.ts'
import {
  buildSettlementQuery,
  buildSettlementQueryByMessage,
  readFoundSettlement,
  type FoundSettlement,
} from '../../../insurance/mapping/settlement-query.ts'
import { buildShopQuery, readShops } from '../../../insurance/mapping/shop.ts'
import { buildVisitQuery, readVisits } from '../../../insurance/mapping/visits.ts'
import type { WireValue } from '../../../insurance/catalogue/exact-json.ts'
import type { MethodResult } from '../../contract/contract.ts'
import { currentSale } from '../sale/counter.ts'
import { callerOf, signedInShift, type Desk, type SignedInShift } from './desk.ts'
import { knownPerson } from './identify.ts'
import { refusalOf } from './outcome-refusal.ts'

type Subject = { readonly personNumber: string; readonly insuredPlace: string; readonly saleId?: string }

/** One call that asks and changes nothing; refuses with what the centre refused or why it could not be asked. */
async function ask(
  desk: Desk,
  shift: SignedInShift,
  wire: Result<WireRequest>,
  subject?: Subject,
): Promise<Result<WireValue>> {
  if (!wire.ok) return wire
  const asked = await desk.exchanges.perform({
    purpose: 'query',
    wire: wire.value,
    ...callerOf(shift),
    ...subject,
  })
  if (!asked.ok) return asked
  const { outcome, msgid } = asked.value
  return outcome.kind === 'accepted' ? ok(outcome.output) : refusalOf(outcome, wire.value.infno, msgid)
}

/** Runs a query of the signed-in operator in its turn. */
function query<T>(desk: Desk, run: (shift: SignedInShift) => Promise<Result<T>>): Promise<Result<T>> {
  return desk.queue.run('query', async () => {
    const shift = signedInShift(desk)
    return shift.ok ? run(shift.value) : shift
  })
}

/** 1201: the shop as the centre knows it. */
export function shopInformation(desk: Desk): Promise<Result<MethodResult<'insurance.shopInformation'>>> {
  return query(desk, async (shift) => {
    const answer = await ask(desk, shift, buildShopQuery({ code: desk.shop.code, name: desk.shop.name }))
    if (!answer.ok) return answer
    const shops = readShops(answer.value)
    return shops.ok ? ok({ shops: [...shops.value] }) : shops
  })
}

/** 1901: loads one code table of the region into the local store. */
export function loadCodes(desk: Desk, type: string): Promise<Result<MethodResult<'insurance.loadCodes'>>> {
  return query(desk, async (shift) => {
    const { counter } = desk
    const wire = buildCodeTableQuery({ type, areaCode: desk.profile.areaCode, at: counter.clock.now() })
    const answer = await ask(desk, shift, wire)
    if (!answer.ok) return answer
    const codes = readCodeTable(answer.value)
    if (!codes.ok) return codes
    counter.db.transaction(() => storeRegionCodes(counter.db, type, codes.value, counter.clock.now()))
    return ok({ codes: codes.value.map(({ value, label }) => ({ value, label })) })
  })
}

/** 2001: what the identified person is entitled to. */
export function entitlement(desk: Desk): Promise<Result<MethodResult<'insurance.entitlement'>>> {
  return query(desk, async (shift) => {
    const person = knownPerson(desk, currentSale(desk.counter))
    if (!person.ok) return person
    const wire = buildEntitlementQuery({
      personNumber: person.value.personNumber,
      insuranceType: person.value.insuranceType,
      shopCode: desk.shop.code,
      medicalType: desk.profile.fixedValues.medicalType,
      beginTime: desk.counter.clock.now(),
    })
    const answer = await ask(desk, shift, wire, person.value)
    if (!answer.ok) return answer
    const funds = readEntitlement(answer.value)
    if (!funds.ok) return funds
    return ok({
      funds: funds.value.map((fund) => ({
        fundType: fund.fundType,
        enjoyed: fund.enjoyed,
        reason: fund.reason ?? null,
      })),
    })
  })
}

/** 5201: visits of the identified person in this shop. */
export function visits(
  desk: Desk,
  period: { readonly from: number; readonly to: number },
): Promise<Result<MethodResult<'insurance.visits'>>> {
  return query(desk, async (shift) => {
    const person = knownPerson(desk, currentSale(desk.counter))
    if (!person.ok) return person
    const wire = buildVisitQuery({
      personNumber: person.value.personNumber,
      from: period.from,
      to: period.to,
      medicalType: desk.profile.fixedValues.medicalType,
    })
    const answer = await ask(desk, shift, wire, person.value)
    if (!answer.ok) return answer
    const found = readVisits(answer.value)
    if (!found.ok) return found
    return ok({
      visits: found.value.map((visit) => ({ mdtrtId: visit.visitId, begin: visit.begin, end: visit.end })),
    })
  })
}

/** How a found settlement is told. */
function foundView(found: FoundSettlement): NonNullable<MethodResult<'insurance.settlement'>['settlement']> {
  return {
    setlId: found.settlementId,
    mdtrtId: found.visitId,
    msgid: found.msgid,
    total: found.total,
    fundPaid: found.fundPaid,
    accountPaid: found.accountPaid,
    cashPart: found.cashPart,
    cancelled: found.cancelled,
    settledAt: found.settledAt,
  }
}

/** 5203: a settlement by its ids. */
export function settlementByIds(
  desk: Desk,
  ids: { readonly setlId: string; readonly mdtrtId: string },
): Promise<Result<MethodResult<'insurance.settlement'>>> {
  return query(desk, async (shift) => {
    const person = knownPerson(desk, currentSale(desk.counter))
    if (!person.ok) return person
    const wire = buildSettlementQuery({
      personNumber: person.value.personNumber,
      settlementId: ids.setlId,
      visitId: ids.mdtrtId,
    })
    const answer = await ask(desk, shift, wire, person.value)
    if (!answer.ok) return answer
    const found = readFoundSettlement(answer.value)
    return found.ok ? ok({ settlement: found.value === undefined ? null : foundView(found.value) }) : found
  })
}

/** 5203A: a settlement by the msgid that asked for it, where the region offers it. */
export function settlementByMessage(
  desk: Desk,
  msgid: string,
): Promise<Result<MethodResult<'insurance.settlementByMessage'>>> {
  return query(desk, async (shift) => {
    if (!desk.profile.settlementQuery.byMessage)
      return refuse('INSURANCE_NOT_OFFERED_HERE', { infno: '5203A' })
    const person = knownPerson(desk, currentSale(desk.counter))
    if (!person.ok) return person
    const wire = buildSettlementQueryByMessage({ personNumber: person.value.personNumber, msgid })
    const answer = await ask(desk, shift, wire, person.value)
    if (!answer.ok) return answer
    const found = readFoundSettlement(answer.value)
    return found.ok ? ok({ settlement: found.value === undefined ? null : foundView(found.value) }) : found
  })
}
