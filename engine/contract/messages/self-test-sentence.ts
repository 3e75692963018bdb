import type { SelfTestStepView } from '../selftest.ts'
import { DEVICE_TROUBLE } from './refusal-words.ts'
import { SELF_TEST_WORDS } from './self-test-words.ts'

/** Words for the reasons that a line or a device gives. */
function worded(value: string | number | undefined): string {
  if (value === undefined) return '—'
  const text = String(value)
  return Object.hasOwn(DEVICE_TROUBLE, text) ? (DEVICE_TROUBLE[text] ?? text) : text
}

/** What a step found and what to do about it, in Chinese. Never throws. */
export function selfTestSentence(step: Pick<SelfTestStepView, 'finding' | 'params'>): {
  readonly text: string
  readonly advice: string
} {
  if (step.finding === null) return { text: '—', advice: '' }
  const { text, advice } = SELF_TEST_WORDS[step.finding]
  return {
    text: text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => worded(step.params[name])),
    advice,
  }
}
