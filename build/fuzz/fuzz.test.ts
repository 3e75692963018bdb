import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CACHE, ROOT } from '../paths.ts'
import { runCommand } from '../processes/run-command.ts'
import { INPUT_MAXIMUM, mutate } from './mutate.ts'
import { createRandom } from './random.ts'

describe('npm run fuzz', () => {
  it('is led by coverage to a fault that chance would not find, and gives the shortest input', async () => {
    const table = join(import.meta.dirname, 'testing', 'planted.ts')
    const program = join(import.meta.dirname, 'main.ts')
    const outcome = await runCommand(process.execPath, [program, '--table', table, '--runs', '200000'], {
      cwd: ROOT,
    })
    await rm(join(CACHE, 'fuzz', 'planted.bin'), { force: true })
    expect(outcome.output).toContain('planted: aa9669082e\n')
    expect(outcome.output).toContain('the planted fault')
    expect(outcome.output).toMatch(/^sound: 200000 runs/m)
    expect(outcome.output).toContain('1 passed, 1 failed')
    expect(outcome.code).toBe(1)
  }, 120_000)
})

describe('mutate', () => {
  it('makes inputs within the limit, the same from the same seed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 5_000 }),
        fc.uint8Array(),
        fc.integer({ min: 1 }),
        (parent, other, seed) => {
          const made = mutate(parent, other, createRandom(seed))
          expect(made.length).toBeLessThanOrEqual(INPUT_MAXIMUM)
          expect(mutate(parent, other, createRandom(seed))).toEqual(made)
        },
      ),
    )
  })
})
