import { z } from 'zod'
import { identifierSchema, instantSchema, nothingSchema } from './common.ts'
import { deviceStateSchema } from './devices.ts'
import { AT_THE_TILL, STAFF, method } from './method.ts'

/** What the header shows of the line and the devices. */
export const statusViewSchema = z.object({
  centre: z.object({
    state: z.enum(['reachable', 'unreachable', 'checking']),
    latencyMs: z.number().nullable(),
    checkedAt: instantSchema.nullable(),
  }),
  uploadsWaiting: z.int(),
  /** Uploads that the centre refused or that failed often: somebody should look. */
  uploadsFailing: z.int(),
  scanners: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['closed', 'opening', 'ready', 'faulted']),
      reason: z.string().nullable(),
    }),
  ),
  /** Every device that is set up, scanners among them. */
  devices: z.array(deviceStateSchema),
  /** Settlements of this till whose outcome is not known or disputed. */
  openSettlements: z.int(),
  /** Answers that came too late and that somebody must undo. */
  openCases: z.int(),
})
export type StatusView = z.infer<typeof statusViewSchema>

/** A call to the centre that is under way, for the progress line; null when there is none. */
export const activitySchema = z
  .object({
    kind: z.enum([
      'sign-in',
      'sign-out',
      'identify',
      'trial',
      'settle',
      'resolve',
      'reverse',
      'undo',
      'query',
      'cancel',
      'pay',
      'refund',
    ]),
    since: instantSchema,
  })
  .nullable()
export type Activity = z.infer<typeof activitySchema>

const uploadSchema = z.object({
  id: identifierSchema,
  kind: z.enum(['goods-sold', 'goods-returned']),
  infno: z.string(),
  saleId: identifierSchema,
  saleNumber: z.string(),
  state: z.enum(['waiting', 'acknowledged']),
  attempts: z.int(),
  nextAttemptAt: instantSchema.nullable(),
  lastProblem: z.string().nullable(),
})
export type UploadView = z.infer<typeof uploadSchema>

export const statusMethods = {
  'status.get': method({
    summary: 'Line, uploads and devices.',
    params: nothingSchema,
    result: statusViewSchema,
    errors: [],
    reads: true,
    roles: STAFF,
  }),
  'uploads.list': method({
    summary: 'Reports to the centre (3505A …): all that wait, or all of one sale.',
    params: z.strictObject({ saleId: identifierSchema.optional() }),
    result: z.object({ uploads: z.array(uploadSchema) }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'uploads.sendNow': method({
    summary: 'Tries all waiting uploads at once; returns how many were acknowledged and how many still wait.',
    params: nothingSchema,
    result: z.object({ acknowledged: z.int(), waiting: z.int() }),
    errors: ['SESSION_NOT_SIGNED_IN'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'journal.exchanges': method({
    summary:
      'Exchanges with the centre, oldest first, without their bodies: all since a time, or all of one sale.',
    params: z.strictObject({ saleId: identifierSchema.optional(), since: instantSchema.optional() }),
    result: z.object({
      exchanges: z.array(
        z.object({
          infno: z.string(),
          msgid: z.string(),
          state: z.enum(['prepared', 'sent', 'accepted', 'refused', 'unknown', 'not-sent']),
          preparedAt: instantSchema,
          saleId: z.string().nullable(),
        }),
      ),
    }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
}
