import { describe, expect, it } from 'vitest'
import { transaction } from '../catalogue/catalogue.ts'
import { checkProfile, loadProfile, profileIds } from './load-profile.ts'
import type { RegionProfile } from './profile-schema.ts'

function profileOf(id: string, replacements: Record<string, unknown> = {}): RegionProfile {
  const profile = loadProfile(id, replacements)
  if (!profile.ok) throw new Error(JSON.stringify(profile.refusal))
  return profile.value
}

describe('the profiles that come with the program', () => {
  it('are five, Dongguan first', () => {
    expect(profileIds()).toEqual([
      'dongguan-441900',
      'panzhihua-510400',
      'xinjiang-650000',
      'shaanxi-610000',
      'fengyang-341126',
    ])
  })

  it.each(profileIds())('%s fits the schema, its area and the catalogue', (id) => {
    const profile = profileOf(id)
    expect(id).toBe(`${id.split('-')[0]}-${profile.areaCode}`)
    expect(profile.areaCode.startsWith(profile.area.provincePrefix)).toBe(true)
    expect(profile.area.localPrefixes.every((prefix) => profile.areaCode.startsWith(prefix))).toBe(true)
    const numbers = [
      ...Object.values(profile.variants).slice(0, 4),
      ...profile.reversible.map((entry) => entry.infno),
    ]
    for (const infno of numbers) expect(transaction(infno), infno).toBeDefined()
    // 2601 cannot undo itself anywhere
    expect(profile.reversible.map((entry) => entry.infno)).not.toContain('2601')
    expect(profile.insuranceTypePreference).toEqual(['310', '390'])
    expect(profile.fixedValues.medicalType).toBe('41')
  })

  it('differ where the notices differ', () => {
    const reversible = (id: string): string[] => profileOf(id).reversible.map((entry) => entry.infno)
    expect(reversible('dongguan-441900')).toContain('2102A')
    // the Sichuan notice does not name 2102A
    expect(reversible('panzhihua-510400')).toEqual(['2102', '2103'])
    expect(profileOf('dongguan-441900').fixedValues.clearingTypes).toEqual({
      local: '41',
      inProvince: '9904',
    })
    expect(profileOf('dongguan-441900').accountCard.allowedWhenRefused).toBe(true)
    expect(profileOf('panzhihua-510400').accountCard.allowedWhenRefused).toBe(false)
    expect(profileOf('fengyang-341126').variants.settle).toBe('2102')
    expect(profileOf('fengyang-341126').traceNode.counters).toBe(false)
  })
})

describe('loadProfile', () => {
  const refusalOf = (replacements: Record<string, unknown>, id = 'dongguan-441900'): unknown => {
    const profile = loadProfile(id, replacements)
    return profile.ok ? 'accepted' : profile.refusal
  }

  it('replaces members as the configuration says', () => {
    const profile = profileOf('shaanxi-610000', {
      areaCode: '610100',
      area: { localPrefixes: ['6101'], provincePrefix: '61', note: '西安' },
    })
    expect(profile.areaCode).toBe('610100')
    expect(profile.area.localPrefixes).toEqual(['6101'])
  })

  it('refuses a wrong key, a wrong value and a wrong override by their path', () => {
    expect(refusalOf({ varaints: {} })).toEqual({
      code: 'CONFIG_PROFILE_INVALID',
      params: { file: 'dongguan-441900', where: 'varaints', problem: 'unrecognized-key' },
    })
    const variants = profileOf('dongguan-441900').variants
    expect(refusalOf({ variants: { ...variants, settle: '2207' } })).toMatchObject({
      params: { where: 'variants.settle', problem: 'invalid_value' },
    })
    expect(refusalOf({ variants: { ...variants, settel: '2102' } })).toMatchObject({
      params: { where: 'variants.settel', problem: 'unrecognized-key' },
    })
    const { note: _note, ...withoutNote } = variants
    expect(refusalOf({ variants: withoutNote })).toMatchObject({ params: { where: 'variants.note' } })
    expect(refusalOf({ address: { strategy: 'call-service', note: 'x' } })).toMatchObject({
      params: { where: 'address.strategy' },
    })
    const overrides = {
      fields: [
        { infno: '2102A', side: 'input', node: 'druginfo', field: 'no_such', required: true, note: 'x' },
      ],
      nodes: [],
    }
    expect(refusalOf({ overrides })).toMatchObject({
      params: { where: 'overrides.fields.0', problem: 'not-in-catalogue' },
    })
    expect(refusalOf({ id: 'panzhihua-510400' })).toMatchObject({ params: { where: 'id' } })
    expect(refusalOf({}, 'atlantis-000000')).toMatchObject({
      params: { where: 'region.profile', problem: 'unknown-profile' },
    })
    expect(refusalOf({}, 'constructor')).toMatchObject({ code: 'CONFIG_PROFILE_INVALID' })
    expect(checkProfile('x', null)).toMatchObject({ ok: false })
  })

  it('makes a trace node beside the data an override of the tables', () => {
    const traceNode = { ...profileOf('dongguan-441900').traceNode, shape: 'beside-data' }
    const moves = profileOf('dongguan-441900', { traceNode }).overrides.nodes
    expect(moves.map((move) => [move.infno, move.moveTo])).toEqual([
      ['2102', 'drug_trac_info[]'],
      ['2102A', 'drug_trac_info[]'],
      ['2102B', 'drug_trac_info[]'],
    ])
    expect(profileOf('dongguan-441900').overrides.nodes).toEqual([])
  })
})
