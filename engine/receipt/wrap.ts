import { measure } from './printable.ts'

const OPENING = '(\\[{<（「『【《￥'
const CLOSING = ')\\]}>）」』】》，。、；：！？,;!?%'
/**
 * What a line break leaves whole: words, numbers and a specification such as 0.25g×24粒 or 10只/袋; brackets and
 * punctuation stay with their neighbour.
 */
const UNIT = new RegExp(
  `[${OPENING}]*(?:(?:[^\\s${OPENING}${CLOSING}\\p{Script=Han}]+\\p{Script=Han}?)+|[^\\s])[${CLOSING}]*`,
  'gu',
)

/** Cuts a unit that is wider than a line into pieces that are not. */
function cut(unit: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of unit) {
    if (piece !== '' && measure(piece) + measure(character) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

/**
 * Breaks text into lines of at most `width` (at least 2) half-width columns, losing nothing but the blanks at the breaks.
 * Empty text is one empty line.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    for (const [index, unit] of (word.match(UNIT) ?? []).entries()) {
      const gap = index === 0 && line !== '' ? ' ' : ''
      if (measure(line) + gap.length + measure(unit) <= width) {
        line += gap + unit
        continue
      }
      if (line !== '') lines.push(line)
      const pieces = cut(unit, width)
      line = pieces.pop() ?? ''
      lines.push(...pieces)
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** Like {@link wrap}, with the lines about equally long: for text that stands in the middle. */
export function wrapEvenly(text: string, width: number): string[] {
  const widest = wrap(text, width)
  let best = widest
  for (let narrower = width - 1; narrower >= 2; narrower -= 1) {
    const lines = wrap(text, narrower)
    if (lines.length > widest.length) break
    best = lines
  }
  return best
}
