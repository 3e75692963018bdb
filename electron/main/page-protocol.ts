import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { PAGE_SCHEME } from '../shared/channels.ts'
import { CONTENT_SECURITY_POLICY, pageFileOf } from './page-file.ts'

/** Must run before the app is ready: gives the page's protocol an origin and the rules of a secure page. */
export function declarePageProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false } },
  ])
}

/** Serves the built screens from `folder`, and nothing else, under the page's protocol. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const file = request.method === 'GET' ? pageFileOf(request.url, folder) : undefined
    if (file === undefined) return notFound()
    try {
      return new Response(new Uint8Array(await readFile(file.path)), {
        headers: {
          'content-type': file.contentType,
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      })
    } catch {
      return notFound()
    }
  })
}

const notFound = (): Response => new Response(null, { status: 404 })
