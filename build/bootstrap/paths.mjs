import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export const NODE_MODULES = join(ROOT, 'node_modules')
/** The pinned Node, put there by the npm package `node`. */
export const PINNED_NODE = join(NODE_MODULES, '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
/** Which lockfile the installed modules belong to, and which Node came with them. */
export const STAMP = join(NODE_MODULES, '.till-lock')
export const LOCKFILE = join(ROOT, 'package-lock.json')
