import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CACHE } from '../../build/paths.ts'
import { writePracticeShop } from '../../build/practice/practice-shop.ts'
import { startEngine } from '../../build/processes/programs.ts'
import type { ReadyProcess } from '../../build/processes/ready-process.ts'
import { figureAtMedian, type Figure } from '../measure/figure.ts'
import { timedAsync } from '../measure/samples.ts'
import { addOpenUnknowns } from '../seed/open-unknowns.ts'
import { pastSalesFolder } from '../seed/past-sales.ts'

const STARTS = 15
const PAST = 1_000_000
const OPEN = 1_000

/** SIGKILL to ready with a thousand open unknowns at a million sales, against starts after a clean end without any. */
export async function benchRecovery(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'till-bench-recovery-'))
  const dataDir = join(folder, 'till')
  cpSync(pastSalesFolder(join(CACHE, 'bench'), PAST), dataDir, { recursive: true })
  execFileSync('sync')
  const configFile = await writePracticeShop(folder, { centreUrl: 'http://127.0.0.1:9' })
  const starts = async (end: (engine: ReadyProcess) => Promise<void>): Promise<number[]> => {
    const times: number[] = []
    for (let start = 0; start < STARTS; start += 1) {
      let engine: ReadyProcess | undefined
      times.push(await timedAsync(async () => (engine = await startEngine({ dataDir, configFile }))))
      if (engine !== undefined) await end(engine)
    }
    return times
  }
  try {
    // the first start imports the shop's goods
    await (await startEngine({ dataDir, configFile })).stop()
    const clean = await starts((engine) => engine.stop())
    addOpenUnknowns(join(dataDir, 'till.db'), OPEN)
    await (await startEngine({ dataDir, configFile })).kill()
    const killed = await starts((engine) => engine.kill())
    return [
      figureAtMedian(
        {
          id: 'recovery',
          what: `SIGKILL → ready with ${OPEN} open unknowns at ${PAST} sales`,
          yardstick: 'a start after a clean end, without unknowns, same sales',
          limit: 2,
        },
        killed,
        clean,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
