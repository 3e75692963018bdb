import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { parseYuan, type Fen } from '../../core/money/fen.ts'
import { ok, refuse, type Refused, type Result } from '../../core/result.ts'

const fenText = z.string().transform((text, context): Fen => {
  const amount = parseYuan(text)
  if (amount.ok && amount.value >= 0) return amount.value
  context.addIssue({ code: 'custom', message: '应是最多两位小数的金额，例如 20.00' })
  return z.NEVER
})

/** What the demonstration sells and to whom. */
const demoInputSchema = z
  .strictObject({
    person: z.strictObject({
      /** 01 e-credential token, 02 identity document, 03 social-security card. */
      type: z.enum(['01', '02', '03']),
      number: z.string().min(1).max(50),
      cardSerial: z.string().min(1).max(32).optional(),
      documentKind: z.string().min(1).max(6).optional(),
      personName: z.string().min(1).max(50).optional(),
    }),
    /** acct_used_flag */
    accountUsed: z.boolean().default(true),
    basket: z
      .array(
        z.strictObject({
          /** For the reader of the file; the good is told by its barcode. */
          name: z.string().max(200).optional(),
          barcode: z.string().regex(/^\d{8,14}$/),
          quantity: z.int().min(1).max(99),
          traceCodes: z.array(z.string().min(1).max(100)).max(99),
        }),
      )
      .min(1)
      .max(50),
    /** Cash handed over, in yuan; left out = exactly what is owed. */
    cashReceived: fenText.optional(),
  })
  .superRefine((input, context) => {
    const codes = input.basket.flatMap((item) => item.traceCodes)
    const twice = codes.find((code, index) => codes.indexOf(code) !== index)
    if (twice !== undefined)
      context.addIssue({ code: 'custom', path: ['basket'], message: `追溯码重复：${twice}` })
    for (const [index, item] of input.basket.entries()) {
      if (item.traceCodes.length <= item.quantity) continue
      context.addIssue({
        code: 'custom',
        path: ['basket', index, 'traceCodes'],
        message: `数量是 ${item.quantity}，追溯码有 ${item.traceCodes.length} 个`,
      })
    }
  })

export type DemoInput = z.infer<typeof demoInputSchema>

const READ_PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', '文件不存在'],
  ['EISDIR', '是文件夹'],
  ['EACCES', '没有权限'],
])

/** What a schema found, in words; what no entry is for is said as it is. */
const PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['unrecognized_keys', '多余的字段'],
  ['invalid_type', '类型不对'],
  ['invalid_value', '不在允许的值里'],
  ['invalid_format', '格式不对'],
  ['too_small', '太小、太短或太少'],
  ['too_big', '太大、太长或太多'],
])

function hasValueAt(value: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    // any member of any JSON value may be asked for
    (inner, name) =>
      typeof inner === 'object' ? (inner as Record<PropertyKey, unknown> | null)?.[name] : undefined,
    value,
  )
  return found !== undefined
}

function problemIn(value: unknown, error: z.ZodError): { where: string; problem: string } {
  const issue = error.issues[0]
  if (issue === undefined) return { where: WHOLE, problem: '不符合要求' }
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
  const where = [...issue.path.map(String), ...keys.slice(0, 1)].join('.')
  const missing = issue.code === 'invalid_type' && !hasValueAt(value, issue.path)
  const words = issue.code === 'custom' ? issue.message : PROBLEMS.get(issue.code)
  return { where: where === '' ? WHOLE : where, problem: missing ? '缺少' : (words ?? issue.code) }
}

const WHOLE = '整个文件'

/** Reads and checks an input file. Refuses with INPUT_FILE_INVALID {file, where, problem}. */
export async function readDemoInput(path: string): Promise<Result<DemoInput>> {
  const file = basename(path)
  const refused = (problem: string): Refused => refuse('INPUT_FILE_INVALID', { file, where: WHOLE, problem })
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return refused(READ_PROBLEMS.get(code) ?? '读取失败')
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused('不是 UTF-8 文本')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('不是 JSON')
  }
  const parsed = demoInputSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  return refuse('INPUT_FILE_INVALID', { file, ...problemIn(value, parsed.error) })
}
