import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compactDateTime } from '../catalogue/wire-time.ts'
import { answerTime } from './answer-time.ts'

it('reads the second that the centre’s clock said', () => {
  const at = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) })
  fc.assert(
    fc.property(at, fc.constantFrom('', '123'), fc.boolean(), (instant, milliseconds, quoted) => {
      const digits = `${compactDateTime(instant)}${milliseconds}`
      const body = `{"infcode":0,"respond_time": ${quoted ? `"${digits}"` : digits},"output":null}`
      expect(answerTime(body)).toBe(Math.floor(instant / 1_000) * 1_000)
    }),
  )
})

it.each(['', '{}', '{"respond_time":""}', '{"respond_time":"20261301000000"}', '{"respond_time":"2026"}'])(
  'knows none in %s',
  (body) => {
    expect(answerTime(body)).toBeUndefined()
  },
)

it('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      answerTime(`"respond_time":"${text}"`)
    }),
  )
})
