import { createHash } from 'node:crypto'
import { ok, type Result } from '../../core/result.ts'
import { isWireObject, type WireObject, type WireValue } from '../catalogue/exact-json.ts'
import { validateRequestEnvelope } from '../catalogue/validate-envelope.ts'
import { validateInput } from '../catalogue/validate.ts'
import type { Issue } from '../catalogue/validators/issue.ts'
import { wireDateTime } from '../catalogue/wire-time.ts'
import { requestInvalid } from '../mapping/wire-request.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import { moveRequestNodes } from './move-nodes.ts'

export type EnvelopeParts = {
  readonly infno: string
  readonly msgid: string
  readonly profile: RegionProfile
  readonly shop: { readonly code: string; readonly name: string }
  readonly operator: { readonly number: string; readonly name: string }
  /** `sign_no` of 9001; absent only for 9001 itself. */
  readonly signNumber?: string | undefined
  /** `insuplc_admdvs`: required whenever `input` names a person. */
  readonly insuredPlace?: string | undefined
  /** `dev_no`, and what the safety control gave for this visit. */
  readonly device?: { readonly number: string; readonly credential: string } | undefined
  /** In the catalogue's own node names; a region's moves are done here. */
  readonly input: WireObject
  /** `inf_time`, epoch milliseconds. */
  readonly at: number
}

/** A request as its bytes will be, and the hex SHA-256 of them. */
export type BuiltRequest = {
  readonly infno: string
  readonly msgid: string
  readonly bodyText: string
  readonly bodyHash: string
}

/** True when any node of the root names a person. */
function namesPerson(input: WireObject): boolean {
  const hasPerson = (value: WireValue): boolean =>
    isWireObject(value) && typeof value['psn_no'] === 'string' && value['psn_no'] !== ''
  return Object.values(input).some((node) => (Array.isArray(node) ? node.some(hasPerson) : hasPerson(node)))
}

function firstError(issues: readonly Issue[]): Issue | undefined {
  return issues.find((issue) => issue.severity === 'error')
}

/**
 * Makes the whole body of a request: table 3 of the norm around `input`, in its order, every value text. What leaves is
 * checked against the catalogue as the region has it; the first error refuses it with INSURANCE_REQUEST_INVALID
 * {infno, where, problem}, before anything is stored or sent.
 */
export function buildRequest(parts: EnvelopeParts): Result<BuiltRequest> {
  const { infno, profile } = parts
  const input = moveRequestNodes(infno, parts.input, profile.overrides)
  const wrongInput = firstError(validateInput(infno, input, profile.overrides))
  if (wrongInput !== undefined) return requestInvalid(infno, wrongInput.path, wrongInput.problem)
  if (namesPerson(input) && (parts.insuredPlace ?? '') === '') {
    return requestInvalid(infno, 'insuplc_admdvs', 'missing')
  }
  const envelope = envelopeOf(parts, input)
  const wrong = firstError(validateRequestEnvelope(envelope))
  if (wrong !== undefined) return requestInvalid(infno, wrong.path, wrong.problem)
  const bodyText = JSON.stringify(envelope)
  return ok({
    infno,
    msgid: parts.msgid,
    bodyText,
    bodyHash: createHash('sha256').update(bodyText, 'utf8').digest('hex'),
  })
}

function envelopeOf(parts: EnvelopeParts, input: WireObject): WireObject {
  const { profile, shop, operator } = parts
  const { envelope } = profile
  const placeWithout = envelope.placeWithoutPerson === 'shop-area' ? profile.areaCode : ''
  return {
    infno: parts.infno,
    msgid: parts.msgid,
    mdtrtarea_admvs: profile.areaCode,
    insuplc_admdvs: parts.insuredPlace ?? placeWithout,
    recer_sys_code: envelope.receiverSystemCode,
    dev_no: parts.device?.number ?? '',
    dev_safe_info: profile.safetyControl.place === 'dev_safe_info' ? (parts.device?.credential ?? '') : '',
    cainfo: '',
    signtype: '',
    infver: envelope.version,
    opter_type: envelope.operatorType,
    opter: operator.number,
    opter_name: operator.name,
    inf_time: wireDateTime(parts.at),
    fixmedins_code: shop.code,
    fixmedins_name: shop.name,
    sign_no: parts.signNumber ?? '',
    enc_type: '',
    ...envelope.extraMembers,
    input: envelope.inputForm === 'string' ? JSON.stringify(input) : input,
  }
}
