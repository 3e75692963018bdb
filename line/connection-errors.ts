import type { NotSentReason } from './transmission.ts'

const REASONS: ReadonlyMap<string, NotSentReason> = new Map<string, NotSentReason>([
  ['ENOTFOUND', 'host-not-found'],
  ['EAI_AGAIN', 'host-not-found'],
  ['EAI_FAIL', 'host-not-found'],
  ['ECONNREFUSED', 'connection-refused'],
  ['EHOSTUNREACH', 'host-unreachable'],
  ['ENETUNREACH', 'host-unreachable'],
  ['EADDRNOTAVAIL', 'host-unreachable'],
  ['ETIMEDOUT', 'connect-timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout'],
])

/** The code of a Node or undici error, and of the first of several addresses tried. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return error instanceof AggregateError ? [...own, ...error.errors.flatMap(codesOf)] : own
}

/** Why a connection never came about. */
export function notSentReason(error: unknown, secure: boolean): NotSentReason {
  const codes = codesOf(error)
  for (const code of codes) {
    const reason = REASONS.get(code)
    if (reason !== undefined) return reason
  }
  // a refused handshake comes as one of many certificate and SSL codes, or as a reset while shaking hands
  return secure ? 'tls-failed' : 'connect-failed'
}

/** What happened to a call after its connection stood and before its answer's headers were read. */
export function lostReason(error: unknown): 'bad-http' | 'connection-lost' {
  const badHttp =
    error instanceof Error && (error.name === 'HTTPParserError' || error.name === 'HeadersOverflowError')
  return badHttp ? 'bad-http' : 'connection-lost'
}
