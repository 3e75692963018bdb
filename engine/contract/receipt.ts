import { z } from 'zod'
import { identifierSchema } from './common.ts'
import { AT_THE_TILL, method } from './method.ts'

export const receiptWidthSchema = z.enum(['58', '80'])

export const receiptMethods = {
  'receipt.preview': method({
    summary:
      'A completed sale’s receipt as SVG and as plain text, made from the database. Does not count as a copy.',
    params: z.strictObject({ saleId: identifierSchema, width: receiptWidthSchema.optional() }),
    result: z.object({ svg: z.string(), text: z.string() }),
    errors: ['SALE_NOT_FOUND', 'SALE_STATE_FORBIDS'],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'receipt.bytes': method({
    summary:
      'The next copy of a receipt as ESC/POS bytes in GB18030, base64. The first is the original; every later one carries a reprint mark. Each call is recorded.',
    params: z.strictObject({ saleId: identifierSchema, width: receiptWidthSchema.optional() }),
    result: z.object({ base64: z.base64(), copy: z.int() }),
    errors: ['SESSION_NOT_SIGNED_IN', 'SALE_NOT_FOUND', 'SALE_STATE_FORBIDS'],
    reads: false,
    roles: AT_THE_TILL,
  }),
}
