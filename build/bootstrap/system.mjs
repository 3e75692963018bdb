import { existsSync, readdirSync } from 'node:fs'
import { findProgram, lastLines, outputOf, runLong } from './command.mjs'
import { say } from './say.mjs'

/**
 * One thing that the operating system must provide.
 * @typedef {object} SystemPart
 * @property {string} name shown to the person
 * @property {() => boolean} present
 * @property {readonly string[]} packages Debian packages; the first that the package lists know is taken
 */

/** Names under which a Chromium may be installed, best first. */
export const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @type {string | undefined} */
let libraryCache

/**
 * @param {string} soname
 * @returns {boolean}
 */
function hasLibrary(soname) {
  libraryCache ??= outputOf(findProgram(['ldconfig']) ?? 'ldconfig', ['-p']) ?? ''
  return libraryCache.includes(`\t${soname} `)
}

/**
 * @param {string} soname
 * @param {readonly string[]} packages
 * @returns {SystemPart}
 */
function library(soname, packages) {
  return { name: soname, present: () => hasLibrary(soname), packages }
}

/** @type {SystemPart} */
const chromium = {
  name: 'Chromium',
  present: () => findProgram(CHROMIUM_NAMES) !== undefined,
  packages: ['chromium'],
}
/** @type {SystemPart} */
const chineseFont = {
  name: '中文字体',
  present: () => (outputOf('fc-list', [':lang=zh', 'family']) ?? '').trim() !== '',
  packages: ['fonts-noto-cjk'],
}
/** @type {SystemPart} */
const fontTools = {
  name: 'fontconfig',
  present: () => findProgram(['fc-list']) !== undefined,
  packages: ['fontconfig'],
}
/** @type {SystemPart} */
const virtualDisplay = {
  name: 'Xvfb',
  present: () => findProgram(['Xvfb']) !== undefined,
  packages: ['xvfb'],
}
/** @type {SystemPart} */
const serialPair = { name: 'socat', present: () => findProgram(['socat']) !== undefined, packages: ['socat'] }
/** @type {SystemPart} */
const unzip = { name: 'unzip', present: () => findProgram(['unzip']) !== undefined, packages: ['unzip'] }
const usb = library('libusb-1.0.so.0', ['libusb-1.0-0'])

/** What Electron loads beyond what Debian's Chromium brings along. */
const desktopLibraries = [
  library('libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']),
  library('libnss3.so', ['libnss3']),
  library('libgbm.so.1', ['libgbm1']),
  library('libasound.so.2', ['libasound2t64', 'libasound2']),
]

/**
 * What each program needs from the operating system.
 * @type {Readonly<Record<'start' | 'test' | 'demo' | 'none', readonly SystemPart[]>>}
 */
export const NEEDS = {
  start: [chromium, fontTools, chineseFont, usb, unzip, ...desktopLibraries],
  test: [chromium, fontTools, chineseFont, virtualDisplay, serialPair, usb, unzip, ...desktopLibraries],
  demo: [serialPair, usb],
  none: [],
}

/**
 * Checks the parts, installs what is missing when this user may, and returns what is still missing.
 * @param {readonly SystemPart[]} parts
 * @returns {Promise<{ missing: readonly SystemPart[], advice: string }>}
 */
export async function ensureSystem(parts) {
  if (process.platform !== 'linux') return { missing: [], advice: '' }
  let missing = parts.filter((part) => !part.present())
  if (missing.length === 0) return { missing, advice: '' }
  say(`系统里还缺：${missing.map((part) => part.name).join('、')}`)
  const prefix = installerPrefix()
  if (prefix !== undefined) {
    await installPackages(prefix, missing)
    libraryCache = undefined
    missing = parts.filter((part) => !part.present())
  }
  const packages = missing.map((part) => part.packages.at(-1)).join(' ')
  const advice = `请以管理员身份运行：apt-get update && apt-get install -y ${packages}`
  return { missing, advice }
}

/**
 * How this user may call apt-get: directly, through sudo without a password, or not at all.
 * @returns {readonly string[] | undefined}
 */
function installerPrefix() {
  const apt = findProgram(['apt-get'])
  if (apt === undefined) return undefined
  if (process.getuid?.() === 0) return [apt]
  const sudo = findProgram(['sudo'])
  return sudo !== undefined && outputOf(sudo, ['-n', 'true']) !== undefined ? [sudo, '-n', apt] : undefined
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly SystemPart[]} parts
 * @returns {Promise<void>}
 */
async function installPackages(prefix, parts) {
  const hadLists = hasPackageLists()
  if (!hadLists) await updateLists(prefix)
  const first = await install(prefix, parts)
  if (first.ok) return
  // old lists name versions that the archive no longer keeps
  const second = hadLists ? (await updateLists(prefix), await install(prefix, parts)) : first
  if (!second.ok) process.stderr.write(`${lastLines(second.output)}\n`)
}

/** @returns {boolean} */
function hasPackageLists() {
  const folder = '/var/lib/apt/lists'
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('_Packages'))
}

/**
 * @param {readonly string[]} prefix
 * @returns {Promise<unknown>}
 */
function updateLists(prefix) {
  return apt('更新系统软件包目录', prefix, ['update'])
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly SystemPart[]} parts
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function install(prefix, parts) {
  const packages = parts.map(
    (part) => part.packages.find(isKnownPackage) ?? part.packages.at(-1) ?? part.name,
  )
  return apt(`安装系统软件包 ${packages.join(' ')}`, prefix, [
    'install',
    '-y',
    '--no-install-recommends',
    ...packages,
  ])
}

/**
 * @param {string} name
 * @returns {boolean}
 */
function isKnownPackage(name) {
  return /Candidate: (?!\(none\))/u.test(outputOf('apt-cache', ['policy', name]) ?? '')
}

/**
 * @param {string} what
 * @param {readonly string[]} prefix
 * @param {readonly string[]} args
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function apt(what, prefix, args) {
  const [program = 'apt-get', ...rest] = prefix
  const lockWait = ['-o', 'DPkg::Lock::Timeout=120']
  return runLong(what, program, [...rest, ...lockWait, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  })
}
