import { z } from 'zod'
import { AcquirerAdmin } from './acquirer/acquirer-admin.ts'
import {
  activeFaultSchema,
  countSchema,
  doneSchema,
  entrySchema,
  goodSchema,
  idsSchema,
  lineSchema,
  messageSchema,
  problemsSchema,
  refusalSchema,
  reportSchema,
  reversalSchema,
  settlementSchema,
  signSchema,
  stateSchema,
  storedPersonSchema,
  traceSchema,
  type CentreState,
  type LineState,
  type NewBalance,
  type NewPerson,
  type StoredPerson,
} from './admin/shapes.ts'
import type { CentreConfigInput } from './config/centre-config.ts'
import type { ActiveFault } from './faults/fault-plan.ts'
import type { FaultRuleInput } from './faults/fault.ts'
import type { AccountEntry } from './ledger/accounts.ts'
import { deviceStateSchema, type DeviceAct, type DeviceShopState } from './devices/device-acts.ts'
import type { GoodRecord } from './ledger/goods.ts'
import type { MessageFilter, MessageRecord } from './ledger/messages.ts'
import type { ReportRecord } from './ledger/reports.ts'
import type { ReversalRecord } from './ledger/reversals.ts'
import type { SettlementLine, SettlementRecord } from './ledger/settlements.ts'
import type { SignRecord } from './ledger/signs.ts'
import type { TraceRecord } from './ledger/traces.ts'

type Query = Readonly<Record<string, string | number | undefined>>

/** Steers a running centre and reads its ledger. Every method rejects with the centre's sentence when it refuses. */
export class AdminClient {
  readonly #base: string
  readonly #token: string
  /** The acquirer that the same program runs. */
  readonly acquirer: AcquirerAdmin

  /** `base` and `token` are `admin` and `adminToken` of the ready line. */
  constructor(base: string, token: string) {
    this.#base = base
    this.#token = token
    this.acquirer = new AcquirerAdmin((schema, method, path, body) => this.#call(schema, method, path, body))
  }

  async #call<T>(
    schema: z.ZodType<T>,
    method: string,
    path: string,
    body?: unknown,
    query: Query = {},
  ): Promise<T> {
    const url = new URL(this.#base + path)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value))
    }
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const value: unknown = await response.json()
    if (response.ok) return schema.parse(value)
    const refusal = refusalSchema.safeParse(value)
    throw new Error(`${method} ${path}: ${refusal.success ? refusal.data.error : response.status}`)
  }

  async #do(method: string, path: string, body?: unknown, query?: Query): Promise<void> {
    await this.#call(doneSchema, method, path, body, query)
  }

  state(): Promise<CentreState> {
    return this.#call(stateSchema, 'GET', '/state')
  }

  /** Empties ledger and faults, sets clock and configuration back to the start, and seeds the ledger again. */
  reset(seed?: 'default' | 'empty'): Promise<void> {
    return this.#do('POST', '/reset', seed === undefined ? {} : { seed })
  }

  /** Replaces whole members of the configuration until the centre ends. */
  setConfig(members: Partial<CentreConfigInput>): Promise<void> {
    return this.#do('PUT', '/config', members)
  }

  setClock(offsetMs: number): Promise<void> {
    return this.#do('PUT', '/clock', { offsetMs })
  }

  /** Closes the door (`listening: false`), opens it, or resets the next connections. */
  setLine(line: LineState): Promise<void> {
    return this.#do('PUT', '/line', line)
  }

  /** Adds fault rules; returns their identifiers. */
  async addFaults(...rules: readonly FaultRuleInput[]): Promise<readonly number[]> {
    return (await this.#call(idsSchema, 'POST', '/faults', rules)).ids
  }

  faults(): Promise<ActiveFault[]> {
    return this.#call(z.array(activeFaultSchema), 'GET', '/faults')
  }

  /** Takes one rule away, or all. */
  clearFaults(id?: number): Promise<void> {
    return this.#do('DELETE', '/faults', undefined, { id })
  }

  /** Lets go of held calls: of one msgid, or all. Returns how many there were. */
  async release(msgid?: string): Promise<number> {
    return (await this.#call(countSchema, 'POST', '/held/release', msgid === undefined ? {} : { msgid }))
      .count
  }

  people(): Promise<StoredPerson[]> {
    return this.#call(z.array(storedPersonSchema), 'GET', '/people')
  }

  putPeople(people: readonly NewPerson[]): Promise<void> {
    return this.#do('POST', '/people', people)
  }

  setBalance(balance: NewBalance): Promise<void> {
    return this.#do('POST', '/balance', balance)
  }

  goods(): Promise<GoodRecord[]> {
    return this.#call(z.array(goodSchema), 'GET', '/goods')
  }

  putGoods(goods: readonly GoodRecord[]): Promise<void> {
    return this.#do('POST', '/goods', goods)
  }

  /** Settlements and cancellations, reversed ones included, oldest first. */
  settlements(
    filter: { readonly msgid?: string; readonly personNumber?: string } = {},
  ): Promise<SettlementRecord[]> {
    return this.#call(z.array(settlementSchema), 'GET', '/settlements', undefined, filter)
  }

  lines(settlementId: string): Promise<SettlementLine[]> {
    return this.#call(z.array(lineSchema), 'GET', '/lines', undefined, { settlementId })
  }

  accounts(personNumber?: string): Promise<AccountEntry[]> {
    return this.#call(z.array(entrySchema), 'GET', '/accounts', undefined, { personNumber })
  }

  reports(): Promise<ReportRecord[]> {
    return this.#call(z.array(reportSchema), 'GET', '/reports')
  }

  traces(code?: string): Promise<TraceRecord[]> {
    return this.#call(z.array(traceSchema), 'GET', '/traces', undefined, { code })
  }

  messages(filter: MessageFilter = {}): Promise<MessageRecord[]> {
    return this.#call(z.array(messageSchema), 'GET', '/messages', undefined, { ...filter })
  }

  signs(): Promise<SignRecord[]> {
    return this.#call(z.array(signSchema), 'GET', '/signs')
  }

  expireSigns(): Promise<void> {
    return this.#do('POST', '/signs/expire')
  }

  reversals(): Promise<ReversalRecord[]> {
    return this.#call(z.array(reversalSchema), 'GET', '/reversals')
  }

  /** Does every accepted reversal that waits for its time. */
  async applyReversals(): Promise<number> {
    return (await this.#call(countSchema, 'POST', '/reversals/apply')).count
  }

  /** What the simulated devices show; only with `--devices`. */
  devices(): Promise<DeviceShopState> {
    return this.#call(deviceStateSchema, 'GET', '/devices')
  }

  /** Makes a simulated device do something. */
  actOnDevice(act: DeviceAct): Promise<void> {
    return this.#do('POST', '/devices', act)
  }

  /** What does not hold in the ledger. */
  async check(): Promise<readonly string[]> {
    return (await this.#call(problemsSchema, 'GET', '/check')).problems
  }
}
