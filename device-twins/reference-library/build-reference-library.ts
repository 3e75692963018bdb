import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const SOURCE = fileURLToPath(new URL('./reference-library.c', import.meta.url))

/** Why the library cannot be made here; `undefined` when it can. */
export const REFERENCE_LIBRARY_MISSING =
  process.platform !== 'linux'
    ? 'the reference library is for Linux'
    : spawnSync('gcc', ['--version']).status === 0
      ? undefined
      : 'gcc is missing'

/** Compiles the library into a folder; gives its path. */
export async function buildReferenceLibrary(folder: string): Promise<string> {
  const library = join(folder, 'libreference.so')
  await promisify(execFile)('gcc', ['-Wall', '-Werror', '-shared', '-fPIC', '-o', library, SOURCE])
  return library
}
