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

async function compile(library: string, ...flags: readonly string[]): Promise<string> {
  await promisify(execFile)('gcc', ['-Wall', '-Werror', '-shared', '-fPIC', ...flags, '-o', library, SOURCE])
  return library
}

/** Compiles the library into a folder; gives its path. */
export function buildReferenceLibrary(folder: string): Promise<string> {
  return compile(join(folder, 'libreference.so'))
}

/** The same as the twin of a card reader, whose card and behaviour are files of the folder. */
export function buildCardReaderTwin(folder: string): Promise<string> {
  return compile(join(folder, 'libcardreader.so'), `-DTWIN_FOLDER=${JSON.stringify(folder)}`)
}
