/** Opens the database named on the command line, says in one line how that went, and holds it until it is ended. */
import { openDatabase } from '../connection/open-database.ts'

const path = process.argv[2] ?? ''
const opened = openDatabase({ path, now: () => Date.now(), lockWaitMs: 0 })
process.stdout.write(`${JSON.stringify(opened.ok ? { ok: true } : opened.refusal)}\n`)
if (opened.ok) {
  process.stdin.resume()
  process.stdin.on('end', () => {
    opened.value.close()
  })
}
