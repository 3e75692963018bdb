import { ok, type Result } from '../../core/result.ts'
import { loadProfile } from '../../insurance/profiles/load-profile.ts'
import type { RegionProfile } from '../../insurance/profiles/profile-schema.ts'
import { centreConfigSchema, type CentreConfigInput } from '../../sandbox/config/centre-config.ts'
import { PRACTICE_SIGNATURE, type RegionChoice } from './practice-shop.ts'

export type PracticeRegion = {
  readonly areaCode: string
  readonly shop: { readonly code: string; readonly name: string }
  /** Configuration of a sandbox centre that has open, and in the form, what the profile says of the region. */
  readonly centre: CentreConfigInput
}

/** Numbers of which a region has one form open. */
const VARIANTS = ['2101', '2101A', '2102', '2102A', '2102B', '3505', '3505A', '3506', '3506A', '5203A']

function openNumbers(profile: RegionProfile): NonNullable<CentreConfigInput['open']> {
  const { trial, settle, report, returnReport } = profile.variants
  const own = new Set<string>([trial, settle, report, returnReport])
  if (profile.settlementQuery.byMessage) own.add('5203A')
  return centreConfigSchema.parse({}).open.filter((infno) => !VARIANTS.includes(infno) || own.has(infno))
}

/**
 * A practice centre that takes nothing but what the profile describes: area, variants, form of `input`, place of the trace
 * node, header signature. Refuses with CONFIG_PROFILE_INVALID.
 */
export function practiceRegion(choice: RegionChoice): Result<PracticeRegion> {
  const loaded = loadProfile(choice.profile, choice.overrides ?? {})
  if (!loaded.ok) return loaded
  const profile = loaded.value
  const shop = { code: `P${profile.areaCode}00001`, name: `${profile.name}练习药店` }
  return ok({
    areaCode: profile.areaCode,
    shop,
    centre: {
      area: profile.areaCode,
      localPrefixes: profile.area.localPrefixes,
      provincePrefix: profile.area.provincePrefix.slice(0, 2),
      institutions: [{ ...shop, creditCode: `91${profile.areaCode}MA00000011` }],
      envelope: {
        input: profile.envelope.inputForm === 'string' ? 'text' : 'object',
        ...(profile.headers.signer === 'tif' && { signature: { ...PRACTICE_SIGNATURE } }),
      },
      trace: { shape: profile.traceNode.shape, besideName: profile.traceNode.besideName },
      open: openNumbers(profile),
    },
  })
}
