/** Shapes of codes that no public source fixes: they are the shop's and the region's own data. */
export type OwnShapes = {
  /** What stands before the staff number on an operator's badge; ends in a sign, so that it begins no other code. */
  readonly badgePrefix: string
  /** Codes of electronic prescriptions (`epc_qrcd`), by what they begin with and their length. */
  readonly prescriptionCodes: readonly {
    readonly prefix: string
    readonly shortest: number
    readonly longest: number
  }[]
}

/** A shop without badges in a region whose prescription codes are not known. */
export const NO_OWN_SHAPES: OwnShapes = { badgePrefix: '', prescriptionCodes: [] }

export type OwnScan =
  | { readonly kind: 'operator-badge'; readonly operatorNumber: string }
  | { readonly kind: 'prescription-code'; readonly text: string }

/** What a scan is by the shapes that the shop and the region gave; `undefined` when it is none of them. Pure. */
export function readOwnShape(
  text: string,
  { badgePrefix, prescriptionCodes }: OwnShapes,
): OwnScan | undefined {
  if (badgePrefix !== '' && text.startsWith(badgePrefix)) {
    const operatorNumber = text.slice(badgePrefix.length)
    if (/^[0-9A-Za-z]{1,20}$/.test(operatorNumber)) return { kind: 'operator-badge', operatorNumber }
  }
  const isPrescription = prescriptionCodes.some(
    ({ prefix, shortest, longest }) =>
      text.startsWith(prefix) && text.length >= shortest && text.length <= longest,
  )
  return isPrescription ? { kind: 'prescription-code', text } : undefined
}
