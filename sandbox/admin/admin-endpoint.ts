import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Exchange } from '../server/exchange.ts'
import { AdminRefusal } from './route.ts'
import { ROUTES, type AdminParts } from './routes.ts'

const BODY_MAXIMUM = 268_435_456

function isAllowed(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function parsedBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new AdminRefusal(400, 'the body is no JSON')
  }
}

/** The admin interface: JSON over HTTP under /admin, for whoever holds the token. */
export function adminListener(parts: AdminParts, token: string) {
  return async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const exchange = new Exchange(message, response)
    const reply = (status: number, value: unknown): void => exchange.send(status, JSON.stringify(value))
    try {
      const bytes = await exchange.readBody(BODY_MAXIMUM)
      if (!isAllowed(message.headers.authorization, token)) throw new AdminRefusal(401, 'no or wrong token')
      if (bytes === undefined) throw new AdminRefusal(413, 'body too large')
      const url = new URL(message.url ?? '/', 'http://127.0.0.1')
      const path = url.pathname.replace(/^\/admin/, '')
      const route = ROUTES.get(`${message.method ?? 'GET'} ${path}`)
      if (route === undefined) throw new AdminRefusal(404, `no such path: ${path}`)
      reply(200, await route({ parts, body: parsedBody(bytes), query: url.searchParams }))
    } catch (error) {
      if (!(error instanceof AdminRefusal)) throw error
      reply(error.status, { error: error.message })
    }
  }
}
