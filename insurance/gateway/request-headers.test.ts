import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { requestHeaders, tifHeaders } from './request-headers.ts'

const KEYS = { applicationId: 'app', secret: 'secret' }
const profile = (
  signer: 'none' | 'tif' | 'apikey',
  extra: Record<string, string> = {},
): Parameters<typeof requestHeaders>[0] => ({
  headers: { signer, extra, note: 'test' },
})

describe('header signatures', () => {
  it('TIF is the hash of time, secret, nonce, time', () => {
    expect(tifHeaders(KEYS, 1_769_824_800, 'abc')).toEqual({
      'x-tif-paasid': 'app',
      'x-tif-timestamp': '1769824800',
      'x-tif-nonce': 'abc',
      // sha256("1769824800" + "secret" + "abc" + "1769824800")
      'x-tif-signature': createHash('sha256').update('1769824800secretabc1769824800').digest('hex'),
    })
  })

  it('TIF signs whole seconds and a new nonce each time', () => {
    const first = requestHeaders(profile('tif'), KEYS, 1_769_824_800_999)
    const second = requestHeaders(profile('tif'), KEYS, 1_769_824_800_999)
    expect(first?.['x-tif-timestamp']).toBe('1769824800')
    expect(first?.['x-tif-nonce']).toMatch(/^[0-9a-f]{32}$/)
    expect(first?.['x-tif-nonce']).not.toBe(second?.['x-tif-nonce'])
    expect(first?.['x-tif-signature']).toMatch(/^[0-9a-f]{64}$/)
  })

  it('adds what the profile adds, and nothing else', () => {
    expect(requestHeaders(profile('none', { 'x-tif-serviceId': 's' }), undefined, 0)).toEqual({
      'content-type': 'application/json',
      accept: 'application/json',
      'x-tif-serviceId': 's',
    })
    expect(requestHeaders(profile('apikey'), KEYS, 0)).toMatchObject({ apikey: 'secret' })
  })

  it('makes none without the keys that it needs', () => {
    expect(requestHeaders(profile('tif'), undefined, 0)).toBeUndefined()
    expect(requestHeaders(profile('apikey'), undefined, 0)).toBeUndefined()
  })
})
