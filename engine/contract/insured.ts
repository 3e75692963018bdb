import { z } from 'zod'
import { CREDENTIAL_TYPES } from '../../core/identity/person.ts'
import { fenSchema } from './common.ts'

/** One insurance to choose from. */
export const insuranceOptionSchema = z.object({
  position: z.int(),
  insuranceType: z.string(),
  /** Words for the type, e.g. 职工, 居民. */
  insuranceTypeName: z.string(),
  normal: z.boolean(),
  place: z.string(),
  locality: z.enum(['local', 'in-province', 'cross-province']),
  balance: fenSchema,
  employer: z.string().nullable(),
})
export type InsuranceOption = z.infer<typeof insuranceOptionSchema>

/** Who is insured here; name and document masked. */
export const insuredViewSchema = z.object({
  credentialType: z.enum(CREDENTIAL_TYPES),
  personName: z.string(),
  documentNumber: z.string(),
  gender: z.string(),
  options: z.array(insuranceOptionSchema),
  /** Position of the option that settles, or null while the cashier must ask. */
  chosen: z.int().nullable(),
  /** acct_used_flag: the person wants the personal account used. */
  accountUsed: z.boolean(),
})
export type InsuredView = z.infer<typeof insuredViewSchema>
