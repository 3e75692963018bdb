import { existsSync, readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../build/paths.ts'
import { MUTATIONS } from './list.ts'

it.each(MUTATIONS)('“$name” still fits the code that it breaks', ({ file, find, replace, tests }) => {
  expect(existsSync(join(ROOT, file))).toBe(true)
  expect(readFileSync(join(ROOT, file), 'utf8').split(find)).toHaveLength(2)
  expect(replace).not.toBe(find)
  for (const test of tests)
    expect(
      globSync(`${test}*/**/*.test.ts`, { cwd: ROOT }).concat(globSync(`${test}*.test.ts`, { cwd: ROOT })),
    ).not.toEqual([])
})
