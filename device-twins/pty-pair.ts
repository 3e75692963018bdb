import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A serial cable: what is written to the device's end arrives at the till's end. Made by socat from two pseudo terminals. */
export type PtyPair = {
  /** The port that the till opens. */
  readonly path: string
  /** Sends bytes as the device would. */
  readonly send: (data: string | Uint8Array) => Promise<void>
  /** Pulls the cable: the port goes away. */
  readonly unplug: () => Promise<void>
}

const READY_WITHIN_MS = 10_000

async function linked(paths: readonly string[], socat: ChildProcess): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS
  while (!paths.every((path) => existsSync(path))) {
    if (socat.exitCode !== null) throw new Error(`socat ended with ${socat.exitCode}`)
    if (performance.now() > deadline) throw new Error('socat made no pseudo terminals')
    await pause(5)
  }
}

/** Plugs a cable in: both ends are links inside `folder`, the same at every call, as a USB port's name is. */
export async function plugIn(folder: string): Promise<PtyPair> {
  const path = join(folder, 'till')
  const devicePath = join(folder, 'device')
  const end = (link: string): string => `pty,raw,echo=0,link=${link}`
  const socat = spawn('socat', [end(path), end(devicePath)], { stdio: 'ignore' })
  const gone = once(socat, 'exit')
  await linked([path, devicePath], socat)
  const device: FileHandle = await open(devicePath, 'r+')
  return {
    path,
    send: async (data) => {
      await device.write(typeof data === 'string' ? Buffer.from(data, 'utf8') : data)
    },
    unplug: async () => {
      await device.close()
      socat.kill()
      await gone
    },
  }
}
