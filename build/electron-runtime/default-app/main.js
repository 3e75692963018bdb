/** Loads the app folder given on the command line, as Electron's own default app does: `[-r module] FOLDER`. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as electron from 'electron'

/**
 * The two calls that only a default app makes are not in the published types.
 * @typedef {{ setAppPath: (path: string) => void, setVersion: (version: string) => void }} DefaultAppCalls
 */
const app = /** @type {import('electron').App & DefaultAppCalls} */ (electron.app)

/**
 * @param {readonly string[]} args
 * @returns {{ first: string | undefined, folder: string | undefined }}
 */
function readArguments(args) {
  const flag = args.indexOf('-r')
  const first = flag === -1 ? undefined : args[flag + 1]
  const folder = args.find((argument) => !argument.startsWith('-') && argument !== first)
  return { first, folder }
}

/**
 * @param {string} folder
 * @returns {Promise<void>}
 */
async function load(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setAppPath(folder)
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version ?? '0.0.0')
  await import(pathToFileURL(join(folder, manifest.main)).href)
}

const { first, folder } = readArguments(process.argv.slice(1))
if (first !== undefined) createRequire(import.meta.url)(resolve(first))
if (folder === undefined) {
  process.stderr.write('usage: electron [flags] [-r module] APP-FOLDER [arguments]\n')
  app.exit(2)
} else {
  // Electron is ready only after this module has been evaluated, and an app may have to act before that
  await load(resolve(folder)).catch((/** @type {unknown} */ error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    app.exit(1)
  })
}
