import shipped from './data/printer-profiles.json' with { type: 'json' }

/** How paper is cut; `feed-…` feeds to the cutter by itself. */
export type CutKind = 'none' | 'full' | 'partial' | 'feed-full' | 'feed-partial'

/** What one model of printer has. Data: see data/printer-profiles.json. */
export type PrinterProfile = {
  readonly id: string
  /** For people, in Chinese. */
  readonly name: string
  /** Millimetres of paper. */
  readonly width: '58' | '80'
  /** Half-width columns of Font A. */
  readonly columns: number
  readonly cut: CutKind
  /** Lines to feed before a cut that does not feed, or before the tear bar. */
  readonly feedBeforeCut: number
  /** The pulse that opens a drawer: pin of the socket, milliseconds on and off (up to 510). `null` where no drawer can hang. */
  readonly drawer: { readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number } | null
  readonly codePage: 'gb18030'
  /** Whether it is asked (DLE EOT), also tells by itself (GS a), or is left alone. */
  readonly status: 'none' | 'dle-eot' | 'automatic'
  /** Prints QR codes of its own (GS ( k). */
  readonly qr: boolean
  /** Members that no source confirms for this model. */
  readonly unconfirmed: readonly string[]
  readonly note: string
}

export type ProfileCheck =
  | { readonly ok: true; readonly profile: PrinterProfile }
  /** `where` names the member, `problem` what is wrong with it. */
  | { readonly ok: false; readonly where: string; readonly problem: ProfileProblem }

export type ProfileProblem = 'not-an-object' | 'unrecognized-key' | 'missing' | 'invalid-value' | 'unknown-id'

type Check = (value: unknown) => boolean

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const text =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' && value !== '' && value.length <= longest
const integer =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
const pulseTime = integer(2, 510)

const isDrawer: Check = (value) =>
  value === null ||
  (isRecord(value) &&
    Object.keys(value).length === 3 &&
    oneOf(2, 5)(value['pin']) &&
    pulseTime(value['onMs']) &&
    pulseTime(value['offMs']))

const CHECKS: Readonly<Record<keyof PrinterProfile, Check>> = {
  id: (value) => typeof value === 'string' && /^[a-z\d][a-z\d-]{0,39}$/.test(value),
  name: text(60),
  width: oneOf('58', '80'),
  columns: integer(24, 64),
  cut: oneOf('none', 'full', 'partial', 'feed-full', 'feed-partial'),
  feedBeforeCut: integer(0, 20),
  drawer: isDrawer,
  codePage: oneOf('gb18030'),
  status: oneOf('none', 'dle-eot', 'automatic'),
  qr: oneOf(true, false),
  unconfirmed: (value) => Array.isArray(value) && value.every((name) => Object.hasOwn(CHECKS, String(name))),
  note: text(400),
}

const wrong = (where: string, problem: ProfileProblem): ProfileCheck => ({
  ok: false,
  where: where.slice(0, 60),
  problem,
})

function isProfile(value: Readonly<Record<string, unknown>>): value is PrinterProfile & typeof value {
  return Object.entries(CHECKS).every(([member, check]) => check(value[member]))
}

/** Checks a whole profile; names the first wrong member. */
export function checkPrinterProfile(value: unknown): ProfileCheck {
  if (!isRecord(value)) return wrong('-', 'not-an-object')
  const unknown = Object.keys(value).find((member) => !Object.hasOwn(CHECKS, member))
  if (unknown !== undefined) return wrong(unknown, 'unrecognized-key')
  if (isProfile(value)) return { ok: true, profile: value }
  const [member = '-'] = Object.entries(CHECKS).find(([name, check]) => !check(value[name])) ?? []
  return wrong(member, Object.hasOwn(value, member) ? 'invalid-value' : 'missing')
}

/** The profiles that come with the program: id and name, the generic ones first. */
export function printerProfiles(): readonly { readonly id: string; readonly name: string }[] {
  return shipped.map(({ id, name }) => ({ id, name }))
}

/** A shipped profile with a shop's own members in place of its own. */
export function findPrinterProfile(
  id: string,
  overrides: Readonly<Record<string, unknown>> = {},
): ProfileCheck {
  const found = shipped.find((profile) => profile.id === id)
  return found === undefined ? wrong(id, 'unknown-id') : checkPrinterProfile({ ...found, ...overrides, id })
}
