import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { ROOT } from '../../build/paths.ts'
import { runCommand } from '../../build/processes/run-command.ts'
import { REFUSAL_CODES } from '../../core/refusal-codes.ts'
import { EVENTS, METHODS } from '../../engine/contract/contract.ts'

const jsonSchema = z.looseObject({ $schema: z.string().optional() })
const parameter = z.strictObject({ name: z.string().min(1), required: z.boolean(), schema: jsonSchema })

/** What OpenRPC 1.3 wants of a document, as far as ours uses it; `x-…` are our own extensions. */
const openRpcSchema = z.strictObject({
  openrpc: z.string().regex(/^1\.3\.\d+$/),
  info: z.strictObject({ title: z.string().min(1), version: z.string().regex(/^\d+\.\d+\.\d+$/) }),
  methods: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
      summary: z.string().min(1),
      paramStructure: z.enum(['by-name', 'by-position', 'either']),
      params: z.array(parameter),
      result: z.strictObject({ name: z.string().min(1), schema: jsonSchema }),
      errors: z.array(z.strictObject({ code: z.int(), message: z.enum(REFUSAL_CODES) })),
      'x-roles': z.array(z.string()).min(1),
      'x-reads': z.boolean(),
    }),
  ),
  'x-notifications': z.array(z.strictObject({ name: z.string(), params: jsonSchema })),
})

it('engine --describe prints an OpenRPC document with every method, event and error', async () => {
  const printed = await runCommand(process.execPath, [join(ROOT, 'engine', 'main.ts'), '--describe'])
  expect(printed.code).toBe(0)
  const document = openRpcSchema.parse(JSON.parse(printed.output))
  expect(document.methods.map((method) => method.name)).toEqual(Object.keys(METHODS))
  expect(document.methods.map((method) => method['x-reads'])).toEqual(
    Object.values(METHODS).map((definition) => definition.reads),
  )
  expect(document['x-notifications'].map((event) => event.name)).toEqual(Object.keys(EVENTS))
  const signIn = document.methods.find((method) => method.name === 'session.signIn')
  expect(signIn?.params.map(({ name, required }) => [name, required])).toEqual([
    ['operatorNumber', true],
    ['password', true],
    ['openingFloat', true],
  ])
  expect(signIn?.errors).toContainEqual({ code: -32000, message: 'OPERATOR_LOCKED_OUT' })
})
