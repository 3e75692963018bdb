import { z } from 'zod'
import { faultRuleSchema } from '../faults/fault.ts'
import { DEFAULT_PLANS, planSchema } from './plans.ts'

/** Numbers that this centre knows how to answer. */
export const ANSWERED = [
  ...['9001', '9002', '1101', '1201', '1901', '2001'],
  ...['2101', '2101A', '2102', '2102A', '2102B', '2103', '2601'],
  ...['3505', '3505A', '3506', '3506A', '3513', '5201', '5203', '5203A', '5204', '6101'],
] as const
export type Answered = (typeof ANSWERED)[number]

const areaCode = z.string().regex(/^\d{6}$/)
const code = z.string().min(1).max(10)

const institutionSchema = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9]{12,14}$/),
  name: z.string().min(1).max(200),
  creditCode: z.string().min(1).max(50),
})

const signatureSchema = z.strictObject({
  /** `x-tif-paasid` */
  applicationId: z.string().min(1).max(200),
  secret: z.string().min(1).max(500),
  toleranceSeconds: z.int().min(1).max(86_400).default(300),
})

const envelopeSchema = z.strictObject({
  /** Whether `input` must be an object, the object's JSON text, or may be either. */
  input: z.enum(['object', 'text', 'either']).default('either'),
  output: z.enum(['object', 'text']).default('object'),
  resultCode: z.enum(['number', 'text']).default('number'),
  /** How amounts, prices and counts are written in answers. */
  numbers: z.enum(['number', 'text']).default('number'),
  bodyBytesMaximum: z.int().min(1_000).max(50_000_000).default(1_048_576),
  /** Without it no header is looked at. */
  signature: signatureSchema.optional(),
})

const traceSchema = z.strictObject({
  /** Inside each `drugdetail` row, or one node beside `druginfo` and `drugdetail`. */
  shape: z.enum(['nested', 'beside-data']).default('nested'),
  besideName: z
    .string()
    .regex(/^[a-z_]+$/)
    .default('drug_trac_info'),
  /** Refuse a settlement whose boxes lack codes. */
  required: z.boolean().default(true),
})

const reversalSchema = z.strictObject({
  /** What 2601 may undo. */
  transactions: z.array(code).default(['2102', '2102A', '2103']),
  /** `later`: accepted at once, done `laterMs` afterwards by the centre's clock. `never`: accepted and forgotten. */
  effect: z.enum(['at-once', 'later', 'never']).default('at-once'),
  laterMs: z.int().min(0).max(86_400_000).default(2_000),
  unknownOriginal: z.enum(['refuse', 'accept']).default('refuse'),
})

/** What the norm leaves open about the answer of 2103. */
const cancellationSchema = z.strictObject({
  amounts: z.enum(['negative', 'positive']).default('negative'),
  settlementId: z.enum(['new', 'original']).default('new'),
  messageId: z.enum(['own', 'original']).default('own'),
})

const clearingSchema = z.strictObject({
  local: code.default('41'),
  inProvince: code.default('9904'),
  crossProvince: code.default('9919'),
  way: code.default('1'),
})

export const centreConfigSchema = z.strictObject({
  /** Whose centre this is: `mdtrtarea_admvs` of every request, the head of `inf_refmsgid`. */
  area: areaCode.default('441900'),
  localPrefixes: z.array(z.string().regex(/^\d{2,6}$/)).default(['4419']),
  provincePrefix: z
    .string()
    .regex(/^\d{2}$/)
    .default('44'),
  institutions: z
    .array(institutionSchema)
    .min(1)
    .default([
      { code: 'P44190000001', name: '东莞市南城康宁大药房', creditCode: '91441900MA00000011' },
      { code: 'P44190000002', name: '东莞市东城惠民药店', creditCode: '91441900MA00000029' },
    ]),
  envelope: envelopeSchema.prefault({}),
  /** A wrong, expired or signed-out `sign_no` is refused, for everything but 9001. */
  signRequired: z.boolean().default(true),
  signHours: z.number().min(0.001).max(720).default(24),
  open: z.array(z.enum(ANSWERED)).default([...ANSWERED]),
  trace: traceSchema.prefault({}),
  /** Names of 6101's fields, which no public source has. */
  insuranceCode: z
    .strictObject({
      node: z.string().min(1).default('data'),
      codeField: z.string().min(1).default('ecQrCode'),
      tokenField: z.string().min(1).default('ecToken'),
    })
    .prefault({}),
  reversal: reversalSchema.prefault({}),
  cancellation: cancellationSchema.prefault({}),
  clearing: clearingSchema.prefault({}),
  /** A sale reported again, word for word: taken and marked, or refused. */
  repeatedReport: z.enum(['accept', 'refuse']).default('accept'),
  /** A `med_list_codg` that the centre has no good for: a list level derived from the code, all self-paid, or refused. */
  unknownGoods: z.enum(['derive', 'self-paid', 'refuse']).default('derive'),
  plans: z.record(z.string().min(1).max(40), planSchema).prefault({ ...DEFAULT_PLANS }),
  /** What an empty ledger starts with. */
  seed: z.enum(['default', 'empty']).default('default'),
  faults: z.array(faultRuleSchema).default([]),
  /** What shops sign their requests to the acquirer with. */
  acquirerKey: z.string().min(1).max(500).default('practice-acquirer-key'),
})

export type CentreConfig = z.infer<typeof centreConfigSchema>
export type CentreConfigInput = z.input<typeof centreConfigSchema>
export type Institution = z.infer<typeof institutionSchema>
