import { ok, refuse, type Result } from '../result.ts'
import type { Insurance, Person } from './person.ts'

/** Where a person is insured, seen from the shop. Decides clearing type and which words the screen shows. */
export type Locality = 'local' | 'in-province' | 'cross-province'

/** What 1101 leaves to decide: nothing, or a question for the cashier to ask the person. */
export type InsuranceChoice =
  | { readonly kind: 'chosen'; readonly insurance: Insurance }
  | { readonly kind: 'ask'; readonly options: readonly Insurance[] }

const NORMAL_STATUS = '1'

/**
 * Whether an insurance may be tried: `psn_insu_stas` 1. The newest edition no longer lists the field as required, so a
 * platform that leaves it out decides itself, at the trial.
 */
export function isUsable(insurance: Pick<Insurance, 'status'>): boolean {
  return insurance.status === undefined || insurance.status === NORMAL_STATUS
}

/**
 * Compares `insuplc_admdvs` with the shop's area (Dongguan notice: 4419xx local, 44xxxx in-province, else cross-province).
 * The prefixes are the region profile's: how many leading digits mean "here" and "this province" differs for
 * municipalities under the province.
 */
export function localityOf(
  place: string,
  area: { readonly localPrefixes: readonly string[]; readonly provincePrefix: string },
): Locality {
  if (area.localPrefixes.some((prefix) => place.startsWith(prefix))) return 'local'
  return place.startsWith(area.provincePrefix) ? 'in-province' : 'cross-province'
}

/**
 * Picks the insurance to settle with from 1101 `insuinfo` (Dongguan notice): only rows in normal state, the preferred
 * types first (310, then 390), and where several places remain the cashier must ask the person.
 * Refuses with INSURANCE_NONE_NORMAL {statuses} when nothing is in normal state.
 */
export function chooseInsurance(person: Person, preferredTypes: readonly string[]): Result<InsuranceChoice> {
  const normal = person.insurances.filter(isUsable)
  if (normal.length === 0) {
    const statuses = [...new Set(person.insurances.map((insurance) => insurance.status ?? '-'))].join('、')
    return refuse('INSURANCE_NONE_NORMAL', { statuses: statuses === '' ? '-' : statuses })
  }
  const rank = (insurance: Insurance): number => {
    const index = preferredTypes.indexOf(insurance.insuranceType)
    return index === -1 ? preferredTypes.length : index
  }
  const ordered = [...normal].sort((a, b) => rank(a) - rank(b))
  const places = new Set(ordered.map((insurance) => insurance.place))
  const first = ordered[0]
  if (first === undefined) return refuse('INSURANCE_NONE_NORMAL', { statuses: '-' })
  if (places.size > 1) return ok({ kind: 'ask', options: ordered })
  return ok({ kind: 'chosen', insurance: first })
}
