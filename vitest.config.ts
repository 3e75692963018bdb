import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { FOLDERS } from './build/folders.ts'
import type { Reporter } from 'vitest/node'

/** Keeps the reason of `ctx.skip(reason)` in the JSON report, which has no place of its own for it. */
const skipReasons: Reporter = {
  onTestCaseResult: (test) => {
    const result = test.result()
    if (result.state === 'skipped') Object.assign(test.meta(), { skipReason: result.note })
  },
}

// vitest reads its configuration from the default export
export default defineConfig({
  cacheDir: '.cache/vitest',
  test: {
    reporters: ['default', 'json', skipReasons],
    outputFile: { json: '.cache/test-results/vitest.json' },
    passWithNoTests: true,
    // many tests wait for processes and for time to pass; one worker too many keeps the machine busy meanwhile
    maxWorkers: availableParallelism() + 1,
    // one project for each folder, so that `--project core` runs one layer
    projects: FOLDERS.map((layer) => ({
      test: {
        name: layer,
        include: [`${layer}/**/*.test.{ts,tsx}`],
        environment: 'node',
        // tests start real processes, and the machine may have two cores
        testTimeout: 30_000,
        hookTimeout: 60_000,
      },
    })),
  },
})
