import { z } from 'zod'
import { EVENTS, METHODS } from './contract.ts'

type JsonObject = { readonly [name: string]: unknown }

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonObject =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' })

/**
 * The contract as an OpenRPC 1.3 document, so that other programs can drive the engine. Parameters travel by name.
 * Every refusal is error −32000 whose `data` is `{code, params, causeId?}`; events are listed under `x-notifications`.
 */
export function openRpcDocument(): JsonObject {
  const methods = Object.entries(METHODS).map(([name, definition]) => {
    const params = schemaOf(definition.params, 'input')
    const properties = (params['properties'] ?? {}) as JsonObject
    const required = (params['required'] ?? []) as readonly string[]
    return {
      name,
      summary: definition.summary,
      paramStructure: 'by-name',
      params: Object.entries(properties).map(([parameter, schema]) => ({
        name: parameter,
        required: required.includes(parameter),
        schema,
      })),
      result: { name: 'result', schema: schemaOf(definition.result, 'output') },
      errors: definition.errors.map((code) => ({ code: -32000, message: code })),
      'x-roles': definition.roles,
      'x-reads': definition.reads,
    }
  })
  return {
    openrpc: '1.3.2',
    info: { title: 'Pharmacy till engine', version: '1.0.0' },
    methods,
    'x-notifications': Object.entries(EVENTS).map(([name, schema]) => ({
      name,
      params: schemaOf(schema, 'output'),
    })),
  }
}
