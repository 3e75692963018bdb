import { runLint } from './run-lint.ts'

const summary = await runLint()
if (summary.failed.length > 0) {
  process.stderr.write(`lint: ${summary.failed.join(', ')}\n`)
  process.exitCode = 1
}
