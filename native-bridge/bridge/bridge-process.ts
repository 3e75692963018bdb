import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { DeviceFault } from '../device/device.ts'
import { textOf } from '../transport/fault-of.ts'
import type { LineHooks } from '../transport/line.ts'
import { firstLine } from './first-line.ts'
import {
  BRIDGE_PROTOCOL,
  readReady,
  type BridgeReady,
  type BridgeStart,
  type StartFault,
} from './protocol.ts'

export type BridgeProcessOptions = {
  readonly driver: BridgeStart['driver']
  /** The Node that runs the bridge, of the library's width; this program's own unless told otherwise. */
  readonly node?: string
  /** The bridge's entry; the one beside this file unless told otherwise. */
  readonly entry?: string
  /** Where the library finds the files that lie beside it; this program's own folder unless told otherwise. */
  readonly workingDirectory?: string
  /** Environment variables that the library wants besides the few that every program needs. */
  readonly environment?: Readonly<Record<string, string>>
  /** How long it may take to be ready; 10 s. */
  readonly startLimitMs?: number
}

/** A bridge that is ready. */
export type BridgeProcess = {
  readonly port: number
  readonly token: string
  /** Ends it, hanging or not; resolves when it is gone. */
  readonly end: () => Promise<void>
}

export type BridgeStarting =
  | { readonly ok: true; readonly process: BridgeProcess }
  | { readonly ok: false; readonly reason: DeviceFault; readonly detail: string }

/** What a library may need of the environment; secrets of the till's own are not among it. */
const PASSED = ['PATH', 'SystemRoot', 'windir', 'TEMP', 'TMP', 'HOME', 'LANG', 'LD_LIBRARY_PATH'] as const

const REASONS: Readonly<Record<StartFault, DeviceFault>> = {
  'start-line': 'failed',
  driver: 'failed',
  options: 'failed',
  library: 'not-found',
  function: 'failed',
}

function environmentOf(options: BridgeProcessOptions): Record<string, string> {
  const passed = PASSED.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(passed),
    ...options.environment,
    // readers belong to the thread that opened them, so all calls run on one
    UV_THREADPOOL_SIZE: '1',
    ...(process.versions['electron'] !== undefined && { ELECTRON_RUN_AS_NODE: '1' }),
  }
}

type Ending = {
  readonly process: ChildProcess
  readonly gone: Promise<void>
  readonly end: () => Promise<void>
}

function spawned(options: BridgeProcessOptions): Ending {
  const entry = options.entry ?? fileURLToPath(new URL('./main.ts', import.meta.url))
  const child = spawn(options.node ?? process.execPath, [entry], {
    stdio: ['pipe', 'pipe', 'ignore'],
    cwd: options.workingDirectory,
    env: environmentOf(options),
    windowsHide: true,
  })
  // a program that cannot be started has no exit; its error is told by `close` and the missing first line
  child.on('error', () => undefined)
  child.stdin.on('error', () => undefined)
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    process: child,
    gone,
    end: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}

function refusalOf(ready: BridgeReady | undefined): { reason: DeviceFault; detail: string } | undefined {
  if (ready === undefined) return { reason: 'failed', detail: 'the bridge did not start' }
  if (!ready.ready) return { reason: REASONS[ready.fault], detail: `${ready.fault}: ${ready.detail}` }
  if (ready.protocol !== BRIDGE_PROTOCOL)
    return { reason: 'failed', detail: `the bridge speaks protocol ${ready.protocol}` }
  return undefined
}

/** Starts a bridge and waits until it is ready; never rejects. `onLost` tells once when a ready one ended by itself. */
export async function startBridge(
  options: BridgeProcessOptions,
  hooks: Pick<LineHooks, 'schedule' | 'onLost'>,
): Promise<BridgeStarting> {
  let child: Ending | undefined
  try {
    const started = spawned(options)
    child = started
    const token = randomBytes(32).toString('hex')
    const { stdin, stdout } = started.process
    if (stdin === null || stdout === null) return { ok: false, reason: 'failed', detail: 'no pipes' }
    stdin.write(`${JSON.stringify({ token, driver: options.driver } satisfies BridgeStart)}\n`)
    const cancel = hooks.schedule(() => void started.end(), options.startLimitMs ?? 10_000)
    // a library may print lines of its own before
    const ready = await firstLine(stdout, readReady)
    cancel()
    const refusal = refusalOf(ready)
    if (refusal !== undefined || ready?.ready !== true) {
      await started.end()
      return { ok: false, reason: 'failed', detail: '', ...refusal }
    }
    let ended = false
    void started.gone.then(() => {
      const { signalCode, exitCode } = started.process
      if (!ended) hooks.onLost('failed', `the bridge ended with ${signalCode ?? exitCode ?? 'nothing'}`)
    })
    return {
      ok: true,
      process: {
        port: ready.port,
        token,
        end: () => {
          ended = true
          return started.end()
        },
      },
    }
  } catch (error) {
    await child?.end()
    return { ok: false, reason: 'failed', detail: textOf(error) }
  }
}
