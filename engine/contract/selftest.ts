import { z } from 'zod'
import { instantSchema, nothingSchema } from './common.ts'
import { SELF_TEST_FINDINGS, SELF_TEST_STEPS } from './messages/self-test-words.ts'
import { AT_THE_TILL, method } from './method.ts'

/** What one step found. Words for titles and findings are in `messages/self-test-words.ts`. Holds no personal data. */
export const selfTestStepSchema = z.object({
  number: z.int(),
  title: z.enum(SELF_TEST_STEPS),
  /** Which device, where a step is done for each. */
  subject: z.string().nullable(),
  state: z.enum(['waiting', 'running', 'ok', 'warn', 'fail']),
  finding: z.enum(SELF_TEST_FINDINGS).nullable(),
  /** Fill the finding's sentence. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type SelfTestStepView = z.infer<typeof selfTestStepSchema>

export const selfTestReportSchema = z.object({
  startedAt: instantSchema,
  /** Null while it runs. */
  finishedAt: instantSchema.nullable(),
  steps: z.array(selfTestStepSchema),
})
export type SelfTestReport = z.infer<typeof selfTestReportSchema>

export const selfTestMethods = {
  'selftest.run': method({
    summary:
      'Tries everything that the till needs, one step after the other; `selftest.changed` tells the progress. Changes nothing.',
    params: nothingSchema,
    result: selfTestReportSchema,
    errors: ['SELF_TEST_RUNNING'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'selftest.export': method({
    summary: 'The last self-test as one text file for the support desk, without personal data.',
    params: nothingSchema,
    result: z.object({ fileName: z.string(), text: z.string() }),
    errors: ['SELF_TEST_NONE'],
    reads: true,
    roles: AT_THE_TILL,
  }),
}
