import type { Credential } from '../../../core/identity/person.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { buildCodeQuery, readCodeToken } from '../../../insurance/mapping/insurance-code.ts'
import type { SaleView } from '../../contract/sale.ts'
import { callerOf, signedInShift, type Desk } from './desk.ts'
import { identify } from './identify.ts'
import { refusalOf } from './outcome-refusal.ts'

/** Asks the centre for the token of a code (6101). Refuses with what the centre refused, or INSURANCE_ANSWER_INVALID. */
function tokenOf(desk: Desk, code: string): Promise<Result<string>> {
  return desk.queue.run('identify', async () => {
    const shift = signedInShift(desk)
    if (!shift.ok) return shift
    const caller = callerOf(shift.value)
    const query = buildCodeQuery(desk.profile, { code, shopCode: desk.shop.code, operator: caller.operator })
    if (!query.ok) return query
    const asked = await desk.exchanges.perform({ purpose: 'decode-code', wire: query.value, ...caller })
    if (!asked.ok) return asked
    const { outcome, msgid } = asked.value
    if (outcome.kind !== 'accepted') return refusalOf(outcome, query.value.infno, msgid)
    const token = readCodeToken(desk.profile, outcome.output)
    return token.ok ? token : refuse(token.refusal.code, token.refusal.params, msgid)
  })
}

/**
 * The credential that an insurance code is: its text is the token, or the centre is asked for the token first, as the
 * region's profile says. Refuses with what the centre refused, or INSURANCE_ANSWER_INVALID.
 */
export async function credentialOfCode(desk: Desk, code: string): Promise<Result<Credential>> {
  const token = desk.profile.insuranceCode.decode === '6101' ? await tokenOf(desk, code) : ok(code)
  return token.ok ? ok({ type: '01', number: token.value }) : token
}

/** Identifies whoever shows an insurance code, to a scanner or to the box on the counter. */
export async function presentCode(desk: Desk, code: string): Promise<Result<SaleView>> {
  const credential = await credentialOfCode(desk, code)
  return credential.ok ? identify(desk, credential.value) : credential
}
