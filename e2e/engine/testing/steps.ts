import { expect } from 'vitest'
import type { Refusal, Result } from '../../../core/result.ts'
import { refusalSentence } from '../../../engine/contract/messages/refusal-sentence.ts'
import type { RefusalCode } from '../../../core/refusal-codes.ts'
import type { SaleView } from '../../../engine/contract/sale.ts'
import type { ScanOutcome } from '../../../engine/contract/scan.ts'
import type { FaultRuleInput } from '../../../sandbox/faults/fault.ts'
import { seedPerson } from '../../../sandbox/testing/test-shop.ts'
import { scanBoxes, type TestCounter } from '../counter.ts'

/** Presents the insurance code of a person of the seed (1101). */
export async function identify(counter: TestCounter, name: string): Promise<SaleView> {
  const number = seedPerson(name).ecToken ?? ''
  return (await counter.must('insurance.identify', { type: '01', number })).sale
}

/** A basket, its person and the trial: everything but the settlement. */
export async function quotedSale(counter: TestCounter, name: string, boxes = 1): Promise<SaleView> {
  await scanBoxes(counter, boxes)
  await identify(counter, name)
  return (await counter.must('insurance.quote', {})).sale
}

export type FaultInput = FaultRuleInput['fault']

/** The next answer to a number goes wrong. */
export async function distort(counter: TestCounter, infno: string, fault: FaultInput): Promise<void> {
  await counter.centre.addFaults({ infno: [infno], limit: 1, fault })
}

/** Makes room for the next test: no faults, and the counter empty, whatever the last one left there. */
export async function clearCounter(counter: TestCounter): Promise<void> {
  await counter.centre.clearFaults()
  await counter.centre.release()
  const { sale } = await counter.must('sale.current', {})
  if (sale?.locked === true) await counter.must('sale.hold', {})
  else if (sale !== null) await counter.must('sale.void', { reason: '下一项' })
}

/**
 * The refusal, when it has this code and a Chinese sentence in which no parameter is missing and no stable token is left
 * unworded.
 */
export function expectRefusal(
  refused: Result<unknown> | ScanOutcome | Refusal,
  code: RefusalCode,
): Refusal | NonNullable<ScanOutcome['refusal']> {
  const refusal = refusalIn(refused)
  expect(refusal).toMatchObject({ code })
  if (refusal === null) throw new Error('was not refused')
  const sentence = refusalSentence(refusal)
  expect(sentence).toMatch(new RegExp(`^.*[\\u4e00-\\u9fff]{4}.*。\\[${code}\\]$`, 's'))
  expect(sentence).not.toMatch(/—|\{\{|[a-z]-[a-z]/)
  return refusal
}

function refusalIn(refused: Result<unknown> | ScanOutcome | Refusal): ScanOutcome['refusal'] | Refusal {
  if ('code' in refused) return refused
  if ('kind' in refused) return refused.refusal
  return refused.ok ? null : refused.refusal
}
