import { ok, refuse, type Result } from '../../../core/result.ts'
import {
  drawerOpenings,
  insertDrawerOpening,
  insertDrawerOutcome,
  type NewDrawerOpening,
} from '../../../db/devices/drawer-repository.ts'
import type { PulseOutcome } from '../../../native-bridge/printer/printer.ts'
import type { MethodResult } from '../../contract/contract.ts'
import type { Counter } from '../sale/counter.ts'
import { answerableFor, type Approval } from '../rights/authorise.ts'
import type { DeviceBank } from './device-bank.ts'

export type DrawerParts = {
  readonly counter: Pick<Counter, 'db' | 'clock' | 'rights' | 'shift'>
  readonly bank: DeviceBank
}

/** Reason that stands in the log where the cash of a sale opened the drawer. */
const CASH_TAKEN = '现金收款'

/** Records, pulses, and records what became of it. A pulse that cannot be recorded is not sent. */
async function openRecorded(
  { counter, bank }: DrawerParts,
  opening: Omit<NewDrawerOpening, 'id' | 'at'>,
): Promise<PulseOutcome> {
  const { db, clock } = counter
  const id = clock.newId()
  db.transaction(() => insertDrawerOpening(db, { id, at: clock.now(), ...opening }))
  const printer = bank.running('printer')
  const became: PulseOutcome = (await printer?.device.pulseDrawer()) ?? {
    outcome: 'not-sent',
    reason: 'not-found',
    detail: 'no printer',
  }
  db.transaction(() =>
    insertDrawerOutcome(db, id, {
      outcome: became.outcome,
      problem: became.outcome === 'sent' ? null : became.reason,
      at: clock.now(),
    }),
  )
  return became
}

/**
 * Opens the drawer for a person with the right and a reason. Refuses with DEVICE_NOT_SET_UP {kind}, DRAWER_NOT_OPENED
 * {reason}, or for want of the right.
 */
export async function openDrawer(
  parts: DrawerParts,
  asked: { readonly reason: string; readonly approval: Approval | undefined },
): Promise<Result<{ openedAt: number }>> {
  if (parts.bank.setting('drawer', 'drawer') === undefined) {
    return refuse('DEVICE_NOT_SET_UP', { kind: 'drawer' })
  }
  const shift = parts.counter.shift()
  if (!shift.ok) return shift
  const { shiftId, operatorId } = shift.value
  const answers = await answerableFor(parts.counter, 'drawer', asked.approval, shiftId)
  if (!answers.ok) return answers
  const openedAt = parts.counter.clock.now()
  const became = await openRecorded(parts, {
    shiftId,
    operatorId,
    approvedBy: answers.value === operatorId ? null : answers.value,
    reason: asked.reason,
    saleId: null,
  })
  switch (became.outcome) {
    case 'sent':
      return ok({ openedAt })
    case 'not-sent':
      return refuse('DRAWER_NOT_OPENED', { reason: became.reason })
    case 'uncertain':
      return refuse('DRAWER_NOT_OPENED', { reason: 'uncertain' })
  }
}

/** Opens the drawer by itself when a sale took cash, where the shop wants that. Before its receipt is printed. */
export async function openForCash(
  parts: DrawerParts,
  sale: { readonly id: string; readonly shiftId: string; readonly operatorId: number },
): Promise<void> {
  if (parts.bank.setting('drawer', 'drawer')?.options.automatic !== true) return
  await openRecorded(parts, {
    shiftId: sale.shiftId,
    operatorId: sale.operatorId,
    approvedBy: null,
    reason: CASH_TAKEN,
    saleId: sale.id,
  })
}

/** The last openings, newest first. */
export function listOpenings(parts: DrawerParts, limit: number): MethodResult<'drawer.openings'> {
  return {
    openings: drawerOpenings(parts.counter.db, limit).map((row) => ({
      at: row.at,
      operatorName: row.operator_name,
      reason: row.reason,
      automatic: row.automatic === 1,
      outcome: row.outcome,
    })),
  }
}
