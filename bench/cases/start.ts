import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CACHE } from '../../build/paths.ts'
import { writePracticeShop } from '../../build/practice/practice-shop.ts'
import { startEngine } from '../../build/processes/programs.ts'
import { figureAtP99, type Figure } from '../measure/figure.ts'
import { timed, timedAsync } from '../measure/samples.ts'
import { pastSalesFolder } from '../seed/past-sales.ts'

const STARTS = 15
const LONGEST_START_MS = 2_000

/** The engine to ready with a million past sales, against a bare process that opens the file and asks one thing. */
export async function benchStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'till-bench-start-'))
  const dataDir = join(folder, 'till')
  cpSync(pastSalesFolder(join(CACHE, 'bench'), 1_000_000), dataDir, { recursive: true })
  execFileSync('sync')
  // nobody listens on port 9: the start must not depend on the centre
  const configFile = await writePracticeShop(folder, { centreUrl: 'http://127.0.0.1:9' })
  const measured: number[] = []
  const yardstick: number[] = []
  try {
    // the first start imports the shop's goods
    await (await startEngine({ dataDir, configFile })).stop()
    for (let start = 0; start < STARTS; start += 1) {
      yardstick.push(timed(() => bareOpen(join(dataDir, 'till.db'))))
      let stop: () => Promise<void> = () => Promise.resolve()
      measured.push(
        await timedAsync(async () => {
          const engine = await startEngine({ dataDir, configFile })
          stop = engine.stop
        }),
      )
      await stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const figures = [
    figureAtP99(
      {
        id: 'start',
        what: 'engine process to ready at 1,000,000 past sales',
        yardstick: 'bare Node process: open the file with better-sqlite3, one query',
        limit: 10,
      },
      measured,
      yardstick,
    ),
  ]
  const slowest = Math.max(...measured)
  if (slowest > LONGEST_START_MS)
    throw new Error(`a start took ${slowest.toFixed(0)} ms, more than ${LONGEST_START_MS}`)
  return figures
}

function bareOpen(path: string): void {
  const script = `import Sqlite from 'better-sqlite3';
    const db = new Sqlite(process.argv[1]); db.prepare('SELECT count(*) FROM operator').get(); db.close()`
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], {
    cwd: join(import.meta.dirname, '..', '..'),
    encoding: 'utf8',
  })
  if (ended.status !== 0) throw new Error(ended.stderr)
}
