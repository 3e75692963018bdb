import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvariantError } from '../../core/result.ts'
import { parseWireDateTime, compactDateTime } from '../catalogue/wire-time.ts'
import { createMessageIdSource, type SerialStore } from './message-id-source.ts'
import { formatMessageId, isMessageId, LAST_SERIAL, shopPart } from './message-id.ts'

const RULE = { fill: '0', note: 'test' }

function momentOf(secondKey: string): number {
  const text = secondKey.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3 $4:$5:$6')
  return parseWireDateTime(text) ?? Number.NaN
}

/** The rule that a durable store keeps: never a pair twice, a full second goes on in the next one. */
function memoryStore(perSecond = LAST_SERIAL): SerialStore {
  let last = { second: 0, serial: 0 }
  return {
    nextSerial: (secondKey) => {
      const asked = momentOf(secondKey)
      if (asked > last.second) last = { second: asked, serial: 1 }
      else if (last.serial < perSecond) last = { second: last.second, serial: last.serial + 1 }
      else last = { second: last.second + 1000, serial: 1 }
      return { secondKey: compactDateTime(last.second), serial: last.serial }
    },
  }
}

describe('formatMessageId', () => {
  it('is shop 12, time 14, serial 4', () => {
    expect(formatMessageId('P44190000001', '20260131100000', 7)).toBe('P44190000001202601311000000007')
  })

  it('has the same shape for every shop, moment and serial, and tells them apart', () => {
    const part = fc.tuple(
      fc.stringMatching(/^[A-Za-z0-9]{12}$/),
      fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2090, 0) }),
      fc.integer({ min: 0, max: LAST_SERIAL }),
    )
    fc.assert(
      fc.property(part, part, (a, b) => {
        const [first, second] = [a, b].map(([shop, at, serial]) =>
          formatMessageId(shop, compactDateTime(at), serial),
        )
        expect(first).toMatch(/^[A-Za-z0-9]{12}\d{14}\d{4}$/)
        expect(first).toHaveLength(30)
        const same = a[0] === b[0] && compactDateTime(a[1]) === compactDateTime(b[1]) && a[2] === b[2]
        expect(first === second).toBe(same)
      }),
    )
  })

  it('refuses parts that would make another shape', () => {
    expect(() => formatMessageId('P44190000001', '20260131100000', 10_000)).toThrow(InvariantError)
    expect(() => formatMessageId('P44190000001', '20260131100000', -1)).toThrow(InvariantError)
    expect(() => formatMessageId('P44190000001', '2026013110000', 1)).toThrow(InvariantError)
    expect(() => formatMessageId('短', '20260131100000', 1)).toThrow(InvariantError)
  })
})

describe('shopPart', () => {
  it('cuts a 14-character code and fills up a short one', () => {
    expect(shopPart('P4419000000123', '0')).toBe('P44190000001')
    expect(shopPart('P44190000001', '0')).toBe('P44190000001')
    expect(shopPart('P4419', 'X')).toBe('P4419XXXXXXX')
  })
})

describe('isMessageId', () => {
  it('knows its shape', () => {
    expect(isMessageId('P44190000001202601311000000007')).toBe(true)
    expect(isMessageId('P4419000000120260131100000000')).toBe(false)
    expect(isMessageId('Y26010100001')).toBe(false)
  })
})

describe('a source', () => {
  it('tells the moment and writes China time', () => {
    const now = Date.UTC(2026, 0, 31, 2, 0, 0, 999)
    const source = createMessageIdSource({
      shopCode: 'P4419000000199',
      rule: RULE,
      store: memoryStore(),
      clock: { now: () => now },
    })
    expect(source.next()).toEqual({ msgid: 'P44190000001202601311000000001', at: now })
    expect(source.next().msgid).toBe('P44190000001202601311000000002')
  })

  it('never repeats and always ascends, whatever the clock does, and wraps only with a new second', () => {
    const start = Date.UTC(2026, 0, 31, 2)
    // a clock that runs, stands, jumps ahead and goes back by hours
    const steps = fc.array(fc.constantFrom(0, 0, 0, 1, 400, 1000, 3_600_000, -1, -1000, -7_200_000), {
      maxLength: 300,
    })
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 5 }), (moves, perSecond) => {
        let now = start
        const store = memoryStore(perSecond)
        const source = createMessageIdSource({
          shopCode: 'P44190000001',
          rule: RULE,
          store,
          clock: { now: () => now },
        })
        let previous = ''
        for (const move of moves) {
          now += move
          const { msgid, at } = source.next()
          expect(at).toBe(now)
          expect(msgid > previous).toBe(true)
          if (previous.slice(0, 26) === msgid.slice(0, 26)) {
            expect(Number(msgid.slice(26))).toBe(Number(previous.slice(26)) + 1)
          } else expect(msgid.slice(26)).toBe('0001')
          previous = msgid
        }
      }),
    )
  })
})
