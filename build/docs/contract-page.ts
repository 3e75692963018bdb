import { EVENTS, METHODS } from '../../engine/contract/contract.ts'
import { openRpcDocument } from '../../engine/contract/openrpc.ts'

type Described = { readonly [name: string]: unknown }

const isRecord = (value: unknown): value is Described => typeof value === 'object' && value !== null

/** A JSON Schema in a few words: `string`, `integer`, `{a, b?}`, `[…]`. Depth is bounded; the OpenRPC document has it all. */
function inWords(schema: unknown, depth = 0): string {
  if (!isRecord(schema)) return 'any'
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' \\| ')
  if ('const' in schema) return JSON.stringify(schema['const'])
  const options = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(options)) return options.map((option) => inWords(option, depth)).join(' \\| ')
  if (schema['type'] === 'array') return `[${inWords(schema['items'], depth)}]`
  if (schema['type'] === 'object' && isRecord(schema['properties'])) {
    if (depth > 0) return '{…}'
    const required = Array.isArray(schema['required']) ? schema['required'] : []
    const members = Object.keys(schema['properties']).map((name) =>
      required.includes(name) ? name : `${name}?`,
    )
    return `{${members.join(', ')}}`
  }
  return typeof schema['type'] === 'string' ? schema['type'] : 'any'
}

/** The page `docs/contract.md`, made from the contract itself. */
export function contractPage(): string {
  const document = openRpcDocument()
  const described = Array.isArray(document['methods']) ? document['methods'].filter(isRecord) : []
  const sections = Object.entries(METHODS).map(([name, method]) => {
    const about = described.find((candidate) => candidate['name'] === name)
    const params = Array.isArray(about?.['params']) ? about['params'].filter(isRecord) : []
    const result = isRecord(about?.['result']) ? about['result']['schema'] : undefined
    const rows = params.map((param) => {
      const optional = param['required'] === true ? '' : ' (optional)'
      return `- \`${String(param['name'])}\`${optional}: ${inWords(param['schema'])}`
    })
    return [
      `## ${name}`,
      '',
      method.summary,
      '',
      ...(rows.length === 0 ? [] : [...rows, '']),
      `Result: ${inWords(result)}`,
      '',
      ...(method.errors.length === 0
        ? []
        : [`Refusals: ${method.errors.map((code) => `\`${code}\``).join(', ')}`, '']),
      `Roles: ${method.roles.join(', ')}`,
    ].join('\n')
  })
  return [
    '# The contract',
    '',
    'Made by `node build/docs/write-contract-page.ts` from `engine/contract/`; do not edit. The whole schemas come from',
    '`npm run engine -- --describe` (OpenRPC).',
    '',
    'JSON-RPC 2.0 with parameters by name. Amounts are integer fen, prices integer micro-yuan, quantities integer 1e-4',
    'units, times milliseconds since 1970. A refusal is error −32000 with `data` = `{code, params, causeId?}`.',
    '',
    `Events (notifications): ${Object.keys(EVENTS)
      .map((name) => `\`${name}\``)
      .join(', ')}.`,
    '',
    sections.join('\n\n'),
    '',
  ].join('\n')
}
