import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './say.mjs'

/**
 * The full path of a program on PATH, or undefined.
 * @param {readonly string[]} names the first one found is taken
 * @returns {string | undefined}
 */
export function findProgram(names) {
  // an ordinary user's PATH lacks the folders of administration programs
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/sbin']
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name)
      if (folder !== '' && isExecutable(file)) return file
    }
  }
  return undefined
}

/**
 * @param {string} file
 * @returns {boolean}
 */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * What a short command prints on stdout, or undefined when it is missing or fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {string | undefined}
 */
export function outputOf(program, args) {
  const result = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return result.status === 0 ? result.stdout : undefined
}

/**
 * The last fifteen lines of a text.
 * @param {string} text
 * @returns {string}
 */
export function lastLines(text) {
  return text.trimEnd().split('\n').slice(-15).join('\n')
}

/**
 * Runs a long command quietly, telling every few seconds that it still works.
 * @param {string} what shown to the person
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} the end of what it wrote on stdout and stderr
 */
export function runLong(what, program, args, options = {}) {
  const started = Date.now()
  say(`${what}…`)
  const timer = setInterval(() => say(`${what}… 已用 ${Math.round((Date.now() - started) / 1000)} 秒`), 5_000)
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output = (output + chunk.toString('utf8')).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    /** @param {boolean} ok */
    const finish = (ok) => {
      clearInterval(timer)
      if (ok) say(`${what}：完成，用时 ${Math.round((Date.now() - started) / 1000)} 秒`)
      resolve({ ok, output })
    }
    child.on('error', (error) => {
      output += error.message
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}
