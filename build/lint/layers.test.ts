import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from '../paths.ts'
import { runCommand, type CommandOutcome } from '../processes/run-command.ts'
import { FOLDERS } from '../folders.ts'
import { layersArguments } from './steps.ts'

let tree: string

/** Path, text, and the rule that must name it. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['core/bad.ts', "import { rows } from '../db/rows.ts'\nexport const bad = rows\n", 'arrows-of-core'],
  [
    'core/clock.ts',
    "import { readFileSync } from 'node:fs'\nexport const bad = readFileSync\n",
    'no-node-in-core',
  ],
  ['core/zod.ts', "import { z } from 'zod'\nexport const bad = z\n", 'packages-of-core'],
  [
    'renderer/bad.ts',
    "import { rows } from '../db/rows.ts'\nexport const bad = rows\n",
    'arrows-of-renderer',
  ],
  [
    'renderer/type.ts',
    "import type { rows } from '../db/rows.ts'\nexport type Bad = typeof rows\n",
    'arrows-of-renderer',
  ],
  [
    'insurance/bad.ts',
    "import { rows } from '../db/rows.ts'\nexport const bad = rows\n",
    'arrows-of-insurance',
  ],
  [
    'db/bad.ts',
    "import { view } from '../engine/contract/view.ts'\nexport const bad = view\n",
    'arrows-of-db',
  ],
  ['db/network.ts', "import { fetch } from 'undici'\nexport const bad = fetch\n", 'packages-of-db'],
  [
    'sandbox/bad.ts',
    "import { view } from '../engine/contract/view.ts'\nexport const bad = view\n",
    'arrows-of-sandbox',
  ],
  [
    'engine/contract/bad.ts',
    "import { readFileSync } from 'node:fs'\nexport const bad = readFileSync\n",
    'contract-runs-in-the-page',
  ],
  [
    'db/rows.test.ts',
    "import { chromium } from '@playwright/test'\nexport const bad = chromium\n",
    'packages-of-db-tests',
  ],
  ['core/one.ts', "import { two } from './two.ts'\nexport const one = (): number => two()\n", 'no-cycles'],
]

/** Writes a file into the copy of the tree. */
async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true })
  await writeFile(join(tree, path), text)
}

function checkLayers(): Promise<CommandOutcome> {
  return runCommand(process.execPath, layersArguments(), { cwd: tree })
}

beforeEach(async () => {
  tree = await mkdtemp(join(tmpdir(), 'till-layers-'))
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.base.json', 'package.json']) {
    await cp(join(ROOT, file), join(tree, file))
  }
  await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'))
  for (const layer of FOLDERS) await mkdir(join(tree, layer), { recursive: true })
  await plant('core/sum.ts', 'export const sum = (a: number, b: number): number => a + b\n')
  await plant(
    'db/rows.ts',
    "import { sum } from '../core/sum.ts'\nexport const rows = (): number => sum(1, 2)\n",
  )
  await plant('engine/contract/view.ts', "import { z } from 'zod'\nexport const view = z.object({})\n")
  await plant(
    'renderer/page.ts',
    "import { view } from '../engine/contract/view.ts'\nexport const page = view\n",
  )
})

afterEach(async () => {
  await rm(tree, { recursive: true, force: true })
})

describe('the arrows between the folders', () => {
  it('lets a tree with downward arrows pass', async () => {
    const outcome = await checkLayers()
    expect(outcome.output).toContain('no dependency violations found')
    expect(outcome.code).toBe(0)
  })

  it('refuses every planted wrong arrow', async () => {
    for (const [path, text] of PLANTED) await plant(path, text)
    // closes the circle that core/one.ts opens; a circle is told once
    await plant('core/two.ts', "import { one } from './one.ts'\nexport const two = (): number => one()\n")
    const outcome = await checkLayers()
    for (const [path, , rule] of PLANTED) expect(outcome.output).toContain(`error ${rule}: ${path} → `)
    expect(outcome.code).not.toBe(0)
  })
})
