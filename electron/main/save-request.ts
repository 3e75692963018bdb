/** A report is a few kilobytes; nothing that the till makes is longer. */
const LONGEST_TEXT = 512 * 1024
/** A plain name with the ending of a text: no folder, no hidden file, nothing that runs. */
const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,79}\.(?:txt|json)$/u

export type SaveRequest = { readonly fileName: string; readonly text: string }

/** What a page asked to be saved, or undefined when it is anything but a plain name and a text. */
export function saveRequestOf(fileName: unknown, text: unknown): SaveRequest | undefined {
  if (typeof fileName !== 'string' || typeof text !== 'string') return undefined
  return FILE_NAME.test(fileName) && text.length <= LONGEST_TEXT ? { fileName, text } : undefined
}
