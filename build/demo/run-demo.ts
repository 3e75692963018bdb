import type { EngineClient } from '../../engine/client/websocket-client.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { ScanOutcome } from '../../engine/contract/scan.ts'
import { fen } from '../../core/money/fen.ts'
import { refuse, type Refusal } from '../../core/result.ts'
import { takeCash } from '../../core/tender/tender.ts'
import type { MethodResult } from '../../engine/contract/contract.ts'
import type { DemoInput } from './demo-input.ts'
import type { SerialLine } from './serial-line.ts'

/** Everything that one demonstration did, as the engine told it. */
export type DemoRecord = {
  readonly sale: SaleView
  readonly receipt: string
  readonly uploads: MethodResult<'uploads.list'>['uploads']
  readonly exchanges: MethodResult<'journal.exchanges'>['exchanges']
}

/** The engine refused what the input asked for; there is no sale then. */
export class DemoRefused extends Error {
  override readonly name = 'DemoRefused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const WITHIN_MS = 20_000

/** Rejects when `promise` takes longer than a person would wait. */
function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}：${WITHIN_MS / 1000} 秒内没有完成`)), WITHIN_MS)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** Scans go over the serial line; the engine's event says what each one did. */
function createScans(client: EngineClient, line: SerialLine): (text: string) => Promise<ScanOutcome> {
  const waiting: ((outcome: ScanOutcome) => void)[] = []
  client.on('scan.handled', (outcome) => waiting.shift()?.(outcome))
  return (text) => {
    const handled = new Promise<ScanOutcome>((resolve) => waiting.push(resolve))
    return within(
      line.write(`${text}\r`).then(() => handled),
      `扫描 ${text}`,
    )
  }
}

async function scannerReady(client: EngineClient): Promise<void> {
  const isReady = (status: MethodResult<'status.get'>): boolean =>
    status.scanners.every((one) => one.state === 'ready')
  const changed = new Promise<void>((resolve) => {
    client.on('status.changed', (status) => {
      if (isReady(status)) resolve()
    })
  })
  if (isReady(await client.call('status.get', {}))) return
  await within(changed, '扫码枪就绪')
}

/**
 * Like a cashier: the good first and then each box. What the file says is sold and nothing else: a code that belongs to
 * another good would quietly add a box of that good.
 */
async function scanBasket(input: DemoInput, scan: (text: string) => Promise<ScanOutcome>): Promise<void> {
  const checked = async (text: string): Promise<string | null> => {
    const outcome = await scan(text)
    if (outcome.refusal !== null) throw new DemoRefused(plain(outcome.refusal))
    return outcome.lineId
  }
  for (const item of input.basket) {
    let lineId: string | null = null
    for (let box = 0; box < item.quantity; box += 1) lineId = await checked(item.barcode)
    if (lineId === null) throw new DemoRefused(refuse('GOODS_UNKNOWN', { barcode: item.barcode }).refusal)
    for (const code of item.traceCodes) {
      if ((await checked(code)) !== lineId)
        throw new DemoRefused(refuse('TRACE_GOODS_MISMATCH', { code }).refusal)
    }
  }
}

function plain(refusal: NonNullable<ScanOutcome['refusal']>): Refusal {
  const { code, params, causeId } = refusal
  return causeId === undefined ? { code, params } : { code, params, causeId }
}

/** Money that will not do is told before the insurance has settled: afterwards there would be half a sale. */
function checkCash(quoted: SaleView, input: DemoInput): void {
  const split = quoted.settlement?.split ?? null
  if (split === null || input.cashReceived === undefined) return
  const insured = split.fundPaid + split.accountPaid + split.institutionBorne
  const owed = fen(quoted.totals.total - insured)
  const cash = takeCash(owed, input.cashReceived)
  if (!cash.ok) throw new DemoRefused(cash.refusal)
  if (cash.value.amount < owed)
    throw new DemoRefused(refuse('TENDER_TOO_LITTLE', { outstandingFen: owed }).refusal)
}

async function settledSale(client: EngineClient, input: DemoInput): Promise<SaleView> {
  const { person } = input
  const identified = await client.call('insurance.identify', {
    type: person.type,
    number: person.number,
    ...(person.cardSerial !== undefined && { cardSerial: person.cardSerial }),
    ...(person.documentKind !== undefined && { documentKind: person.documentKind }),
    ...(person.personName !== undefined && { personName: person.personName }),
  })
  const first = identified.sale.insured?.options.find((option) => option.normal)
  if (identified.sale.insured?.chosen === null && first !== undefined) {
    await client.call('insurance.choose', { position: first.position })
  }
  await client.call('insurance.setAccountUsed', { used: input.accountUsed })
  const quoted = await client.call('insurance.quote', {})
  checkCash(quoted.sale, input)
  const settled = await client.call('insurance.settle', {})
  if (settled.sale.state === 'completed') return settled.sale
  const paid = await client.call('sale.payCash', { received: input.cashReceived ?? null })
  return paid.sale
}

/** The main job from sign-in to sign-out on a running engine. Throws {@link DemoRefused} when the input cannot be sold. */
export async function runDemo(
  client: EngineClient,
  line: SerialLine,
  input: DemoInput,
  operator: { readonly number: string; readonly password: string },
): Promise<DemoRecord> {
  await client.call('session.signIn', {
    operatorNumber: operator.number,
    password: operator.password,
    openingFloat: 200_00,
  })
  await scannerReady(client)
  const scan = createScans(client, line)
  await scanBasket(input, scan)
  const sale = await settledSale(client, input)
  const { text } = await client.call('receipt.preview', { saleId: sale.id })
  await client.call('uploads.sendNow', {})
  const { uploads } = await client.call('uploads.list', { saleId: sale.id })
  await client.call('session.signOut', {})
  const { exchanges } = await client.call('journal.exchanges', {})
  return { sale, receipt: text, uploads, exchanges }
}
