import { describe, expect, it } from 'vitest'
import { addressPath } from './address.ts'

const NOTE = 'test'
const path = (base: string, infno: string, address: Parameters<typeof addressPath>[2]): string | undefined =>
  addressPath(new URL(base), infno, address)

describe('addressPath', () => {
  it('base-only is the configured address as it stands', () => {
    const only = { strategy: 'base-only', note: NOTE } as const
    expect(path('http://10.0.0.1:8086', '2102A', only)).toBe('/')
    expect(path('http://10.0.0.1/fsi/callService?k=1', '2102A', only)).toBe('/fsi/callService?k=1')
  })

  it('append-number puts the number behind it', () => {
    const append = { strategy: 'append-number', note: NOTE } as const
    expect(path('http://10.0.0.1', '2102A', append)).toBe('/2102A')
    expect(path('http://10.0.0.1/api/?k=1', '1101', append)).toBe('/api/1101?k=1')
  })

  it('path-per-transaction takes the region’s path, else the one of public clients, else none', () => {
    const address = {
      strategy: 'path-per-transaction',
      prefix: '/fsi/api/',
      paths: { '2102A': 'drug/settle', '1101': 'own/psn' },
      note: NOTE,
    } as const
    expect(path('http://10.0.0.1/x/', '2102A', address)).toBe('/x/fsi/api/drug/settle')
    expect(path('http://10.0.0.1', '1101', address)).toBe('/fsi/api/own/psn')
    expect(path('http://10.0.0.1', '9001', address)).toBe('/fsi/api/signInSignOutService/signIn')
    // its path is known only in part
    expect(path('http://10.0.0.1', '1901', address)).toBeUndefined()
    expect(path('http://10.0.0.1', '2103', address)).toBeUndefined()
    expect(path('http://10.0.0.1', 'constructor', address)).toBeUndefined()
  })
})
