import { expect, it } from 'vitest'
import { bringToRest } from '../driver/bring-to-rest.ts'
import { createShelf } from '../driver/shelf.ts'
import { createRandom } from '../random.ts'
import { drivenTill, violationsOf } from '../run-simulated.ts'
import { makeTemplate } from '../simulation/template.ts'
import { createWorld } from '../simulation/world.ts'
import { createRecording } from './recording.ts'

const QUIET_MS = 120_000
const FIVE_MINUTES = 300_000

it(
  'every invariant holds on the files of every instant at which the power may go',
  async () => {
    const template = await makeTemplate()
    const random = createRandom(1)
    const shelf = createShelf(random)
    const recordings: ReturnType<typeof createRecording>[] = []
    const world = await createWorld({ template, random, onCommit: (phase) => recordings[0]?.onCommit(phase) })
    const recording = createRecording(world.folder, world.time.now)
    recordings.push(recording)
    const steps = [
      () => world.act('scan.submit', { text: shelf.newBox() }),
      () => world.act('scan.submit', { text: shelf.newBox() }),
      () => world.act('scan.submit', { text: shelf.person() }),
      () => world.act('insurance.quote', {}),
      () => world.act('insurance.settle', {}),
      () => world.act('sale.payCash', { received: 500_00 }),
      () => world.act('uploads.sendNow', {}),
    ]
    for (const step of steps) await step()
    recording.stop(world)
    await world.close()

    const instants = recording.instants()
    const broken: string[] = []
    for (const instant of instants) {
      const folder = recording.restore(instant)
      const after = await createWorld({ template, random, folder, startsAt: instant.at + QUIET_MS })
      const open = await bringToRest({
        hands: { till: drivenTill(after), random, shelf, people: new Map() },
        rounds: 20,
        roundMs: QUIET_MS,
      })
      const violations = [...open, ...violationsOf(after)]
      if (violations.length > 0)
        broken.push(`commit ${instant.commit}, log of ${instant.length} bytes: ${violations.join('; ')}`)
      await after.close()
    }
    template.remove()
    expect(instants.length).toBeGreaterThan(100)
    expect(broken).toEqual([])
  },
  FIVE_MINUTES,
)
