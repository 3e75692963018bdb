import { describe, expect, it } from 'vitest'
import { useFaultyServer } from './testing/line-fixture.ts'
import type { LateAnswer } from './transmission.ts'

const { server, lineTo } = useFaultyServer()

describe('late answers', () => {
  it.each([
    ['/held', { headersMs: 100 }, 'headers-timeout', 'late'],
    ['/held-body', { bodyMs: 100 }, 'body-timeout', 'late body'],
  ])('%s is caught after the call was given up', async (path, limits, reason, text) => {
    const { promise, resolve } = Promise.withResolvers<LateAnswer>()
    const transmission = await lineTo(path, { limits, late: resolve }).post('{"late":1}')
    expect(transmission).toMatchObject({ kind: 'unknown', reason })
    await server().release()
    const answer = await promise
    expect(answer).toMatchObject({ httpStatus: 200 })
    expect(answer.bodyText).toContain(`"${text}"`)
  })

  it('is not waited for longer than the configuration says', async () => {
    await expect.poll(async () => (await server().seen()).open).toBe(0)
    await lineTo('/held', { limits: { headersMs: 50, lateMs: 1_500 } }).post('{"late":2}')
    expect((await server().seen()).open).toBe(1)
    await expect.poll(async () => (await server().seen()).open, { timeout: 5_000 }).toBe(0)
    await server().release()
    expect((await lineTo('/ok').post('{}')).kind).toBe('answered')
  })

  it('tells when keeping it failed', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const line = lineTo('/held', {
      limits: { headersMs: 50 },
      late: () => {
        throw new Error('disk full')
      },
      fault: resolve,
    })
    await line.post('{"late":3}')
    await server().release()
    expect(await promise).toEqual(new Error('disk full'))
  })
})
