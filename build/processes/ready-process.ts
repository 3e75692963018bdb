import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type ReadyProcess = {
  readonly pid: number
  /** The members of its ready line. */
  readonly ready: Readonly<Record<string, unknown>>
  readonly hasEnded: () => boolean
  /** Resolves with the exit code (null after a signal) when it ends. */
  readonly ended: Promise<number | null>
  /** Ends it, by force when it does not end in time. */
  readonly stop: () => Promise<void>
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>
}

export type ReadyProcessOptions = {
  /** For messages. */
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Longest time until the ready line. */
  readonly withinMs?: number
  /** Gets its stderr; left out, the text is only kept for the message of a failed start. */
  readonly onErrorText?: (text: string) => void
}

const GRACE_MS = 8_000

/**
 * Starts a program that prints one JSON line `{"ready":true,…}` on stdout when it serves, and waits for that line.
 * Throws with the end of its stderr when it ends or stays silent instead.
 */
export async function startReadyProcess(options: ReadyProcessOptions): Promise<ReadyProcess> {
  const child = spawn(options.program, options.args, {
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errorText = ''
  child.stderr.on('data', (chunk: Buffer) => {
    const text = chunk.toString('utf8')
    errorText = (errorText + text).slice(-4_000)
    options.onErrorText?.(text)
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  try {
    const ready = await readyLine(child, options)
    return handleOf(child, ready, ended)
  } catch (error) {
    child.kill('SIGKILL')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${options.name}: ${reason}\n${errorText}`, { cause: error })
  }
}

function readyLine(child: ChildProcess, options: ReadyProcessOptions): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const limit = options.withinMs ?? 30_000
    const timer = setTimeout(() => reject(new Error(`not ready within ${limit} ms`)), limit)
    const settle = (finish: () => void): void => {
      clearTimeout(timer)
      finish()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('close', (code) =>
      settle(() => reject(new Error(`ended with code ${code} before it was ready`))),
    )
    if (child.stdout === null) throw new Error('no stdout')
    // goes on reading after the line, so that the pipe never fills up
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = parseReady(line)
      if (message !== undefined) settle(() => resolve(message))
    })
  })
}

function parseReady(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(line)
    const isReady = typeof value === 'object' && value !== null && 'ready' in value && value.ready === true
    return isReady ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function handleOf(
  child: ChildProcess,
  ready: Record<string, unknown>,
  ended: Promise<number | null>,
): ReadyProcess {
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  const endWith = async (signal: NodeJS.Signals): Promise<void> => {
    if (hasEnded()) return
    const exit = once(child, 'exit')
    child.kill(signal)
    const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
    await exit
    clearTimeout(force)
  }
  return {
    pid: child.pid ?? 0,
    ready,
    hasEnded,
    ended,
    stop: () => endWith('SIGTERM'),
    kill: () => endWith('SIGKILL'),
  }
}

/** A text member of a ready line. Throws when it is not there: the program broke its own promise. */
export function readyText(started: ReadyProcess, member: string): string {
  const value = started.ready[member]
  if (typeof value !== 'string') throw new Error(`the ready line has no text "${member}"`)
  return value
}
