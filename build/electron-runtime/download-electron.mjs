/**
 * Runs the `electron` package's own installer, so that its mirror and proxy settings and its check sums hold, with a
 * time limit for the first answer: a host that cannot be reached must not hold up a start for minutes.
 *
 *   node download-electron.mjs MILLISECONDS
 */
import { createRequire } from 'node:module'

const limit = Number(process.argv[2])
const unlimitedFetch = globalThis.fetch

/** @type {typeof fetch} */
const limitedFetch = async (input, init) => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${limit} ms`)), limit)
  try {
    // only the headers are timed: the body takes as long as the line needs
    return await unlimitedFetch(input, { ...init, signal: controller.signal })
  } finally {
    clearTimeout(timer)
  }
}

Object.assign(globalThis, { fetch: limitedFetch })
createRequire(import.meta.url)('electron/install.js')
