import { z } from 'zod'
import { REFUSAL_CODES } from '../../core/refusal-codes.ts'
import { FEN_MAXIMUM } from '../../core/money/fen.ts'

/** An amount of money in integer fen. */
export const fenSchema = z
  .int()
  .min(-FEN_MAXIMUM)
  .max(FEN_MAXIMUM)
  .meta({ description: 'integer fen (1/100 yuan)' })
/** A price per unit in integer micro-yuan. */
export const unitPriceSchema = z.int().min(0).meta({ description: 'integer micro-yuan (1e-6 yuan)' })
/** A quantity in integer ten-thousandths of a unit. */
export const quantitySchema = z.int().min(0).meta({ description: 'integer 1e-4 units; one box is 10000' })
/** Milliseconds since 1970-01-01T00:00:00Z. */
export const instantSchema = z.int().min(0).meta({ description: 'milliseconds since 1970, UTC' })
/** Identifier made by the engine. */
export const identifierSchema = z.string().min(1).max(64)
/** Text as a device or a person gave it. Long enough for every code, short enough to bound work. */
export const scannedTextSchema = z.string().min(1).max(512)

/** Why a person does something, in words that stay in the records. */
export const reasonSchema = z.string().trim().min(1).max(200)

/** An expected failure, as data; its sentence is made from `messages/`. */
export const refusalSchema = z.object({
  code: z.enum(REFUSAL_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  causeId: z.string().optional(),
})

/** A second person who answers for what the first may not do alone. */
export const approvalSchema = z.strictObject({
  operatorNumber: z.string().min(1).max(20),
  password: z.string().min(1).max(200),
})

export const nothingSchema = z.strictObject({})
export type RefusalView = z.infer<typeof refusalSchema>
