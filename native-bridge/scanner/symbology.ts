/** What kind of mark a scan came from, as far as the scanner told. */
export type Symbology =
  | 'ean-13'
  | 'ean-8'
  | 'upc-a'
  | 'upc-e'
  | 'code-128'
  | 'gs1-128'
  | 'gs1-databar'
  | 'data-matrix'
  | 'gs1-data-matrix'
  | 'qr'
  | 'gs1-qr'
  | 'gs1-dotcode'
  | 'han-xin'
  | 'pdf417'
  | 'aztec'
  | 'code-39'
  | 'code-93'
  | 'codabar'
  | 'interleaved-2-of-5'

/** What a scanner reads: the text, and the kind of mark where the scanner tells it apart from the text. */
export type Scan = { readonly text: string; readonly symbology?: Symbology }

/** AIM identifiers (ISO/IEC 15424) whose last character matters. */
const EXACT: ReadonlyMap<string, Symbology> = new Map([
  [']C1', 'gs1-128'],
  [']d2', 'gs1-data-matrix'],
  [']Q3', 'gs1-qr'],
  [']e0', 'gs1-databar'],
  [']J1', 'gs1-dotcode'],
  [']E0', 'ean-13'],
  [']E4', 'ean-8'],
])

/** AIM code characters, whatever comes after them. */
const BY_LETTER: ReadonlyMap<string, Symbology> = new Map([
  ['A', 'code-39'],
  ['C', 'code-128'],
  ['d', 'data-matrix'],
  ['F', 'codabar'],
  ['G', 'code-93'],
  ['h', 'han-xin'],
  ['I', 'interleaved-2-of-5'],
  ['L', 'pdf417'],
  ['Q', 'qr'],
  ['z', 'aztec'],
])

/** Honeywell's own identifiers; 0x49 and 0x7C are both in use for GS1-128. */
const BY_HONEYWELL: ReadonlyMap<number, Symbology> = new Map([
  [0x64, 'ean-13'],
  [0x44, 'ean-8'],
  [0x63, 'upc-a'],
  [0x45, 'upc-e'],
  [0x6a, 'code-128'],
  [0x49, 'gs1-128'],
  [0x7c, 'gs1-128'],
  [0x79, 'gs1-databar'],
  [0x73, 'qr'],
  [0x77, 'data-matrix'],
  [0x48, 'han-xin'],
  [0x72, 'pdf417'],
  [0x7a, 'aztec'],
  [0x62, 'code-39'],
  [0x69, 'code-93'],
  [0x61, 'codabar'],
  [0x65, 'interleaved-2-of-5'],
])

/** The symbology of an AIM identifier such as `]d2`; `undefined` for one that settles nothing. */
export function symbologyOfAim(identifier: string): Symbology | undefined {
  return EXACT.get(identifier) ?? BY_LETTER.get(identifier.charAt(1))
}

/** The symbology of Honeywell's identifier byte. */
export function symbologyOfHoneywell(byte: number): Symbology | undefined {
  return BY_HONEYWELL.get(byte)
}

const IDENTIFIERS: ReadonlyMap<Symbology, string> = new Map([
  ...Array.from(EXACT, ([identifier, symbology]) => [symbology, identifier] as const),
  ['upc-a', ']E0'],
])

/**
 * A scan as one text for routing by shape: the AIM identifier in front where the kind of mark settles what the data is
 * (goods barcodes and GS1 data), the bare text everywhere else.
 */
export function withIdentifier(scan: Scan): string {
  const identifier = scan.symbology === undefined ? undefined : IDENTIFIERS.get(scan.symbology)
  return identifier === undefined ? scan.text : `${identifier}${scan.text}`
}
