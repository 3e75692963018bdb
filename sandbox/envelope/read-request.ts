import { isWireObject, parseJsonExact, type WireObject } from '../../insurance/catalogue/exact-json.ts'
import { validateRequestEnvelope } from '../../insurance/catalogue/validate-envelope.ts'
import type { Issue, Problem } from '../../insurance/catalogue/validators/issue.ts'
import type { CentreConfig } from '../config/centre-config.ts'

/** A request body as far as it could be read. */
export type ReadRequest = {
  readonly text: string
  /** The members, when the body is a JSON object. */
  readonly envelope: WireObject | undefined
  readonly infno: string
  readonly msgid: string
  /** Why there is no envelope; empty when there is one. */
  readonly problem: string
}

const member = (envelope: WireObject, name: string): string => {
  const value = envelope[name]
  return typeof value === 'string' ? value : ''
}

/** Reads the bytes of a body. Never throws. */
export function readRequest(bytes: Uint8Array): ReadRequest {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { text: '', envelope: undefined, infno: '', msgid: '', problem: '报文不是UTF-8编码' }
  }
  const parsed = parseJsonExact(text)
  if (!parsed.ok || !isWireObject(parsed.value)) {
    return { text, envelope: undefined, infno: '', msgid: '', problem: '报文不是合法的JSON对象' }
  }
  const envelope = parsed.value
  return { text, envelope, infno: member(envelope, 'infno'), msgid: member(envelope, 'msgid'), problem: '' }
}

const WORDS: Readonly<Record<Problem, string>> = {
  missing: '缺失',
  type: '类型不符',
  length: '超长',
  decimals: '小数位超长',
  date: '日期时间不合法',
  code: '字典值不存在',
  'unexpected-shape': '节点形状不符',
  'unexpected-field': '不是本交易的字段',
  'unknown-transaction': '交易无字段定义',
}

const SHOWN = 8

/** The sentence that names the fields of findings; never holds values. */
export function describeIssues(issues: readonly Issue[]): string {
  const named = issues.slice(0, SHOWN).map((issue) => {
    const where = issue.path === '' ? issue.field : issue.path
    return `${where}(${issue.label})${WORDS[issue.problem]}`
  })
  const more = issues.length > SHOWN ? `；等共${issues.length}处` : ''
  return `报文校验不通过：${named.join('；')}${more}`
}

const MESSAGE_ID = /^([A-Za-z0-9]{12})(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\d{4}$/

/** Shop code 12 + a moment that exists 14 + serial 4. */
function messageIdProblem(msgid: string, shop: string): string | undefined {
  const match = MESSAGE_ID.exec(msgid)
  if (match === null) return '发送方报文ID(msgid)格式不正确'
  const [, code, year, month, day, hour, minute, second] = match
  if (code !== shop.slice(0, 12).padEnd(12, '0')) return '发送方报文ID(msgid)不以机构编号开头'
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const real = new Date(`${iso}Z`)
  const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso)
  return exists ? undefined : '发送方报文ID(msgid)中的时间不合法'
}

/** What is wrong with the members around `input`; undefined when nothing is. */
export function envelopeProblem(envelope: WireObject, config: CentreConfig): string | undefined {
  const issues = validateRequestEnvelope(envelope)
  if (issues.length > 0) return describeIssues(issues)
  const shop = member(envelope, 'fixmedins_code')
  if (!config.institutions.some((institution) => institution.code === shop)) {
    return '定点医药机构编号(fixmedins_code)不存在'
  }
  if (member(envelope, 'mdtrtarea_admvs') !== config.area)
    return '就医地医保区划(mdtrtarea_admvs)不属于本中心'
  return messageIdProblem(member(envelope, 'msgid'), shop)
}

/** `input` as an object, when it travels in the form that this region wants. */
export function readInput(envelope: WireObject, config: CentreConfig): WireObject | undefined {
  const input = envelope['input']
  const form = config.envelope.input
  if (isWireObject(input)) return form === 'text' ? undefined : input
  if (typeof input !== 'string' || form === 'object') return undefined
  const parsed = parseJsonExact(input)
  return parsed.ok && isWireObject(parsed.value) ? parsed.value : undefined
}
