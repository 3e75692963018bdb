import { OPEN_TENDER_STATES } from '../../../core/tender/state.ts'
import { openLateTenders } from '../../../db/cases/late-tender.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { openRefunds } from '../../../db/returns/refund-repository.ts'
import { heldSalesOf } from '../../../db/sales/sale-repository.ts'
import type { TenderRow } from '../../../db/sales/sale-rows.ts'
import { shownCodeOf } from '../../../db/sales/shown-code-repository.ts'
import { tendersInFlight } from '../../../db/sales/tender-repository.ts'
import type { OpenTender } from '../../contract/tenders.ts'
import type { Desk } from '../insurance/desk.ts'
import type { Counter } from '../sale/counter.ts'
import { isPaidAside, readSale } from '../sale/sale-state.ts'
import { askOrClose } from './ask-tender.ts'
import { askAboutLateTender } from './late-tender.ts'
import { askAboutRefund } from './refund-tender.ts'

/** Asks by itself about every payment and refund whose outcome is open. */
export type TenderAsker = {
  /** Something moved: tells what is open now and plans the next question. */
  readonly changed: () => void
  /** Asks about everything that is due, once, one after another. */
  readonly round: () => Promise<void>
  /** What is open, for the screens. */
  readonly view: () => readonly OpenTender[]
  readonly start: () => void
  /** Asks nothing further; the question under way is waited for. */
  readonly stop: () => Promise<void>
}

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000
/** Questions at the first pace: about a minute, in which a customer finds the phone and confirms. */
const PATIENT_ATTEMPTS = 30

/** Pause before the next question: every two seconds for a minute, then doubling up to a minute. */
function pauseAfterAsking(attempts: number): number {
  const beyond = Math.max(0, attempts - PATIENT_ATTEMPTS)
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(beyond, 10))
}

/** When to ask again: after the pause, and at once when a shown code expires, for then its order is to be closed. */
export function nextQuestionAt(now: number, attempts: number, expiresAt: number | undefined): number {
  const paused = now + pauseAfterAsking(attempts)
  return expiresAt !== undefined && expiresAt > now ? Math.min(paused, expiresAt) : paused
}

/** How often one subject was asked about; a restart begins anew. */
type Asked = { readonly attempts: number; readonly lastAt: number | null; readonly nextAt: number }
type Records = ReadonlyMap<string, Asked>

type Subject = {
  readonly key: string
  readonly ask: () => Promise<void>
  /** When the code that is shown for it expires, if one is. */
  readonly expiresAt?: number | undefined
}

/** Everything whose outcome only a question can tell: payments, refunds of returns, money of late payments. */
function openSubjects(desk: Desk): readonly Subject[] {
  const { db } = desk.counter
  return [
    ...tendersInFlight(db)
      .filter(({ state }) => OPEN_TENDER_STATES.some((open) => open === state))
      .map((tender) => ({
        key: tender.id,
        ask: () => askOrClose(desk, tender),
        expiresAt: shownCodeOf(db, tender.id)?.expires_at,
      })),
    ...openRefunds(db)
      .filter(({ state }) => state === 'unknown')
      .map(({ id }) => ({ key: id, ask: () => askAboutRefund(desk, id) })),
    ...openLateTenders(db)
      .filter(({ state }) => state === 'undo-unknown')
      .map((late) => ({ key: late.id, ask: () => askAboutLateTender(desk, late) })),
  ]
}

type AskedView = Pick<OpenTender, 'attempts' | 'lastAskedAt' | 'nextAttemptAt'>

function askedView(record: Asked | undefined): AskedView {
  return {
    attempts: record?.attempts ?? 0,
    lastAskedAt: record?.lastAt ?? null,
    nextAttemptAt: record?.nextAt ?? null,
  }
}

function paymentView(
  tender: TenderRow & { readonly order_number: string; readonly sale_number: string },
  record: Asked | undefined,
): OpenTender {
  return {
    tenderId: tender.id,
    returnId: null,
    saleId: tender.sale_id,
    saleNumber: tender.sale_number,
    state: tender.state,
    amount: tender.amount_fen,
    channel: tender.channel,
    orderNumber: tender.order_number,
    since: tender.changed_at,
    ...askedView(record),
  }
}

function paymentsView(db: ReadableDb, records: Records): OpenTender[] {
  return tendersInFlight(db).flatMap((tender) => {
    if (tender.order_number === null) return []
    return [paymentView({ ...tender, order_number: tender.order_number }, records.get(tender.id))]
  })
}

function refundsView(db: ReadableDb, records: Records): OpenTender[] {
  return openRefunds(db).flatMap((refund) => {
    if (refund.state !== 'unknown' || refund.order_number === null) return []
    return [
      {
        tenderId: refund.tender_id,
        returnId: refund.return_id,
        saleId: refund.sale_id,
        saleNumber: refund.sale_number,
        state: 'refund-unknown',
        amount: refund.amount_fen,
        channel: refund.channel,
        orderNumber: refund.order_number,
        since: refund.changed_at,
        ...askedView(records.get(refund.id)),
      },
    ]
  })
}

/** The payment that made up what a sale owes that was put aside: nobody would look for it otherwise. */
function paidAsideView(db: ReadableDb, till: string): OpenTender[] {
  return heldSalesOf(db, till).flatMap((sale) => {
    const stored = readSale(db, sale)
    const last = stored.tenders.findLast(({ state, kind }) => state === 'taken' && kind === 'qr')
    if (last?.order_number == null || !isPaidAside(stored)) return []
    return [paymentView({ ...last, order_number: last.order_number, sale_number: sale.number }, undefined)]
  })
}

const openView = ({ db, till }: Counter, records: Records): readonly OpenTender[] => [
  ...paymentsView(db, records),
  ...refundsView(db, records),
  ...paidAsideView(db, till),
]

/**
 * Nothing it does moves money, so it may ask as often as it likes: a payment leaves the open states only by what the
 * acquirer says.
 */
export function createTenderAsker(desk: Desk, onFault: (error: unknown) => void): TenderAsker {
  const { clock, events } = desk.counter
  const records = new Map<string, Asked>()
  let told = '[]'
  let running: Promise<void> | undefined
  let cancelTimer: () => void = () => undefined
  let stopped = false

  const recordOf = (key: string): Asked => {
    const fresh = { attempts: 0, lastAt: null, nextAt: clock.now() + FIRST_PAUSE_MS }
    const record = records.get(key) ?? fresh
    records.set(key, record)
    return record
  }

  const tell = (): void => {
    const tenders = [...openView(desk.counter, records)]
    const text = JSON.stringify(tenders)
    if (text === told) return
    told = text
    events.emit('tenders.changed', { tenders })
  }

  const plan = (): void => {
    cancelTimer()
    if (stopped || desk.payments === undefined) return
    const keys = openSubjects(desk).map(({ key }) => key)
    for (const key of records.keys()) if (!keys.includes(key)) records.delete(key)
    const due = keys.map((key) => recordOf(key).nextAt)
    tell()
    if (due.length === 0) return
    cancelTimer = clock.schedule(() => void round(), Math.max(0, Math.min(...due) - clock.now()))
  }

  const askDue = async (): Promise<void> => {
    for (const { key, ask, expiresAt } of openSubjects(desk)) {
      const { attempts, nextAt } = recordOf(key)
      if (stopped || desk.payments === undefined) return
      if (nextAt > clock.now()) continue
      const now = clock.now()
      const made = attempts + 1
      records.set(key, { attempts: made, lastAt: now, nextAt: nextQuestionAt(now, made, expiresAt) })
      await ask()
    }
  }

  const round = (): Promise<void> => {
    running ??= askDue()
      .catch(onFault)
      .finally(() => {
        running = undefined
        plan()
      })
    return running
  }

  return {
    changed: () => {
      if (running === undefined) plan()
      else tell()
    },
    round,
    view: () => openView(desk.counter, records),
    start: plan,
    stop: async () => {
      stopped = true
      cancelTimer()
      await running
    },
  }
}
