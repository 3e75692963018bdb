import { SEED_GOODS } from '../../sandbox/seed/goods.ts'
import type { Figure } from '../measure/figure.ts'
import { figureAtP99 } from '../measure/figure.ts'
import { timed, timedAsync } from '../measure/samples.ts'
import { openWorkshop } from '../measure/workshop.ts'
import { openBareDatabase } from '../measure/yardsticks.ts'

const WARM_UP = 300
const SCANS = 3_000
const LINES_PER_SALE = 10

/** Scan → line stored and event out, against one bare indexed read and one committed insert. */
export async function benchScan(): Promise<Figure[]> {
  const workshop = await openWorkshop()
  const bare = openBareDatabase(workshop.folder)
  const { handlers, events } = workshop.engine
  const barcodes = SEED_GOODS.flatMap((good) => good.barcodes.slice(0, 1))
  let told = 0
  events.subscribe((name) => {
    if (name === 'sale.changed') told += 1
  })
  const measured: number[] = []
  const yardstick: number[] = []
  try {
    for (let scan = 0; scan < WARM_UP + SCANS; scan += 1) {
      const before = told
      const text = barcodes[scan % barcodes.length] ?? ''
      const elapsed = await timedAsync(async () => {
        await handlers['scan.submit']({ text })
      })
      if (told === before) throw new Error('a scan told nothing')
      const reference = timed(bare.readAndInsert)
      if (scan >= WARM_UP) {
        measured.push(elapsed)
        yardstick.push(reference)
      }
      if (scan % LINES_PER_SALE === LINES_PER_SALE - 1) await handlers['sale.void']({ reason: '测量' })
    }
  } finally {
    bare.close()
    await workshop.close()
  }
  return [
    figureAtP99(
      {
        id: 'scan',
        what: 'scan → line stored and event out',
        yardstick: 'one bare indexed read + one committed insert, same durability',
        limit: 3,
      },
      measured,
      yardstick,
    ),
  ]
}
