import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../paths.ts'

/** Everything that the bundles are made from. */
const FOLDERS = [
  'core',
  'db',
  'line',
  'insurance',
  'acquirer',
  'native-bridge',
  'engine',
  'renderer',
  'electron',
]
const FILES = ['electron.vite.config.ts', 'package-lock.json', 'build/bundle/engine-bundle.ts']

/** One hash over the contents of all sources of the bundles, tests left out. */
export async function sourceHash(): Promise<string> {
  const files = [...FILES]
  for (const folder of FOLDERS) {
    const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })
    for (const entry of entries) {
      if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) files.push(join(entry.parentPath, entry.name))
    }
  }
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    hash.update(`${file}\0`)
    hash.update(await readFile(join(ROOT, file.startsWith(ROOT) ? file.slice(ROOT.length) : file)))
  }
  return hash.digest('hex')
}
