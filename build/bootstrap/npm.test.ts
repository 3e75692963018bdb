import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../paths.ts'
import { runCommand } from '../processes/run-command.ts'
import { lockfileTree, OTHER_PLATFORM } from '../testing/lockfile-tree.ts'
import { npmReason } from './npm.mjs'

describe('why npm failed', () => {
  it('is told by the bootstrap: what the lockfile lacks and what to do, not how npm ci is used', async () => {
    const tree = await lockfileTree(OTHER_PLATFORM)
    await cp(join(ROOT, 'build', 'bootstrap'), join(tree, 'build', 'bootstrap'), { recursive: true })
    const run = join(tree, 'build', 'bootstrap', 'run.mjs')
    const outcome = await runCommand(process.execPath, [run, 'build/none.ts'])
    await rm(tree, { recursive: true })
    expect(outcome.code).toBe(1)
    expect(outcome.output).toMatch(/@oxc-parser.*binding-openharmony-arm64/)
    expect(outcome.output).toContain('依赖没有装上')
    expect(outcome.output).not.toMatch(/Usage|--strict-peer-deps|_logs|^npm /m)
    expect(outcome.output.trimEnd().split('\n').length).toBeLessThanOrEqual(15 + 3)
  })

  it('keeps a line once, keeps old npm’s way of writing, and leaves warnings and blanks out', () => {
    const output = [
      'npm warn deprecated glob@7.2.3',
      ...['npm ERR! code ENOTFOUND', 'npm ERR! ', 'npm ERR! network request failed'],
      ...['npm ERR! network request failed', 'npm ERR! A complete log of this run can be found in: /x'],
    ].join('\n')
    expect(npmReason(output)).toBe('code ENOTFOUND\nnetwork request failed')
  })

  it('is cut after fifteen lines', () => {
    const output = Array.from({ length: 40 }, (_, index) => `npm error line ${index}`).join('\n')
    expect(npmReason(output).split('\n')).toEqual(Array.from({ length: 15 }, (_, index) => `line ${index}`))
  })

  it('is the end of the output where npm names no error', () => {
    expect(npmReason('spawn npm ENOENT')).toBe('spawn npm ENOENT')
    const output = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n')
    expect(npmReason(`${output}\n`).split('\n')).toEqual(
      Array.from({ length: 15 }, (_, index) => `line ${index + 25}`),
    )
  })
})
