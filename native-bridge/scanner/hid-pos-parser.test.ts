import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { scanReports } from '../../device-twins/hid-pos-reports.ts'
import { FRAME_LENGTH_MAXIMUM, type FrameEvent, type FrameParser } from './frame.ts'
import { createHidPosParser } from './hid-pos-parser.ts'

const honeywell = (): FrameParser => createHidPosParser({ encoding: 'utf-8', honeywell: () => true })
const other = (): FrameParser => createHidPosParser({ encoding: 'utf-8', honeywell: () => false })
const feed = (parser: FrameParser, reports: readonly Uint8Array[]): FrameEvent[] =>
  reports.flatMap((report) => parser.push(report))
const frame = (text: string, symbology?: string): object => ({
  kind: 'frame',
  text,
  ...(symbology !== undefined && { symbology }),
})

const codes = fc.stringMatching(/^[0-9A-Za-z/.:?=-]{1,300}$/)
const identifiers = fc.constantFrom('', ']E0', ']d2', ']Q1', ']C0', ']X0')
const shifts = fc.constantFrom(0 as const, 1 as const)
/** Reports that are almost right: the marks of a scan with anything between them. */
const almost = fc
  .record({
    length: fc.nat({ max: 255 }),
    mark: fc.constantFrom(0x5d, 0, 0x41),
    more: fc.constantFrom(0, 1, 255),
    rest: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  })
  .map(({ length, mark, more, rest }) => {
    const report = Uint8Array.from(rest)
    report.set([2, length, mark], 0)
    report[63] = more
    return report
  })
const garbage = fc.array(fc.oneof(fc.uint8Array({ maxLength: 80 }), almost), { maxLength: 30 })

/** What a Voyager 1602g sent as its answer to a command (public trace), shortened to the first and the last report. */
const VOYAGER_FIRST = Uint8Array.from([
  2, 56, 93, 88, 48, 80, 114, 111, 100, 117, 99, 116, 32, 78, 97, 109, 101, 58, 32, 86, 111, 121, 97, 103,
  101, 114, 32, 49, 54, 48, 50, 103, 13, 10, 66, 111, 111, 116, 32, 82, 101, 118, 105, 115, 105, 111, 110, 58,
  32, 58, 32, 56, 57, 57, 50, 13, 10, 83, 111, 102, 116, 63, 0, 1,
])
const VOYAGER_END = Uint8Array.from([
  2,
  8,
  93,
  90,
  54,
  ...Buffer.from('REVINF\u0006.', 'latin1'),
  ...Array<number>(48).fill(0),
  54,
  0,
  0,
])

describe('createHidPosParser', () => {
  it('reads every scan of any length, identifier and shift, each once and in order', () => {
    fc.assert(
      fc.property(
        fc.array(codes, { minLength: 1, maxLength: 6 }),
        identifiers,
        shifts,
        (sent, identifier, shift) => {
          const parser = other()
          // without an identifier there is nothing that could be shifted
          const options = { identifier, shift: identifier === '' ? (0 as const) : shift }
          const events = sent.flatMap((code) => feed(parser, scanReports(code, options)))
          expect(events).toMatchObject(sent.map((text) => ({ kind: 'frame', text })))
          expect(parser.waiting()).toBe(false)
        },
      ),
    )
  })

  it('never throws, never holds more than one scan, and gives nothing longer than the limit', () => {
    fc.assert(
      fc.property(garbage, fc.boolean(), (reports, isHoneywell) => {
        const parser = isHoneywell ? honeywell() : other()
        for (const report of reports) {
          for (const event of parser.push(report)) {
            if (event.kind === 'frame') expect(event.text.length).toBeLessThanOrEqual(FRAME_LENGTH_MAXIMUM)
          }
          expect(parser.held()).toBeLessThanOrEqual(FRAME_LENGTH_MAXIMUM)
        }
        parser.idle()
        expect([parser.held(), parser.waiting()]).toEqual([0, false])
      }),
      { numRuns: 500 },
    )
  })

  it('is back after one scan’s end or one pause, whatever garbage came before', () => {
    fc.assert(
      fc.property(garbage, codes, fc.boolean(), (reports, code, byPause) => {
        const parser = other()
        feed(parser, reports)
        // the end of a scan closes the garbage; the scan behind it is whole
        if (byPause) parser.idle()
        else feed(parser, scanReports('1', { identifier: ']C0' }))
        expect(feed(parser, scanReports(code, { identifier: ']E4' }))).toEqual([frame(code, 'ean-8')])
      }),
      { numRuns: 500 },
    )
  })

  it('never gives a part of a spoilt scan', () => {
    const reports = scanReports('A'.repeat(200), { identifier: ']Q1' })
    const broken = Uint8Array.of(2, 200, 0x41, 0x41)
    for (let at = 1; at < reports.length; at += 1) {
      const parser = other()
      const events = feed(parser, reports.toSpliced(at, 0, broken))
      expect(events).toEqual([{ kind: 'dropped', problem: 'bad-report' }])
      expect(feed(parser, scanReports('1', { identifier: ']E0' }))).toEqual([frame('1', 'ean-13')])
    }
  })

  it('drops a report that claims more than it holds', () => {
    const [report = new Uint8Array()] = scanReports('1'.repeat(56), { identifier: ']E0' })
    const claiming = (length: number): FrameEvent[] => other().push(report.with(1, length))
    expect(claiming(56)).toMatchObject([{ kind: 'frame' }])
    expect(claiming(58)).not.toEqual([{ kind: 'dropped', problem: 'bad-report' }])
    expect(claiming(59)).toEqual([{ kind: 'dropped', problem: 'bad-report' }])
    expect(other().push(report.subarray(0, 40))).toEqual([{ kind: 'dropped', problem: 'bad-report' }])
  })

  it('is over a spoilt scan after a pause', () => {
    const parser = other()
    const [broken = new Uint8Array()] = scanReports('A'.repeat(100), { identifier: ']Q1' })
    parser.push(broken.with(1, 255))
    // more was to come: a pause has to be looked out for, or the next scan would be taken for the rest
    expect(parser.waiting()).toBe(true)
    expect(parser.idle()).toEqual([])
    expect(feed(parser, scanReports('6901234567892', { identifier: ']E0' }))).toHaveLength(1)
  })

  it('drops a scan that another one interrupts, and reads the other', () => {
    const parser = other()
    const [first] = scanReports('A'.repeat(100), { identifier: ']Q1' })
    expect(parser.push(first ?? new Uint8Array())).toEqual([])
    expect(feed(parser, scanReports('6901234567892', { identifier: ']E0' }))).toEqual([
      { kind: 'dropped', problem: 'unfinished' },
      frame('6901234567892', 'ean-13'),
    ])
  })

  it('drops half a scan when the device pauses', () => {
    const parser = other()
    const [first] = scanReports('A'.repeat(100), { identifier: ']Q1' })
    parser.push(first ?? new Uint8Array())
    expect(parser.waiting()).toBe(true)
    expect(parser.idle()).toEqual([{ kind: 'dropped', problem: 'unfinished' }])
    expect(parser.idle()).toEqual([])
  })

  it('tells once of a scan that is too long, and takes exactly the longest', () => {
    const parser = other()
    const longest = '1'.repeat(FRAME_LENGTH_MAXIMUM)
    expect(feed(parser, scanReports(longest, { identifier: ']Q1' }))).toEqual([frame(longest, 'qr')])
    expect(feed(parser, scanReports(`${longest}1`, { identifier: ']Q1' }))).toEqual([
      { kind: 'dropped', problem: 'too-long' },
    ])
    expect(feed(parser, scanReports('1'.repeat(5_000), { identifier: ']Q1' }))).toEqual([
      { kind: 'dropped', problem: 'too-long' },
    ])
    expect(feed(parser, scanReports('2', { identifier: ']Q1' }))).toEqual([frame('2', 'qr')])
  })

  it('tells the symbology by the AIM identifier first, then by Honeywell’s byte', () => {
    const parser = honeywell()
    expect(feed(parser, scanReports('1', { identifier: ']d2', honeywell: 0x77 }))).toEqual([
      frame('1', 'gs1-data-matrix'),
    ])
    expect(feed(parser, scanReports('1', { honeywell: 0x48 }))).toEqual([frame('1', 'han-xin')])
    expect(feed(parser, scanReports('1', { honeywell: 0x3f }))).toEqual([frame('1')])
    expect(feed(other(), scanReports('1', { honeywell: 0x48 }))).toEqual([frame('1')])
  })

  it('takes one line end off the end, and no more', () => {
    const read = (text: string): FrameEvent[] => feed(other(), scanReports(text, { identifier: ']E0' }))
    expect(read('6901234567892\r')).toEqual([frame('6901234567892', 'ean-13')])
    expect(read('6901234567892\r\n')).toEqual([frame('6901234567892', 'ean-13')])
    expect(read('6901234567892\r\r')).toEqual([{ kind: 'dropped', problem: 'control-characters' }])
    expect(read('\r')).toEqual([])
    // the line end may be all that the last report holds
    expect(read(`${'1'.repeat(56)}\r`)).toEqual([frame('1'.repeat(56), 'ean-13')])
  })

  it('reads characters that are cut between two reports', () => {
    const text = `${'1'.repeat(55)}处方`
    expect(feed(other(), scanReports(text))).toEqual([frame(text)])
    const gb = createHidPosParser({ encoding: 'gb18030', honeywell: () => false })
    expect(feed(gb, scanReports(iconv.encode(text, 'gb18030')))).toEqual([frame(text)])
    expect(feed(other(), scanReports(iconv.encode('处', 'gb18030')))).toEqual([
      { kind: 'dropped', problem: 'undecodable' },
    ])
  })

  it('takes a real scanner’s answer to a command for no scan', () => {
    const parser = honeywell()
    expect(parser.push(VOYAGER_FIRST)).toEqual([])
    expect(parser.held()).toBe(56)
    expect(parser.push(VOYAGER_END)).toEqual([
      { kind: 'dropped', problem: 'unfinished' },
      { kind: 'dropped', problem: 'not-a-code' },
    ])
  })

  it('looks at no other report, and keeps the scan that it interrupts', () => {
    const parser = other()
    const [first, second] = scanReports('A'.repeat(60), { identifier: ']Q1' })
    parser.push(first ?? new Uint8Array())
    expect(parser.push(Uint8Array.of(7, 1, 2, 3))).toEqual([])
    expect(parser.push(second ?? new Uint8Array())).toEqual([frame('A'.repeat(60), 'qr')])
  })
})
