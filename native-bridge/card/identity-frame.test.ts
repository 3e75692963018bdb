import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerFrame, cardText, readData, RESIDENT } from '../../device-twins/identity-card.ts'
import {
  createIdentityFrameParser,
  encodeIdentityRequest,
  IDENTITY_FRAME_MAXIMUM,
  type IdentityFrame,
  type IdentityFrameEvent,
} from './identity-frame.ts'

const PREAMBLE = [0xaa, 0xaa, 0xaa, 0x96, 0x69]
const READ = answerFrame(0x90, readData(cardText('', RESIDENT)))

const frames = (events: readonly IdentityFrameEvent[]): IdentityFrame[] =>
  events.flatMap((event) => (event.kind === 'frame' ? [event.frame] : []))
const problems = (events: readonly IdentityFrameEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'dropped' ? [event.problem] : []))
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))

/** Everything a parser says of bytes that come in one piece, with the line pausing at the end. */
function parse(...parts: readonly Uint8Array[]): IdentityFrameEvent[] {
  const parser = createIdentityFrameParser()
  return [...parser.push(join(...parts)), ...parser.idle()]
}

/** Bytes rich in what means something to the parser. */
const noise = fc.oneof(
  fc.uint8Array({ maxLength: 3_000 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          [0xaa],
          [0x96],
          [0x69],
          [0x00],
          PREAMBLE,
          [...PREAMBLE, 0x00, 0x04],
          [...PREAMBLE, 0x05, 0x08],
          [...PREAMBLE, 0xff, 0xff],
          [...answerFrame(0x9f)],
        ),
        fc.array(fc.nat({ max: 255 }), { maxLength: 5 }),
      ),
      { maxLength: 200 },
    )
    .map((parts) => Uint8Array.from(parts.flat())),
)
const answer = fc.tuple(fc.nat({ max: 255 }), fc.uint8Array({ maxLength: 1_300 }))

describe('encodeIdentityRequest', () => {
  it('gives the bytes of the public frame list', () => {
    const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
    expect(hex(encodeIdentityRequest('find'))).toBe('aaaaaa9669' + '0003200122')
    expect(hex(encodeIdentityRequest('select'))).toBe('aaaaaa9669' + '0003200221')
    expect(hex(encodeIdentityRequest('read'))).toBe('aaaaaa9669' + '0003300132')
  })
})

describe('createIdentityFrameParser', () => {
  it('gives the same events however the bytes are cut', () => {
    fc.assert(
      fc.property(noise, fc.array(fc.nat({ max: 3_000 })), (bytes, cuts) => {
        const whole = createIdentityFrameParser()
        const pieces = createIdentityFrameParser()
        const borders = [
          0,
          ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b),
          bytes.length,
        ]
        const cut = borders.flatMap((border, index) =>
          pieces.push(bytes.subarray(borders[index - 1] ?? 0, border)),
        )
        expect(cut).toEqual(whole.push(bytes))
        expect(pieces.held()).toBe(whole.held())
        expect(pieces.idle()).toEqual(whole.idle())
      }),
    )
  })

  it('never throws, never holds more than one frame, and holds nothing after a pause', () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 4 }), (chunks) => {
        const parser = createIdentityFrameParser()
        for (const chunk of chunks) {
          parser.push(chunk)
          expect(parser.held()).toBeLessThanOrEqual(IDENTITY_FRAME_MAXIMUM)
        }
        parser.idle()
        expect(parser.held()).toBe(0)
      }),
    )
  })

  it('reads every answer, one after the other and with padding between', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 5 }), fc.nat({ max: 64 }), (answers, padding) => {
        const zeros = new Uint8Array(padding)
        const events = parse(...answers.flatMap(([status, data]) => [answerFrame(status, data), zeros]))
        expect(problems(events)).toEqual([])
        expect(frames(events).map(({ status, data }) => [status, data])).toEqual(answers)
      }),
    )
  })

  it('finds the next frame after any beginning of another, once the line paused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: READ.length - 1 }), answer, (cut, [status, data]) => {
        const events = parse(READ.subarray(0, cut), answerFrame(status, data))
        expect(frames(events)).toContainEqual({ cardStatus: 0, status, data })
        expect(problems(events).length).toBeGreaterThan(0)
      }),
    )
  })

  it('drops a frame with any one bit wrong, and reads the next one', () => {
    const good = answerFrame(0x9f, Uint8Array.of(1, 2, 3, 4))
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const bad = Uint8Array.from(good)
        bad[at] = (bad[at] ?? 0) ^ (1 << bit)
        const events = parse(bad, good)
        expect(frames(events)).toEqual(frames(parse(good)))
        expect(problems(events).length).toBeGreaterThan(0)
      }),
    )
  })

  it('names what was wrong, once for each run of noise', () => {
    const good = answerFrame(0x80)
    const check = Uint8Array.of(...good.subarray(0, -1), (good.at(-1) ?? 0) ^ 1)
    expect(problems(parse(Uint8Array.of(1, 2, 3), good, Uint8Array.of(4, 5), good))).toEqual([
      'noise',
      'noise',
    ])
    expect(problems(parse(check, good))).toEqual(['check'])
    expect(problems(parse(Uint8Array.of(...PREAMBLE, 0xff, 0xff), good))).toEqual(['length'])
    expect(problems(parse(Uint8Array.of(...PREAMBLE, 0x00, 0x03), good))).toEqual(['length'])
    expect(problems(parse(good.subarray(0, 9)))).toEqual(['unfinished'])
    expect(problems(parse(Uint8Array.of(0xaa, 0xaa), good))).toEqual(['noise'])
  })
})
