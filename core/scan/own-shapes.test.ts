import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOwnShape, type OwnShapes } from './own-shapes.ts'
import { routeScan } from './route-scan.ts'

const OWN: OwnShapes = {
  badgePrefix: 'GH-',
  prescriptionCodes: [{ prefix: 'RX', shortest: 10, longest: 40 }],
}
const staffNumber = fc.stringMatching(/^[0-9A-Za-z]{1,20}$/)

describe('shapes of the shop and the region', () => {
  it('a badge is its prefix and a staff number, and nothing else', () => {
    fc.assert(
      fc.property(staffNumber, (operatorNumber) => {
        const badge = { kind: 'operator-badge', operatorNumber }
        expect(readOwnShape(`GH-${operatorNumber}`, OWN)).toEqual(badge)
        expect(routeScan(`GH-${operatorNumber}\r`, OWN)).toEqual({ ok: true, value: badge })
        expect(readOwnShape(operatorNumber, { ...OWN, prescriptionCodes: [] })).toBeUndefined()
      }),
    )
    for (const text of ['GH-', 'GH-张三', 'GH-1 2', `GH-${'1'.repeat(21)}`, 'gh-1001', ' GH-1001']) {
      expect(readOwnShape(text, OWN)).toBeUndefined()
    }
  })

  it('a prescription code has the region’s beginning and a length in its bounds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Za-z]{0,60}$/), (rest) => {
        const text = `RX${rest}`
        const fits = text.length >= 10 && text.length <= 40
        expect(readOwnShape(text, OWN)).toEqual(fits ? { kind: 'prescription-code', text } : undefined)
      }),
    )
    // it comes before what its form would be elsewhere: 28 characters are an insurance code
    const text = `RX${'1'.repeat(26)}`
    expect(routeScan(text, OWN)).toMatchObject({ value: { kind: 'prescription-code' } })
    expect(routeScan(text)).toMatchObject({ value: { kind: 'insurance-code' } })
  })

  it('take nothing away from codes that begin otherwise', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        fc.pre(!text.includes('GH-') && !text.includes('RX'))
        expect(routeScan(text, OWN)).toEqual(routeScan(text))
      }),
    )
    expect(routeScan('6901234567892', OWN)).toMatchObject({ value: { kind: 'goods-barcode' } })
  })
})
