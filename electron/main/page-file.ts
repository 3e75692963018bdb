import { extname, join, sep } from 'node:path'
import { PAGE_HOST, PAGE_SCHEME } from '../shared/channels.ts'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** What the page may do: its own scripts and pictures, no network, no frames. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // antd writes its style sheets at run time
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export type PageFile = { readonly path: string; readonly contentType: string }

/**
 * The file that a URL of the page's protocol means, or undefined: another host, a kind of file that the page does not
 * have, a path that leads out of the folder, malformed escapes.
 */
export function pageFileOf(url: string, folder: string): PageFile | undefined {
  let path: string
  try {
    const parsed = new URL(url)
    if (parsed.protocol !== `${PAGE_SCHEME}:` || parsed.host !== PAGE_HOST) return undefined
    path = decodeURIComponent(parsed.pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\')) return undefined
  const file = join(folder, path)
  const contentType = CONTENT_TYPES[extname(file)]
  return file.startsWith(folder + sep) && contentType !== undefined ? { path: file, contentType } : undefined
}
