import iconv from 'iconv-lite'

/** A white square of GB2312, for what a display has no picture of. */
const MISSING = '□'

/** A character as a display can show it: one byte for one column, two bytes for two. */
function shown(character: string): { readonly bytes: Uint8Array; readonly columns: 1 | 2 } {
  const bytes = iconv.encode(character, 'gb18030')
  if (bytes.length === 1) return { bytes, columns: 1 }
  // a display's fonts hold GB2312 or GBK; of four bytes it would show the two digits among them
  return { bytes: bytes.length === 2 ? bytes : iconv.encode(MISSING, 'gb18030'), columns: 2 }
}

/** Foreign text without what a display could take for a command, or would show as nothing; blanks folded. */
function clean(text: string, columns: number): string {
  return (
    text
      // many signs fold into one blank or vanish, so more are looked at than can be shown
      .slice(0, columns * 20)
      .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
      .normalize()
      .replace(/[\p{C}\p{M}]/gu, '')
      .replaceAll('\u00a5', '￥')
      .trim()
  )
}

/**
 * Text in GB18030, cut at `columns` and filled with blanks to exactly that. A Chinese character takes two columns and is
 * never halved: one that does not fit any more leaves its column blank. The bytes hold no control character.
 */
export function fitColumns(text: string, columns: number, align: 'left' | 'right' = 'left'): Uint8Array {
  const bytes: number[] = []
  let used = 0
  for (const character of clean(text, columns)) {
    const next = shown(character)
    if (used + next.columns > columns) break
    bytes.push(...next.bytes)
    used += next.columns
  }
  const blanks = new Array<number>(columns - used).fill(0x20)
  return Uint8Array.from(align === 'left' ? [...bytes, ...blanks] : [...blanks, ...bytes])
}
