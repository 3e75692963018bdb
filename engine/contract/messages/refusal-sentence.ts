import type { RefusalCode } from '../../../core/refusal-codes.ts'
import type { RefusalParameter } from '../../../core/result.ts'
import { groupedYuan } from './amounts.ts'
import { REFUSAL_WORDS } from './refusal-words.ts'
import { REFUSAL_SENTENCES } from './zh-CN.ts'

/** A refusal as the contract carries it: the part that its sentence is made from. */
export type SayableRefusal = {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, RefusalParameter>>
}

/** Stands for a parameter that the refusal should carry but does not. */
const MISSING = '—'

function parameterText(refusal: SayableRefusal, name: string): string {
  const value = refusal.params[name]
  if (value === undefined || value === '') return MISSING
  if (name.endsWith('Fen') && typeof value === 'number' && Number.isSafeInteger(value))
    return groupedYuan(value)
  const text = String(value)
  const words = REFUSAL_WORDS[refusal.code]?.[name]
  return words !== undefined && Object.hasOwn(words, text) ? (words[text] ?? text) : text
}

/**
 * The Chinese sentence for a refusal, with its code at the end in brackets, by which the support desk finds it.
 * Parameters whose name ends in `Fen` are written as yuan; stable tokens are put into words. Never throws.
 */
export function refusalSentence(refusal: SayableRefusal): string {
  const sentence = REFUSAL_SENTENCES[refusal.code].replace(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
    parameterText(refusal, name),
  )
  return `${sentence}。[${refusal.code}]`
}
