import { parseWireDateTime } from '../catalogue/wire-time.ts'

const RESPOND_TIME = /"respond_time"\s*:\s*"?(\d{14})\d{0,3}"?/

/**
 * `respond_time` of an answer, epoch milliseconds: what the centre's clock said, to the second. Undefined when the text has
 * none that can be read.
 */
export function answerTime(bodyText: string): number | undefined {
  const digits = RESPOND_TIME.exec(bodyText)?.[1]
  if (digits === undefined) return undefined
  const part = (from: number, to: number): string => digits.slice(from, to)
  const day = `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}`
  return parseWireDateTime(`${day} ${part(8, 10)}:${part(10, 12)}:${part(12, 14)}`)
}
