import { wireDateTime } from '../../insurance/catalogue/wire-time.ts'
import { answered, refused, type Call, type Centre, type Handler, type Reply } from './call.ts'
import { signNumberOf } from './serials.ts'
import { rowOf, textOf } from './wire.ts'

const HOUR_MS = 3_600_000

/** 9001: a new `sign_no` for one operator. Earlier ones stay good until they end or expire. */
export const signIn: Handler = (call: Call, centre: Centre): Reply => {
  const node = rowOf(call.input, 'signIn')
  const operator = textOf(node, 'opter_no')
  const signNumber = signNumberOf(call)
  centre.ledger.signs.add({
    signNumber,
    shop: call.shop.code,
    operator,
    mac: textOf(node, 'mac'),
    ip: textOf(node, 'ip'),
    signedAt: call.at,
    expiresAt: call.at + Math.round(centre.config.signHours * HOUR_MS),
  })
  const signinoutb = { sign_time: wireDateTime(call.at), sign_no: signNumber }
  return answered({ signinoutb }, `signed-in ${signNumber}`)
}

/** 9002: ends the `sign_no` of the input, or the envelope's when the input has none. */
export const signOut: Handler = (call: Call, centre: Centre): Reply => {
  const node = rowOf(call.input, 'signOut')
  const named = textOf(node, 'sign_no')
  const signNumber = named === '' ? call.signNumber : named
  const sign = centre.ledger.signs.byNumber(signNumber)
  if (sign === undefined || sign.shop !== call.shop.code) return refused('签到编号不存在，不能签退')
  if (sign.endedAt !== null) return refused('该签到编号已经签退')
  if (sign.operator !== textOf(node, 'opter_no')) return refused('签退操作员与签到操作员不一致')
  centre.ledger.signs.end(signNumber, call.at)
  return answered({ signoutoutb: { sign_time: wireDateTime(call.at) } }, `signed-out ${signNumber}`)
}

/** Why a `sign_no` does not open the door; undefined when it does. */
export function signProblem(call: Call, centre: Centre): string | undefined {
  if (!centre.config.signRequired || call.infno === '9001') return undefined
  if (call.signNumber === '') return '未签到或报文未带签到编号(sign_no)，请先签到'
  const sign = centre.ledger.signs.byNumber(call.signNumber)
  if (sign === undefined || sign.shop !== call.shop.code) return '签到编号(sign_no)无效，请重新签到'
  if (sign.endedAt !== null) return '签到编号(sign_no)已签退，请重新签到'
  if (sign.expiresAt <= call.at) return '签到编号(sign_no)已过期，请重新签到'
  return undefined
}
