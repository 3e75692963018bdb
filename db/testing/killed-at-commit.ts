/** Commits two changes and ends like a power cut right before or after the third commit, as the command line says. */
import { recordChange } from '../audit/recorder.ts'
import { openDatabase } from '../connection/open-database.ts'

const [, , path = '', phase] = process.argv
let commits = 0
const opened = openDatabase({
  path,
  now: () => 0,
  commitHook: (reached) => {
    if (reached === 'before') commits += 1
    if (commits === 3 && reached === phase) process.kill(process.pid, 'SIGKILL')
  },
})
if (!opened.ok) throw new Error(opened.refusal.code)
const db = opened.value
for (const name of ['a', 'b', 'c', 'd']) {
  db.transaction(() => {
    db.write('INSERT INTO counter (name, value) VALUES (?, 1)').run(name)
    recordChange(db, { name: 'counted', subject: name })
  })
}
process.stdout.write('went on\n')
