const FULL_WIDTH = /[！-～]/g
const OFFSET = 0xfee0

/** Full-width letters, digits, signs and the ideographic space as their half-width forms; everything else stays. */
export function toHalfWidth(text: string): string {
  return text
    .replaceAll('\u3000', ' ')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - OFFSET))
}
