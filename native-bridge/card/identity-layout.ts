/** What a chip's text may hold. Every card has some of it. */
export type IdentityFieldName =
  | 'name'
  | 'latinName'
  | 'latinNameRest'
  | 'sex'
  | 'nation'
  | 'nationality'
  | 'birthDate'
  | 'address'
  | 'number'
  | 'issuer'
  | 'issuerCode'
  | 'validFrom'
  | 'validTo'
  | 'passNumber'
  | 'issueCount'
  | 'version'
  | 'formerNumber'
  | 'typeMark'
  | 'reserved'

/** Which numbers a card may have: what an 18-character number must be, or the 15 characters of the cards of 2017. */
export type IdentityNumberRule =
  'resident' | 'residence-permit' | 'foreign-permanent-resident' | 'foreign-2017'

export type IdentityDocumentKind =
  'resident' | 'foreign-permanent-resident' | 'hong-kong-macau-taiwan-residence'

/** The fields of one kind of card, in their order, with their lengths in bytes (UTF-16LE, two for each character). */
export type IdentityLayout = {
  readonly kind: IdentityDocumentKind
  readonly number: IdentityNumberRule
  /** How sure the layout is. */
  readonly note: string
  readonly fields: readonly (readonly [name: IdentityFieldName, bytes: number])[]
}

/** Bytes of a chip's text. */
export const IDENTITY_TEXT_LENGTH = 256
/** Where the type mark stands in every layout; resident cards have nothing there. */
export const TYPE_MARK_OFFSET = 248

/** The layouts by their type mark. A mark that is not here is shown, never guessed. */
export const IDENTITY_LAYOUTS: Readonly<Record<string, IdentityLayout>> = {
  '': {
    kind: 'resident',
    number: 'resident',
    note: 'GA 450 and GA/T 490, many sources. The 36 reserved bytes are blank on cards that were seen.',
    fields: [
      ['name', 30],
      ['sex', 2],
      ['nation', 4],
      ['birthDate', 16],
      ['address', 70],
      ['number', 36],
      ['issuer', 30],
      ['validFrom', 16],
      ['validTo', 16],
      ['reserved', 28],
      ['typeMark', 2],
      ['reserved', 6],
    ],
  },
  I: {
    kind: 'foreign-permanent-resident',
    number: 'foreign-2017',
    note: 'Card of 2017. Lengths and mark in three public sources (reader makers and their structures).',
    fields: [
      ['latinName', 120],
      ['sex', 2],
      ['number', 30],
      ['nationality', 6],
      ['name', 30],
      ['validFrom', 16],
      ['validTo', 16],
      ['birthDate', 16],
      ['version', 4],
      ['issuerCode', 8],
      ['typeMark', 2],
      ['reserved', 6],
    ],
  },
  Y: {
    kind: 'foreign-permanent-resident',
    number: 'foreign-permanent-resident',
    note: 'Card of December 2023. Lengths and mark in one public source only; not seen on a card.',
    fields: [
      ['name', 30],
      ['sex', 2],
      ['issueCount', 4],
      ['birthDate', 16],
      ['latinName', 70],
      ['number', 36],
      ['reserved', 30],
      ['validFrom', 16],
      ['validTo', 16],
      ['latinNameRest', 22],
      ['nationality', 6],
      ['typeMark', 2],
      ['formerNumber', 6],
    ],
  },
  J: {
    kind: 'hong-kong-macau-taiwan-residence',
    number: 'residence-permit',
    note: 'Lengths in one public source, mark in two; the cards’ own standard (2018) is not public.',
    fields: [
      ['name', 30],
      ['sex', 2],
      ['reserved', 4],
      ['birthDate', 16],
      ['address', 70],
      ['number', 36],
      ['issuer', 30],
      ['validFrom', 16],
      ['validTo', 16],
      ['passNumber', 18],
      ['issueCount', 4],
      ['reserved', 6],
      ['typeMark', 2],
      ['reserved', 6],
    ],
  },
}
