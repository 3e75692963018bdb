import { Session } from 'node:inspector/promises'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../paths.ts'

/** Characters of the source from `start` up to, without, `end`. */
export type Range = readonly [start: number, end: number]

/** One function that ran: its name among all, and the parts of it that did not. */
export type Ran = { readonly id: string; readonly gaps: readonly Range[] }

/** Which code under test runs. */
export type Coverage = {
  /** The functions that ran since the last call. */
  readonly take: () => Promise<readonly Ran[]>
  readonly stop: () => void
}

const REPOSITORY = `${pathToFileURL(ROOT).href}/`
/** The loop itself is not what is looked for. */
const LOOP = ['coverage', 'fuzz-loop', 'main', 'mutate', 'random', 'reach'].map(
  (name) => `${REPOSITORY}build/fuzz/${name}.ts`,
)

const isLookedAt = (url: string): boolean =>
  url.startsWith(REPOSITORY) && !url.includes('/node_modules/') && !LOOP.includes(url)

/**
 * Begins to count by V8's own coverage. The code under test must be loaded after this: V8 counts blocks only in code that
 * it compiles meanwhile.
 */
export async function startCoverage(): Promise<Coverage> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    take: async () => {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      return result
        .filter(({ url }) => isLookedAt(url))
        .flatMap(({ scriptId, functions }) =>
          functions.flatMap(({ ranges }) => {
            const [whole] = ranges
            if (whole === undefined || whole.count === 0) return []
            const unused = ranges.filter(({ count }) => count === 0)
            return [
              {
                id: `${scriptId}:${whole.startOffset}:${whole.endOffset}`,
                gaps: unused.map(({ startOffset, endOffset }) => [startOffset, endOffset] as const),
              },
            ]
          }),
        )
    },
    stop: () => session.disconnect(),
  }
}
