import { z } from 'zod'
import goods from './goods.json' with { type: 'json' }
import listing from './listing.json' with { type: 'json' }
import { goodSchema } from '../admin/shapes.ts'
import type { GoodRecord } from '../ledger/goods.ts'

const batchSchema = z.strictObject({
  serial: z.string(),
  lotNumber: z.string(),
  manufacturedOn: z.string(),
  expiresOn: z.string().optional(),
})

const seedGoodSchema = z.strictObject({
  code: z.string(),
  barcodes: z.array(z.string()),
  name: z.string(),
  specification: z.string(),
  manufacturer: z.string(),
  unit: z.string(),
  /** Yuan. */
  price: z.string(),
  packSize: z.int(),
  splitUnit: z.string(),
  splitPrice: z.string().optional(),
  /** Absent: not on any list, the customer pays. */
  nationalCode: z.string().optional(),
  prescriptionClass: z.enum(['0', '1', '2']),
  tracePolicy: z.enum(['required', 'exempt']),
  tracePrefixes: z.array(z.string()),
  batches: z.array(batchSchema),
})

/** A good as a goods file has it; prices are yuan as text, dates yyyy-MM-dd. */
export type SeedGood = z.infer<typeof seedGoodSchema>

/**
 * What a practice shop has on its shelves. Names, specifications and makers are of goods that exist; barcodes, trace
 * prefixes, batches and the tails of the national codes are made up (with right check digits).
 */
export const SEED_GOODS: readonly SeedGood[] = z.array(seedGoodSchema).parse(goods)

/** What the centre knows of the practice shop's goods. */
export const SEED_LISTING: readonly GoodRecord[] = z.array(goodSchema).parse(listing)
