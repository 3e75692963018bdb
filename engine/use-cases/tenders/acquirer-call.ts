import { createHash } from 'node:crypto'
import type {
  Acquirer,
  AcquirerCall,
  AcquirerOperation,
  AcquirerOutcome,
  Received,
} from '../../../acquirer/acquirer.ts'
import type { Fen } from '../../../core/money/fen.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { recordLateAnswer, type ExchangeOutcomeStep } from '../../../db/journal/exchange-repository.ts'
import { performJournalled, type Performed, type Sent } from '../exchange/journalled-call.ts'
import type { Desk } from '../insurance/desk.ts'

/** What every answer of an acquirer has. */
type AnyAnswer = { readonly status: string; readonly reason?: string }

export type AcquirerRequest<Answer> = {
  /** Which use case asks; stored with the exchange. */
  readonly purpose: string
  readonly saleId: string
  readonly amount: Fen
  /** Makes the request, in the transaction that stores it; a refusal stores nothing and sends nothing. */
  readonly build: (acquirer: Acquirer, requestId: string) => Result<AcquirerCall<Answer>>
  readonly onPrepared?: (exchangeId: number) => void
  readonly onSent?: () => void
  readonly onOutcome: (outcome: AcquirerOutcome<Answer>, exchangeId: number) => void
  /** Runs in the transaction that keeps an answer which came after the call was given up. */
  readonly onLate?: (outcome: AcquirerOutcome<Answer>, exchangeId: number) => void
  /** Runs after that transaction. */
  readonly afterLate?: () => void
}

/** Operations whose answer may be a refusal; a question is answered, whatever the answer is. */
const MOVES_MONEY: readonly AcquirerOperation[] = ['pay', 'present', 'refund']

function stepOf(
  operation: AcquirerOperation,
  outcome: AcquirerOutcome<AnyAnswer>,
): { readonly step: ExchangeOutcomeStep; readonly detail: string } {
  if (outcome.kind !== 'answered') return { step: outcome.kind, detail: outcome.reason }
  const { status, reason } = outcome.answer
  const refused = MOVES_MONEY.includes(operation) && (status === 'refused' || status === 'rejected')
  return {
    step: refused ? 'refused' : 'accepted',
    detail: reason === undefined ? status : `${status}: ${reason}`,
  }
}

/** The one door to the acquirer: journalled as a call to the centre is, as `acquirer.pay`, `acquirer.query` and so on. */
export async function callAcquirer<Answer extends AnyAnswer>(
  desk: Desk,
  request: AcquirerRequest<Answer>,
): Promise<Result<Performed<AcquirerOutcome<Answer>>>> {
  const { payments } = desk
  if (payments === undefined) return refuse('TENDER_QR_NOT_OFFERED')
  const { db, clock } = desk.counter
  let call: AcquirerCall<Answer> | undefined
  return performJournalled(
    { db, clock },
    {
      purpose: request.purpose,
      build: () => {
        const built = request.build(payments.acquirer, clock.newId())
        if (!built.ok) return built
        call = built.value
        return ok({
          infno: `acquirer.${call.operation}`,
          msgid: call.requestId,
          bodyText: call.bodyText,
          bodyHash: createHash('sha256').update(call.bodyText, 'utf8').digest('hex'),
          saleId: request.saleId,
          amount: request.amount,
        })
      },
      send: async (_stored, exchangeId): Promise<Sent<AcquirerOutcome<Answer>>> => {
        if (call === undefined) throw new Error('a request that was not built cannot be sent')
        const { operation, send } = call
        const { outcome, httpStatus, bodyText } = await send((late) =>
          keepLate(desk, request, { exchangeId, late }),
        )
        return { outcome, ...stepOf(operation, outcome), httpStatus, responseText: bodyText }
      },
      onPrepared: request.onPrepared,
      onSent: request.onSent,
      onOutcome: request.onOutcome,
    },
  )
}

/** An answer to a call that was given up: kept whatever else happens, and matched to what it was asked for. */
function keepLate<Answer extends AnyAnswer>(
  desk: Desk,
  request: AcquirerRequest<Answer>,
  answer: { readonly exchangeId: number; readonly late: Received<Answer> },
): void {
  const { db, clock } = desk.counter
  const { exchangeId, late } = answer
  const keep = (): void =>
    recordLateAnswer(db, exchangeId, {
      at: clock.now(),
      httpStatus: late.httpStatus ?? 0,
      responseText: late.bodyText ?? '',
      detail: late.outcome.kind,
    })
  try {
    db.transaction(() => {
      keep()
      request.onLate?.(late.outcome, exchangeId)
    })
  } catch (error) {
    db.transaction(keep)
    throw error
  }
  request.afterLate?.()
}
