import { z } from 'zod'
import { DEFAULT_RIGHTS, RIGHTS } from '../../core/rights/rights.ts'

const rights = z.array(z.enum(RIGHTS)).max(RIGHTS.length)
const percent = z.int().min(0).max(100)
const { roles, secondPerson, discountPercent } = DEFAULT_RIGHTS

/** Who may do what; what a shop leaves out is as in {@link DEFAULT_RIGHTS}. */
export const rightsSchema = z.strictObject({
  roles: z
    .strictObject({
      cashier: rights.default([...roles.cashier]),
      pharmacist: rights.default([...roles.pharmacist]),
      manager: rights.default([...roles.manager]),
    })
    .prefault({}),
  /** Takes a second person with the right, whoever asks. */
  secondPerson: rights.default([...secondPerson]),
  /** Discount in percent of a line that needs no right. */
  discountPercent: z
    .strictObject({
      cashier: percent.default(discountPercent.cashier),
      pharmacist: percent.default(discountPercent.pharmacist),
      manager: percent.default(discountPercent.manager),
    })
    .prefault({}),
})
