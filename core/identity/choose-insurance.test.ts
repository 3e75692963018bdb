import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../money/fen.ts'
import { chooseInsurance, localityOf } from './choose-insurance.ts'
import type { Insurance, Person } from './person.ts'

const PREFERRED = ['310', '390']

const insurance: fc.Arbitrary<Insurance> = fc.record({
  insuranceType: fc.constantFrom('310', '390', '391', '510'),
  status: fc.constantFrom('1', '2', '4', undefined),
  balance: fc.nat({ max: 1_000_000 }).map(fen),
  personType: fc.constantFrom('11', '14'),
  civilServant: fc.constant('0'),
  place: fc.constantFrom('441900', '441999', '440100', '510400'),
  employer: fc.constant(undefined),
})
const person = (insurances: readonly Insurance[]): Person => ({
  personNumber: '44190000000000000001',
  documentKind: '01',
  documentNumber: '441900199001011234',
  name: '王小明',
  gender: '1',
  birthDate: '1990-01-01',
  insurances,
})

/** A platform that leaves the status out decides itself, at the trial. */
const mayBeUsed = (row: Insurance): boolean => row.status === '1' || row.status === undefined

describe('chooseInsurance', () => {
  it('chooses only what is in normal state, and loses none of it', () => {
    fc.assert(
      fc.property(fc.array(insurance, { maxLength: 8 }), (insurances) => {
        const before = insurances.map((row) => ({ ...row }))
        const normal = insurances.filter((row) => mayBeUsed(row))
        const result = chooseInsurance(person(insurances), PREFERRED)
        expect(insurances).toEqual(before)
        if (normal.length === 0) {
          expect(result).toMatchObject({ refusal: { code: 'INSURANCE_NONE_NORMAL' } })
          return
        }
        if (!result.ok) throw new Error(result.refusal.code)
        if (result.value.kind === 'chosen') expect(normal).toContain(result.value.insurance)
        else {
          expect(result.value.options).toHaveLength(normal.length)
          expect(new Set(result.value.options)).toEqual(new Set(normal))
        }
      }),
    )
  })

  it('asks exactly when the person is insured in several places', () => {
    fc.assert(
      fc.property(fc.array(insurance, { minLength: 1, maxLength: 8 }), (insurances) => {
        const result = chooseInsurance(person(insurances), PREFERRED)
        if (!result.ok) return
        const places = new Set(insurances.filter((row) => mayBeUsed(row)).map((row) => row.place))
        expect(result.value.kind).toBe(places.size > 1 ? 'ask' : 'chosen')
      }),
    )
  })

  it('prefers 310, then 390, then what the centre named first', () => {
    fc.assert(
      fc.property(fc.array(insurance, { minLength: 1, maxLength: 8 }), (insurances) => {
        const here = insurances.map((row) => ({ ...row, status: '1', place: '441900' }))
        const result = chooseInsurance(person(here), PREFERRED)
        if (!result.ok || result.value.kind !== 'chosen') throw new Error('one place leaves nothing to ask')
        const expected =
          here.find((row) => row.insuranceType === '310') ??
          here.find((row) => row.insuranceType === '390') ??
          here[0]
        expect(result.value.insurance).toBe(expected)
      }),
    )
  })

  it('names the states that were found when none is normal', () => {
    const rows = [{ status: '2' }, { status: '4' }, { status: '2' }]
    const template = fc.sample(insurance, { numRuns: 1, seed: 1 })[0]
    if (template === undefined) throw new Error('no sample')
    const result = chooseInsurance(person(rows.map((row) => ({ ...template, ...row }))), PREFERRED)
    expect(result).toMatchObject({ refusal: { code: 'INSURANCE_NONE_NORMAL', params: { statuses: '2、4' } } })
    expect(chooseInsurance(person([]), PREFERRED)).toMatchObject({ refusal: { params: { statuses: '-' } } })
  })
})

describe('localityOf', () => {
  it.each([
    ['441900', 'local'],
    ['441999', 'local'],
    ['440100', 'in-province'],
    ['510400', 'cross-province'],
    ['', 'cross-province'],
  ])('%s seen from Dongguan is %s', (place, locality) => {
    expect(localityOf(place, { localPrefixes: ['4419'], provincePrefix: '44' })).toBe(locality)
  })

  it('takes every prefix that means here', () => {
    const area = { localPrefixes: ['6590', '6591'], provincePrefix: '65' }
    expect(['659001', '659101', '650100'].map((place) => localityOf(place, area))).toEqual([
      'local',
      'local',
      'in-province',
    ])
  })
})
