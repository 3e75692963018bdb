import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantity, units } from '../money/decimal.ts'
import type { TracePolicy } from '../sale/goods.ts'
import { assignTraceCode, traceCodesMissing, traceCodesNeeded, type TraceLineChoice } from './rules.ts'

const policy = fc.constantFrom<TracePolicy>('required', 'exempt')
const line = fc.record({
  quantity: fc.integer({ min: 1, max: 50 }).map(units),
  split: fc.boolean(),
  tracePolicy: policy,
  captured: fc.nat({ max: 60 }),
})
const basket: fc.Arbitrary<TraceLineChoice[]> = fc
  .array(fc.tuple(line, fc.boolean()), { maxLength: 12 })
  .map((rows) =>
    rows.map(([row, hasKnownPrefix], index) => ({ ...row, id: `line-${index}`, hasKnownPrefix })),
  )
const code = '88298420000560224025'

describe('traceCodesNeeded', () => {
  it('is one for every box, one for a split pack, none for exempt goods', () => {
    fc.assert(
      fc.property(line, (row) => {
        const needed = traceCodesNeeded(row)
        if (row.tracePolicy === 'exempt') expect(needed).toBe(0)
        else expect(needed).toBe(row.split ? 1 : row.quantity / 10_000)
      }),
    )
  })

  it('counts a started box as a box', () => {
    expect(traceCodesNeeded({ quantity: quantity(15_000), split: false, tracePolicy: 'required' })).toBe(2)
    expect(traceCodesNeeded({ quantity: quantity(1), split: false, tracePolicy: 'required' })).toBe(1)
  })
})

describe('traceCodesMissing', () => {
  it('goes down by one with every scan until nothing is missing, and never below', () => {
    fc.assert(
      fc.property(line, (row) => {
        let captured = 0
        while (traceCodesMissing({ ...row, captured }) > 0) {
          const before = traceCodesMissing({ ...row, captured })
          captured += 1
          expect(traceCodesMissing({ ...row, captured })).toBe(before - 1)
        }
        expect(captured).toBe(traceCodesNeeded(row))
        expect(traceCodesMissing({ ...row, captured: captured + row.captured })).toBe(0)
      }),
    )
  })
})

describe('assignTraceCode', () => {
  const ids = (rows: readonly TraceLineChoice[]): string[] => rows.map((row) => row.id)
  const current = fc.option(
    fc.nat({ max: 12 }).map((index) => `line-${index}`),
    { nil: undefined },
  )

  it('gives a code only to a line that needs one', () => {
    fc.assert(
      fc.property(
        basket,
        fc.subarray([0, 1, 2, 3, 4, 5]),
        fc.boolean(),
        current,
        (rows, matching, known, at) => {
          const matchingLineIds = matching.map((index) => `line-${index}`)
          const assigned = assignTraceCode({ code, matchingLineIds, prefixKnown: known }, rows, at)
          if (!assigned.ok || assigned.value === undefined) return
          const { lineId, learnPrefix } = assigned.value
          const chosen = rows.find((row) => row.id === lineId)
          expect(chosen !== undefined && traceCodesMissing(chosen) > 0).toBe(true)
          expect(learnPrefix).toBe(!known)
          if (known) expect(matchingLineIds).toContain(lineId)
          else expect(chosen?.hasKnownPrefix).toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('fills every line of a good to the last box, then asks for a new box', () => {
    fc.assert(
      fc.property(basket, (rows) => {
        const boxes = rows.map((row) => ({ ...row, captured: 0 }))
        const needed = boxes.reduce((sum, row) => sum + traceCodesNeeded(row), 0)
        const candidate = { code, matchingLineIds: ids(boxes), prefixKnown: true }
        for (let scan = 0; scan < needed; scan += 1) {
          const assigned = assignTraceCode(candidate, boxes, undefined)
          const row = boxes.find((box) => assigned.ok && box.id === assigned.value?.lineId)
          if (row === undefined) throw new Error('a box is missing a code and got none')
          row.captured += 1
        }
        expect(assignTraceCode(candidate, boxes, undefined)).toEqual({ ok: true, value: undefined })
      }),
    )
  })

  const open = (id: string, hasKnownPrefix: boolean): TraceLineChoice => ({
    id,
    hasKnownPrefix,
    quantity: units(1),
    split: false,
    tracePolicy: 'required',
    captured: 0,
  })

  it('prefers the current line among several of the same good', () => {
    const rows = [open('a', true), open('b', true)]
    const candidate = { code, matchingLineIds: ['a', 'b'], prefixKnown: true }
    expect(assignTraceCode(candidate, rows, 'b')).toEqual({
      ok: true,
      value: { lineId: 'b', learnPrefix: false },
    })
    expect(assignTraceCode(candidate, rows, 'c')).toEqual({
      ok: true,
      value: { lineId: 'a', learnPrefix: false },
    })
  })

  it('learns an unknown prefix only where the scan can mean one good', () => {
    const candidate = { code, matchingLineIds: [], prefixKnown: false }
    expect(assignTraceCode(candidate, [open('a', false)], undefined)).toEqual({
      ok: true,
      value: { lineId: 'a', learnPrefix: true },
    })
    expect(assignTraceCode(candidate, [open('a', false), open('b', false)], undefined)).toMatchObject({
      refusal: { code: 'TRACE_GOODS_UNKNOWN', params: { code } },
    })
    expect(assignTraceCode(candidate, [open('a', true)], 'a')).toMatchObject({
      refusal: { code: 'TRACE_GOODS_MISMATCH', params: { code } },
    })
    expect(assignTraceCode(candidate, [], undefined)).toMatchObject({
      refusal: { code: 'TRACE_GOODS_UNKNOWN' },
    })
  })
})
