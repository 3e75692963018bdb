import { readFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import type { Counts } from './counts.ts'

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).optional(),
          meta: z.object({ skipReason: z.string().optional() }).optional(),
        }),
      ),
    }),
  ),
})

const firstLine = (message = 'no message'): string =>
  stripVTControlCharacters(message).split('\n', 1)[0] ?? ''

/** Counts of a vitest JSON report, or undefined when there is none that can be read. */
export async function readVitest(file: string): Promise<Counts | undefined> {
  const report = await readReport(file, vitestSchema)
  if (report === undefined) return undefined
  const tests = report.testResults.flatMap((suite) => suite.assertionResults)
  const failed = tests.filter((test) => test.status === 'failed')
  const skips = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed.length,
    skipped: skips.length,
    skips: skips.map((test) => `${test.fullName}: ${test.meta?.skipReason ?? test.status}`),
    failures: failed.map((test) => `${test.fullName}: ${firstLine(test.failureMessages?.[0])}`),
  }
}

const playwrightTestSchema = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
})
type PlaywrightTest = z.infer<typeof playwrightTestSchema> & { readonly title: string }

const specSchema = z.object({ title: z.string(), tests: z.array(playwrightTestSchema) })
type Suite = { specs: z.infer<typeof specSchema>[]; suites?: Suite[] | undefined }
const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional()
  },
})
const playwrightSchema = z.object({ suites: z.array(suiteSchema) })

function testsOf(suite: Suite): readonly PlaywrightTest[] {
  const own = suite.specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, title: spec.title })))
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)]
}

/** Counts of a Playwright JSON report, or undefined when there is none that can be read. */
export async function readPlaywright(file: string): Promise<Counts | undefined> {
  const report = await readReport(file, playwrightSchema)
  if (report === undefined) return undefined
  const tests = report.suites.flatMap(testsOf)
  const failed = tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky')
  const skips = tests.filter((test) => test.status === 'skipped')
  const reasonOf = (test: PlaywrightTest): string =>
    test.annotations.find((annotation) => annotation.type === 'skip')?.description ?? 'did not run'
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed: failed.length,
    skipped: skips.length,
    skips: skips.map((test) => `${test.projectName} › ${test.title}: ${reasonOf(test)}`),
    failures: failed.map(
      (test) => `${test.projectName} › ${test.title}: ${firstLine(test.results.at(-1)?.error?.message)}`,
    ),
  }
}

async function readReport<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  }
}
