import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { createFrameParser, FRAME_TERMINATORS, type FrameOptions } from './frame-parser.ts'
import { FRAME_ENCODINGS, FRAME_LENGTH_MAXIMUM, type FrameEvent } from './frame.ts'

const PLAIN: FrameOptions = { terminator: 'cr', prefix: '', suffix: '', encoding: 'utf-8' }
const LINE_END = { cr: '\r', lf: '\n', crlf: '\r\n', idle: '' } as const

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'))
const texts = (events: readonly FrameEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'frame' ? [event.text] : []))
const problems = (events: readonly FrameEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'dropped' ? [event.problem] : []))

/** Everything a parser says of bytes that come in one piece, with the line pausing at the end. */
function parse(options: Partial<FrameOptions>, bytes: Uint8Array): FrameEvent[] {
  const parser = createFrameParser({ ...PLAIN, ...options })
  return [...parser.push(bytes), ...parser.idle()]
}

const options: fc.Arbitrary<FrameOptions> = fc.record({
  terminator: fc.constantFrom(...FRAME_TERMINATORS),
  prefix: fc.constantFrom('', '\u0002', 'AB'),
  suffix: fc.constantFrom('', '\u0003', 'ZZ'),
  encoding: fc.constantFrom(...FRAME_ENCODINGS),
})
/** Bytes rich in what means something to a parser. */
const noisyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }),
  fc
    .array(fc.constantFrom(0x0d, 0x0a, 0x02, 0x03, 0x41, 0x42, 0x5a, 0x36, 0x39, 0x1d, 0xff, 0x00), {
      maxLength: 2_000,
    })
    .map((values) => Uint8Array.from(values)),
)
const codes = fc.stringMatching(/^[0-9A-Ya-z/.:?=-]{1,60}$/).filter((code) => !code.includes('AB'))

describe('createFrameParser', () => {
  it('gives the same events however the bytes are cut', () => {
    fc.assert(
      fc.property(options, noisyBytes, fc.array(fc.nat({ max: 2_000 })), (how, bytes, cuts) => {
        const whole = createFrameParser(how)
        const pieces = createFrameParser(how)
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
      { numRuns: 500 },
    )
  })

  it('never throws, never holds more than one frame, and gives nothing longer than the limit', () => {
    fc.assert(
      fc.property(options, fc.array(noisyBytes, { maxLength: 8 }), (how, chunks) => {
        const parser = createFrameParser(how)
        for (const chunk of chunks) {
          for (const text of texts([...parser.push(chunk), ...parser.idle()])) {
            expect(text.length).toBeLessThanOrEqual(FRAME_LENGTH_MAXIMUM)
            expect(text).not.toMatch(/[\r\n\ufffd]/)
          }
          parser.push(chunk)
          expect(parser.held()).toBeLessThanOrEqual(FRAME_LENGTH_MAXIMUM + 8)
        }
      }),
    )
  })

  it('reads every frame that any framing sends, each exactly once and in order', () => {
    fc.assert(
      fc.property(options, fc.array(codes, { minLength: 1, maxLength: 20 }), (how, sent) => {
        const parser = createFrameParser(how)
        const received = sent.flatMap((code) => [
          ...parser.push(bytesOf(`${how.prefix}${code}${how.suffix}${LINE_END[how.terminator]}`)),
          ...(how.terminator === 'idle' ? parser.idle() : []),
        ])
        expect(received).toEqual(sent.map((text) => ({ kind: 'frame', text })))
      }),
      { numRuns: 500 },
    )
  })

  it('is back after one frame’s end, whatever garbage came before', () => {
    fc.assert(
      fc.property(options, noisyBytes, codes, (how, garbage, code) => {
        const parser = createFrameParser(how)
        const end = `${how.suffix}${LINE_END[how.terminator]}`
        parser.push(garbage)
        if (how.terminator === 'idle') parser.idle()
        // one end closes the garbage; the scan behind it is whole
        parser.push(bytesOf(end))
        if (how.terminator === 'idle') parser.idle()
        const events = [...parser.push(bytesOf(`${how.prefix}${code}${end}`)), ...parser.idle()]
        expect(events).toEqual([{ kind: 'frame', text: code }])
      }),
      { numRuns: 500 },
    )
  })

  it('tells once of a frame that never ends, and holds no more of it', () => {
    const parser = createFrameParser(PLAIN)
    const flood = new Uint8Array(100_000).fill(0x31)
    const events = [...parser.push(flood), ...parser.push(flood)]
    expect(problems(events)).toEqual(['too-long'])
    expect(parser.held()).toBeLessThanOrEqual(FRAME_LENGTH_MAXIMUM + 1)
    expect(parser.push(bytesOf('1\r6901234567892\r'))).toEqual([{ kind: 'frame', text: '6901234567892' }])
  })

  it('takes exactly the longest frame and not one byte more', () => {
    const longest = '1'.repeat(FRAME_LENGTH_MAXIMUM)
    expect(parse({}, bytesOf(`${longest}\r`))).toEqual([{ kind: 'frame', text: longest }])
    expect(parse({}, bytesOf(`${longest}1\r`))).toEqual([{ kind: 'dropped', problem: 'too-long' }])
    expect(parse({ terminator: 'idle' }, bytesOf(longest))).toEqual([{ kind: 'frame', text: longest }])
    expect(parse({ terminator: 'idle' }, bytesOf(`${longest}1`))).toEqual([
      { kind: 'dropped', problem: 'too-long' },
    ])
    expect(
      parse(
        { terminator: 'crlf', prefix: '\u0002', suffix: '\u0003' },
        bytesOf(`\u0002${longest}\u0003\r\n`),
      ),
    ).toEqual([{ kind: 'frame', text: longest }])
  })

  it('drops half a frame when the line pauses, so that it does not stick to the next scan', () => {
    const parser = createFrameParser(PLAIN)
    expect(parser.push(bytesOf('12345'))).toEqual([])
    expect(problems(parser.idle())).toEqual(['unfinished'])
    expect(parser.idle()).toEqual([])
    expect(texts(parser.push(bytesOf('6901234567892\r')))).toEqual(['6901234567892'])
  })

  it('forgives line ends on top of the terminator', () => {
    expect(parse({}, bytesOf('1\r\n2\r\n'))).toEqual([
      { kind: 'frame', text: '1' },
      { kind: 'frame', text: '2' },
    ])
    expect(texts(parse({ terminator: 'lf' }, bytesOf('1\r\n2\r\n')))).toEqual(['1', '2'])
    expect(texts(parse({ terminator: 'idle' }, bytesOf('1\r\n')))).toEqual(['1'])
    expect(parse({}, bytesOf('\r\r\n\r'))).toEqual([])
  })

  it('starts at the last STX: a half frame before it is noise', () => {
    expect(
      parse({ prefix: '\u0002', suffix: '\u0003' }, bytesOf('\u0002690\u00026901234567892\u0003\r')),
    ).toEqual([{ kind: 'frame', text: '6901234567892' }])
    expect(problems(parse({ prefix: '\u0002' }, bytesOf('690\r')))).toEqual(['prefix-missing'])
  })

  it('reads GB18030 and UTF-8, and drops what is neither', () => {
    const text = '处方𠮷0001'
    const gb = Uint8Array.from(iconv.encode(`${text}\r`, 'gb18030'))
    expect(parse({ encoding: 'gb18030' }, gb)).toEqual([{ kind: 'frame', text }])
    expect(texts(parse({}, bytesOf(`${text}\r`)))).toEqual([text])
    expect(problems(parse({}, gb))).toEqual(['undecodable'])
  })

  it('passes GS of GS1 codes and drops other control characters', () => {
    expect(texts(parse({}, bytesOf(']d20106901234567892\u001d21A\r')))).toEqual([
      ']d20106901234567892\u001d21A',
    ])
    expect(problems(parse({}, bytesOf('690\u0000123\r690\u001b123\r690\u007f1\r')))).toEqual([
      'control-characters',
      'control-characters',
      'control-characters',
    ])
  })

  it('forgets everything at a reset', () => {
    const parser = createFrameParser(PLAIN)
    parser.push(bytesOf('12345'))
    parser.reset()
    expect(parser.held()).toBe(0)
    expect(texts(parser.push(bytesOf('67\r')))).toEqual(['67'])
  })
})
