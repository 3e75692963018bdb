import { setTimeout as pause } from 'node:timers/promises'

const LIMIT_MS = 15_000
const EVERY_MS = 10

/** Asks again and again until the answer is not false or undefined; rejects when that takes too long. */
export async function until<T>(what: string, ask: () => Promise<T | false | undefined>): Promise<T> {
  const deadline = Date.now() + LIMIT_MS
  for (;;) {
    const answer = await ask()
    if (answer !== false && answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`not within ${LIMIT_MS} ms: ${what}`)
    await pause(EVERY_MS)
  }
}
