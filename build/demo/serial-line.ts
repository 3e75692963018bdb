import { spawn } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A real serial line without a cable: two connected pseudo terminals. */
export type SerialLine = {
  /** The end that the till opens. */
  readonly tillPath: string
  /** Sends bytes as a scanner would. */
  readonly write: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

const WITHIN_MS = 5_000

/** Lays a line with socat; `folder` gets the two ends as links. */
export async function laySerialLine(folder: string): Promise<SerialLine> {
  const tillPath = join(folder, 'scanner-till')
  const gunPath = join(folder, 'scanner-gun')
  const socat = spawn('socat', [`pty,raw,echo=0,link=${tillPath}`, `pty,raw,echo=0,link=${gunPath}`], {
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => socat.once('close', () => resolve()))
  const failed = new Promise<never>((_, reject) => {
    socat.once('error', () => reject(new Error('socat 没有安装，无法建立串口线路')))
  })
  const laid = async (): Promise<void> => {
    const until = Date.now() + WITHIN_MS
    while (!existsSync(tillPath) || !existsSync(gunPath)) {
      if (Date.now() > until) throw new Error('socat 没有建立串口线路')
      await pause(10)
    }
  }
  await Promise.race([laid(), failed])
  const gun = createWriteStream(gunPath, { flags: 'r+' })
  return {
    tillPath,
    write: (text) =>
      new Promise((resolve, reject) => {
        gun.write(text, (error) => (error === null || error === undefined ? resolve() : reject(error)))
      }),
    close: async () => {
      gun.destroy()
      socat.kill('SIGTERM')
      await ended
    },
  }
}
