import { runSimulated } from '../../schedules/run-simulated.ts'
import { makeTemplate } from '../../schedules/simulation/template.ts'
import { createWorld } from '../../schedules/simulation/world.ts'
import { createRandom } from '../../schedules/random.ts'
import { figureAtMedian, type Figure } from '../measure/figure.ts'
import { timedAsync } from '../measure/samples.ts'

const COUNT = 200

/** A whole fault schedule, against opening and closing the world that it runs in. */
export async function benchSchedules(): Promise<Figure[]> {
  const template = await makeTemplate()
  const measured: number[] = []
  const yardstick: number[] = []
  try {
    for (let seed = 1; seed <= COUNT; seed += 1) {
      measured.push(await timedAsync(() => runSimulated(template, seed)))
      yardstick.push(
        await timedAsync(async () => {
          const world = await createWorld({ template, random: createRandom(seed) })
          await world.close()
        }),
      )
    }
  } finally {
    template.remove()
  }
  return [
    figureAtMedian(
      {
        id: 'schedules',
        what: 'one simulated fault schedule, compared and verified at its end',
        yardstick: 'opening and closing its world: two databases, a till, a centre, an acquirer',
        limit: 30,
      },
      measured,
      yardstick,
    ),
  ]
}
