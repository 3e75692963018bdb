import { z } from 'zod'
import { parseUnitPrice } from '../../core/money/decimal.ts'
import { canonicalBarcode } from '../../core/scan/route-scan.ts'
import { ok, refuse, type Result } from '../../core/result.ts'

const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const priceText = z.string().transform((text, context) => {
  const price = parseUnitPrice(text)
  if (price.ok) return price.value
  context.addIssue({ code: 'custom', message: 'price' })
  return z.NEVER
})

/** A barcode in the one form that scans are looked up by; a wrong check digit is a mistake of the file. */
const barcodeText = z.string().transform((text, context) => {
  const barcode = canonicalBarcode(text)
  if (barcode.ok) return barcode.value
  context.addIssue({ code: 'custom', message: 'barcode' })
  return z.NEVER
})

/** One good of a goods file. Prices are yuan as text with up to 6 decimals. */
export const goodsRowSchema = z.strictObject({
  code: z.string().min(1).max(30),
  barcodes: z.array(barcodeText).max(20).default([]),
  name: z.string().min(1).max(200),
  specification: z.string().max(200).default(''),
  manufacturer: z.string().max(200).default(''),
  unit: z.string().min(1).max(20),
  price: priceText,
  packSize: z.int().min(1).max(100_000).default(1),
  splitUnit: z.string().max(20).default(''),
  splitPrice: priceText.optional(),
  nationalCode: z.string().min(1).max(50).optional(),
  prescriptionClass: z.enum(['0', '1', '2']).default('0'),
  tracePolicy: z.enum(['required', 'exempt']).default('required'),
  tracePrefixes: z.array(z.string().min(7).max(14)).max(50).default([]),
  batches: z
    .array(
      z.strictObject({
        serial: z.string().min(1).max(30),
        lotNumber: z.string().min(1).max(30),
        manufacturedOn: dateText,
        expiresOn: dateText.optional(),
      }),
    )
    .max(100)
    .default([]),
})
export type GoodsRow = z.infer<typeof goodsRowSchema>

export const operatorRowSchema = z.strictObject({
  number: z.string().min(1).max(20),
  name: z.string().min(1).max(50),
  role: z.enum(['cashier', 'pharmacist', 'manager']),
  /** Given once in clear to set it; stored only as a scrypt hash. */
  password: z.string().min(4).max(200),
})
export type OperatorRow = z.infer<typeof operatorRowSchema>

function checkRows<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: string,
): Result<z.infer<Schema>[]> {
  const parsed = z.array(schema).max(300_000).safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const where = issue === undefined ? '-' : issue.path.map(String).join('.')
  return refuse('CONFIG_INVALID', { file, where, problem: issue?.code ?? '-' })
}

/** Checks a goods file: an array of rows. Refuses with CONFIG_INVALID {file, where, problem}. */
export function checkGoodsRows(value: unknown, file: string): Result<GoodsRow[]> {
  return checkRows(goodsRowSchema, value, file)
}

/** Checks an operators file: an array of rows. Refuses with CONFIG_INVALID {file, where, problem}. */
export function checkOperatorRows(value: unknown, file: string): Result<OperatorRow[]> {
  return checkRows(operatorRowSchema, value, file)
}
