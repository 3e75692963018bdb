import { z } from 'zod'
import type { CatalogueOverrides } from '../catalogue/overrides.ts'

/** Says where a value is from, or that no source confirms it. Every open point of the interface carries one. */
const note = z.string().min(1).max(400)
const infno = z.string().regex(/^[A-Za-z0-9]{4,9}$/)
const areaPrefix = z.string().regex(/^\d{2,6}$/)
const code = z.string().min(1).max(20)

const fieldOverride = z.strictObject({
  infno,
  side: z.enum(['input', 'output']),
  node: z.string().min(1).max(100),
  field: z.string().min(1).max(60),
  required: z.boolean().optional(),
  length: z.int().min(1).max(40_000).optional(),
  decimals: z.int().min(0).max(6).optional(),
  add: z
    .strictObject({
      label: z.string().min(1).max(60),
      type: z.enum(['string', 'decimal', 'int', 'date', 'datetime']),
    })
    .optional(),
  note,
})

const nodeOverride = z.strictObject({
  infno,
  side: z.enum(['input', 'output']),
  node: z.string().min(1).max(100),
  moveTo: z
    .string()
    .regex(/^[A-Za-z_]\w*(\[\])?$/)
    .max(60),
  note,
})

/** Which form of each transaction the region has open. */
const variants = z.strictObject({
  trial: z.enum(['2101', '2101A']),
  settle: z.enum(['2102', '2102A', '2102B']),
  report: z.enum(['3505', '3505A']),
  returnReport: z.enum(['3506', '3506A']),
  note,
})

const traceNode = z.strictObject({
  /** `nested`: rows inside each `drugdetail` row. `beside-data`: one node beside `druginfo` and `drugdetail`. */
  shape: z.enum(['nested', 'beside-data']),
  /** Name of the node when it stands beside; inside a row it is always `drug_trac_info`. */
  besideName: z.string().regex(/^[a-z_]+$/),
  /** `druginfo.minpacunt_drug_trac_cnt` and `mcs_trac_cnt`: how many codes this settlement should carry. */
  counters: z.boolean(),
  note,
})

const envelope = z.strictObject({
  /** `input` as a JSON object, or as that object's JSON text inside a string. */
  inputForm: z.enum(['object', 'string']),
  version: z.string().min(1).max(6),
  receiverSystemCode: z.string().min(1).max(10),
  /** `opter_type`: 1 a person at a till. */
  operatorType: z.enum(['1', '2', '3']),
  /** `insuplc_admdvs` of a request that is about nobody. */
  placeWithoutPerson: z.enum(['empty', 'shop-area']),
  /** Members that this region wants besides, such as `fixmedins_soft_fcty`. */
  extraMembers: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.string().max(200)),
  note,
})

const address = z.discriminatedUnion('strategy', [
  /** One address for everything: the configured one. */
  z.strictObject({ strategy: z.literal('base-only'), note }),
  /** The number behind the configured address. */
  z.strictObject({ strategy: z.literal('append-number'), note }),
  /** A path for each number: `paths`, else what public clients use; a number without either cannot be called. */
  z.strictObject({
    strategy: z.literal('path-per-transaction'),
    prefix: z.string().regex(/^\/[\w/.-]*$/),
    paths: z.record(infno, z.string().regex(/^[\w/.-]+$/)),
    note,
  }),
])

const wireName = z.string().regex(/^[A-Za-z_]\w{0,59}$/)

/** What becomes of an insurance code that was scanned before it is `mdtrt_cert_no` of type 01. */
const insuranceCode = z.strictObject({
  /** `as-is`: its text is the token. `6101`: the centre is asked for the token. */
  decode: z.enum(['as-is', '6101']),
  /** Names of 6101's request, which no public source has, each with what it holds. */
  request: z.strictObject({
    node: wireName,
    fields: z.record(
      wireName,
      z.union([
        z.enum(['code', 'shop-code', 'operator-number', 'operator-name']),
        z.string().regex(/^text:[^\0]{0,40}$/u),
      ]),
    ),
  }),
  answer: z.strictObject({ node: wireName, token: wireName }),
  note,
})

/** What the QR codes of electronic prescriptions (`epc_qrcd`) look like. */
const prescriptionCodes = z.strictObject({
  shapes: z
    .array(
      z.strictObject({
        prefix: z.string().min(1).max(100),
        shortest: z.int().min(1).max(512),
        longest: z.int().min(1).max(512),
      }),
    )
    .max(10),
  note,
})

const cards = z.strictObject({
  /** What `mdtrt_cert_no` of type 03 is. */
  socialCardNumber: z.enum(['card-number', 'social-security-number']),
  note,
})

const safetyControl = z.strictObject({
  /** Where the control's credential goes; `none`: nowhere. */
  place: z.enum(['none', 'dev_safe_info']),
  note,
})

const headers = z.strictObject({
  /** `tif`: x-tif-* with SHA-256. `apikey`: one header with the secret. */
  signer: z.enum(['none', 'tif', 'apikey']),
  extra: z.record(z.string().regex(/^[A-Za-z0-9-]{1,60}$/), z.string().max(200)),
  note,
})

const fixedValues = z.strictObject({
  /** `med_type` of a sale. */
  medicalType: z.string().min(1).max(6),
  /** `clr_type` by where the person is insured; absent: take what the settlement answered. */
  clearingTypes: z.strictObject({
    local: code.optional(),
    inProvince: code.optional(),
    crossProvince: code.optional(),
  }),
  note,
})

const goodsReport = z.strictObject({
  /** What a required text field says when there is nothing to say, e.g. `prsc_dr_name` of a sale without a doctor. */
  nothingToSay: z.string().min(1).max(10),
  /** `psn_cert_type` of a customer whom nobody identified. */
  unknownDocumentKind: z.string().min(1).max(6),
  /** `rx_flag` of goods that are both (双跨). */
  bothClasses: z.enum(['0', '1', '2']),
  rowsMaximum: z.int().min(1).max(1000),
  /** Also require `result.retRslt` = 1; where `result` is missing, `infcode` 0 is enough. */
  businessResultCheck: z.boolean(),
  note,
})

export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+-\d{6}$/),
  name: z.string().min(1).max(60),
  /** `mdtrtarea_admvs`: where the shop is. */
  areaCode: z.string().regex(/^\d{6}$/),
  /** What `insuplc_admdvs` begins with for local people and for people of the province. */
  area: z.strictObject({
    localPrefixes: z.array(areaPrefix).min(1).max(40),
    provincePrefix: areaPrefix,
    note,
  }),
  variants,
  traceNode,
  envelope,
  messageId: z.strictObject({
    /** A shop code that is not 12 characters long is cut or filled up with `fill` at its end. */
    fill: z.string().regex(/^[A-Za-z0-9]$/),
    note,
  }),
  signIn: z.strictObject({
    /** A `sign_no` serves one operator for one shift, or everything of the day. */
    scope: z.enum(['operator-shift', 'operator-day']),
    note,
  }),
  insuranceCode,
  prescriptionCodes,
  cards,
  safetyControl,
  headers,
  /** Signature of the body in `cainfo`. Only `none` so far: the rules for SM2 differ and are not public. */
  bodySigner: z.enum(['none']),
  address,
  /** `infcode` values that a middleware in between makes up: they say nothing about what the centre did. */
  middlewareCodes: z.array(z.string().min(1).max(10)).max(20),
  fixedValues,
  insuranceTypePreference: z.array(z.string().min(3).max(6)).min(1).max(10),
  /** What `acct_used_flag` starts with; the person is asked all the same. */
  accountUsedByDefault: z.boolean(),
  /** What 2601 may undo here. */
  reversible: z.array(z.strictObject({ infno, note })).max(20),
  settlementQuery: z.strictObject({
    /** 5203A is open: a settlement can be found by the msgid that asked for it. */
    byMessage: z.boolean(),
    note,
  }),
  /** How long after a question without an answer the centre's records are taken as final. */
  quietPeriodMs: z.int().min(0).max(86_400_000),
  resolving: z.strictObject({
    /** Rounds of queries in a row that proved nothing before the till gives up hoping for the next one. */
    attemptsBeforeGivingUp: z.int().min(1).max(100),
    /** What then: `reverse` (2601, once, where `reversible` has the number) or `dispute` (people and reconciliation). */
    whenUnprovable: z.enum(['reverse', 'dispute']),
    /** The time around the request in which 5201 looks for its visit, so that clocks may differ. */
    windowHours: z.strictObject({
      before: z.int().min(1).max(720),
      after: z.int().min(1).max(720),
    }),
    /** Pause before each round; the last one repeats. */
    pausesMs: z.array(z.int().min(10).max(86_400_000)).min(1).max(20),
    note,
  }),
  accountCard: z.strictObject({
    /** The account card may be swiped at a POS terminal where 2102 refuses the person. */
    allowedWhenRefused: z.boolean(),
    note,
  }),
  goodsReport,
  overrides: z.strictObject({
    fields: z.array(fieldOverride).max(500),
    nodes: z.array(nodeOverride).max(50),
  }),
  notes: z.array(note).max(40),
})

type CheckedProfile = z.infer<typeof profileSchema>

/** Everything that differs between regions, as data. `overrides` includes what `traceNode` means for the tables. */
export type RegionProfile = Omit<CheckedProfile, 'overrides'> & { readonly overrides: CatalogueOverrides }
