import { expect } from 'vitest'
import { validateOutput } from '../../insurance/catalogue/validate.ts'
import type { ShopAnswer } from './test-shop.ts'

/** An accepted answer whose envelope and output are what the catalogue says, without a finding of any severity. */
export function expectAccepted(infno: string, answer: ShopAnswer): void {
  expect(answer.message).toBe('')
  expect(answer.status).toBe(200)
  expect(answer.code).toBe('0')
  expect(answer.envelope['inf_refmsgid']).toMatch(/^441900\d{24}$/)
  expect(answer.envelope['refmsg_time']).toMatch(/^\d{17}$/)
  expect(answer.envelope['respond_time']).toMatch(/^\d{17}$/)
  expect(validateOutput(infno, answer.output)).toEqual([])
}

/** A refusal with its reason. */
export function expectRefused(answer: ShopAnswer, reason: string | RegExp): void {
  expect(answer.status).toBe(200)
  expect(answer.code).toBe('-1')
  expect(answer.message).toMatch(reason)
  expect(answer.output).toBeNull()
}
