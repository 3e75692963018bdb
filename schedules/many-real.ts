import { openRealShop } from './processes/real-shop.ts'
import { REAL_QUIET_MS, runReal } from './run-real.ts'
import type { ScheduleResult } from './run-simulated.ts'
import { makeTemplate } from './simulation/template.ts'

/** What shortens the region's waiting to the length of a test. */
const OVERRIDES = {
  quietPeriodMs: REAL_QUIET_MS,
  resolving: {
    attemptsBeforeGivingUp: 40,
    whenUnprovable: 'dispute',
    windowHours: { before: 24, after: 24 },
    pausesMs: [20, 50, 100, 200],
    note: 'Pauses of a test: short, and patient enough that every line comes back before it gives up.',
  },
}

/** Runs the schedules of many seeds with real processes, a few side by side; tells each result as it comes. */
export async function manyReal(
  seeds: readonly number[],
  sideBySide: number,
  tell: (result: ScheduleResult) => void,
): Promise<void> {
  const template = await makeTemplate({ signedIn: false })
  const waiting = [...seeds]
  const work = async (): Promise<void> => {
    const shop = await openRealShop(template, OVERRIDES)
    try {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift())
        tell(await runReal(shop, seed))
    } finally {
      await shop.close()
    }
  }
  try {
    await Promise.all(Array.from({ length: sideBySide }, work))
  } finally {
    template.remove()
  }
}
