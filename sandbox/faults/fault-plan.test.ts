import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FaultPlan, seededFraction } from './fault-plan.ts'
import { faultRuleSchema, type FaultRuleInput } from './fault.ts'

const rule = (input: FaultRuleInput) => faultRuleSchema.parse(input)

function hitsOf(input: FaultRuleInput, calls: number): number[] {
  const plan = new FaultPlan([rule(input)])
  return Array.from({ length: calls }, (_, index) => index + 1).filter(() => plan.take('2102A') !== undefined)
}

describe('FaultPlan', () => {
  it('picks the calls that the rule says', () => {
    const fault = { kind: 'reset-after' } as const
    expect(hitsOf({ fault }, 3)).toEqual([1, 2, 3])
    expect(hitsOf({ fault, limit: 1 }, 3)).toEqual([1])
    expect(hitsOf({ fault, when: { pick: 'nth', calls: [2, 5] } }, 6)).toEqual([2, 5])
    expect(hitsOf({ fault, when: { pick: 'every', calls: 3 } }, 7)).toEqual([3, 6])
  })

  it('picks the same calls for the same seed, about as many as the probability says', () => {
    const fault = { kind: 'twice' } as const
    const when = { pick: 'random', probability: 0.2, seed: 7 } as const
    const hits = hitsOf({ fault, when }, 1_000)
    expect(hitsOf({ fault, when }, 1_000)).toEqual(hits)
    expect(hits.length).toBeGreaterThan(140)
    expect(hits.length).toBeLessThan(260)
    expect(hitsOf({ fault, when: { ...when, seed: 8 } }, 1_000)).not.toEqual(hits)
  })

  it('counts only its own numbers, and lets the first rule win while all count', () => {
    const plan = new FaultPlan()
    const [first, second] = plan.add([
      rule({ infno: ['2102A'], when: { pick: 'nth', calls: [1] }, fault: { kind: 'reset-before' } }),
      rule({ infno: ['2102A', '2103'], fault: { kind: 'reset-after' } }),
    ])
    expect(plan.take('1101')).toBeUndefined()
    expect(plan.take('2102A')?.kind).toBe('reset-before')
    expect(plan.take('2102A')?.kind).toBe('reset-after')
    expect(plan.take('2103')?.kind).toBe('reset-after')
    expect(plan.list()).toMatchObject([
      { id: first, seen: 2, hits: 1 },
      { id: second, seen: 3, hits: 2 },
    ])
    plan.remove(second)
    expect(plan.take('2103')).toBeUndefined()
    plan.remove()
    expect(plan.list()).toEqual([])
  })

  it('draws fractions in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), (seed, position) => {
        const fraction = seededFraction(seed, position)
        expect(fraction).toBeGreaterThanOrEqual(0)
        expect(fraction).toBeLessThan(1)
      }),
    )
  })
})
