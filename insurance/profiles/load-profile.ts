import type { z } from 'zod'
import { ok, refuse, type Refused, type Result } from '../../core/result.ts'
import { transaction } from '../catalogue/catalogue.ts'
import { danglingOverrides, type CatalogueOverrides, type NodeOverride } from '../catalogue/overrides.ts'
import { profileSchema, type RegionProfile } from './profile-schema.ts'
import dongguan from './data/dongguan-441900.json' with { type: 'json' }
import fengyang from './data/fengyang-341126.json' with { type: 'json' }
import panzhihua from './data/panzhihua-510400.json' with { type: 'json' }
import shaanxi from './data/shaanxi-610000.json' with { type: 'json' }
import xinjiang from './data/xinjiang-650000.json' with { type: 'json' }

const PROFILES: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map<
  string,
  Readonly<Record<string, unknown>>
>([dongguan, panzhihua, xinjiang, shaanxi, fengyang].map((profile) => [profile.id, profile]))

/** The region profiles that come with the program, the default first. */
export function profileIds(): readonly string[] {
  return [...PROFILES.keys()]
}

/** Where a schema said no: `address.strategy`, `variants.trail`; and what: `unrecognized-key`, `invalid_value`. */
function problemOf(error: z.ZodError): { where: string; problem: string } {
  const issue = error.issues[0]
  if (issue === undefined) return { where: '-', problem: '-' }
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return { where: [...path, issue.keys.join('、')].join('.'), problem: 'unrecognized-key' }
  }
  return { where: path.join('.') === '' ? '-' : path.join('.'), problem: issue.code }
}

const invalid = (profile: string, where: string, problem: string): Refused =>
  refuse('CONFIG_PROFILE_INVALID', { file: profile.slice(0, 60), where: where.slice(0, 120), problem })

/** What `traceNode` says about the tables of the settlement. */
function traceMoves(profile: z.infer<typeof profileSchema>): NodeOverride[] {
  if (profile.traceNode.shape === 'nested') return []
  return (['2102', '2102A', '2102B'] as const).map((infno) => ({
    infno,
    side: 'input',
    node: 'drugdetail[].drug_trac_info[]',
    moveTo: `${profile.traceNode.besideName}[]`,
    note: profile.traceNode.note,
  }))
}

/**
 * Checks a whole profile. Refuses with CONFIG_PROFILE_INVALID {file, where, problem}: a wrong key or value, or an
 * override of a node or field that the catalogue does not have.
 */
export function checkProfile(id: string, value: unknown): Result<RegionProfile> {
  const parsed = profileSchema.safeParse(value)
  if (!parsed.success) {
    const { where, problem } = problemOf(parsed.error)
    return invalid(id, where, problem)
  }
  const profile = parsed.data
  if (profile.id !== id) return invalid(id, 'id', 'invalid_value')
  const overrides: CatalogueOverrides = {
    fields: profile.overrides.fields,
    nodes: [...profile.overrides.nodes, ...traceMoves(profile)],
  }
  const [dangling] = danglingOverrides(profile.overrides, transaction)
  if (dangling !== undefined) return invalid(id, `overrides.${dangling}`, 'not-in-catalogue')
  return ok({ ...profile, overrides })
}

/**
 * The profile `id` of the program with `replacements` in place of its own top-level members (configuration `region.overrides`).
 * The whole is checked after replacing. Refuses with CONFIG_PROFILE_INVALID {file, where, problem}.
 */
export function loadProfile(
  id: string,
  replacements: Readonly<Record<string, unknown>> = {},
): Result<RegionProfile> {
  const profile = PROFILES.get(id)
  if (profile === undefined) return invalid(id, 'region.profile', 'unknown-profile')
  return checkProfile(id, { ...profile, ...replacements })
}
