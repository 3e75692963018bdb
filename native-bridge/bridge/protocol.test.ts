import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer, readCall, readReady, readStart, type BridgeAnswer } from './protocol.ts'

const name = fc.stringMatching(/^[a-z][a-z-]{0,20}$/)
const text = fc.string({ unit: 'binary', maxLength: 200 })
const readers = [readStart, readReady, readCall, (line: string) => readAnswer(line, 'call-1')]

describe('the bridge protocol', () => {
  it('reads what it writes', () => {
    fc.assert(
      fc.property(
        name,
        fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,10}$/), text, { maxKeys: 8 }),
        (act, members) => {
          const call = { id: 'call-1', act, input: { ...members } }
          expect(readCall(JSON.stringify(call))).toEqual(call)
          const answer: BridgeAnswer = { id: 'call-1', ok: true, outputs: { ...members } }
          expect(readAnswer(JSON.stringify(answer), 'call-1')).toEqual({ ok: true, outputs: { ...members } })
          expect(readAnswer(JSON.stringify(answer), 'call-2')).toBeUndefined()
          const start = { token: 'a'.repeat(64), driver: { name: act, options: { ...members } } }
          expect(readStart(JSON.stringify(start))).toEqual(start)
        },
      ),
    )
    const refused: BridgeAnswer = { id: 'a', ok: false, fault: 'refused', code: -51, text: '错' }
    expect(readAnswer(JSON.stringify(refused), 'a')).toEqual({
      ok: false,
      fault: 'refused',
      code: -51,
      text: '错',
    })
    expect(readReady('{"ready":true,"protocol":1,"port":1234}')).toEqual({
      ready: true,
      protocol: 1,
      port: 1234,
    })
  })

  it('never throws, whatever the other side says', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .dictionary(
          fc.constantFrom(
            'ready',
            'id',
            'act',
            'input',
            'ok',
            'outputs',
            'fault',
            'code',
            'text',
            'port',
            'token',
            'driver',
          ),
          fc.jsonValue(),
        )
        .map((value) => JSON.stringify(value)),
    )
    fc.assert(
      fc.property(anything, (line) => {
        for (const read of readers) expect([undefined, 'object']).toContain(read(line) && typeof read(line))
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    '{"ready":true,"protocol":1,"port":0}',
    '{"ready":true,"protocol":1,"port":1.5}',
    '{"ready":true,"protocol":1,"port":70000}',
    '{"ready":false,"fault":"other","detail":""}',
    'a vendor’s greeting',
  ])('is not ready: %s', (line) => {
    expect(readReady(line)).toBeUndefined()
  })

  it.each([
    { id: 'call-1', ok: true, outputs: { card: 1 } },
    { id: 'call-1', ok: true, outputs: { card: 'x'.repeat(9_000) } },
    { id: 'call-1', ok: false, fault: 'other' },
    { id: 'call-1' },
  ])('is no answer: %#', (answer) => {
    expect(readAnswer(JSON.stringify(answer), 'call-1')).toBeUndefined()
  })
})
