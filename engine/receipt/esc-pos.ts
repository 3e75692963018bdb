import type { BaseCommand } from 'receiptline'
import receiptline from 'receiptline'
import iconv from 'iconv-lite'

const ESC = '\x1b'
const FS = '\x1c'
const GS = '\x1d'

/**
 * The commands of a plain Chinese ESC/POS printer, for receiptline's `command`. Its own ESC/POS sets speak to Epson
 * models with functions that cheaper printers print as garbage (FS ( A, GS r) and draw rules in a katakana code page;
 * this one uses what they all have: ESC @, FS &, ESC 2, ESC E, GS !, LF, GS V. Columns are made with blanks, so a line's
 * text is whole in the bytes. The text is a string of bytes (Latin-1); `cut` ends it, feed and cut (GS V B 0) unless the
 * printer's model wants otherwise.
 */
export function escPosCommands(cut = `${GS}VB\x00`): BaseCommand {
  let wanted = 0
  let printed = 0
  let bold = false
  let size = 0
  let style = ''
  const styled = (): string => {
    const next = `${ESC}E${bold ? '\x01' : '\x00'}${GS}!${String.fromCharCode(size)}`
    if (next === style) return ''
    style = next
    return next
  }
  const base = receiptline.commands.base
  return {
    ...base,
    open: () => `${ESC}@${FS}&${ESC}2`,
    close: () => cut,
    absolute: (position) => {
      wanted = position
      return ''
    },
    relative: (distance) => {
      wanted += Math.round(distance)
      return ''
    },
    hr: (width) => '-'.repeat(width),
    normal: () => {
      bold = false
      size = 0
      return ''
    },
    em: () => {
      bold = true
      return ''
    },
    wh: (scale) => {
      // 1 double width, 2 double height, 3 both
      size = scale < 3 ? ((scale & 1) << 4) | ((scale >> 1) & 1) : 0x11
      return ''
    },
    text: (text, encoding) => {
      const gap = ' '.repeat(Math.max(0, wanted - printed))
      wanted += base.measureText(text, encoding)
      printed = wanted
      return gap + styled() + iconv.encode(text, 'gb18030').toString('latin1')
    },
    lf: () => {
      wanted = 0
      printed = 0
      return '\n'
    },
  }
}
