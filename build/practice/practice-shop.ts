import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SEED_GOODS } from '../../sandbox/seed/goods.ts'
import { centreConfigSchema } from '../../sandbox/config/centre-config.ts'

/** Who may sign in at a practice till. Real shops bring their own operators file. */
export const PRACTICE_OPERATOR = { number: '1001', name: '张三', password: 'lianxi-1001' } as const

/** Keys of the header signature at a practice centre; a real centre gives its own. */
export const PRACTICE_SIGNATURE = { applicationId: 'practice', secret: 'practice-secret' } as const

/** A region to practise in: its profile, and what the shop's configuration replaces of it. */
export type RegionChoice = {
  readonly profile: string
  readonly overrides?: Readonly<Record<string, unknown>>
}

export type PracticeOptions = {
  readonly centreUrl: string
  readonly scanners?: readonly { readonly name: string; readonly path: string }[]
  /** The shop as its centre knows it; left out, the first shop of the sandbox centre. */
  readonly shop?: { readonly code: string; readonly name: string }
  /** Region profile, and what replaces its members; the default is Dongguan as it is. */
  readonly region?: RegionChoice
  /** The configuration's member `devices`. */
  readonly devices?: Readonly<Record<string, unknown>>
  /** Members of `centre` besides the address, e.g. shorter limits for a test. */
  readonly centre?: Readonly<Record<string, unknown>>
  /** The practice acquirer, and members besides its address and key; left out, nobody can pay by code. */
  readonly acquirer?: { readonly url: string; readonly key: string } & Readonly<Record<string, unknown>>
  /** When the cashier is warned; left out, as the program does it. */
  readonly warnings?: Readonly<Record<string, unknown>>
  /** Section `rights` of the configuration; left out, the program's own rules. */
  readonly rights?: Readonly<Record<string, unknown>>
  /** A sentence for the sign-in screen; left out, it tells the practice operator. */
  readonly notice?: string
}

const OPERATORS = [
  { ...PRACTICE_OPERATOR, role: 'cashier' },
  { number: '1002', name: '李四', role: 'cashier', password: 'lianxi-1002' },
  { number: '2001', name: '陈药师', role: 'pharmacist', password: 'lianxi-2001' },
  { number: '9001', name: '周店长', role: 'manager', password: 'lianxi-9001' },
] as const

/** Every batch of the seed with this year's dates: made last year, good for two more, so that the practice never expires. */
function goodsRows(thisYear: number): unknown[] {
  const inYear = (date: string, year: number): string => `${year}${date.slice(4)}`
  return SEED_GOODS.map((good) => ({
    ...good,
    batches: good.batches.map((batch) => ({
      ...batch,
      manufacturedOn: inYear(batch.manufacturedOn, thisYear - 1),
      ...(batch.expiresOn !== undefined && { expiresOn: inYear(batch.expiresOn, thisYear + 2) }),
    })),
  }))
}

/**
 * Writes a shop to practise with into `folder`: configuration, goods with real drug names, operators. Returns the
 * configuration's path. Files that are there are replaced; the till's database is not touched.
 */
export async function writePracticeShop(folder: string, options: PracticeOptions): Promise<string> {
  await mkdir(folder, { recursive: true })
  const [first] = centreConfigSchema.parse({}).institutions
  const shop = options.shop ?? first
  if (shop === undefined) throw new Error('the sandbox centre knows no shop')
  const config = {
    shop: {
      code: shop.code,
      name: shop.name,
      till: '1',
      notice:
        options.notice ??
        `练习环境：工号 ${PRACTICE_OPERATOR.number}，密码 ${PRACTICE_OPERATOR.password}。结算不会动用真实账户。`,
    },
    region: options.region ?? { profile: 'dongguan-441900' },
    centre: { url: options.centreUrl, signature: PRACTICE_SIGNATURE, ...options.centre },
    acquirer: options.acquirer === undefined ? null : { driver: 'sandbox-http', ...options.acquirer },
    goodsFile: 'goods.json',
    operatorsFile: 'operators.json',
    scanners: options.scanners ?? [],
    ...(options.warnings !== undefined && { warnings: options.warnings }),
    ...(options.rights !== undefined && { rights: options.rights }),
    ...(options.devices !== undefined && { devices: options.devices }),
  }
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
  await write('goods.json', goodsRows(new Date().getFullYear()))
  await write('operators.json', OPERATORS)
  await write('config.json', config)
  return join(folder, 'config.json')
}
