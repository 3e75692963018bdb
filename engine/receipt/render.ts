import receiptline from 'receiptline'
import { escPosCommands } from './esc-pos.ts'
import { COLUMNS } from './mark-up.ts'
import type { ReceiptWidth } from './receipt-data.ts'

const ENCODING = 'gb18030'
/** White around the print of the preview, in dots. */
const MARGIN = 24
const FONTS = "'Noto Sans Mono CJK SC','Noto Sans CJK SC','Microsoft YaHei',SimSun,monospace"

/** What a printer's model has that others of its width have not. */
export type PrinterPaper = { readonly columns: number; readonly cut: Uint8Array }

/** A receipt's mark-up as bytes for an ESC/POS printer: GB18030, ends with feed and cut as the model wants them. */
export function toEscPos(doc: string, width: ReceiptWidth, paper?: PrinterPaper): Uint8Array {
  const bytes = receiptline.transform(doc, {
    cpl: paper?.columns ?? COLUMNS[width],
    encoding: ENCODING,
    command: escPosCommands(paper === undefined ? undefined : Buffer.from(paper.cut).toString('latin1')),
  })
  return Uint8Array.from(Buffer.from(bytes, 'latin1'))
}

/** A receipt's mark-up as one SVG image, the same for the same mark-up: 12 units to a column, every character placed. */
export function toSvg(doc: string, width: ReceiptWidth): string {
  const svg = receiptline.transform(doc, {
    cpl: COLUMNS[width],
    encoding: ENCODING,
    command: 'svg',
    spacing: true,
  })
  return (
    svg
      // the filter inverts text, which no receipt does, and has a new name in every image
      .replace(/<defs>.*?<\/defs>/, '')
      .replace('font-family="monospace"', `font-family="${FONTS}"`)
      .replace(/^<svg width="(\d+)px" height="(\d+)px" viewBox="0 0 \d+ \d+"([^>]*)>/, onPaper)
  )
}

/** Puts white paper with a margin around what is printed. */
function onPaper(_match: string, width: string, height: string, attributes: string): string {
  const outerWidth = Number(width) + 2 * MARGIN
  const outerHeight = Number(height) + 2 * MARGIN
  const box = `viewBox="${-MARGIN} ${-MARGIN} ${outerWidth} ${outerHeight}"`
  const paper = `<rect x="${-MARGIN}" y="${-MARGIN}" width="${outerWidth}" height="${outerHeight}" fill="#fff"/>`
  return `<svg width="${outerWidth}px" height="${outerHeight}px" ${box}${attributes}>${paper}`
}

/** A receipt's mark-up as text in 32 or 48 columns; a full-width character takes two. Lines end with LF. */
export function toPlainText(doc: string, width: ReceiptWidth): string {
  return receiptline
    .transform(doc, { cpl: COLUMNS[width], encoding: ENCODING, command: 'text' })
    .replace(/ +$/gm, '')
}
