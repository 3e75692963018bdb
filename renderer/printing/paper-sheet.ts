const SHEET = 'paper-sheet'
const MILLIMETRES_PER_INCH = 25.4
/** A CSS pixel is a 96th of an inch. */
const PIXELS_PER_INCH = 96
/** Paper of a receipt, with which a receipt's SVG is made. */
const PAPER_WIDTH_MM = 80

/**
 * Lays a receipt out for paper: a sheet that only the printer sees, of the receipt's own size. Resolves with what takes
 * it away again. Rejects when the picture cannot be read.
 */
export async function layOutSheet(page: Document, svg: string): Promise<() => void> {
  const picture = page.createElement('img')
  // an image cannot run scripts, whatever a name on the receipt contains
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const sheet = page.createElement('div')
  sheet.id = SHEET
  sheet.append(picture)
  const style = page.createElement('style')
  style.textContent = sheetStyle(picture.naturalWidth, picture.naturalHeight)
  page.head.append(style)
  page.body.append(sheet)
  return () => {
    sheet.remove()
    style.remove()
  }
}

/** The rules of the sheet: hidden on the screen, alone on paper, one page as long as the receipt. */
export function sheetStyle(width: number, height: number): string {
  const long = Math.ceil((PAPER_WIDTH_MM * height) / Math.max(1, width))
  // a page must not be cut for a fraction of a millimetre
  const paper = `${PAPER_WIDTH_MM}mm ${long + Math.ceil(MILLIMETRES_PER_INCH / PIXELS_PER_INCH)}mm`
  return `#${SHEET} { display: none }
@page { size: ${paper}; margin: 0 }
@media print {
  html, body { height: auto; overflow: visible; background: #fff }
  #root { display: none !important }
  #${SHEET} { display: block }
  #${SHEET} img { display: block; width: ${PAPER_WIDTH_MM}mm }
}`
}
