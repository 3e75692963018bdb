/** Hexadecimal text with its bytes apart, sixteen to a line. */
export function bytesApart(hexadecimal: string): string {
  const bytes = hexadecimal.toUpperCase().match(/../g) ?? []
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += BYTES_PER_LINE) {
    lines.push(bytes.slice(at, at + BYTES_PER_LINE).join(' '))
  }
  return lines.join('\n')
}

const BYTES_PER_LINE = 16
