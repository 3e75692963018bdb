import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE } from '../paths.ts'
import { runCommand } from '../processes/run-command.ts'
import { packageRuntime } from './package-binary.ts'
import { isRuntime, type ElectronRuntime, type Log, type NoRuntime } from './runtime.ts'

/** How long a host may take for its first answer. */
const FIRST_ANSWER_MS = 8_000
/** How long "cannot be reached" is believed without asking again. */
const REMEMBERED_MS = 6 * 3_600_000
const MEMORY = join(CACHE, 'electron-runtime', 'download-failed.json')

/**
 * Lets the `electron` package download its binary (ELECTRON_MIRROR and npm's electron_mirror are honoured by it).
 * A failure is remembered for some hours, so that the next start does not wait for it again.
 */
export async function downloadedRuntime(
  environment: NodeJS.ProcessEnv,
  log: Log,
): Promise<ElectronRuntime | NoRuntime> {
  if (await failedLately(environment)) return { reason: '不久前下载过，下载地址连不上（几小时后再试）' }
  log('正在下载 Electron 运行时…')
  const installer = join(import.meta.dirname, 'download-electron.mjs')
  const outcome = await runCommand(process.execPath, [installer, String(FIRST_ANSWER_MS)], {
    env: environment,
  })
  if (outcome.code === 0) {
    const runtime = await packageRuntime('download')
    if (isRuntime(runtime)) return runtime
  }
  await rememberFailure(environment)
  return { reason: 'Electron 的下载地址连不上，可以用 ELECTRON_MIRROR 指定镜像' }
}

/** Another mirror is another question. */
function mirrorOf(environment: NodeJS.ProcessEnv): string {
  return environment['ELECTRON_MIRROR'] ?? environment['npm_config_electron_mirror'] ?? ''
}

async function rememberFailure(environment: NodeJS.ProcessEnv): Promise<void> {
  await mkdir(join(CACHE, 'electron-runtime'), { recursive: true })
  await writeFile(MEMORY, JSON.stringify({ at: Date.now(), mirror: mirrorOf(environment) }))
}

async function failedLately(environment: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    const memory: unknown = JSON.parse(await readFile(MEMORY, 'utf8'))
    if (typeof memory !== 'object' || memory === null || !('at' in memory) || !('mirror' in memory))
      return false
    const { at, mirror } = memory
    return typeof at === 'number' && Date.now() - at < REMEMBERED_MS && mirror === mirrorOf(environment)
  } catch {
    return false
  }
}
