/**
 * Runs a program of this repository on the pinned Node after making sure that what it needs is installed:
 *
 *   node build/bootstrap/run.mjs [--needs=start|test|demo] TARGET [arguments…]
 *
 * Plain JavaScript without dependencies: it runs on the Node that the machine happens to have.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { ensureNodeModules } from './node-modules.mjs'
import { PINNED_NODE, ROOT } from './paths.mjs'
import { say, stop } from './say.mjs'
import { ensureSystem, NEEDS } from './system.mjs'

/** Oldest Node that can run the bootstrap itself. */
const OLDEST_MAJOR = 18

/** Without these a program would fail half way; `start` gets by on less and says what it does without. */
const MUST_HAVE_ALL = new Set(['test', 'demo'])

/** @returns {Promise<void>} */
async function main() {
  const [major = '0'] = process.versions.node.split('.')
  if (Number(major) < OLDEST_MAJOR)
    stop(`这里的 Node 是 ${process.version}，请先安装 Node ${OLDEST_MAJOR} 或更新的版本。`)
  const args = process.argv.slice(2)
  const needs = args[0]?.startsWith('--needs=') ? (args.shift() ?? '').slice('--needs='.length) : 'none'
  if (needs !== 'start' && needs !== 'test' && needs !== 'demo' && needs !== 'none')
    stop(`不认识的 --needs=${needs}。`)
  const target = args.shift()
  if (target === undefined)
    return stop('用法：node build/bootstrap/run.mjs [--needs=start|test|demo] 程序 [参数…]')
  await ensureNodeModules()
  const { missing, advice } = await ensureSystem(NEEDS[needs])
  if (missing.length > 0) {
    const names = missing.map((part) => part.name).join('、')
    if (MUST_HAVE_ALL.has(needs)) stop(`缺少 ${names}，不能继续。${advice}`)
    say(`缺少 ${names}，先不用它们继续。${advice}`)
  }
  handOver(join(ROOT, target), args)
}

/**
 * Becomes the target program as far as the caller can tell: same streams, same signals, same exit code.
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {void}
 */
function handOver(file, args) {
  const path = `${dirname(PINNED_NODE)}${delimiter}${process.env['PATH'] ?? ''}`
  const child = spawn(PINNED_NODE, [file, ...args], { stdio: 'inherit', env: { ...process.env, PATH: path } })
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', (error) =>
    stop(`固定版本的 Node 启动不了（${error.message}），请删除 node_modules 后重新运行。`),
  )
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal])
  })
}

await main()
