import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { lastLines } from './command.mjs'

const CLI = 'npm-cli.js'
const LINES_SHOWN = 15

/**
 * How npm is started without a shell: by the npm that started this program, else by the one beside this Node on Windows
 * (where `npm` is a batch file, which cannot be started without a shell), else by its name.
 * @returns {{ program: string, args: readonly string[] }}
 */
export function npmCommand() {
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', CLI)
  const candidates = [process.env['npm_execpath'] ?? '', process.platform === 'win32' ? beside : '']
  const file = candidates.find((path) => basename(path) === CLI && existsSync(path))
  return file === undefined ? { program: 'npm', args: [] } : { program: process.execPath, args: [file] }
}

/**
 * The lines of npm's output that say what went wrong: its `npm error` lines once each, without its usage text, at most 15.
 * Output without such lines gives its last ones.
 * @param {string} output
 * @returns {string}
 */
export function npmReason(output) {
  const errors = output
    .split('\n')
    .filter((line) => /^npm (?:error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (?:error|ERR!)\s?/, '').trimEnd())
  const usage = errors.findIndex((line) => /^(?:Usage:|Clean install a project)/.test(line))
  const telling = (usage === -1 ? errors : errors.slice(0, usage)).filter(
    (line) => line.trim() !== '' && !line.includes('A complete log of this run'),
  )
  const once = [...new Set(telling)]
  return once.length === 0 ? lastLines(output) : once.slice(0, LINES_SHOWN).join('\n')
}
