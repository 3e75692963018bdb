import { z } from 'zod'
import { identifierSchema, instantSchema } from './common.ts'
import { DEVICE_FAULTS, PRINT_OBSTACLES } from './device-kinds.ts'
import { AT_THE_TILL, method } from './method.ts'

export const PRINT_KINDS = ['receipt', 'reprint', 'return-slip', 'test-slip'] as const

/**
 * `waiting` nothing is on paper, it prints by itself; `printing`; `printed`. `uncertain`: it may be whole on paper;
 * `incomplete`: half of it may be. Neither prints again by itself. `failed`: it cannot be made.
 */
export const PRINT_STATES = [
  'waiting',
  'printing',
  'printed',
  'uncertain',
  'incomplete',
  'failed',
  'cancelled',
] as const

export const printJobSchema = z.object({
  id: identifierSchema,
  what: z.enum(PRINT_KINDS),
  saleId: identifierSchema.nullable(),
  saleNumber: z.string().nullable(),
  /** The return whose slip it is; `saleId` is then the sale that it takes back. */
  returnId: identifierSchema.nullable(),
  /** 1 is the original; later ones carry the mark of a reprint. */
  copy: z.int(),
  state: z.enum(PRINT_STATES),
  attempts: z.int(),
  /** Why it waits or what went wrong; null when nothing is. */
  problem: z
    .enum([...DEVICE_FAULTS, ...PRINT_OBSTACLES, 'interrupted', 'not-set-up', 'cannot-be-made'])
    .nullable(),
  createdAt: instantSchema,
  changedAt: instantSchema,
})
export type PrintJobView = z.infer<typeof printJobSchema>

/** Jobs that somebody may want to know of: all that are not printed and not given up, oldest first. */
export const printQueueSchema = z.object({ jobs: z.array(printJobSchema) })

export const printingMethods = {
  'printing.list': method({
    summary: 'The print queue: what waits or went wrong; or every job of one sale.',
    params: z.strictObject({ saleId: identifierSchema.optional() }),
    result: printQueueSchema,
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'printing.reprint': method({
    summary: 'Prints a sale’s receipt as a further copy with the mark of a reprint. Recorded.',
    params: z.strictObject({ saleId: identifierSchema }),
    result: z.object({ job: printJobSchema }),
    errors: ['SESSION_NOT_SIGNED_IN', 'SALE_NOT_FOUND', 'SALE_STATE_FORBIDS', 'DEVICE_NOT_SET_UP'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'printing.retry': method({
    summary:
      'Tries a job again that waits or could not be made. One that may be on paper already is refused: that is a reprint.',
    params: z.strictObject({ jobId: identifierSchema }),
    result: z.object({ job: printJobSchema }),
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'PRINT_JOB_NOT_FOUND',
      'PRINT_JOB_MAY_BE_ON_PAPER',
      'PRINT_JOB_PRINTING',
      'PRINT_JOB_DONE',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'printing.cancel': method({
    summary: 'Gives up a job that waits or went wrong.',
    params: z.strictObject({ jobId: identifierSchema }),
    result: z.object({ job: printJobSchema }),
    errors: ['SESSION_NOT_SIGNED_IN', 'PRINT_JOB_NOT_FOUND', 'PRINT_JOB_PRINTING', 'PRINT_JOB_DONE'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'printing.fallback': method({
    summary:
      'The next copy of a receipt as a page for the system’s printer, where no receipt printer is set up or it is broken. Counts as a copy.',
    params: z.strictObject({ saleId: identifierSchema }),
    result: z.object({ html: z.string(), svg: z.string(), copy: z.int() }),
    errors: ['SESSION_NOT_SIGNED_IN', 'SALE_NOT_FOUND', 'SALE_STATE_FORBIDS'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'printing.reprintReturn': method({
    summary: 'Prints a completed return’s slip as a further copy with the mark of a reprint. Recorded.',
    params: z.strictObject({ returnId: identifierSchema }),
    result: z.object({ job: printJobSchema }),
    errors: ['SESSION_NOT_SIGNED_IN', 'RETURN_NOT_FOUND', 'RETURN_NOT_COMPLETED', 'DEVICE_NOT_SET_UP'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'printing.fallbackReturn': method({
    summary: 'The next copy of a return’s slip for the system’s printer. Counts as a copy.',
    params: z.strictObject({ returnId: identifierSchema }),
    result: z.object({ svg: z.string(), copy: z.int() }),
    errors: ['SESSION_NOT_SIGNED_IN', 'RETURN_NOT_FOUND', 'RETURN_NOT_COMPLETED'],
    reads: false,
    roles: AT_THE_TILL,
  }),
}
