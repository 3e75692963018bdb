import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  buildReferenceLibrary,
  REFERENCE_LIBRARY_MISSING,
} from '../../device-twins/reference-library/build-reference-library.ts'
import { firstLine } from './first-line.ts'
import { readReady, type BridgeReady } from './protocol.ts'

const WAIT = { timeout: 15_000, interval: 5 }
const TOKEN = 'c'.repeat(64)
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

let folder: string
let child: ChildProcess | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bridge-main-'))
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function started(
  first: string,
): Promise<{ readonly process: ChildProcess; readonly ready: BridgeReady | undefined }> {
  const process_ = spawn(process.execPath, [MAIN], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '1', REFERENCE_BEHAVIOUR: join(folder, 'behaviour') },
  })
  child = process_
  process_.stdin.write(`${first}\n`)
  return { process: process_, ready: await firstLine(process_.stdout, readReady) }
}

describe('the bridge’s process', () => {
  it('ends with its owner, even while the library hangs', async (ctx) => {
    if (REFERENCE_LIBRARY_MISSING !== undefined) return ctx.skip(REFERENCE_LIBRARY_MISSING)
    const library = await buildReferenceLibrary(folder)
    await writeFile(join(folder, 'behaviour'), 'hang')
    const { process: bridge, ready } = await started(
      JSON.stringify({ token: TOKEN, driver: { name: 'social-security-card', options: { library } } }),
    )
    const port = ready?.ready === true ? ready.port : 0
    const sent = request({
      host: '127.0.0.1',
      port,
      path: '/call',
      method: 'POST',
      agent: false,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    })
    const broken = new Promise((resolve) => sent.once('error', resolve))
    await new Promise<void>((resolve) => sent.end('{"id":"a","act":"read-basic","input":{}}', resolve))
    bridge.stdin?.end()
    await broken
    await expect.poll(() => bridge.signalCode, WAIT).toBe('SIGKILL')
  })
})

describe('the bridge’s first line', () => {
  it.each(['', '{}', '{"token":"short","driver":{"name":"a","options":{}}}', 'x'.repeat(70_000)])(
    'ends the bridge when it is none: %#',
    async (line) => {
      const { process: bridge, ready } = await started(line)
      expect(ready).toEqual({ ready: false, fault: 'start-line', detail: '' })
      await expect.poll(() => bridge.exitCode, WAIT).toBe(1)
    },
  )
})
