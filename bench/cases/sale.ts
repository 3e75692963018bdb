import { join } from 'node:path'
import { CACHE } from '../../build/paths.ts'
import { figureAtMedian, figureAtP99, type Figure } from '../measure/figure.ts'
import { insuredSale, JOURNAL_COMMITS, JOURNAL_ROW_BYTES } from '../measure/insured-sale.ts'
import { timed } from '../measure/samples.ts'
import { openWorkshop } from '../measure/workshop.ts'
import { openBareDatabase } from '../measure/yardsticks.ts'
import { pastSalesFolder } from '../seed/past-sales.ts'

const WARM_UP = 30
/** Enough that the p99 is not the third worst hiccup of the disk. */
const SALES = 1_500

/** A whole insured sale's own cost, against the bare commits that its journal rows need; turn by turn. */
export async function benchSale(): Promise<Figure[]> {
  const workshop = await openWorkshop()
  const bare = openBareDatabase(workshop.folder)
  const own: number[] = []
  const commits: number[] = []
  try {
    for (let sale = 0; sale < WARM_UP + SALES; sale += 1) {
      const cost = await insuredSale(workshop)
      const reference = timed(() => bare.commits(JOURNAL_COMMITS, JOURNAL_ROW_BYTES))
      if (sale < WARM_UP) continue
      own.push(cost)
      commits.push(reference)
    }
  } finally {
    bare.close()
    await workshop.close()
  }
  return [
    figureAtP99(
      {
        id: 'sale',
        what: 'insured sale, all but the centre’s time',
        yardstick: `${JOURNAL_COMMITS} bare commits of ${JOURNAL_ROW_BYTES} bytes`,
        limit: 3,
      },
      own,
      commits,
    ),
  ]
}

/** The same at ten thousand and at a million past sales; both tills sell in turn, so that both meet the same machine. */
export async function benchSaleGrowth(): Promise<Figure[]> {
  const cache = join(CACHE, 'bench')
  const few = await openWorkshop(pastSalesFolder(cache, 10_000))
  const many = await openWorkshop(pastSalesFolder(cache, 1_000_000))
  const atFew: number[] = []
  const atMany: number[] = []
  try {
    for (let sale = 0; sale < WARM_UP + SALES; sale += 1) {
      const fewCost = await insuredSale(few)
      const manyCost = await insuredSale(many)
      if (sale < WARM_UP) continue
      atFew.push(fewCost)
      atMany.push(manyCost)
    }
  } finally {
    await few.close()
    await many.close()
  }
  return [
    figureAtMedian(
      {
        id: 'sale-growth',
        what: 'insured sale’s own cost at 1,000,000 past sales',
        yardstick: 'the same at 10,000 past sales (medians)',
        limit: 1.2,
      },
      atMany,
      atFew,
    ),
  ]
}
