import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { ACQUIRER_DRIVERS } from '../../acquirer/drivers.ts'
import { ok, refuse, type Result } from '../../core/result.ts'
import { devicesSchema } from './device-settings.ts'
import { rightsSchema } from './rights-config.ts'

const milliseconds = z.int().min(100).max(600_000)

/** One serial scanner. */
const scannerSchema = z.strictObject({
  name: z.string().min(1).max(40),
  path: z.string().min(1).max(200),
  baudRate: z.int().min(300).max(1_000_000).default(9600),
  prefix: z.string().max(8).default(''),
  suffix: z.string().max(8).default(''),
  terminator: z.enum(['cr', 'lf', 'crlf', 'idle']).default('cr'),
})

/** Who takes payments by code. */
const acquirerSchema = z.strictObject({
  driver: z.enum(ACQUIRER_DRIVERS),
  url: z.url({ protocol: /^https?$/ }),
  /** What proves to the acquirer who asks; never stored nor sent. */
  key: z.string().min(1).max(500),
  connectMs: milliseconds.default(5_000),
  headersMs: milliseconds.default(30_000),
  bodyMs: milliseconds.default(10_000),
  lateMs: milliseconds.default(300_000),
  bodyBytesMaximum: z.int().min(1_000).max(1_000_000).default(65_536),
  /** Longest time that a code to be scanned is shown, whatever the acquirer allows: others wait behind this customer. */
  shownCodeSeconds: z.int().min(1).max(3_600).default(300),
})

export const configSchema = z.strictObject({
  shop: z.strictObject({
    /** `fixmedins_code` */
    code: z.string().regex(/^[A-Za-z0-9]{12,14}$/),
    /** `fixmedins_name` */
    name: z.string().min(1).max(200),
    till: z.string().regex(/^[A-Za-z0-9]{1,4}$/),
    hotline: z.string().max(40).optional(),
    notice: z.string().max(200).optional(),
  }),
  region: z
    .strictObject({
      profile: z.string().min(1).max(60).default('dongguan-441900'),
      /** Members that replace the profile's own; checked against the profile's schema. */
      overrides: z.record(z.string(), z.unknown()).default({}),
    })
    .prefault({}),
  centre: z.strictObject({
    url: z.url({ protocol: /^https?$/ }),
    /** Keys of the header signature that the profile asks for. */
    signature: z
      .strictObject({ applicationId: z.string().min(1).max(200), secret: z.string().min(1).max(500) })
      .optional(),
    connectMs: milliseconds.default(10_000),
    headersMs: milliseconds.default(60_000),
    moneyHeadersMs: milliseconds.default(120_000),
    bodyMs: milliseconds.default(30_000),
    lateMs: milliseconds.default(300_000),
    bodyBytesMaximum: z.int().min(10_000).max(50_000_000).default(2_097_152),
    probeEveryMs: milliseconds.default(15_000),
  }),
  /** Absent or null: nobody can pay by code. */
  acquirer: acquirerSchema.nullable().default(null),
  /** `mac` and `ip` of 9001, as registered with the centre. */
  station: z
    .strictObject({ mac: z.string().max(20).default(''), ip: z.string().max(20).default('127.0.0.1') })
    .prefault({}),
  /** JSON files imported when their content changed; relative to this file. */
  goodsFile: z.string().max(500).optional(),
  operatorsFile: z.string().max(500).optional(),
  scanners: z.array(scannerSchema).max(8).default([]),
  /** Operators' badges: this text, then the staff number. Ends in a sign, so that no other code begins like it. */
  badges: z
    .strictObject({
      prefix: z
        .string()
        .regex(/^[0-9A-Za-z]{1,8}[-:.*#]$/)
        .default('GH-'),
    })
    .prefault({}),
  rights: rightsSchema.prefault({}),
  warnings: z
    .strictObject({
      /** Same person, same amount, settled so many minutes ago: the cashier is asked before it is settled. 0 = never. */
      repeatWindowMinutes: z.int().min(0).max(1_440).default(10),
    })
    .prefault({}),
  /** Every other device, and scanners with all their options; what is set up on the screen counts before it. */
  devices: devicesSchema.prefault({}),
  receipt: z
    .strictObject({
      width: z.enum(['58', '80']).default('80'),
      /** A receipt printer that is set up prints each completed sale. */
      autoPrint: z.boolean().default(true),
    })
    .prefault({}),
})

export type Config = z.infer<typeof configSchema>

const problemOf = (error: z.ZodError): { where: string; problem: string } => {
  const issue = error.issues[0]
  if (issue === undefined) return { where: '-', problem: '-' }
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const where = [path, issue.keys.join('、')].filter((part) => part !== '').join('.')
    return { where, problem: 'unrecognized-key' }
  }
  return { where: path === '' ? '-' : path, problem: issue.code }
}

/** Checks a parsed configuration. Refuses with CONFIG_INVALID {file, where, problem}. */
export function checkConfig(value: unknown, file: string): Result<Config> {
  const parsed = configSchema.safeParse(value)
  return parsed.success ? ok(parsed.data) : refuse('CONFIG_INVALID', { file, ...problemOf(parsed.error) })
}

/**
 * Reads a JSON file that a person wrote. Refuses with CONFIG_UNREADABLE {file, problem}: not there, not UTF-8, not JSON.
 */
export async function readJsonFile(path: string): Promise<Result<unknown>> {
  const file = path.split(/[\\/]/).at(-1) ?? path
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    const problem = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    return refuse('CONFIG_UNREADABLE', { file, problem })
  }
  try {
    // editors on Windows put a byte order mark in front
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    return ok(JSON.parse(text) as unknown)
  } catch {
    return refuse('CONFIG_UNREADABLE', { file, problem: 'JSON' })
  }
}

/** Reads and checks the configuration; file names in it come back as absolute paths. */
export async function loadConfig(path: string): Promise<Result<Config>> {
  const json = await readJsonFile(path)
  if (!json.ok) return json
  const config = checkConfig(json.value, path.split(/[\\/]/).at(-1) ?? path)
  if (!config.ok) return config
  const folder = dirname(resolve(path))
  const absolute = (file: string | undefined): { file: string } | undefined =>
    file === undefined ? undefined : { file: resolve(folder, file) }
  const goods = absolute(config.value.goodsFile)
  const operators = absolute(config.value.operatorsFile)
  return ok({
    ...config.value,
    ...(goods === undefined ? {} : { goodsFile: goods.file }),
    ...(operators === undefined ? {} : { operatorsFile: operators.file }),
  })
}
