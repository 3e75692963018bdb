import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** The device's end of a serial cable, for tests of what the till writes. */
export type SerialDevice = {
  readonly path: string
  /** All bytes that the till wrote so far. */
  readonly received: () => Buffer
  readonly send: (data: string) => Promise<void>
  readonly unplug: () => Promise<void>
}

/** Makes a pseudo terminal at `path` whose other end is kept in memory, by socat. */
export async function plugSerialDevice(path: string): Promise<SerialDevice> {
  const socat = spawn('socat', [`pty,raw,echo=0,link=${path}`, 'STDIO'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const chunks: Buffer[] = []
  socat.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const gone = once(socat, 'exit')
  while (!existsSync(path)) {
    if (socat.exitCode !== null) throw new Error(`socat ended with ${socat.exitCode}`)
    await pause(5)
  }
  return {
    path,
    received: () => Buffer.concat(chunks),
    send: (data) =>
      new Promise((resolve, reject: (error: Error) => void) => {
        socat.stdin.write(data, 'latin1', (error) => (error == null ? resolve() : reject(error)))
      }),
    unplug: async () => {
      socat.kill()
      await gone
    },
  }
}
