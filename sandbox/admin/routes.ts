import { z } from 'zod'
import { centreConfigSchema, type CentreConfig } from '../config/centre-config.ts'
import type { Centre } from '../centre/centre.ts'
import { actOnDevice, deviceActSchema, stateOfDevices } from '../devices/device-acts.ts'
import type { DeviceShop } from '../devices/device-shop.ts'
import { faultRuleSchema } from '../faults/fault.ts'
import type { FaultPlan } from '../faults/fault-plan.ts'
import type { HeldCalls } from '../faults/held-calls.ts'
import { checkLedger } from '../ledger/check-ledger.ts'
import { fillLedger } from '../seed/seed-ledger.ts'
import type { LoopbackServer } from '../server/line-server.ts'
import { doDueReversals } from '../transactions/undo/reverse.ts'
import { ACQUIRER_ROUTES, resetAcquirer, type AcquirerAdminParts } from '../acquirer/admin-routes.ts'
import { AdminRefusal, DONE, read, type AdminCall, type AdminRoute } from './route.ts'
import {
  balanceSchema,
  clockSchema,
  goodSchema,
  lineStateSchema,
  newPersonSchema,
  releaseSchema,
  resetSchema,
  type CentreState,
  type NewBalance,
} from './shapes.ts'

export type AdminParts = {
  readonly centre: Centre
  readonly faults: FaultPlan
  readonly held: HeldCalls
  readonly line: LoopbackServer
  readonly acquirer: AcquirerAdminParts
  /** The configuration that the centre started with. */
  readonly startConfig: CentreConfig
  readonly devices: DeviceShop | undefined
}

type Call = AdminCall<AdminParts>
type Route = AdminRoute<AdminParts>

function state({ parts }: Call): CentreState {
  const { centre, held, line } = parts
  return {
    now: centre.clock.now(),
    clockOffsetMs: centre.clock.offsetMs,
    listening: line.isListening,
    held: held.list(),
    messages: centre.ledger.messages.nextId - 1,
  }
}

async function setLine({ parts, body }: Call): Promise<typeof DONE> {
  const wanted = read(lineStateSchema, body)
  if (wanted.listening === true) await parts.line.listen()
  if (wanted.listening === false) parts.line.stopListening(wanted.forMs)
  if (wanted.resetConnections !== undefined) parts.line.resetNextConnections(wanted.resetConnections)
  return DONE
}

async function reset({ parts, body }: Call): Promise<typeof DONE> {
  const { centre, faults, held, line } = parts
  const seed = read(resetSchema, body).seed ?? parts.startConfig.seed
  centre.config = parts.startConfig
  faults.remove()
  held.release()
  await line.listen()
  line.resetNextConnections(0)
  centre.ledger.transaction(() => {
    centre.ledger.clear()
    fillLedger(centre.ledger, seed, Date.now())
  })
  await resetAcquirer(parts.acquirer)
  centre.setClockOffset(0)
  return DONE
}

function setConfig({ parts, body }: Call): typeof DONE {
  const patch = read(z.record(z.string(), z.unknown()), body)
  parts.centre.config = read(centreConfigSchema, { ...parts.centre.config, ...patch })
  return DONE
}

function putPeople({ parts, body }: Call): typeof DONE {
  const people = read(z.array(newPersonSchema).max(1_000_000), body)
  const { ledger, clock } = parts.centre
  ledger.transaction(() => {
    for (const { insurances, ...person } of people) ledger.putPerson(person, insurances, clock.now())
  })
  return DONE
}

function setBalance({ parts, body }: Call): typeof DONE {
  const wanted: NewBalance = read(balanceSchema, body)
  const { ledger, clock } = parts.centre
  const insurance = ledger.people
    .insurancesOf(wanted.personNumber)
    .find(
      (candidate) =>
        (wanted.insuranceType ?? candidate.insuranceType) === candidate.insuranceType &&
        (wanted.place ?? candidate.place) === candidate.place,
    )
  if (insurance === undefined) throw new AdminRefusal(404, '没有这个人员或险种')
  ledger.transaction(() =>
    ledger.accounts.move({
      insuranceId: insurance.id,
      at: clock.now(),
      kind: 'adjustment',
      amount: wanted.balance - insurance.balance,
    }),
  )
  return DONE
}

function putGoods({ parts, body }: Call): typeof DONE {
  const goods = read(z.array(goodSchema).max(1_000_000), body)
  parts.centre.ledger.transaction(() => {
    for (const good of goods) parts.centre.ledger.goods.put(good)
  })
  return DONE
}

function settlements({ parts, query }: Call): unknown {
  const msgid = query.get('msgid')
  const person = query.get('personNumber')
  return parts.centre.ledger.settlements
    .all()
    .filter(
      (sale) => (msgid ?? sale.msgid) === sale.msgid && (person ?? sale.personNumber) === sale.personNumber,
    )
}

function accounts({ parts, query }: Call): unknown {
  const { people, accounts: book } = parts.centre.ledger
  const person = query.get('personNumber')
  if (person === null) return book.entries()
  return people.insurancesOf(person).flatMap((insurance) => book.entries(insurance.id))
}

const numberIn = (query: URLSearchParams, name: string): number | undefined => {
  const value = query.get(name)
  return value !== null && /^\d{1,12}$/.test(value) ? Number(value) : undefined
}

function removeFaults({ parts, query }: Call): typeof DONE {
  parts.faults.remove(numberIn(query, 'id'))
  return DONE
}

function applyReversals({ parts }: Call): unknown {
  const { centre } = parts
  // everything that will ever become due
  const far = centre.clock.now() + 365 * 86_400_000
  return { count: centre.ledger.transaction(() => doDueReversals(centre, far)) }
}

function deviceShop({ parts }: Call): DeviceShop {
  if (parts.devices === undefined) throw new AdminRefusal(404, '没有用 --devices 启动')
  return parts.devices
}

async function actOnDevices(call: Call): Promise<typeof DONE> {
  const problem = await actOnDevice(deviceShop(call), read(deviceActSchema, call.body))
  if (problem !== undefined) throw new AdminRefusal(409, problem)
  return DONE
}

/** METHOD path → what it does. */
export const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['GET /state', state],
  ['POST /reset', reset],
  ['GET /config', ({ parts }) => parts.centre.config],
  ['PUT /config', setConfig],
  [
    'PUT /clock',
    ({ parts, body }) => {
      parts.centre.setClockOffset(read(clockSchema, body).offsetMs)
      return DONE
    },
  ],
  ['PUT /line', setLine],
  ['GET /faults', ({ parts }) => parts.faults.list()],
  ['POST /faults', ({ parts, body }) => ({ ids: parts.faults.add(read(z.array(faultRuleSchema), body)) })],
  ['DELETE /faults', removeFaults],
  [
    'POST /held/release',
    ({ parts, body }) => ({ count: parts.held.release(read(releaseSchema, body).msgid) }),
  ],
  [
    'GET /people',
    ({ parts }) => {
      const { people } = parts.centre.ledger
      return people
        .all()
        .map((person) => ({ ...person, insurances: people.insurancesOf(person.personNumber) }))
    },
  ],
  ['POST /people', putPeople],
  ['POST /balance', setBalance],
  ['GET /goods', ({ parts }) => parts.centre.ledger.goods.all()],
  ['POST /goods', putGoods],
  ['GET /settlements', settlements],
  [
    'GET /lines',
    ({ parts, query }) => parts.centre.ledger.settlements.linesOf(query.get('settlementId') ?? ''),
  ],
  ['GET /accounts', accounts],
  ['GET /reports', ({ parts }) => parts.centre.ledger.reports.all()],
  ['GET /traces', ({ parts, query }) => parts.centre.ledger.traces.all(query.get('code') ?? '')],
  [
    'GET /messages',
    ({ parts, query }) =>
      parts.centre.ledger.messages.list({
        infno: query.get('infno') ?? undefined,
        msgid: query.get('msgid') ?? undefined,
        after: numberIn(query, 'after'),
        limit: numberIn(query, 'limit'),
      }),
  ],
  ['GET /signs', ({ parts }) => parts.centre.ledger.signs.all()],
  [
    'POST /signs/expire',
    ({ parts }) => {
      const { centre } = parts
      centre.ledger.transaction(() => centre.ledger.signs.expireAll(centre.clock.now()))
      return DONE
    },
  ],
  ['GET /reversals', ({ parts }) => parts.centre.ledger.reversals.all()],
  ['POST /reversals/apply', applyReversals],
  ['GET /devices', (call) => stateOfDevices(deviceShop(call))],
  ['POST /devices', actOnDevices],
  ['GET /check', ({ parts }) => ({ problems: checkLedger(parts.centre.ledger) })],
  ...[...ACQUIRER_ROUTES].map(([path, route]): [string, Route] => [
    path,
    ({ parts, body, query }) => route({ parts: parts.acquirer, body, query }),
  ]),
])
