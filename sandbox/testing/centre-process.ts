import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { AdminClient } from '../admin-client.ts'
import type { CentreConfigInput } from '../config/centre-config.ts'

const MAIN = join(import.meta.dirname, '..', 'main.ts')

const readySchema = z.strictObject({
  ready: z.literal(true),
  url: z.string(),
  admin: z.string(),
  adminToken: z.string(),
  acquirer: z.string(),
  acquirerKey: z.string(),
})

export type CentreProcess = {
  readonly url: string
  readonly port: number
  readonly adminUrl: string
  readonly adminToken: string
  readonly acquirerUrl: string
  readonly acquirerKey: string
  readonly admin: AdminClient
  readonly folder: string
  /** Everything that it wrote on stdout. */
  readonly stdout: () => string
  /** Ends it with a signal; resolves with its exit code (null after SIGKILL). The ledger stays. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>
  /** Ends it and removes the ledger. */
  readonly stop: () => Promise<void>
}

async function firstLine(child: ChildProcess, collected: { text: string }): Promise<string> {
  if (child.stdout === null || child.stderr === null) throw new Error('no pipes')
  child.stdout.on('data', (chunk: Buffer) => (collected.text += chunk.toString('utf8')))
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')))
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'close').then(() => {
    throw new Error(`the centre ended: ${errors}`)
  })
  const line = await Promise.race([once(lines, 'line'), ended])
  ended.catch(() => undefined)
  return String(line[0])
}

/** Starts a real centre in its own process, on any free port, with its ledger in a new or a given folder. */
export async function startCentreProcess(
  options: { readonly config?: CentreConfigInput; readonly folder?: string; readonly port?: number } = {},
): Promise<CentreProcess> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'centre-')))
  const args = [MAIN, '--data', folder, '--port', String(options.port ?? 0)]
  if (options.config !== undefined) {
    const file = join(folder, 'config.json')
    await writeFile(file, JSON.stringify(options.config))
    args.push('--config', file)
  }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const collected = { text: '' }
  const ready = readySchema.parse(JSON.parse(await firstLine(child, collected)))
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
    return child.exitCode
  }
  return {
    url: ready.url,
    port: Number(new URL(ready.url).port),
    adminUrl: ready.admin,
    adminToken: ready.adminToken,
    acquirerUrl: ready.acquirer,
    acquirerKey: ready.acquirerKey,
    admin: new AdminClient(ready.admin, ready.adminToken),
    folder,
    stdout: () => collected.text,
    end,
    stop: async () => {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
