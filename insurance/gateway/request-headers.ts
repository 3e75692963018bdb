import { createHash, randomUUID } from 'node:crypto'
import type { RequestHeaders } from '../../line/http-call.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'

/** Keys of the header signature, given by the bureau. */
export type SignatureKeys = { readonly applicationId: string; readonly secret: string }

/** TIF gateway: `hex(sha256(utf8(ts + secret + nonce + ts)))`, seconds, lower case (five independent clients). */
export function tifHeaders(keys: SignatureKeys, seconds: number, nonce: string): RequestHeaders {
  const timestamp = String(seconds)
  const signature = createHash('sha256')
    .update(`${timestamp}${keys.secret}${nonce}${timestamp}`, 'utf8')
    .digest('hex')
  return {
    'x-tif-paasid': keys.applicationId,
    'x-tif-timestamp': timestamp,
    'x-tif-nonce': nonce,
    'x-tif-signature': signature,
  }
}

/**
 * The headers of one request; undefined when the region signs and there are no keys. The CSB signature is left out: its
 * one source does not say in what unit the signed timestamp is.
 */
export function requestHeaders(
  profile: Pick<RegionProfile, 'headers'>,
  keys: SignatureKeys | undefined,
  now: number,
): RequestHeaders | undefined {
  const plain = { 'content-type': 'application/json', accept: 'application/json', ...profile.headers.extra }
  switch (profile.headers.signer) {
    case 'none':
      return plain
    case 'tif':
      if (keys === undefined) return undefined
      return { ...plain, ...tifHeaders(keys, Math.floor(now / 1000), randomUUID().replaceAll('-', '')) }
    case 'apikey':
      return keys === undefined ? undefined : { ...plain, apikey: keys.secret }
  }
}
