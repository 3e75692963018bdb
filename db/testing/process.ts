import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export type RunningScript = {
  readonly process: ChildProcessByStdio<Writable, Readable, null>
  /** The next line of its output; `undefined` when it has ended. */
  readonly nextLine: () => Promise<string | undefined>
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>
}

/** Starts a script as a process of its own, which does not outlive the test. */
export function runScript(script: URL, ...args: string[]): RunningScript {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(kill)
  return {
    process: child,
    nextLine: async () => {
      const line = await lines.next()
      return line.done === true ? undefined : line.value
    },
    kill,
  }
}
