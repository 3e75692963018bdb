import { readResidentNumber } from '../identity/resident-number.ts'
import { ok, refuse, type Result } from '../result.ts'
import { paymentChannelOf, type PaymentChannel } from '../tender/payment-code.ts'
import { TRACE_PREFIX_LENGTH } from '../trace/rules.ts'
import { hasGtinCheckDigit } from './check-digit.ts'
import { readElementString, readGs1Date, writeElements, type Gs1Element } from './gs1.ts'
import { GROUP_SEPARATOR, normaliseScan, unknownShape } from './normalise.ts'
import { NO_OWN_SHAPES, readOwnShape, type OwnScan, type OwnShapes } from './own-shapes.ts'

/** What a scan is, told by its shape alone. Whether it is wanted now is for whoever asked. */
export type RoutedScan =
  | OwnScan
  | {
      readonly kind: 'goods-barcode'
      /** EAN-13 or EAN-8 digits; UPC-A is written as the EAN-13 that it is, with its leading zero. */
      readonly barcode: string
    }
  | {
      readonly kind: 'trace-code'
      /** 20 digits of a 码上放心 code. */
      readonly code: string
      /** Its first 7 digits: the good (药品标识码). */
      readonly drugPrefix: string
    }
  | {
      readonly kind: 'gs1'
      readonly elements: readonly Gs1Element[]
      /** AI 01, 14 digits. */
      readonly gtin?: string
      /** The goods barcode of that GTIN as `goods-barcode` would give it; absent for cases and other outer packs. */
      readonly barcode?: string
      /** AI 10 */
      readonly lot?: string
      /** AI 17 as yyyy-MM-dd */
      readonly expiresOn?: string
      /** AI 21 */
      readonly serial?: string
      /** The elements in the mark's order without brackets and separators: the same whichever scanner read the mark. */
      readonly traceCode: string
      /** True with GTIN and serial number: the code means this one box. False: every box of the batch may carry it. */
      readonly serialised: boolean
    }
  | {
      readonly kind: 'insurance-code'
      /** The 28 characters of a 医保码; short-lived, to be changed into an ecToken. */
      readonly text: string
    }
  | {
      readonly kind: 'payment-code'
      readonly provider: PaymentChannel
      readonly text: string
    }

type Symbology = 'ean' | 'gs1' | 'any'

/** AIM identifiers (ISO/IEC 15424) that settle what the data is; all others leave it to the shape. */
const SYMBOLOGIES: ReadonlyMap<string, Symbology> = new Map([
  [']E0', 'ean'],
  [']E4', 'ean'],
  [']C1', 'gs1'],
  [']e0', 'gs1'],
  [']d2', 'gs1'],
  [']Q3', 'gs1'],
  [']J1', 'gs1'],
])

function splitSymbology(text: string): { readonly symbology: Symbology; readonly data: string } {
  const identifier = /^\][A-Za-z][0-9A-Za-z]/.exec(text)?.[0]
  return identifier === undefined
    ? { symbology: 'any', data: text }
    : { symbology: SYMBOLOGIES.get(identifier) ?? 'any', data: text.slice(identifier.length) }
}

/**
 * The one written form of a goods barcode, for storing and for looking up: EAN-13, EAN-8, or UPC-A with its leading
 * zero. Refuses with SCAN_BAD_CHECK_DIGIT {text}, or SCAN_UNKNOWN_SHAPE {text} for anything but 8, 12 or 13 digits.
 */
export function canonicalBarcode(text: string): Result<string> {
  if (!/^(?:\d{8}|\d{12}|\d{13})$/.test(text)) return unknownShape(text)
  if (!hasGtinCheckDigit(text)) return refuse('SCAN_BAD_CHECK_DIGIT', { text })
  return ok(text.length === 12 ? `0${text}` : text)
}

function goodsBarcode(text: string): Result<RoutedScan> {
  const barcode = canonicalBarcode(text)
  return barcode.ok ? ok({ kind: 'goods-barcode', barcode: barcode.value }) : barcode
}

function traceCode(code: string): RoutedScan {
  return { kind: 'trace-code', code, drugPrefix: code.slice(0, TRACE_PREFIX_LENGTH) }
}

/** EAN-8 stands in a GTIN-14 with six zeros in front, everything else in its EAN-13 form. */
function barcodeOfGtin(gtin: string): string {
  return gtin.startsWith('000000') ? gtin.slice(6) : gtin.slice(1)
}

function gs1(elements: readonly Gs1Element[]): RoutedScan {
  const valueOf = (identifier: string): string | undefined =>
    elements.find((element) => element.identifier === identifier)?.value
  const gtin = valueOf('01')
  const lot = valueOf('10')
  const serial = valueOf('21')
  const expiry = valueOf('17')
  const expiresOn = expiry === undefined ? undefined : readGs1Date(expiry)
  return {
    kind: 'gs1',
    elements,
    ...(gtin !== undefined && { gtin }),
    ...(gtin?.startsWith('0') === true && { barcode: barcodeOfGtin(gtin) }),
    ...(lot !== undefined && { lot }),
    ...(expiresOn !== undefined && { expiresOn }),
    ...(serial !== undefined && { serial }),
    traceCode: writeElements(elements),
    serialised: gtin !== undefined && serial !== undefined,
  }
}

/** The trace code inside the address that some 2D marks hold; none when there are two different ones. */
function traceCodeInAddress(text: string): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined
  const codes = new Set(text.match(/(?<!\d)8\d{19}(?!\d)/g))
  const [code] = codes
  return codes.size === 1 ? code : undefined
}

function digitsOnly(text: string): Result<RoutedScan> {
  if (/^8\d{19}$/.test(text)) return ok(traceCode(text))
  const provider = paymentChannelOf(text)
  // a resident's number of Beijing, Tianjin, Hebei, Shanxi or Inner Mongolia has the shape of a WeChat code
  if (provider === 'wechat' && readResidentNumber(text) === 'resident') return unknownShape(text)
  if (provider !== undefined) return ok({ kind: 'payment-code', provider, text })
  return goodsBarcode(text)
}

/** GS1 data that says so itself: brackets, separators, or a GTIN with its check digit in front. */
function looksLikeGs1(text: string): boolean {
  return text.startsWith('(') || text.includes(GROUP_SEPARATOR) || /^01\d{14}/.test(text)
}

/**
 * Tells what a scan is by its shape; never guesses. Pure. Shapes, after {@link normaliseScan} and taking an AIM
 * identifier off: EAN-13/EAN-8/UPC-A with check digit; 20 digits from 8 (also inside an http address) a 码上放心 trace
 * code; GS1 element strings; payment codes by their shapes in `core/tender`; 28 letters and digits a 医保码; before all of them
 * the shapes that shop and region gave, for badges and prescription codes.
 * Refuses with SCAN_TOO_LONG {length, limit}, SCAN_BAD_CHECK_DIGIT {text} or SCAN_UNKNOWN_SHAPE {text}.
 */
export function routeScan(text: string, own: OwnShapes = NO_OWN_SHAPES): Result<RoutedScan> {
  const normal = normaliseScan(text)
  if (!normal.ok) return normal
  const { symbology, data } = splitSymbology(normal.value)
  if (symbology === 'ean') return goodsBarcode(data)
  const ours = symbology === 'gs1' ? undefined : readOwnShape(data, own)
  if (ours !== undefined) return ok(ours)
  const elements = symbology === 'gs1' || looksLikeGs1(data) ? readElementString(data) : undefined
  if (elements !== undefined) return ok(gs1(elements))
  if (symbology === 'gs1') return unknownShape(text)
  if (/^\d+$/.test(data) && data.length !== 28) return digitsOnly(data)
  if (/^[0-9A-Za-z]{28}$/.test(data)) return ok({ kind: 'insurance-code', text: data })
  const code = traceCodeInAddress(data)
  return code === undefined ? unknownShape(text) : ok(traceCode(code))
}
