import { describe, expect, it } from 'vitest'
import { routeScan } from '../../core/scan/route-scan.ts'
import { symbologyOfAim, symbologyOfHoneywell, withIdentifier } from './symbology.ts'

describe('symbologies', () => {
  it('reads AIM identifiers', () => {
    const read = [']C0', ']C1', ']d1', ']d2', ']Q1', ']Q3', ']E0', ']E4', ']h0', ']X0', ']', ''].map(
      symbologyOfAim,
    )
    expect(read).toEqual([
      'code-128',
      'gs1-128',
      'data-matrix',
      'gs1-data-matrix',
      'qr',
      'gs1-qr',
      'ean-13',
      'ean-8',
      'han-xin',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('does not take an add-on of a goods barcode for a goods barcode', () => {
    expect([']E1', ']E2', ']E3'].map(symbologyOfAim)).toEqual([undefined, undefined, undefined])
  })

  it('reads Honeywell’s bytes', () => {
    expect([0x64, 0x44, 0x6a, 0x7c, 0x73, 0x77, 0x48, 0x00].map(symbologyOfHoneywell)).toEqual([
      'ean-13',
      'ean-8',
      'code-128',
      'gs1-128',
      'qr',
      'data-matrix',
      'han-xin',
      undefined,
    ])
  })

  it('lets routing use the kind of mark where it settles what the data is', () => {
    const route = (text: string, symbology?: Parameters<typeof withIdentifier>[0]['symbology']): unknown => {
      const routed = routeScan(withIdentifier({ text, ...(symbology !== undefined && { symbology }) }))
      return routed.ok ? routed.value.kind : routed.refusal.code
    }
    expect(route('6901234567892', 'ean-13')).toBe('goods-barcode')
    // these digits are a goods barcode's shape, but the mark says that they are not
    expect(route('6901234567892', 'gs1-data-matrix')).toBe('SCAN_UNKNOWN_SHAPE')
    expect(route('0106901234567892', 'gs1-data-matrix')).toBe('gs1')
    expect(route('88298420000560224025', 'code-128')).toBe('trace-code')
    expect(route('88298420000560224025')).toBe('trace-code')
  })
})
