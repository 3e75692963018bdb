import { hash } from 'node:crypto'
import { lastExchangeAtStart } from '../../../db/audit/engine-start.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { check, violation, type Check, type Finding } from '../check.ts'

const OUTCOMES = `('not-sent', 'accepted', 'refused', 'unknown')`

type Outcomes = { readonly msgid: string; readonly infno: string; readonly n: number }

/** An exchange that is younger than the last start of an engine may still be under way, or wait for the next start. */
export const exchangeOutcome: Check = check(15, 'exchange-outcome', '每个请求恰好有一个结果', [
  violation<Outcomes>(
    `SELECT * FROM (SELECT id, msgid, infno, (SELECT count(*) FROM exchange_step
       WHERE exchange_id = exchange.id AND step IN ${OUTCOMES}) AS n FROM exchange)
     WHERE n > 1 OR (n = 0 AND id <= ?)`,
    ({ msgid, infno, n }) => ({ subject: msgid, text: `${infno} 的请求 ${msgid} 有 ${n} 个结果` }),
    (db) => [lastExchangeAtStart(db) ?? Number.MAX_SAFE_INTEGER],
  ),
])

type Step = { readonly msgid: string; readonly infno: string; readonly step: string }

export const exchangeOrder: Check = check(16, 'exchange-order', '先存后发，先发后有应答', [
  violation<Step>(
    `SELECT msgid, infno, step FROM exchange_step AS later JOIN exchange ON exchange.id = exchange_id
     WHERE step IN ('accepted', 'refused', 'unknown', 'late-answer') AND NOT EXISTS (SELECT 1 FROM exchange_step AS sent
       WHERE sent.exchange_id = later.exchange_id AND sent.step = 'sent' AND sent.id < later.id)`,
    ({ msgid, infno, step }) => ({
      subject: msgid,
      text: `${infno} 的请求 ${msgid} 有 ${step}，之前却没有发出`,
    }),
  ),
  violation<Step & { readonly n: number }>(
    `SELECT msgid, infno, n FROM (SELECT exchange_id, count(*) AS n FROM exchange_step WHERE step = 'sent'
       GROUP BY exchange_id HAVING n > 1) JOIN exchange ON exchange.id = exchange_id`,
    ({ msgid, infno, n }) => ({ subject: msgid, text: `${infno} 的请求 ${msgid} 发出了 ${n} 次` }),
  ),
])

export const messageIds: Check = check(17, 'msgid-unique', '报文编号不重复', [
  violation<{ msgid: string; n: number }>(
    'SELECT msgid, count(*) AS n FROM exchange GROUP BY msgid HAVING n > 1',
    ({ msgid, n }) => ({ subject: msgid, text: `报文编号 ${msgid} 用了 ${n} 次` }),
  ),
])

type Body = {
  readonly id: number
  readonly msgid: string
  readonly request_text: string
  readonly request_hash: string
}

const PAGE = 'SELECT id, msgid, request_text, request_hash FROM exchange WHERE id > ? ORDER BY id LIMIT 500'

function alteredRequests(db: ReadableDb, limit: number): Finding[] {
  const page = db.read<Body>(PAGE)
  const found: Finding[] = []
  let after = 0
  for (;;) {
    const bodies = page.all(after)
    const last = bodies.at(-1)
    if (last === undefined || found.length >= limit) return found.slice(0, limit)
    after = last.id
    for (const { msgid, request_text, request_hash } of bodies) {
      if (hash('sha256', request_text) !== request_hash)
        found.push({ subject: msgid, text: `请求 ${msgid} 的内容被改过，与存下的散列值不符` })
    }
  }
}

export const requestHash: Check = check(18, 'request-hash', '存下的请求与发出时一样', [
  { find: alteredRequests },
])
