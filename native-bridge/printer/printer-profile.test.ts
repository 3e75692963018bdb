import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { createEscPosReader, type PaperEvent } from '../../device-twins/esc-pos-reader.ts'
import { profileOf } from '../testing/printer-rig.ts'
import { drawerBytes } from './printer-commands.ts'
import { checkPrinterProfile, findPrinterProfile, printerProfiles } from './printer-profile.ts'
import { testSlip } from './test-slip.ts'

const IDS = printerProfiles().map(({ id }) => id)

const columnsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u0080' ? 1 : 2), 0)

/** What a printer does with a slip, and that nothing of it is left over. */
function printed(bytes: Uint8Array): PaperEvent[] {
  const reader = createEscPosReader()
  const events = reader.push(bytes)
  expect(reader.pending()).toBe(0)
  return events
}

describe('printer profiles', () => {
  it('that come with the program are right, each with an id of its own', () => {
    expect(new Set(IDS).size).toBe(IDS.length)
    expect(IDS.slice(0, 2)).toEqual(['generic-58', 'generic-80'])
    for (const id of IDS) expect(findPrinterProfile(id)).toMatchObject({ ok: true, profile: { id } })
    expect(profileOf('generic-58').columns).toBe(32)
    expect(profileOf('generic-80').columns).toBe(48)
  })

  it('take a shop’s own members, and say which one is wrong', () => {
    expect(profileOf('generic-80', { cut: 'full', drawer: null })).toMatchObject({
      cut: 'full',
      drawer: null,
    })
    const problem = (overrides: Readonly<Record<string, unknown>>): unknown => {
      const found = findPrinterProfile('generic-80', overrides)
      return found.ok ? undefined : [found.where, found.problem]
    }
    expect(problem({ colums: 40 })).toEqual(['colums', 'unrecognized-key'])
    expect(problem({ columns: 4.5 })).toEqual(['columns', 'invalid-value'])
    expect(problem({ drawer: { pin: 3, onMs: 50, offMs: 50 } })).toEqual(['drawer', 'invalid-value'])
    expect(problem({ drawer: { pin: 2, onMs: 600, offMs: 50 } })).toEqual(['drawer', 'invalid-value'])
    expect(problem({ unconfirmed: ['paper'] })).toEqual(['unconfirmed', 'invalid-value'])
    expect(problem({ name: undefined })).toEqual(['name', 'invalid-value'])
    expect(findPrinterProfile('x'.repeat(500))).toEqual({
      ok: false,
      where: 'x'.repeat(60),
      problem: 'unknown-id',
    })
    expect(checkPrinterProfile([])).toEqual({ ok: false, where: '-', problem: 'not-an-object' })
    expect(checkPrinterProfile({})).toEqual({ ok: false, where: 'id', problem: 'missing' })
  })

  it('are checked without throwing, whatever a file holds', () => {
    const members = Object.keys(profileOf('generic-80'))
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(fc.constantFrom(...members, '__proto__', 'constructor'), fc.string()),
          fc.anything(),
        ),
        (value) => {
          const checked = checkPrinterProfile(value)
          if (checked.ok) expect(Object.keys(checked.profile)).toEqual(expect.arrayContaining(members))
          else expect(checked.where.length).toBeLessThanOrEqual(60)
        },
      ),
    )
  })
})

describe.each(IDS)('the test slip of %s', (id) => {
  const profile = profileOf(id)
  const events = printed(testSlip(profile))
  const lines = events.flatMap((event) => (event.kind === 'line' ? [event.line] : []))

  it('fills the paper to its edge and no line further', () => {
    const widths = lines.map(({ text }) => columnsOf(text))
    expect(Math.max(...widths)).toBe(profile.columns)
    expect(lines.filter(({ text }) => /^\d+$/.test(text)).map(({ text }) => text.length)).toEqual([
      profile.columns,
    ])
  })

  it('shows what the model has: bold, tall, a code, the cut', () => {
    expect(lines.some(({ bold }) => bold)).toBe(true)
    expect(lines[0]).toEqual({ text: '打印测试', bold: false, tall: true })
    expect(events.filter(({ kind }) => kind === 'qr')).toEqual([{ kind: 'qr', text: '药店收银台打印测试' }])
    expect(events.filter(({ kind }) => kind === 'cut')).toEqual(
      profile.cut === 'none' ? [] : [{ kind: 'cut', how: profile.cut }],
    )
    expect(events.filter(({ kind }) => kind === 'unknown' || kind === 'pulse')).toEqual([])
  })
})

describe('the test slip', () => {
  it('holds characters of every length that GB18030 has', () => {
    const lengths = [...new TextDecoder('gb18030').decode(testSlip(profileOf('generic-80')))].map(
      (character) => iconv.encode(character, 'gb18030').length,
    )
    expect([...new Set(lengths)].sort()).toEqual([1, 2, 4])
  })

  it('has no code and no cut where the model has none', () => {
    const events = printed(testSlip(profileOf('generic-58', { qr: false })))
    expect(events.filter(({ kind }) => kind === 'qr' || kind === 'cut')).toEqual([])
    expect(events.at(-1)).toEqual({ kind: 'feed', lines: 4 })
  })
})

describe('a drawer pulse', () => {
  it('says pin and times in units of 2 ms', () => {
    expect([...drawerBytes({ pin: 2, onMs: 50, offMs: 500 })]).toEqual([0x1b, 0x70, 0x00, 0x19, 0xfa])
    fc.assert(
      fc.property(
        fc.constantFrom<2 | 5>(2, 5),
        fc.integer({ min: 2, max: 510 }),
        fc.integer({ min: 2, max: 510 }),
        (pin, onMs, offMs) => {
          const [pulse] = printed(drawerBytes({ pin, onMs, offMs }))
          const even = (value: number): number => Math.round(value / 2) * 2
          expect(pulse).toEqual({ kind: 'pulse', pin, onMs: even(onMs), offMs: even(offMs) })
        },
      ),
    )
  })
})
