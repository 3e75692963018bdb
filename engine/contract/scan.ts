import { z } from 'zod'
import { identifierSchema, refusalSchema, scannedTextSchema } from './common.ts'
import { AT_THE_TILL, method } from './method.ts'
import { saleViewSchema } from './sale.ts'

/** What a scan turned out to be and did. */
export const scanOutcomeSchema = z.object({
  kind: z.enum([
    'line-added',
    'line-increased',
    'trace-captured',
    'credential-presented',
    'payment-presented',
    /** An operator's badge; whose stands in the event `badge.shown`. */
    'badge-shown',
    'choose-goods',
    'refused',
  ]),
  lineId: z.string().nullable(),
  refusal: refusalSchema.nullable(),
  /** Set when a barcode means several goods and the cashier must choose. */
  choices: z.array(
    z.object({ goodsId: z.int(), name: z.string(), specification: z.string(), manufacturer: z.string() }),
  ),
})
export type ScanOutcome = z.infer<typeof scanOutcomeSchema>

/** A scan of one of the till's scanners, while the screen has asked for them. */
export const scanReadSchema = z.object({ text: scannedTextSchema })

/** An operator's badge was scanned: a number to fill in where one is asked for, and no proof of anything. */
export const badgeShownSchema = z.object({ operatorNumber: z.string() })

export const scanMethods = {
  'scan.submit': method({
    summary:
      'A scan, routed by its shape: goods barcode, trace code, insurance code, payment code while the sale waits for money. Opens a sale when none is open. A refused scan is a normal result with its refusal.',
    params: z.strictObject({ text: scannedTextSchema }),
    result: z.object({ outcome: scanOutcomeSchema, sale: saleViewSchema.nullable() }),
    errors: ['SESSION_NOT_SIGNED_IN'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'scan.direct': method({
    summary:
      'Says whom the scanners of the till scan for: the sale at the counter, or what is open on the screen (a return, for instance), which then gets each scan as the event `scan.read`. With `returnId`, a card or a code that is shown to a reader identifies the person of that return. The sale again whenever the engine starts.',
    params: z.strictObject({ to: z.enum(['sale', 'screen']), returnId: identifierSchema.optional() }),
    result: z.object({ to: z.enum(['sale', 'screen']) }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
}
