import type { RegionProfile } from '../../../insurance/profiles/profile-schema.ts'
import { buildFeeDetailQuery, readSettlementIds } from '../../../insurance/mapping/fee-details.ts'
import {
  buildSettlementQuery,
  buildSettlementQueryByMessage,
  readFoundSettlement,
  type FoundSettlement,
} from '../../../insurance/mapping/settlement-query.ts'
import { buildVisitQuery, readVisits, type Visit } from '../../../insurance/mapping/visits.ts'
import type { AskCentre, Asked } from './ask-centre.ts'
import type { Sought } from './sought.ts'

/** What a whole round of queries told. */
export type Search =
  | { readonly kind: 'found'; readonly settlement: FoundSettlement; readonly exchangeId: number }
  /** Every answer that was needed came and could be read, and it is not there. */
  | { readonly kind: 'absent'; readonly exchangeId: number }
  | { readonly kind: 'inconclusive'; readonly problem: string; readonly exchangeId: number | null }
  /** Nothing could be asked: the line is down. */
  | { readonly kind: 'not-asked'; readonly infno: string; readonly problem: string }

type Region = Pick<RegionProfile, 'fixedValues' | 'resolving' | 'settlementQuery'>

/** What one step of the search leaves for the next: nothing, or a doubt that rules out saying “absent”. */
type Step = { readonly kind: 'go-on'; readonly doubt?: string; readonly exchangeId: number }

const HOUR_MS = 3_600_000
/** More visits than this within the window are not looked through: what is not found then is not absent. */
const VISITS_MAXIMUM = 60

const inconclusive = (problem: string, exchangeId: number | null): Search => ({
  kind: 'inconclusive',
  problem,
  exchangeId,
})

/** Silence and a broken line end the round: whoever asks on would only wait on. */
function ended(asked: Extract<Asked, { kind: 'unanswered' | 'not-sent' }>): Search {
  return asked.kind === 'not-sent'
    ? { kind: 'not-asked', infno: asked.infno, problem: asked.problem }
    : inconclusive(asked.problem, asked.exchangeId)
}

const keepDoubt = (step: Step, earlier: Step | undefined): Step =>
  step.doubt === undefined && earlier?.doubt !== undefined ? { ...step, doubt: earlier.doubt } : step

/** A query for one settlement, by its ids or by its msgid. What is not ours does not count, whatever its amounts. */
async function askForOne(
  ask: AskCentre,
  wire: ReturnType<typeof buildSettlementQuery>,
  sought: Sought,
  /** What it means that nothing is there, or that the centre does not take the query. */
  whenNothing: string | undefined,
): Promise<Search | Step> {
  const asked = await ask(wire)
  if (asked.kind === 'unanswered' || asked.kind === 'not-sent') return ended(asked)
  const { exchangeId } = asked
  const nothing: Step = {
    kind: 'go-on',
    exchangeId,
    ...(whenNothing !== undefined && { doubt: whenNothing }),
  }
  if (asked.kind === 'refused')
    return whenNothing === undefined ? nothing : { ...nothing, doubt: asked.problem }
  const found = readFoundSettlement(asked.output)
  if (!found.ok) return { kind: 'go-on', doubt: found.refusal.code, exchangeId }
  if (found.value === undefined) return nothing
  return found.value.msgid === sought.msgid
    ? { kind: 'found', settlement: found.value, exchangeId }
    : { kind: 'go-on', exchangeId }
}

/** The straight ways: 5203 where the ids are known, 5203A where the region has it. That they find nothing proves nothing. */
async function findDirectly(
  ask: AskCentre,
  sought: Sought,
  region: Region,
): Promise<Search | Step | undefined> {
  const { personNumber, msgid, ids } = sought
  let last: Step | undefined
  const ways = [
    ...(ids === undefined ? [] : [buildSettlementQuery({ personNumber, ...ids })]),
    ...(region.settlementQuery.byMessage ? [buildSettlementQueryByMessage({ personNumber, msgid })] : []),
  ]
  for (const wire of ways) {
    const step = await askForOne(ask, wire, sought, undefined)
    if (step.kind !== 'go-on') return step
    last = keepDoubt(step, last)
  }
  return last
}

/** 5204 gives the `setl_id`s of a visit, which 5203 wants and which never arrived. */
async function settlementIdsOf(
  ask: AskCentre,
  sought: Sought,
  visit: Visit,
): Promise<Search | (Step & { readonly ids: readonly string[] })> {
  const asked = await ask(buildFeeDetailQuery({ personNumber: sought.personNumber, visitId: visit.visitId }))
  if (asked.kind === 'unanswered' || asked.kind === 'not-sent') return ended(asked)
  const { exchangeId } = asked
  const told = visit.settlementId === undefined ? [] : [visit.settlementId]
  const ids = asked.kind === 'answer' ? readSettlementIds(asked.output) : undefined
  if (ids?.ok === true) return { kind: 'go-on', ids: [...new Set([...told, ...ids.value])], exchangeId }
  const doubt = asked.kind === 'refused' ? asked.problem : 'unreadable'
  return { kind: 'go-on', ids: told, exchangeId, doubt }
}

/** Every settlement of one visit. */
async function lookAtVisit(ask: AskCentre, sought: Sought, visit: Visit): Promise<Search | Step> {
  const listed = await settlementIdsOf(ask, sought, visit)
  if (listed.kind !== 'go-on') return listed
  let last: Step = listed
  for (const settlementId of listed.ids) {
    const { personNumber } = sought
    const wire = buildSettlementQuery({ personNumber, settlementId, visitId: visit.visitId })
    const step = await askForOne(ask, wire, sought, 'not-found')
    if (step.kind !== 'go-on') return step
    last = keepDoubt(step, last)
  }
  return last
}

/** 5201 → visits, 5204 → their settlements, 5203 → the one whose `medins_setl_id` is our msgid. */
async function findByVisits(
  ask: AskCentre,
  sought: Sought,
  region: Region,
  earlierDoubt: string | undefined,
): Promise<Search> {
  const { before, after } = region.resolving.windowHours
  const asked = await ask(
    buildVisitQuery({
      personNumber: sought.personNumber,
      from: sought.sentAt - before * HOUR_MS,
      to: sought.sentAt + after * HOUR_MS,
      medicalType: region.fixedValues.medicalType,
    }),
  )
  if (asked.kind === 'unanswered' || asked.kind === 'not-sent') return ended(asked)
  if (asked.kind === 'refused') return inconclusive(asked.problem, asked.exchangeId)
  const visits = readVisits(asked.output)
  if (!visits.ok) return inconclusive(visits.refusal.code, asked.exchangeId)
  let doubt = visits.value.length > VISITS_MAXIMUM ? 'too-many-visits' : earlierDoubt
  let { exchangeId } = asked
  for (const visit of visits.value.slice(0, VISITS_MAXIMUM)) {
    const step = await lookAtVisit(ask, sought, visit)
    if (step.kind !== 'go-on') return step
    doubt ??= step.doubt
    exchangeId = step.exchangeId
  }
  return doubt === undefined ? { kind: 'absent', exchangeId } : inconclusive(doubt, exchangeId)
}

/**
 * Looks for a settlement in every way that the region has, and takes only the one that was made by our msgid. “Absent”
 * needs every visit of the window to have been looked at: 5203A alone, whose input is known from no public source, finding
 * nothing is not enough.
 */
export async function findSettlement(ask: AskCentre, sought: Sought, region: Region): Promise<Search> {
  const direct = await findDirectly(ask, sought, region)
  if (direct !== undefined && direct.kind !== 'go-on') return direct
  return findByVisits(ask, sought, region, direct?.doubt)
}
