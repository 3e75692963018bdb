import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY, pageFileOf } from './page-file.ts'

const FOLDER = '/app/out/renderer'

describe('files of the page', () => {
  it('finds what was built', () => {
    expect(pageFileOf('app://till/index.html', FOLDER)).toEqual({
      path: '/app/out/renderer/index.html',
      contentType: 'text/html; charset=utf-8',
    })
    expect(pageFileOf('app://till/assets/a.js?x=1#y', FOLDER)?.path).toBe('/app/out/renderer/assets/a.js')
  })

  it.each([
    'app://other/index.html',
    'app://till:80/index.html',
    'https://till/index.html',
    'file:///etc/passwd',
    'app://till/',
    'app://till/%2e%2e%2fmain%2findex.js',
    'app://till/..%2fmain/index.js',
    'app://till/..%5cmain%5cindex.js',
    'app://till/assets/%2e%2e%2f%2e%2e%2fmain/index.js',
    'app://till/index.html%00.js',
    'app://till/%E0%A4%A.html',
    'app://till/notes.sqlite',
    'not a url',
  ])('finds nothing for %s', (url) => {
    expect(pageFileOf(url, FOLDER)).toBeUndefined()
  })

  it('never leaves its folder, whatever the path', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '/',
      '%5c',
      '\\',
      'a',
      'index.html',
      '%00',
      '%252e',
      '//',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = pageFileOf(`app://till/${pieces.join('')}.js`, FOLDER)
        if (file !== undefined) expect(file.path.startsWith(`${FOLDER}/`)).toBe(true)
      }),
    )
  })

  it('lets the page load nothing but its own', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|ws:|unsafe-eval|\*/)
  })
})
