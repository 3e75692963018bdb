const TEXT_MAXIMUM = 400

/**
 * Foreign text made fit for paper: composed, without control, format, combining and unassigned characters and halves of
 * surrogate pairs, blanks folded, ¥ as the full-width ￥ that GBK has, at most 400 characters.
 */
export function printable(text: string): string {
  const clean = text
    .slice(0, TEXT_MAXIMUM * 4)
    .replace(/[\s\p{Z}\p{Cc}]/gu, ' ')
    .normalize()
    .replace(/[\p{C}\p{Mn}\p{Me}]/gu, '')
    // what stood on both sides of a removed character may compose now
    .normalize()
    .replaceAll('\u00a5', '￥')
    .replace(/[\p{Z}]+/gu, ' ')
    .trim()
  return [...clean].slice(0, TEXT_MAXIMUM).join('').trimEnd()
}

/** Half-width columns that a text takes on a GB18030 printer: ASCII one for each character, everything else two. */
export function measure(text: string): number {
  let width = 0
  for (const character of text) width += character < '\u0080' ? 1 : 2
  return width
}
