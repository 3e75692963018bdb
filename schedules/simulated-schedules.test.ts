import { expect, it } from 'vitest'
import { runSimulated } from './run-simulated.ts'
import { makeTemplate } from './simulation/template.ts'

const COUNT = 200
const LONGEST_MS = 10 * 60_000

it(
  'schedules in a simulated world charge nobody twice and lose nothing',
  { timeout: LONGEST_MS },
  async () => {
    const template = await makeTemplate()
    const broken: unknown[] = []
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const result = await runSimulated(template, seed)
      if (result.violations.length > 0) broken.push(result)
    }
    template.remove()
    expect(broken).toEqual([])
  },
)

it('the same seed does the same again', { timeout: LONGEST_MS }, async () => {
  const template = await makeTemplate()
  const once = await runSimulated(template, 7)
  const again = await runSimulated(template, 7)
  template.remove()
  expect(again).toEqual(once)
  expect(once.moves.length).toBeGreaterThan(5)
})
