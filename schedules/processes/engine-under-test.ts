/**
 * The engine as it is, that kills itself (SIGKILL) right before or after one of its commits: the environment's
 * TILL_KILL_AT_COMMIT says which, as `12:before`. Without it, or once it said on stderr that it took SIGUSR2, the engine
 * runs on.
 */
import { runEngine } from '../../engine/run-engine.ts'
import { CALM_WORD } from './calm-word.ts'

const [text = '', phase = ''] = (process.env['TILL_KILL_AT_COMMIT'] ?? '').split(':')
let left = text === '' ? Number.POSITIVE_INFINITY : Number(text)

process.on('SIGUSR2', () => {
  left = Number.POSITIVE_INFINITY
  process.stderr.write(`${CALM_WORD}\n`)
})

await runEngine(process.argv.slice(2), (now) => {
  if (now !== phase) return
  left -= 1
  if (left <= 0) process.kill(process.pid, 'SIGKILL')
})
