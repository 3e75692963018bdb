import type { Call, Centre, Handler, Reply } from './call.ts'
import { answered, refused } from './call.ts'
import { personFields } from './person-fields.ts'
import { rowOf, textOf } from './wire.ts'

/** What a practice person's telephone shows: the token backwards, so that whoever sends it undecoded is found out. */
const tokenOf = (code: string): string => [...code].toReversed().join('')

/**
 * 6101: the token behind a code. No public source has its fields: their names are configuration, the same as in a till's
 * profile.
 */
export const decodeCode: Handler = (call: Call, centre: Centre): Reply => {
  const { node, codeField, tokenField } = centre.config.insuranceCode
  const token = tokenOf(textOf(rowOf(call.input, node), codeField))
  const person = centre.ledger.people.byToken(token)
  if (person === undefined) return refused('医保码无效或已过期')
  const fields = personFields(person, call.at)
  return answered({
    [node]: { [tokenField]: token, userName: person.name, idType: person.documentKind, ...fields },
  })
}
