/**
 * How personal data is shown and printed by default: 王*明, 4419**********1234. Revealing needs a right and a reason.
 */

/** Masks a name: one character stays as it is, of two the second, of more all but first and last are hidden. */
export function maskName(name: string): string {
  const characters = [...name]
  if (characters.length <= 1) return name
  const first = characters[0] ?? ''
  if (characters.length === 2) return `${first}*`
  return first + '*'.repeat(characters.length - 2) + (characters.at(-1) ?? '')
}

/**
 * Masks a document number: a quarter of it, at most four characters, stays at each end, so that at least half is hidden.
 * 18 characters show 4 + 4, a nine-character passport 2 + 2, three characters nothing.
 */
export function maskDocumentNumber(number: string): string {
  const characters = [...number]
  const kept = Math.min(4, Math.floor(characters.length / 4))
  const hidden = characters.length - 2 * kept
  return characters.slice(0, kept).join('') + '*'.repeat(hidden) + characters.slice(kept + hidden).join('')
}
