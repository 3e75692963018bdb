import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterOf } from './key-character.ts'
import {
  FAST_GAP_MS,
  judgeKey,
  judgeSilence,
  LEAST_SCAN_LENGTH,
  LONGEST_SCAN,
  NO_RUN,
  SILENCE_MS,
  type KeyStroke,
  type WedgeVerdict,
} from './wedge-detector.ts'

type Press = { readonly character?: string; readonly gap: number; readonly repeats?: boolean }

/** Runs presses through the detector; a press without a character is Enter. */
function verdictsOf(presses: readonly Press[]): WedgeVerdict[] {
  let state = NO_RUN
  let at = 1000
  return presses.map(({ character, gap, repeats = false }) => {
    at += gap
    const stroke: KeyStroke = { character, terminates: character === undefined, repeats, at }
    const judged = judgeKey(state, stroke)
    state = judged.state
    return judged.verdict
  })
}

const fastGap = fc.integer({ min: 0, max: FAST_GAP_MS - 1 })
const slowGap = fc.integer({ min: FAST_GAP_MS, max: 2000 })
const character = fc.constantFrom(...'0123456789ABCabc$-/(')

const press = (gap: fc.Arbitrary<number>): fc.Arbitrary<Press> => fc.record({ character, gap })
const typed = fc.array(press(slowGap), { maxLength: 30 })
const scanned = fc.array(press(fastGap), { minLength: LEAST_SCAN_LENGTH, maxLength: 60 })

const textOf = (presses: readonly Press[]): string => presses.map((one) => one.character ?? '').join('')

describe('the wedge detector', () => {
  it('hears every scan whole, however it is timed and whatever was typed before', () => {
    fc.assert(
      fc.property(typed, scanned, fc.integer({ min: 0, max: SILENCE_MS - 1 }), (before, scan, enterGap) => {
        const [first, ...rest] = scan
        if (first === undefined) return
        const presses = [...before, { ...first, gap: 500 }, ...rest, { gap: enterGap }]
        const verdicts = verdictsOf(presses)
        expect(verdicts.at(-1)).toEqual({ kind: 'scan', text: textOf(scan) })
        expect(verdicts.filter((verdict) => verdict.kind === 'scan')).toHaveLength(1)
      }),
    )
  })

  it('lets everything pass that is typed at the speed of fingers, Enter too', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 2000 }), (presses, enterGap) => {
        for (const verdict of verdictsOf([...presses, { gap: enterGap }])) expect(verdict.kind).toBe('pass')
      }),
    )
  })

  it('lets two quick keys pass, as rolling fingers make them', () => {
    const verdicts = verdictsOf([{ character: '5', gap: 500 }, { character: '0', gap: 20 }, { gap: 20 }])
    expect(verdicts.map(({ kind }) => kind)).toEqual(['pass', 'pass', 'pass'])
  })

  it('stops the Enter of a scan that broke off', () => {
    const verdicts = verdictsOf([...'123'].map((one) => ({ character: one, gap: 10 })).concat())
    expect(verdicts.every(({ kind }) => kind === 'pass')).toBe(true)
    const withEnter = verdictsOf([...[...'123'].map((one) => ({ character: one, gap: 10 })), { gap: 10 }])
    expect(withEnter.at(-1)).toEqual({ kind: 'fragment', length: 3 })
  })

  it('takes a key that is held down for what it is', () => {
    const held = Array.from({ length: 40 }, (_, index) => ({ character: '0', gap: 30, repeats: index > 0 }))
    for (const verdict of verdictsOf([...held, { gap: 20 }])) expect(verdict.kind).toBe('pass')
  })

  it('holds what comes after the sixth character back from every field', () => {
    const verdicts = verdictsOf([...'6901234567892'].map((one) => ({ character: one, gap: 5 })))
    expect(verdicts.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: LEAST_SCAN_LENGTH - 1 }, () => 'pass'),
      ...Array.from({ length: 13 - LEAST_SCAN_LENGTH + 1 }, () => 'hold'),
    ])
  })

  it('ends a scan without a terminator after a silence, and nothing shorter', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (run) => {
        const { state, verdict } = judgeSilence({ run, lastAt: 0 })
        const isScan = run.length >= LEAST_SCAN_LENGTH
        expect(state).toEqual(isScan ? NO_RUN : { run, lastAt: 0 })
        expect(verdict.kind).toBe(isScan ? 'scan' : 'pass')
      }),
    )
  })

  it('loses nothing of a scan when the page itself stood still in its beginning', () => {
    const first = judgeKey(NO_RUN, { character: '8', terminates: false, repeats: false, at: 0 })
    let { state } = judgeSilence(first.state)
    for (const [index, character] of [...'3001100'].entries()) {
      state = judgeKey(state, { character, terminates: false, repeats: false, at: 2 * (index + 1) }).state
    }
    const end = judgeKey(state, { character: undefined, terminates: true, repeats: false, at: 20 })
    expect(end.verdict).toEqual({ kind: 'scan', text: '83001100' })
  })

  it('refuses an endless scan', () => {
    const presses = Array.from({ length: LONGEST_SCAN + 1 }, () => ({ character: '1', gap: 1 }))
    expect(verdictsOf([...presses, { gap: 1 }]).at(-1)).toEqual({
      kind: 'too-long',
      length: LONGEST_SCAN + 1,
    })
  })
})

describe('characterOf', () => {
  const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

  it('reads what a key writes, also behind an input method', () => {
    expect(characterOf({ ...plain, key: 'A', code: 'KeyA' })).toBe('A')
    expect(characterOf({ ...plain, key: 'Process', code: 'Digit7' })).toBe('7')
    expect(characterOf({ ...plain, key: 'Process', code: 'Numpad7' })).toBe('7')
    expect(characterOf({ ...plain, key: 'Process', code: 'KeyB', shiftKey: true })).toBe('B')
    expect(characterOf({ ...plain, key: 'Process', code: 'KeyB' })).toBe('b')
  })

  it('knows the separator of GS1 data', () => {
    expect(characterOf({ ...plain, key: ']', code: 'BracketRight', ctrlKey: true })).toBe('\u001d')
  })

  it('is nothing for function keys and shortcuts', () => {
    expect(characterOf({ ...plain, key: 'F9', code: 'F9' })).toBeUndefined()
    expect(characterOf({ ...plain, key: 'c', code: 'KeyC', ctrlKey: true })).toBeUndefined()
    expect(characterOf({ ...plain, key: 'Process', code: 'Space' })).toBeUndefined()
  })
})
