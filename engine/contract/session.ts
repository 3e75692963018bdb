import { z } from 'zod'
import { TENDER_KINDS } from '../../core/tender/tender.ts'
import { fenSchema, instantSchema, nothingSchema } from './common.ts'
import { AT_THE_TILL, EVERYBODY, method } from './method.ts'

export const sessionViewSchema = z.object({
  shop: z.object({
    code: z.string(),
    name: z.string(),
    till: z.string(),
    areaCode: z.string(),
    regionName: z.string(),
    /** A sentence that the configuration wants on the sign-in screen (practice shop, maintenance), or null. */
    notice: z.string().nullable(),
  }),
  operator: z
    .object({ number: z.string(), name: z.string(), role: z.enum(['cashier', 'pharmacist', 'manager']) })
    .nullable(),
  shift: z.object({ id: z.string(), openedAt: instantSchema, openingFloat: fenSchema }).nullable(),
  /** 9001: `signed` holds a sign_no; `waiting` = not signed in at the centre yet, cash sales only; `signed-out` = nobody is here. */
  insuranceSign: z.enum(['signed', 'waiting', 'signed-out']),
})
export type SessionView = z.infer<typeof sessionViewSchema>

export const shiftSummarySchema = z.object({
  salesCount: z.int(),
  salesTotal: fenSchema,
  insuredTotal: fenSchema,
  cashTotal: fenSchema,
  expectedDrawer: fenSchema,
  /** By each way of paying: what was taken for sales and not given back before they were completed. */
  tenders: z.array(z.object({ kind: z.enum(TENDER_KINDS), count: z.int(), amount: fenSchema })),
  uploadsWaiting: z.int(),
  /**
   * False when 9002 could not be delivered; the shift is closed all the same. Null where the sign_no serves the operator's
   * whole day: it is kept, and nothing was to be sent.
   */
  centreSignedOut: z.boolean().nullable(),
})
export type ShiftSummary = z.infer<typeof shiftSummarySchema>

export const sessionMethods = {
  'session.get': method({
    summary: 'Who is signed in at this till, and the shop.',
    params: nothingSchema,
    result: sessionViewSchema,
    errors: [],
    reads: true,
    roles: EVERYBODY,
  }),
  'session.signIn': method({
    summary:
      'Opens a shift and signs in at the centre (9001), or takes up the sign_no of the day where it serves all of it. Without a line the shift opens for cash sales only.',
    params: z.strictObject({
      operatorNumber: z.string().min(1).max(20),
      password: z.string().min(1).max(200),
      openingFloat: fenSchema.min(0),
    }),
    result: sessionViewSchema,
    errors: ['OPERATOR_WRONG', 'OPERATOR_LOCKED_OUT', 'SESSION_ALREADY_SIGNED_IN'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'session.signInAtCentre': method({
    summary:
      'Signs the open shift in at the centre again (9001): it was opened without a line, or the centre no longer takes its sign_no.',
    params: nothingSchema,
    result: sessionViewSchema,
    errors: ['SESSION_NOT_SIGNED_IN', 'INSURANCE_OFFLINE', 'INSURANCE_REFUSED'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'session.signOut': method({
    summary:
      'Signs out at the centre (9002; not where the sign_no serves the whole day) and closes the shift.',
    params: nothingSchema,
    result: shiftSummarySchema,
    errors: ['SESSION_NOT_SIGNED_IN', 'SESSION_SALE_OPEN'],
    reads: false,
    roles: AT_THE_TILL,
  }),
}
