import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saveRequestOf } from './save-request.ts'

describe('what a page may ask to be saved', () => {
  it.each(['self-test-20261126-101500.txt', '自检-1号机.txt', 'report_1.json'])('takes %s', (fileName) => {
    expect(saveRequestOf(fileName, 'text')).toEqual({ fileName, text: 'text' })
  })

  it.each([
    '',
    '.txt',
    '../a.txt',
    'a/b.txt',
    'a\\b.txt',
    'C:a.txt',
    'a.exe',
    'a.txt.exe',
    'a.sh',
    'a .txt',
    'a\0.txt',
    'a\n.txt',
    '-rf.txt',
    `${'a'.repeat(81)}.txt`,
  ])('refuses the name %j', (fileName) => {
    expect(saveRequestOf(fileName, 'text')).toBeUndefined()
  })

  it('refuses what is too long or no text', () => {
    expect(saveRequestOf('a.txt', 'x'.repeat(512 * 1024 + 1))).toBeUndefined()
    expect(saveRequestOf('a.txt', { toString: () => 'x' })).toBeUndefined()
    expect(saveRequestOf({ toString: () => 'a.txt' }, 'x')).toBeUndefined()
  })

  it('never lets a name lead anywhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (fileName) => {
        const request = saveRequestOf(fileName, '')
        if (request !== undefined) expect(request.fileName).not.toMatch(/[/\\:\s\p{Cc}]|^[.-]/u)
      }),
    )
  })
})
