import {
  isWireObject,
  parseJsonExact,
  type WireObject,
  type WireValue,
} from '../../insurance/catalogue/exact-json.ts'
import { compactDateTime, wireDateTime } from '../../insurance/catalogue/wire-time.ts'
import type { NewPerson } from '../admin/shapes.ts'
import { SEED_PEOPLE } from '../seed/people.ts'

export const SHOP_CODE = 'P44190000001'
export const AREA = '441900'

export type Members = { readonly [name: string]: unknown }

/** An answer with numbers as their text. */
export type ShopAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly envelope: WireObject
  readonly code: string
  readonly message: string
  readonly output: WireValue
}

// far from the numbers that a till gives in the same second
let serial = 5_000

/** A new msgid of the test shop. */
export function newMessageId(): string {
  serial += 1
  return `${SHOP_CODE}${compactDateTime(Date.now())}${String(serial % 10_000).padStart(4, '0')}`
}

/** A person of the seed by name. */
export function seedPerson(name: string): NewPerson {
  const person = SEED_PEOPLE.find((candidate) => candidate.name === name)
  if (person === undefined) throw new Error(`no ${name} in the seed`)
  return person
}

export type Line = {
  readonly code: string
  readonly total: string
  readonly count?: string
  readonly price?: string
  readonly traces?: readonly string[]
  readonly split?: boolean
  /** `min_prcunt_type`, which 2102B wants. */
  readonly unitType?: string
}

/** A line of one box. */
export function box(code: string, total: string, ...traces: readonly string[]): Line {
  return { code, total, traces }
}

let boxes = 0
/** A trace code that no test has used. */
export function newTrace(): string {
  boxes += 1
  return `8300110${String(Date.now() % 1_000_000_000).padStart(9, '0')}${String(boxes).padStart(4, '0')}`
}

function detail(line: Line, index: number): Members {
  const lineNumber = String(index + 1)
  const traces = (line.traces ?? []).map((code) => ({
    feedetl_sn: lineNumber,
    drug_trac_codg: code,
    trdn_flag: line.split === true ? '1' : '0',
    ...(line.unitType === undefined ? {} : { min_prcunt_type: line.unitType }),
  }))
  return {
    feedetl_sn: lineNumber,
    rxno: '',
    rx_circ_flag: '0',
    fee_ocur_time: wireDateTime(Date.now()),
    med_list_codg: line.code,
    medins_list_codg: `S${line.code.slice(0, 8)}`,
    det_item_fee_sumamt: line.total,
    cnt: line.count ?? '1.0000',
    pric: line.price ?? `${line.total}0000`,
    ...(traces.length === 0 ? {} : { drug_trac_info: traces }),
  }
}

const sumOf = (lines: readonly Line[]): string => {
  const fen = lines.reduce((sum, line) => sum + Math.round(Number(line.total) * 100), 0)
  return (fen / 100).toFixed(2)
}

/** The input of a trial or settlement for a person of the seed, by e-credential and with the account used. */
export function saleInput(person: NewPerson, lines: readonly Line[], head: Members = {}): Members {
  return {
    druginfo: {
      psn_no: person.personNumber,
      mdtrt_cert_type: '01',
      mdtrt_cert_no: person.ecToken,
      begntime: wireDateTime(Date.now()),
      medfee_sumamt: sumOf(lines),
      insutype: person.insurances[0]?.insuranceType,
      dise_codg: '',
      dise_name: '',
      acct_used_flag: '1',
      med_type: '41',
      ...head,
    },
    drugdetail: lines.map(detail),
  }
}

/** A shop that speaks the wire by hand, so that nothing of the till's own line is trusted here. */
export class TestShop {
  readonly #url: string
  signNumber = ''

  constructor(url: string) {
    this.#url = url
  }

  /** The whole request as an object; `over` replaces members. */
  request(infno: string, input: unknown, over: Members = {}): Members {
    const now = wireDateTime(Date.now())
    return {
      infno,
      msgid: newMessageId(),
      mdtrtarea_admvs: AREA,
      insuplc_admdvs: AREA,
      recer_sys_code: 'YBXT',
      dev_no: '',
      dev_safe_info: '',
      cainfo: '',
      signtype: '',
      infver: 'V1.0',
      opter_type: '1',
      opter: 'C01',
      opter_name: '收银员一',
      inf_time: now,
      fixmedins_code: SHOP_CODE,
      fixmedins_name: '东莞市南城康宁大药房',
      sign_no: this.signNumber,
      input,
      ...over,
    }
  }

  /** Posts bytes as they are. */
  async post(
    body: string | Uint8Array<ArrayBuffer>,
    path = '/',
    headers: Record<string, string> = {},
  ): Promise<ShopAnswer> {
    const response = await fetch(new URL(path, this.#url), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
    const text = await response.text()
    const parsed = parseJsonExact(text)
    const envelope = parsed.ok && isWireObject(parsed.value) ? parsed.value : {}
    return {
      status: response.status,
      headers: response.headers,
      text,
      envelope,
      code: String(envelope['infcode']),
      message: String(envelope['err_msg']),
      output: envelope['output'] ?? null,
    }
  }

  call(infno: string, input: unknown, over: Members = {}): Promise<ShopAnswer> {
    return this.post(JSON.stringify(this.request(infno, input, over)))
  }

  async signIn(): Promise<void> {
    const answer = await this.call('9001', {
      signIn: { opter_no: 'C01', mac: '00-00-00-00-00-01', ip: '127.0.0.1' },
    })
    this.signNumber = String(node(answer.output, 'signinoutb')['sign_no'])
  }

  /** Settles by 2102A. */
  settle(
    person: NewPerson,
    lines: readonly Line[],
    head: Members = {},
    over: Members = {},
  ): Promise<ShopAnswer> {
    const place = person.insurances[0]?.place ?? AREA
    return this.call('2102A', saleInput(person, lines, head), { insuplc_admdvs: place, ...over })
  }
}

/** A node of an output, a row or the first of its rows. */
export function node(output: WireValue, name: string): WireObject {
  const value = isWireObject(output) ? output[name] : undefined
  const first: WireValue | undefined = Array.isArray(value) ? value[0] : value
  return isWireObject(first) ? first : {}
}

/** The rows of a node. */
export function rows(output: WireValue, name: string): readonly WireObject[] {
  const value = isWireObject(output) ? output[name] : undefined
  return Array.isArray(value) ? value.filter(isWireObject) : []
}
