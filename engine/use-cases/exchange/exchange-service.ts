import { ok, type Result } from '../../../core/result.ts'
import type { Fen } from '../../../core/money/fen.ts'
import type { WritableDb } from '../../../db/connection/database.ts'
import { buildRequest, type EnvelopeParts } from '../../../insurance/envelope/request-envelope.ts'
import type { Gateway, Transmission } from '../../../insurance/gateway/gateway.ts'
import { interpretAnswer, type Outcome } from '../../../insurance/gateway/interpret-answer.ts'
import type { WireRequest } from '../../../insurance/mapping/wire-request.ts'
import type { MessageIdSource } from '../../../insurance/message-id/message-id-source.ts'
import type { RegionProfile } from '../../../insurance/profiles/profile-schema.ts'
import type { Clock } from '../../ports/clock.ts'
import { performJournalled, type BuiltRequest, type Performed, type Sent } from './journalled-call.ts'

/** One call to the centre, and what shall happen with the records in the very transactions that journal it. */
export type ExchangeRequest = {
  /** Which use case asks; stored with the exchange. */
  readonly purpose: string
  readonly wire: WireRequest
  readonly saleId?: string
  readonly personNumber?: string
  readonly amount?: Fen
  /** `insuplc_admdvs`; needed whenever the input holds a person. */
  readonly insuredPlace?: string
  readonly operator: { readonly number: string; readonly name: string }
  /** `sign_no`; absent only for 9001. */
  readonly signNumber?: string
  /** Runs in the transaction that stores the request. Nothing was sent yet. */
  readonly onPrepared?: (exchangeId: number, msgid: string) => void
  /** Runs in the transaction after which bytes may leave. */
  readonly onSent?: (exchangeId: number) => void
  /** Runs in the transaction that stores the outcome. */
  readonly onOutcome?: (outcome: Outcome, exchangeId: number) => void
}

export type ExchangeResult = Performed<Outcome>

export type Exchanges = {
  /**
   * Journals, sends and journals again (invariants 2, 5, 6). Never repeats anything. Refuses only with
   * INSURANCE_REQUEST_INVALID, before anything was stored; what the centre did is the outcome.
   */
  readonly perform: (request: ExchangeRequest) => Promise<Result<ExchangeResult>>
}

export type ExchangeParts = {
  readonly db: WritableDb
  readonly clock: Clock
  readonly gateway: Gateway
  readonly messageIds: MessageIdSource
  readonly profile: RegionProfile
  readonly shop: { readonly code: string; readonly name: string }
  /** What the safety control gave for a transaction of a visit, where there is one. */
  readonly deviceOf?: (infno: string, saleId: string | undefined) => EnvelopeParts['device']
}

/** The one door to the centre. */
export function createExchanges(parts: ExchangeParts): Exchanges {
  const { db, clock, gateway, profile } = parts

  const build = (request: ExchangeRequest): Result<BuiltRequest> => {
    const { msgid, at } = parts.messageIds.next()
    const built = buildRequest({
      infno: request.wire.infno,
      msgid,
      profile,
      shop: parts.shop,
      operator: request.operator,
      signNumber: request.signNumber,
      insuredPlace: request.insuredPlace,
      device: parts.deviceOf?.(request.wire.infno, request.saleId),
      input: request.wire.input,
      at,
    })
    if (!built.ok) return built
    return ok({
      infno: request.wire.infno,
      msgid,
      bodyText: built.value.bodyText,
      bodyHash: built.value.bodyHash,
      ...(request.saleId !== undefined && { saleId: request.saleId }),
      ...(request.personNumber !== undefined && { personNumber: request.personNumber }),
      ...(request.amount !== undefined && { amount: request.amount }),
    })
  }

  const send = async ({ infno, msgid, bodyText }: BuiltRequest): Promise<Sent<Outcome>> => {
    const transmission = await gateway.send({ infno, msgid, bodyText })
    return sentOf(transmission, interpretAnswer({ infno, msgid }, transmission, profile))
  }

  return {
    perform: (request) =>
      performJournalled(
        { db, clock },
        {
          purpose: request.purpose,
          build: () => build(request),
          send,
          onPrepared: request.onPrepared,
          onSent: request.onSent,
          onOutcome: request.onOutcome,
        },
      ),
  }
}

function sentOf(transmission: Transmission, outcome: Outcome): Sent<Outcome> {
  const step = { outcome, step: outcome.kind, detail: detailOf(outcome) }
  return transmission.kind === 'not-sent'
    ? step
    : { ...step, httpStatus: transmission.httpStatus, responseText: transmission.bodyText }
}

function detailOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'accepted':
      return outcome.warnings.join('; ')
    case 'refused':
      return `${outcome.code}: ${outcome.message}`
    case 'unknown':
    case 'not-sent':
      return outcome.reason
  }
}
