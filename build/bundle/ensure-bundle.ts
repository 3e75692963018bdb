import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE, inPackages, ROOT } from '../paths.ts'
import { runCommand } from '../processes/run-command.ts'
import { bundleEngine } from './engine-bundle.ts'
import { sourceHash } from './source-hash.ts'

const STAMP = join(CACHE, 'bundle.sha256')
const RESULTS = [
  'main/index.js',
  'preload/index.cjs',
  'renderer/index.html',
  'renderer/display.html',
  'engine/main.js',
]

/** The folder with the built screens. */
export const PAGE_FOLDER = join(ROOT, 'out', 'renderer')

/** Builds shell, screens and engine into `out/` unless what is there was made from the same sources. Throws on failure. */
export async function ensureBundle(log: (line: string) => void): Promise<void> {
  const hash = await sourceHash()
  if ((await stampedHash()) === hash && (await allThere())) return
  log('正在构建界面与外壳…')
  await rm(STAMP, { force: true })
  const tool = inPackages('electron-vite', 'bin', 'electron-vite.js')
  const outcome = await runCommand(process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: ROOT })
  if (outcome.code !== 0) throw new Error(`the build failed\n${outcome.output}`)
  await bundleEngine()
  await mkdir(CACHE, { recursive: true })
  await writeFile(STAMP, hash)
  log(`界面与外壳构建完成，用时 ${outcome.seconds.toFixed(1)} 秒`)
}

async function stampedHash(): Promise<string | undefined> {
  try {
    return await readFile(STAMP, 'utf8')
  } catch {
    return undefined
  }
}

async function allThere(): Promise<boolean> {
  try {
    await Promise.all(RESULTS.map((file) => access(join(ROOT, 'out', file))))
    return true
  } catch {
    return false
  }
}
