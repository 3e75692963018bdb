import { expect, it } from 'vitest'
import { manyReal } from './many-real.ts'
import type { ScheduleResult } from './run-simulated.ts'

const COUNT = 300
const SIDE_BY_SIDE = 4
const LONGEST_MS = 20 * 60_000

it(
  `${COUNT} schedules with real processes, faults on the real socket and SIGKILL charge nobody twice and lose nothing`,
  { timeout: LONGEST_MS },
  async () => {
    const results: ScheduleResult[] = []
    const seeds = Array.from({ length: COUNT }, (_, index) => index + 1)
    await manyReal(seeds, SIDE_BY_SIDE, (result) => results.push(result))
    expect(results).toHaveLength(COUNT)
    expect(results.filter((result) => result.violations.length > 0)).toEqual([])
    expect(results.reduce((sum, result) => sum + result.powerCuts, 0)).toBeGreaterThan(COUNT / 2)
  },
)
