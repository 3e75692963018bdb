import { rm } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import { runCommand, type CommandOutcome } from '../processes/run-command.ts'
import { lockfileTree, OTHER_PLATFORM } from '../testing/lockfile-tree.ts'
import { lockfileStep } from './steps.ts'

let tree: string
afterEach(() => rm(tree, { recursive: true, force: true }))

async function checkLockfile(...missing: readonly string[]): Promise<CommandOutcome> {
  tree = await lockfileTree(...missing)
  const { program = process.execPath, args } = lockfileStep()
  return runCommand(program, args, { cwd: tree })
}

it('the lockfile as it is can be installed on every platform', async () => {
  expect(await checkLockfile()).toMatchObject({ code: 0 })
})

it('a lockfile without another platform’s optional package is refused by its name', async () => {
  const outcome = await checkLockfile(OTHER_PLATFORM)
  expect(outcome.code).not.toBe(0)
  expect(outcome.output).toMatch(/npm error .*@oxc-parser.*binding-openharmony-arm64/)
})
