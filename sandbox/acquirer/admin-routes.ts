import { z } from 'zod'
import { AdminRefusal, DONE, read, type AdminRoute } from '../admin/route.ts'
import { lineStateSchema } from '../admin/shapes.ts'
import type { FaultPlan } from '../faults/fault-plan.ts'
import type { LoopbackServer } from '../server/line-server.ts'
import type { AcquirerBook } from './acquirer-book.ts'
import type { AcquirerLedger } from './acquirer-ledger.ts'
import { acquirerFaultSchema, confirmSchema, walletSchema } from './shapes.ts'

export type AcquirerAdminParts = {
  readonly ledger: AcquirerLedger
  readonly book: AcquirerBook
  readonly faults: FaultPlan
  readonly line: LoopbackServer
}

type Route = AdminRoute<AcquirerAdminParts>

/** Empties the ledger and the faults, opens the door and puts the practice wallets back. */
export async function resetAcquirer({ ledger, faults, line }: AcquirerAdminParts): Promise<void> {
  faults.remove()
  ledger.clear()
  await line.listen()
  line.resetNextConnections(0)
}

const addFaults: Route = ({ parts, body }) => {
  const rules = read(z.array(acquirerFaultSchema), body)
  return {
    ids: parts.faults.add(
      rules.map(({ operation, calls, limit, fault }) => ({
        ...(operation !== undefined && { infno: operation }),
        when: calls === undefined ? { pick: 'all' as const } : { pick: 'nth' as const, calls },
        ...(limit !== undefined && { limit }),
        fault,
      })),
    ),
  }
}

const setLine: Route = async ({ parts, body }) => {
  const wanted = read(lineStateSchema, body)
  if (wanted.listening === true) await parts.line.listen()
  if (wanted.listening === false) parts.line.stopListening(wanted.forMs)
  if (wanted.resetConnections !== undefined) parts.line.resetNextConnections(wanted.resetConnections)
  return DONE
}

/** METHOD path → what it does at the acquirer. */
export const ACQUIRER_ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['GET /acquirer/wallets', ({ parts }) => parts.ledger.wallets()],
  [
    'POST /acquirer/wallets',
    ({ parts, body }) => {
      const wallets = read(z.array(walletSchema).max(10_000), body)
      parts.ledger.transaction(() => {
        for (const wallet of wallets) parts.ledger.putWallet(wallet)
      })
      return DONE
    },
  ],
  ['GET /acquirer/payments', ({ parts }) => parts.ledger.payments()],
  ['GET /acquirer/refunds', ({ parts }) => parts.ledger.refunds()],
  ['GET /acquirer/calls', ({ parts }) => parts.ledger.calls()],
  ['POST /acquirer/faults', addFaults],
  [
    'DELETE /acquirer/faults',
    ({ parts }) => {
      parts.faults.remove()
      return DONE
    },
  ],
  [
    'POST /acquirer/confirm',
    ({ parts, body }) => {
      const { orderNumber } = read(confirmSchema, body)
      const confirmed = parts.ledger.transaction(() => parts.book.confirm(orderNumber))
      if (!confirmed) throw new AdminRefusal(404, '没有等待确认的这个订单')
      return DONE
    },
  ],
  ['PUT /acquirer/line', setLine],
  ['GET /acquirer/check', ({ parts }) => ({ problems: parts.ledger.problems() })],
])
