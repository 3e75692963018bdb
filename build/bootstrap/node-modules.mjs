import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outputOf, runLong } from './command.mjs'
import { npmCommand, npmReason } from './npm.mjs'
import { LOCKFILE, NODE_MODULES, PINNED_NODE, ROOT, STAMP } from './paths.mjs'
import { say, stop } from './say.mjs'

/** Major version of Node that the till is written for; the exact one is in package.json. */
const NODE_MAJOR = 24

/**
 * Makes sure that node_modules belongs to package-lock.json and holds the pinned Node. Costs one hash when it does.
 * @returns {Promise<void>}
 */
export async function ensureNodeModules() {
  const wanted = createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex')
  if (readStamp() === wanted && existsSync(PINNED_NODE)) return
  if (!installedByHand()) await install()
  await ensurePinnedNode()
  writeFileSync(STAMP, `${wanted}\n`)
}

/** @returns {string | undefined} */
function readStamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim() : undefined
}

/**
 * Whether somebody already ran `npm ci` or `npm install` for this very lockfile: npm's own record of what it installed
 * agrees with it. Packages for other platforms are not in that record.
 * @returns {boolean}
 */
function installedByHand() {
  const record = join(NODE_MODULES, '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = packagesOf(record)
  return Object.entries(packagesOf(LOCKFILE)).every(([path, wanted]) => {
    if (path === '') return true
    const there = installed[path]
    return there === undefined ? wanted.optional === true : there.version === wanted.version
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return packages
}

/** @returns {Promise<void>} */
async function install() {
  say('依赖还没有安装，或与 package-lock.json 不一致')
  const { program, args } = npmCommand()
  const ci = ['ci', '--no-audit', '--no-fund', '--loglevel=warn']
  const result = await runLong('安装依赖（npm ci）', program, [...args, ...ci], { cwd: ROOT })
  if (!result.ok) {
    process.stderr.write(`${npmReason(result.output)}\n`)
    stop('依赖没有装上，请检查网络与 npm 的源设置后重新运行同一条命令。')
  }
}

/**
 * npm may have been told to run no install scripts; then the pinned Node is missing and is fetched by its own script.
 * @returns {Promise<void>}
 */
async function ensurePinnedNode() {
  if (pinnedVersion() === undefined) {
    await runLong('安装固定版本的 Node', process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(NODE_MODULES, 'node'),
      env: { ...process.env, npm_config_global: 'false' },
    })
  }
  const version = pinnedVersion()
  if (version === undefined || !version.startsWith(`v${NODE_MAJOR}.`)) {
    stop(
      `固定版本的 Node ${NODE_MAJOR} 没有装上（现在：${version ?? '无'}）。` +
        '请运行 npm rebuild node；若 npm 提示禁止安装脚本，请允许 node 这一个包的安装脚本后再试。',
    )
  }
}

/** @returns {string | undefined} */
function pinnedVersion() {
  if (!existsSync(PINNED_NODE)) return undefined
  return outputOf(realpathSync(PINNED_NODE), ['--version'])?.trim()
}
