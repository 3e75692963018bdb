import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FUZZ_TARGETS, type FuzzTarget } from './targets.ts'

/** Random bytes, and seeds with some of their bytes replaced: a small share of what `npm run fuzz` does. */
function inputs(target: FuzzTarget): fc.Arbitrary<Uint8Array> {
  const random = fc.uint8Array({ maxLength: 1_500 })
  const seeds = target.seeds ?? []
  if (seeds.length === 0) return random
  const damaged = fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }))
    .map(([seed, changes]) => {
      const bytes = Uint8Array.from(seed)
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      return bytes
    })
  return fc.oneof(random, damaged)
}

describe('parsers under hostile bytes', () => {
  it.each(FUZZ_TARGETS.map((target) => [target.name, target] as const))('%s', (_, target) => {
    fc.assert(
      fc.property(inputs(target), (bytes) => target.run(bytes)),
      { numRuns: 2_000 },
    )
    for (const seed of target.seeds ?? []) expect(() => target.run(seed)).not.toThrow()
  })

  it('names every target once', () => {
    const names = FUZZ_TARGETS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
