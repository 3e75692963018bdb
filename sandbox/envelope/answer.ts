import { transaction } from '../../insurance/catalogue/catalogue.ts'
import { compactDateTime } from '../../insurance/catalogue/wire-time.ts'
import type { CentreConfig } from '../config/centre-config.ts'
import type { Output } from '../transactions/call.ts'

/** What becomes the body of an answer. */
export type Answer = {
  readonly infno: string
  readonly code: string
  readonly message: string
  readonly output: Output
  /** Number of the request in the ledger. */
  readonly serial: number
  readonly receivedAt: number
  readonly answeredAt: number
}

const NUMERIC: ReadonlySet<string> = new Set(['decimal', 'int'])
const numericNames = new Map<string, ReadonlySet<string>>()

/** Members of a transaction's output that are numbers. */
function numericMembers(infno: string): ReadonlySet<string> {
  const known = numericNames.get(infno)
  if (known !== undefined) return known
  const fields = (transaction(infno)?.output ?? []).flatMap((node) => node.fields)
  const names = new Set(fields.filter((field) => NUMERIC.has(field.type)).map((field) => field.name))
  numericNames.set(infno, names)
  return names
}

const PLAIN_NUMBER = /^-?\d{1,15}(?:\.\d+)?$/

function withNumbers(value: Output, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item: Output) => withNumbers(item, names))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isNumber = names.has(name) && typeof inner === 'string' && PLAIN_NUMBER.test(inner)
      return [name, isNumber ? Number(inner) : withNumbers(inner, names)]
    }),
  )
}

/** yyyyMMddHHmmssSSS */
const withMilliseconds = (at: number): string =>
  compactDateTime(at) + String(((at % 1000) + 1000) % 1000).padStart(3, '0')

/** Writes an answer's body in the form that the configuration asks for. */
export function writeAnswer(answer: Answer, config: CentreConfig): string {
  const { envelope } = config
  const output =
    envelope.numbers === 'number' ? withNumbers(answer.output, numericMembers(answer.infno)) : answer.output
  const serial = String(answer.serial).padStart(10, '0')
  const isNumber = envelope.resultCode === 'number' && /^-?\d{1,9}$/.test(answer.code)
  return JSON.stringify({
    infcode: isNumber ? Number(answer.code) : answer.code,
    inf_refmsgid: `${config.area}${compactDateTime(answer.receivedAt)}${serial}`,
    refmsg_time: withMilliseconds(answer.receivedAt),
    respond_time: withMilliseconds(answer.answeredAt),
    err_msg: answer.message,
    signtype: '',
    cainfo: '',
    output: envelope.output === 'text' && output !== null ? JSON.stringify(output) : output,
  })
}
