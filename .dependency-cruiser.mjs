/**
 * The arrows between the folders, as ARCHITECTURE.md draws them, and the npm packages that each folder may use.
 * What is not listed is an error.
 */

/**
 * Folders of this repository that a folder may import, itself apart.
 * @type {Record<string, string[]>}
 */
const ARROWS = {
  core: [],
  'native-bridge': ['core'],
  'device-twins': ['core', 'native-bridge'],
  db: ['core'],
  line: ['core'],
  insurance: ['core', 'line'],
  acquirer: ['core', 'line'],
  engine: ['core', 'native-bridge', 'db', 'line', 'insurance', 'acquirer'],
  renderer: ['engine/contract'],
  electron: ['engine/contract'],
  sandbox: ['core', 'insurance/catalogue', 'device-twins'],
  bench: [
    'core',
    'native-bridge',
    'device-twins',
    'db',
    'insurance',
    'engine',
    'sandbox',
    'build',
    'schedules',
  ],
  e2e: ['core', 'engine', 'sandbox', 'build', 'db', 'device-twins'],
  schedules: ['core', 'db', 'insurance', 'acquirer', 'engine', 'sandbox', 'build'],
  build: ['core', 'insurance', 'db', 'engine', 'sandbox'],
}

/**
 * What a folder's tests may import besides.
 * @type {Record<string, string[]>}
 */
const TEST_ARROWS = { 'native-bridge': ['device-twins'], engine: ['device-twins'] }

/**
 * npm packages that a folder's product code may import; `node:` stands for Node's own modules.
 * @type {Record<string, string[]>}
 */
const PACKAGES = {
  core: [],
  'native-bridge': ['node:', 'serialport', 'node-hid', 'receiptline', 'iconv-lite', 'koffi'],
  'device-twins': ['node:', 'iconv-lite'],
  db: ['node:', 'better-sqlite3', 'pinyin-pro'],
  line: ['node:', 'undici'],
  insurance: ['node:', 'zod', 'iconv-lite'],
  acquirer: ['node:', 'zod'],
  engine: ['node:', 'zod', 'ws', 'pino', 'receiptline', 'iconv-lite', 'uuidv7'],
  // the contract is read by the page too, so Node's modules are refused there by a rule of its own
  renderer: [
    'react',
    'react-dom',
    'antd',
    'bwip-js',
    'zustand',
    'zod',
    'react-hotkeys-hook',
    'vite',
    '@vitejs/plugin-react',
  ],
  electron: ['node:', 'electron'],
  sandbox: ['node:', 'better-sqlite3', 'zod', 'iconv-lite'],
  bench: ['node:', 'better-sqlite3', 'ws', 'zod', '@playwright/test'],
  schedules: ['node:', 'better-sqlite3', 'zod'],
  e2e: ['node:', '@playwright/test', 'jsqr', 'ws', 'zod', 'electron', 'better-sqlite3'],
  build: [
    'node:',
    'ws',
    'zod',
    'vite',
    'electron-vite',
    '@vitejs/plugin-react',
    'electron-builder',
    '@electron/fuses',
    '@electron/asar',
    '@playwright/test',
    'electron',
  ],
}

/** What a test may use besides. */
const TEST_PACKAGES = ['node:', 'vitest', 'fast-check']
const TEST_FILES = '(\\.test\\.tsx?$|/(testing|test-support)/)'

const NPM_TYPES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']

/** @param {string} text */
const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
/** @param {string[]} folders */
const inFolders = (folders) => folders.map((folder) => `^${escape(folder)}/`)
/** @param {string} name */
const packagePattern = (name) => `(^|/)node_modules/(@types/)?${escape(name)}/`

/** @param {string} layer */
const foldersFor = (layer) => ARROWS[layer] ?? []

/** @param {string} layer @param {boolean} tests */
function arrowRule(layer, tests) {
  const others = Object.keys(ARROWS).filter((other) => other !== layer)
  const allowed = [...foldersFor(layer), ...(tests ? (TEST_ARROWS[layer] ?? []) : [])]
  return {
    name: `arrows-of-${layer}${tests ? '-tests' : ''}`,
    comment: `${layer}/ may import only ${allowed.join(', ') || 'itself'}`,
    severity: 'error',
    from: tests ? { path: `^${layer}/.*${TEST_FILES}` } : { path: `^${layer}/`, pathNot: TEST_FILES },
    to: { path: inFolders(others), pathNot: inFolders(allowed) },
  }
}

/** @param {string} layer @param {boolean} tests */
function packageRules(layer, tests) {
  const own = PACKAGES[layer] ?? []
  const names = tests ? [...own, ...TEST_PACKAGES] : own
  const from = tests ? { path: `^${layer}/.*${TEST_FILES}` } : { path: `^${layer}/`, pathNot: TEST_FILES }
  const suffix = `${layer}${tests ? '-tests' : ''}`
  const packages = {
    name: `packages-of-${suffix}`,
    comment: `${layer}/ may use only ${names.join(', ') || 'no package'}`,
    severity: 'error',
    from,
    to: { dependencyTypes: NPM_TYPES, pathNot: names.filter((name) => name !== 'node:').map(packagePattern) },
  }
  if (names.includes('node:')) return [packages]
  const builtins = {
    name: `no-node-in-${suffix}`,
    comment: `${layer}/ must run without Node`,
    severity: 'error',
    from,
    to: { dependencyTypes: ['core'] },
  }
  return [packages, builtins]
}

const layers = Object.keys(ARROWS)

export default {
  forbidden: [
    ...layers.flatMap((layer) => [arrowRule(layer, false), arrowRule(layer, true)]),
    ...layers.flatMap((layer) => [...packageRules(layer, false), ...packageRules(layer, true)]),
    {
      name: 'contract-runs-in-the-page',
      comment: 'the page imports the contract, so it may use zod, core and nothing else',
      severity: 'error',
      from: { path: '^engine/contract/', pathNot: TEST_FILES },
      to: { pathNot: ['^engine/contract/', '^core/', packagePattern('zod')] },
    },
    {
      name: 'engine-transport-only-in-transport',
      comment: 'sockets are opened in one place',
      severity: 'error',
      from: { path: '^engine/', pathNot: ['^engine/(transport|client)/', TEST_FILES] },
      to: { path: packagePattern('ws') },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      from: { pathNot: [TEST_FILES, '^(e2e|bench)/'] },
      to: { path: TEST_FILES },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
