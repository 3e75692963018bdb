import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/** A serial cable whose other end hears and speaks. */
export type TalkingPty = {
  /** Sends bytes as the device would. */
  readonly send: (bytes: Uint8Array) => void
  /** Pulls the cable: the port goes away. */
  readonly unplug: () => Promise<void>
}

/** Plugs a device in at `path`; `onBytes` gets what the till sends. The port lives until it is unplugged. */
export async function plugInTalking(path: string, onBytes: (bytes: Uint8Array) => void): Promise<TalkingPty> {
  const socat = spawn('socat', [`pty,raw,echo=0,link=${path}`, '-'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const gone = once(socat, 'exit')
  socat.stdout.on('data', onBytes)
  // a cable that was pulled takes nothing more
  socat.stdin.on('error', () => undefined)
  while (!existsSync(path)) {
    if (socat.exitCode !== null) throw new Error(`socat ended with ${socat.exitCode}`)
    await pause(5)
  }
  // held open: socat would end when the till closes the port to open it again
  const held = await open(path, 'r+')
  return {
    send: (bytes) => void socat.stdin.write(bytes),
    unplug: async () => {
      socat.kill()
      await gone
      await held.close()
    },
  }
}
