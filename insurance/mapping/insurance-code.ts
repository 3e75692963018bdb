import { ok, type Result } from '../../core/result.ts'
import type { WireValue } from '../catalogue/exact-json.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import { requiredText, rowOf, answerInvalid } from './answer-reader.ts'
import { wireRequest, type WireRequest } from './wire-request.ts'

const INFNO = '6101'

/** Who asks for the token of a scanned code. */
export type CodeQuery = {
  readonly code: string
  readonly shopCode: string
  readonly operator: { readonly number: string; readonly name: string }
}

type Source = RegionProfile['insuranceCode']['request']['fields'][string]

function valueOf(source: Source, query: CodeQuery): string {
  switch (source) {
    case 'code':
      return query.code
    case 'shop-code':
      return query.shopCode
    case 'operator-number':
      return query.operator.number
    case 'operator-name':
      return query.operator.name
    default:
      return source.slice('text:'.length)
  }
}

/** 6101 解析医保电子凭证二维码, in the names that the region's profile has for it: no public source gives them. */
export function buildCodeQuery(profile: RegionProfile, query: CodeQuery): Result<WireRequest> {
  const { node, fields } = profile.insuranceCode.request
  const row = Object.fromEntries(
    Object.entries(fields).map(([name, source]) => [name, valueOf(source, query)]),
  )
  return wireRequest(INFNO, { [node]: row })
}

/** The token of 6101's answer. Refuses with INSURANCE_ANSWER_INVALID when there is none. */
export function readCodeToken(profile: RegionProfile, output: WireValue): Result<string> {
  const { node, token } = profile.insuranceCode.answer
  const row = rowOf(output, node)
  if (row === undefined) return answerInvalid(INFNO, node, 'missing')
  const read = requiredText(INFNO, row, token)
  return read.ok ? ok(read.value) : read
}
