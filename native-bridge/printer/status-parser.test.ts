import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  conditionOf,
  obstacleOf,
  UNKNOWN_CONDITION,
  withAnswer,
  type AutomaticStatus,
  type StatusQuestion,
} from './condition.ts'
import { createStatusParser, type StatusEvent } from './status-parser.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
/** Bytes rich in what means something to the parser. */
const noisyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 500 }),
  fc
    .array(fc.constantFrom(0x10, 0x11, 0x12, 0x13, 0x14, 0x18, 0x1a, 0x30, 0x00, 0x0c, 0x0f, 0x72, 0xff), {
      maxLength: 500,
    })
    .map((values) => Uint8Array.from(values)),
)
/** A byte with random bits where `free` has them, and `fixed` elsewhere. */
const statusByte = (fixed: number, free: number): fc.Arbitrary<number> =>
  fc.nat({ max: 0xff }).map((value) => fixed | (value & free))
const answers = statusByte(0x12, 0x6c)
const automatic: fc.Arbitrary<AutomaticStatus> = fc.tuple(
  statusByte(0x10, 0x6c),
  statusByte(0, 0x6f),
  statusByte(0, 0x6f),
  statusByte(0, 0x6f),
)
const events: fc.Arbitrary<StatusEvent> = fc.oneof(
  answers.map((byte): StatusEvent => ({ kind: 'answer', byte })),
  automatic.map((status): StatusEvent => ({ kind: 'automatic', bytes: status })),
)
const sent = (event: StatusEvent): readonly number[] => {
  switch (event.kind) {
    case 'answer':
      return [event.byte]
    case 'automatic':
      return event.bytes
    case 'noise':
      return []
  }
}

describe('createStatusParser', () => {
  it('gives the same events however the bytes are cut', () => {
    fc.assert(
      fc.property(noisyBytes, fc.array(fc.nat({ max: 500 })), (all, cuts) => {
        const whole = createStatusParser()
        const pieces = createStatusParser()
        const borders = [0, ...cuts.map((cut) => cut % (all.length + 1)).sort((a, b) => a - b), all.length]
        const cut = borders.flatMap((border, index) =>
          pieces.push(all.subarray(borders[index - 1] ?? 0, border)),
        )
        expect(cut).toEqual(whole.push(all))
      }),
      { numRuns: 500 },
    )
  })

  it('reads every status that is sent, with flow control signs anywhere between', () => {
    fc.assert(
      fc.property(
        fc.array(events, { maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(0x11, 0x13))),
        (all, signs) => {
          const line = all.flatMap(sent)
          for (const [at, sign] of signs) line.splice(at % (line.length + 1), 0, sign)
          expect(createStatusParser().push(Uint8Array.from(line))).toEqual(all)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('reads the first status after any garbage', () => {
    fc.assert(
      fc.property(noisyBytes, events, (garbage, event) => {
        const parser = createStatusParser()
        parser.push(garbage)
        expect(parser.push(Uint8Array.from(sent(event))).at(-1)).toEqual(event)
      }),
      { numRuns: 500 },
    )
  })

  it('tells of a run of noise once, and throws at nothing', () => {
    const parser = createStatusParser()
    expect(parser.push(new Uint8Array(100_000).fill(0xff))).toEqual([{ kind: 'noise' }])
    expect(parser.push(bytes(0xff, 0x12, 0xff, 0xff))).toEqual([
      { kind: 'answer', byte: 0x12 },
      { kind: 'noise' },
    ])
  })

  it('drops a half automatic status when another begins', () => {
    expect(createStatusParser().push(bytes(0x10, 0x00, 0x18, 0x00, 0x0c, 0x0f))).toEqual([
      { kind: 'noise' },
      { kind: 'automatic', bytes: [0x18, 0x00, 0x0c, 0x0f] },
    ])
  })

  it('forgets a half status at a reset', () => {
    const parser = createStatusParser()
    parser.push(bytes(0x10, 0x00, 0x00))
    parser.reset()
    expect(parser.push(bytes(0x12))).toEqual([{ kind: 'answer', byte: 0x12 }])
  })
})

describe('a printer’s condition', () => {
  const answered = (...replies: readonly (readonly [StatusQuestion, number])[]) =>
    replies.reduce((condition, [question, byte]) => withAnswer(condition, question, byte), UNKNOWN_CONDITION)

  it('is read from the bits of Epson’s reference', () => {
    expect(answered([1, 0x12], [2, 0x12], [3, 0x12], [4, 0x12])).toEqual({
      paper: 'ok',
      cover: 'closed',
      online: 'yes',
      error: 'none',
    })
    expect(answered([1, 0x1a])).toEqual({ ...UNKNOWN_CONDITION, online: 'no' })
    expect(answered([2, 0x16])).toEqual({ ...UNKNOWN_CONDITION, cover: 'open' })
    expect(answered([3, 0x1a])).toEqual({ ...UNKNOWN_CONDITION, error: 'cutter' })
    expect(answered([3, 0x32])).toEqual({ ...UNKNOWN_CONDITION, error: 'other' })
    expect(answered([4, 0x1e])).toEqual({ ...UNKNOWN_CONDITION, paper: 'near-end' })
    expect(answered([4, 0x72])).toEqual({ ...UNKNOWN_CONDITION, paper: 'out' })
    expect(answered([4, 0x7e])).toEqual({ ...UNKNOWN_CONDITION, paper: 'out' })
  })

  it('says the same of a printer that asked is and of one that tells by itself', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(0x00, 0x04, 0x08, 0x20, 0x40, 0x6c),
        fc.constantFrom(0, 1, 2, 3),
        (offline, open, errors, paper) => {
          const asked = answered(
            [1, 0x12 | (offline ? 0x08 : 0)],
            [2, 0x12 | (open ? 0x04 : 0)],
            [3, 0x12 | errors],
            [4, 0x12 | (paper & 1 ? 0x0c : 0) | (paper & 2 ? 0x60 : 0)],
          )
          const told = conditionOf([
            0x10 | (offline ? 0x08 : 0) | (open ? 0x20 : 0),
            errors,
            (paper & 1 ? 0x03 : 0) | (paper & 2 ? 0x0c : 0),
            0x0f,
          ])
          expect(told).toEqual(asked)
        },
      ),
    )
  })

  it('names what keeps it from printing, and nothing where it does not answer', () => {
    expect(obstacleOf(UNKNOWN_CONDITION)).toBeUndefined()
    expect(obstacleOf(answered([1, 0x12], [4, 0x1e]))).toBeUndefined()
    expect(obstacleOf(answered([1, 0x1a]))).toBe('offline')
    expect(obstacleOf(answered([1, 0x1a], [4, 0x7e]))).toBe('paper-out')
    expect(obstacleOf(answered([1, 0x1a], [2, 0x16], [4, 0x7e]))).toBe('cover-open')
    expect(obstacleOf(answered([3, 0x1a]))).toBe('cutter')
    expect(obstacleOf(answered([3, 0x52]))).toBe('error')
  })
})
