import { ok, type Result } from '../../../core/result.ts'
import type { Fen } from '../../../core/money/fen.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import {
  insertExchange,
  insertExchangeStep,
  type ExchangeOutcomeStep,
} from '../../../db/journal/exchange-repository.ts'
import type { Clock } from '../../ports/clock.ts'

/** A request as it is stored before any byte of it leaves. */
export type BuiltRequest = {
  /** The transaction number, or the acquirer's operation. */
  readonly infno: string
  /** Our identifier of this one request; never used twice. */
  readonly msgid: string
  readonly bodyText: string
  /** Hex SHA-256 of `bodyText`. */
  readonly bodyHash: string
  readonly saleId?: string
  readonly personNumber?: string
  readonly amount?: Fen
}

/** What became of a request, with what the journal keeps of it. */
export type Sent<Outcome> = {
  readonly outcome: Outcome
  readonly step: ExchangeOutcomeStep
  readonly detail: string
  readonly httpStatus?: number | undefined
  readonly responseText?: string | undefined
}

/** One call that leaves the till, and what shall happen with the records in the very transactions that journal it. */
export type JournalledCall<Outcome> = {
  /** Which use case asks; stored with the exchange. */
  readonly purpose: string
  /** Makes the request, in the transaction that stores it; a refusal stores nothing. */
  readonly build: () => Result<BuiltRequest>
  /** Sends it once. Never throws. */
  readonly send: (request: BuiltRequest, exchangeId: number) => Promise<Sent<Outcome>>
  /** Runs in the transaction that stores the request. Nothing was sent yet. */
  readonly onPrepared?: ((exchangeId: number, msgid: string) => void) | undefined
  /** Runs in the transaction after which bytes may leave. */
  readonly onSent?: ((exchangeId: number) => void) | undefined
  /** Runs in the transaction that stores the outcome. */
  readonly onOutcome?: ((outcome: Outcome, exchangeId: number) => void) | undefined
}

export type Performed<Outcome> = {
  readonly exchangeId: number
  readonly msgid: string
  readonly outcome: Outcome
}

/**
 * Journals, sends and journals again (invariants 2, 5, 6). Never repeats anything. Refuses only with what `build` refuses,
 * before anything was stored; what the other side did is the outcome.
 */
export async function performJournalled<Outcome>(
  { db, clock }: { readonly db: WritableDb; readonly clock: Clock },
  call: JournalledCall<Outcome>,
): Promise<Result<Performed<Outcome>>> {
  const prepared = db.attempt(() => {
    const built = call.build()
    if (!built.ok) return built
    const { infno, msgid, bodyText, bodyHash, saleId, personNumber, amount } = built.value
    const exchangeId = insertExchange(db, {
      msgid,
      infno,
      purpose: call.purpose,
      saleId: saleId ?? null,
      personNumber: personNumber ?? null,
      amountFen: amount ?? null,
      requestText: bodyText,
      requestHash: bodyHash,
      preparedAt: clock.now(),
    })
    call.onPrepared?.(exchangeId, msgid)
    return ok({ exchangeId, request: built.value })
  })
  if (!prepared.ok) return prepared
  const { exchangeId, request } = prepared.value
  db.transaction(() => {
    insertExchangeStep(db, { exchangeId, step: 'sent', at: clock.now() })
    call.onSent?.(exchangeId)
  })
  const sent = await call.send(request, exchangeId)
  const { outcome, step, detail, httpStatus, responseText } = sent
  const keep = (): void =>
    insertExchangeStep(db, {
      exchangeId,
      step,
      at: clock.now(),
      detail,
      ...(httpStatus !== undefined && { httpStatus }),
      ...(responseText !== undefined && { responseText }),
    })
  try {
    db.transaction(() => {
      keep()
      call.onOutcome?.(outcome, exchangeId)
    })
  } catch (error) {
    // whatever went wrong with our own records, the answer itself must not be lost
    db.transaction(keep)
    throw error
  }
  return ok({ exchangeId, msgid: request.msgid, outcome })
}
