import { z } from 'zod'
import { unitPriceSchema } from './common.ts'
import { AT_THE_TILL, method } from './method.ts'

export const goodsHitSchema = z.object({
  goodsId: z.int(),
  code: z.string(),
  name: z.string(),
  specification: z.string(),
  manufacturer: z.string(),
  unit: z.string(),
  price: unitPriceSchema,
  packSize: z.int(),
  splitUnit: z.string(),
  splitPrice: unitPriceSchema.nullable(),
  insurable: z.boolean(),
  prescriptionClass: z.enum(['0', '1', '2']),
  nearestExpiry: z.string().nullable(),
  /** Where the typed text stands in `name`, for marking; null when another column matched. */
  nameMatch: z.object({ start: z.int(), length: z.int() }).nullable(),
})
export type GoodsHit = z.infer<typeof goodsHitSchema>

export const goodsMethods = {
  'goods.search': method({
    summary: 'Goods by name part, pinyin initials, shop code, national code or barcode; best first.',
    params: z.strictObject({ text: z.string().min(1).max(60), limit: z.int().min(1).max(50).default(12) }),
    result: z.object({ hits: z.array(goodsHitSchema) }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
}
