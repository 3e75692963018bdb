import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { createLine, type Line, type LineCall } from '../line.ts'
import type { LateAnswer, Transmission } from '../transmission.ts'
import { startFaultyServer, type FaultyServer } from './start-faulty-server.ts'

/** Limits of a test's line, in milliseconds and bytes. */
export const TEST_LIMITS = {
  connectMs: 2_000,
  headersMs: 3_000,
  bodyMs: 3_000,
  lateMs: 5_000,
  bodyBytesMaximum: 100_000,
}

export type LineChanges = {
  readonly baseUrl?: string
  readonly limits?: Partial<typeof TEST_LIMITS>
  readonly late?: (answer: LateAnswer) => void
  readonly fault?: (error: unknown) => void
}

/** A line with a path of its own: what is posted goes to the fault that the path names. */
export type TestLine = Line & {
  readonly post: (
    bodyText: string,
    options?: Pick<LineCall, 'headersMs'> & { readonly signal?: AbortSignal },
  ) => Promise<Transmission>
}

export type LineFixture = {
  readonly server: () => FaultyServer
  /** A line to the fault that the path names, closed after the test. */
  readonly lineTo: (path: string, changes?: LineChanges) => TestLine
}

/** One faulty server for a test file, and lines to it. A late answer or a fault that no test asked for fails it. */
export function useFaultyServer(): LineFixture {
  let server: FaultyServer | undefined
  const lines: Line[] = []
  const running = (): FaultyServer => {
    if (server === undefined) throw new Error('the faulty server runs only inside tests')
    return server
  }
  beforeAll(async () => {
    server = await startFaultyServer()
  })
  afterEach(async () => {
    await Promise.all(lines.splice(0).map((line) => line.close()))
  })
  afterAll(async () => {
    await server?.stop()
  })
  const lineTo = (path: string, changes: LineChanges = {}): TestLine => {
    const line = createLine({
      baseUrl: changes.baseUrl ?? `http://127.0.0.1:${running().port}`,
      limits: { ...TEST_LIMITS, ...changes.limits },
      clock: { now: () => Date.now() },
      onFault: changes.fault ?? ((error) => expect.unreachable(String(error))),
    })
    lines.push(line)
    return {
      ...line,
      post: (bodyText, { signal, ...limits } = {}) =>
        line.send(
          {
            path: path === '' ? '/' : path,
            headers: { 'content-type': 'application/json' },
            bodyText,
            onLate: changes.late ?? (() => expect.unreachable('no late answer was due')),
            ...limits,
          },
          signal === undefined ? {} : { signal },
        ),
    }
  }
  return { server: running, lineTo }
}
