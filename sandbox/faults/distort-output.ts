import { fen, formatYuan, parseYuan } from '../../core/money/fen.ts'
import type { Output } from '../transactions/call.ts'
import type { Fault } from './fault.ts'

type AmountFault = Extract<Fault, { kind: 'amount' }>
type Change = AmountFault['change']

/** Which amount a change is put to when the rule names none; 2103 and 5203 have other names than 2102. */
const USUAL: Readonly<Record<Change, readonly string[]>> = {
  'third-decimal': ['acct_pay'],
  negative: ['psn_cash_pay', 'cash_payamt'],
  absurd: ['medfee_sumamt'],
  'not-a-number': ['acct_pay'],
  missing: ['setl_id', 'medfee_sumamt'],
  'off-by': ['psn_cash_pay', 'cash_payamt'],
}

function changed(text: string, fault: AmountFault): string | undefined {
  switch (fault.change) {
    case 'third-decimal':
      return `${text}4`
    case 'negative':
      return text.startsWith('-') ? text : `-${/^0*\.?0*$/.test(text) ? '1.00' : text}`
    case 'absurd':
      return '99999999999999.99'
    case 'not-a-number':
      return '壹拾贰元'
    case 'missing':
      return undefined
    case 'off-by': {
      const amount = parseYuan(text)
      return amount.ok ? formatYuan(fen(amount.value + fault.byFen)) : text
    }
  }
}

type Node = { readonly [name: string]: Output }

/** The member's first place, `setlinfo` before all else. */
function change(value: Output, member: string, fault: AmountFault): Output | undefined {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const inner = change(item as Output, member, fault)
      if (inner !== undefined) return value.map((other: Output, at) => (at === index ? inner : other))
    }
    return undefined
  }
  if (value === null || typeof value !== 'object') return undefined
  // an array was handled above
  const node = value as Node
  const own = node[member]
  if (typeof own === 'string') {
    const text = changed(own, fault)
    const { [member]: _gone, ...rest } = node
    return text === undefined ? rest : { ...node, [member]: text }
  }
  for (const [name, item] of Object.entries(node)) {
    const inner = change(item, member, fault)
    if (inner !== undefined) return { ...node, [name]: inner }
  }
  return undefined
}

/** The output with one amount wrong; as it is when it has no such amount. */
export function distortOutput(output: Output, fault: AmountFault): Output {
  const members = fault.member === undefined ? USUAL[fault.change] : [fault.member]
  for (const member of members) {
    const distorted = change(output, member, fault)
    if (distorted !== undefined) return distorted
  }
  return output
}
