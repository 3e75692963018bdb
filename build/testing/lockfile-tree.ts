import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ROOT } from '../paths.ts'

const lockfileSchema = z.looseObject({ packages: z.record(z.string(), z.unknown()) })

/** A package for a platform that is not this one: npm leaves such entries out when it makes a lockfile carelessly. */
export const OTHER_PLATFORM = '@oxc-parser/binding-openharmony-arm64'

/** A temporary folder with this repository's package.json, .npmrc and lockfile, without the entries of `missing`. */
export async function lockfileTree(...missing: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'till-lockfile-'))
  for (const file of ['package.json', '.npmrc']) await cp(join(ROOT, file), join(folder, file))
  const lockfile = lockfileSchema.parse(JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')))
  const gone = new Set(missing.map((name) => `node_modules/${name}`))
  const packages = Object.entries(lockfile.packages).filter(([path]) => !gone.has(path))
  if (Object.keys(lockfile.packages).length - packages.length !== gone.size) {
    throw new Error(`the lockfile does not have all of ${missing.join(', ')}`)
  }
  const text = JSON.stringify({ ...lockfile, packages: Object.fromEntries(packages) }, null, 2)
  await writeFile(join(folder, 'package-lock.json'), text)
  return folder
}
