import { spawn } from 'node:child_process'
import { once } from 'node:events'

export type VirtualDisplay = {
  /** The value for DISPLAY, such as ":99". */
  readonly name: string
  readonly stop: () => Promise<void>
}

/**
 * Starts an Xvfb on a display number that is free, which Xvfb itself chooses, and waits until it takes clients.
 * Throws when Xvfb is missing or ends at once.
 */
export async function startVirtualDisplay(width = 1920, height = 1080): Promise<VirtualDisplay> {
  const screen = ['-screen', '0', `${width}x${height}x24`]
  const child = spawn('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    let text = ''
    const pipe = child.stdio[3]
    if (pipe === null || pipe === undefined) throw new Error('Xvfb has no pipe')
    pipe.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      if (text.includes('\n')) resolve(text.trim())
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)))
  })
  return {
    name: `:${number}`,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
