import { drawingSVG, qrcode } from 'bwip-js/generic'

/** A quiet zone of four modules, without which phones do not find the code. */
const QUIET_MODULES = 4
const MODULE_PIXELS = 4

/** A QR code as the address of a picture; undefined when the text does not fit into one. */
export function qrPicture(text: string): string | undefined {
  try {
    const padding = QUIET_MODULES * MODULE_PIXELS
    const svg = qrcode(
      { bcid: 'qrcode', text, scale: MODULE_PIXELS, padding, backgroundcolor: 'FFFFFF' },
      drawingSVG(),
    )
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  } catch {
    // longer than the largest code
    return undefined
  }
}
