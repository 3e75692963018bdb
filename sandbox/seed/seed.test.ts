import { describe, expect, it } from 'vitest'
import { parseUnitPrice } from '../../core/money/decimal.ts'
import { readResidentNumber } from '../../core/identity/resident-number.ts'
import { hasGtinCheckDigit } from '../../core/scan/check-digit.ts'
import { centreConfigSchema } from '../config/centre-config.ts'
import { SEED_GOODS, SEED_LISTING } from './goods.ts'
import { SEED_PEOPLE } from './people.ts'

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length

describe('the practice people', () => {
  it('have document numbers that hold and say the birth date', () => {
    for (const { documentKind, documentNumber, birthDate } of SEED_PEOPLE) {
      if (!/^(?:01|07|17)/.test(documentKind)) continue
      expect(['resident', 'residence-permit', 'foreign-permanent-resident']).toContain(
        readResidentNumber(documentNumber),
      )
      expect(documentNumber.slice(6, 14)).toBe(birthDate.replaceAll('-', ''))
    }
  })

  it('are told apart by number, token, document and card', () => {
    expect(unique(SEED_PEOPLE.map((person) => person.personNumber))).toBe(true)
    expect(unique(SEED_PEOPLE.map((person) => person.documentNumber))).toBe(true)
    expect(unique(SEED_PEOPLE.flatMap((person) => person.cardNumber ?? []))).toBe(true)
    const tokens = SEED_PEOPLE.flatMap((person) => person.ecToken ?? [])
    expect(unique(tokens)).toBe(true)
    for (const token of tokens) expect(token).toMatch(/^[0-9A-Za-z]{28}$/)
  })

  it('include every kind that a cashier meets', () => {
    const insurances = SEED_PEOPLE.flatMap((person) => person.insurances)
    const places = (prefix: string) =>
      insurances.filter((insurance) => insurance.place.startsWith(prefix)).length
    expect(places('4419')).toBeGreaterThan(5)
    expect(places('44') - places('4419')).toBeGreaterThan(0)
    expect(insurances.length - places('44')).toBeGreaterThan(0)
    expect(new Set(insurances.map((insurance) => insurance.status))).toEqual(new Set(['1', '2', '4']))
    expect(insurances.some((insurance) => insurance.balance === 350)).toBe(true)
    expect(SEED_PEOPLE.some((person) => new Set(person.insurances.map((one) => one.place)).size > 1)).toBe(
      true,
    )
    expect(new Set(SEED_PEOPLE.map((person) => person.documentKind))).toEqual(
      new Set(['01', '05', '06', '07', '1701']),
    )
  })

  it('have plans that the configuration knows', () => {
    const { plans } = centreConfigSchema.parse({})
    for (const { plan } of SEED_PEOPLE.flatMap((person) => person.insurances))
      expect(plans).toHaveProperty(plan)
  })
})

describe('the practice goods', () => {
  it('are about forty, each with its own code, barcodes and prefixes', () => {
    expect(SEED_GOODS.length).toBeGreaterThanOrEqual(40)
    expect(unique(SEED_GOODS.map((good) => good.code))).toBe(true)
    expect(unique(SEED_GOODS.flatMap((good) => good.barcodes))).toBe(true)
    expect(unique(SEED_GOODS.flatMap((good) => good.tracePrefixes))).toBe(true)
    expect(unique(SEED_GOODS.flatMap((good) => good.nationalCode ?? []))).toBe(true)
  })

  it('have right check digits, prices, prefixes and dates', () => {
    for (const good of SEED_GOODS) {
      for (const barcode of good.barcodes) expect(barcode).toMatch(/^69\d{11}$/)
      expect(good.barcodes.every(hasGtinCheckDigit)).toBe(true)
      for (const prefix of good.tracePrefixes) expect(prefix).toMatch(/^8\d{6}$/)
      expect(good.tracePrefixes.length > 0).toBe(good.tracePolicy === 'required')
      expect(parseUnitPrice(good.price).ok).toBe(true)
      if (good.splitPrice !== undefined) {
        expect(parseUnitPrice(good.splitPrice).ok).toBe(true)
        expect(good.packSize).toBeGreaterThan(1)
      }
      for (const batch of good.batches) {
        expect(batch.manufacturedOn).toMatch(/^2026-\d\d-\d\d$/)
        if (batch.expiresOn !== undefined) expect(batch.expiresOn > batch.manufacturedOn).toBe(true)
      }
    }
  })

  it('are known to the centre where they have a national code', () => {
    const codes = SEED_GOODS.flatMap((good) => good.nationalCode ?? [])
    expect(SEED_LISTING.map((good) => good.nationalCode)).toEqual(codes)
    expect(new Set(SEED_LISTING.map((good) => good.level))).toEqual(new Set(['01', '02', '03']))
    expect(SEED_LISTING.some((good) => good.priceCeiling !== null)).toBe(true)
  })
})
