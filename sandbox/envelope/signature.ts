import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { CentreConfig } from '../config/centre-config.ts'

type Keys = NonNullable<CentreConfig['envelope']['signature']>

const header = (headers: IncomingHttpHeaders, name: string): string => {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Checks the TIF headers: lower-case hex SHA-256 of timestamp + secret + nonce + timestamp, timestamp in seconds and near
 * the centre's clock. Undefined when they are right.
 */
export function signatureProblem(headers: IncomingHttpHeaders, keys: Keys, at: number): string | undefined {
  const timestamp = header(headers, 'x-tif-timestamp')
  const nonce = header(headers, 'x-tif-nonce')
  if (header(headers, 'x-tif-paasid') !== keys.applicationId) return '应用标识(x-tif-paasid)不正确'
  if (!/^\d{10}$/.test(timestamp)) return '时间戳(x-tif-timestamp)不正确'
  if (Math.abs(Number(timestamp) * 1000 - at) > keys.toleranceSeconds * 1000)
    return '时间戳(x-tif-timestamp)已过期'
  if (nonce === '') return '随机串(x-tif-nonce)缺失'
  const expected = createHash('sha256').update(`${timestamp}${keys.secret}${nonce}${timestamp}`).digest('hex')
  return equal(header(headers, 'x-tif-signature'), expected) ? undefined : '签名(x-tif-signature)不正确'
}
