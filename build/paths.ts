import { join } from 'node:path'

/** The repository's root folder. */
export const ROOT = join(import.meta.dirname, '..')

/** Results of test runs and everything else that can be made again. */
export const CACHE = join(ROOT, '.cache')

/** A file of an installed package, for tools that are run as programs. */
export function inPackages(...parts: readonly string[]): string {
  return join(ROOT, 'node_modules', ...parts)
}
