import iconv from 'iconv-lite'

/** GB18030 reads all GBK texts. */
export const ENCODINGS = ['gb18030', 'utf-8'] as const
export type LibraryEncoding = (typeof ENCODINGS)[number]

/** The text of bytes that a library wrote; `undefined` when they are none in that encoding. */
export function decodeText(bytes: Uint8Array, encoding: LibraryEncoding): string | undefined {
  const text = iconv.decode(Buffer.from(bytes), encoding)
  return text.includes('\ufffd') ? undefined : text
}

/** A text as a library takes it; a character that the encoding has not becomes a question mark. */
export function encodeText(text: string, encoding: LibraryEncoding): Uint8Array {
  return iconv.encode(text, encoding)
}
