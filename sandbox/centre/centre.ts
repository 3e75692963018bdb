import { validateInput } from '../../insurance/catalogue/validate.ts'
import { isWireObject, type WireObject } from '../../insurance/catalogue/exact-json.ts'
import { ANSWERED, type Answered, type CentreConfig } from '../config/centre-config.ts'
import { writeAnswer } from '../envelope/answer.ts'
import { describeIssues, envelopeProblem, readInput, type ReadRequest } from '../envelope/read-request.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { MessageRecord } from '../ledger/messages.ts'
import { refused, type Call, type Output, type Reply } from '../transactions/call.ts'
import { HANDLERS } from '../transactions/handlers.ts'
import { signProblem } from '../transactions/sign-in.ts'
import { textOf } from '../transactions/wire.ts'
import { doDueReversals } from '../transactions/undo/reverse.ts'
import { CentreClock } from './clock.ts'
import { traceOverrides } from './trace-overrides.ts'

/** How a fault of the platform bends one call. */
export type Bend = {
  /** For the message log. */
  readonly fault?: string
  /** Milliseconds that this call's clock is off besides the centre's own offset. */
  readonly offsetMs?: number
  readonly distort?: (output: Output) => Output
  /** Says this instead of what was done. */
  readonly sayInstead?: { readonly code: string; readonly message: string }
}

export type Processed = { readonly body: string; readonly outcome: MessageRecord['outcome'] }

const isAnswered = (infno: string): infno is Answered => ANSWERED.some((number) => number === infno)

/** The centre's business: a request in, a ledger changed in one transaction, an answer out. Knows nothing of sockets. */
export class Centre {
  readonly clock: CentreClock
  readonly ledger: Ledger
  config: CentreConfig

  /** `now` gives epoch milliseconds; a simulation has its own. */
  constructor(ledger: Ledger, config: CentreConfig, now: () => number = () => Date.now()) {
    this.ledger = ledger
    this.config = config
    this.clock = new CentreClock(Number(ledger.setting('clock-offset') ?? 0), now)
  }

  /** Moves the clock, also for the time after a restart. */
  setClockOffset(offsetMs: number): void {
    this.ledger.setSetting('clock-offset', String(offsetMs))
    this.clock.offsetMs = offsetMs
  }

  /** Answers a request. What it changes and the message itself are one commit, on the disk before this returns. */
  process(request: ReadRequest, bend: Bend = {}): Processed {
    const at = this.clock.now() + (bend.offsetMs ?? 0)
    return this.ledger.transaction(() => {
      doDueReversals(this, this.clock.now())
      const { reply, outcome } = this.#reply(request, at)
      return this.#finish(request, at, reply, outcome, bend)
    })
  }

  #reply(request: ReadRequest, at: number): { reply: Reply; outcome: MessageRecord['outcome'] } {
    const { envelope, msgid } = request
    if (envelope === undefined) return { reply: refused(request.problem), outcome: 'malformed' }
    const problem = envelopeProblem(envelope, this.config)
    if (problem !== undefined) return { reply: refused(problem), outcome: 'malformed' }
    if (this.ledger.messages.isUsed(msgid)) {
      return { reply: refused('发送方报文ID(msgid)重复，请勿重复提交'), outcome: 'duplicate' }
    }
    const reply = this.#business(envelope, request, at)
    return { reply, outcome: reply.accepted ? 'accepted' : 'refused' }
  }

  #business(envelope: WireObject, request: ReadRequest, at: number): Reply {
    const { infno, msgid } = request
    if (!isAnswered(infno) || !this.config.open.includes(infno)) return refused(`交易未开放：${infno}`)
    const input = readInput(envelope, this.config)
    if (input === undefined) return refused('交易输入(input)的形式不符合本地要求')
    const errors = validateInput(infno, input, traceOverrides(this.config)).filter(
      (issue) => issue.severity === 'error',
    )
    if (errors.length > 0) return refused(describeIssues(errors))
    const shop = this.config.institutions.find(
      (institution) => institution.code === textOf(envelope, 'fixmedins_code'),
    )
    if (shop === undefined) return refused('定点医药机构编号(fixmedins_code)不存在')
    const call: Call = {
      infno,
      msgid,
      at,
      serial: this.ledger.messages.nextId,
      place: textOf(envelope, 'insuplc_admdvs'),
      shop,
      operator: textOf(envelope, 'opter'),
      operatorName: textOf(envelope, 'opter_name'),
      signNumber: textOf(envelope, 'sign_no'),
      input,
    }
    const problem = signProblem(call, this) ?? placeProblem(call)
    return problem === undefined ? HANDLERS[infno](call, this) : refused(problem)
  }

  #finish(
    request: ReadRequest,
    at: number,
    reply: Reply,
    outcome: MessageRecord['outcome'],
    bend: Bend,
  ): Processed {
    const serial = this.ledger.messages.nextId
    const times = { serial, receivedAt: at, answeredAt: this.clock.now() + (bend.offsetMs ?? 0) }
    const truth = {
      infno: request.infno,
      code: reply.accepted ? '0' : '-1',
      message: reply.accepted ? '' : reply.message,
      output: reply.accepted ? reply.output : null,
      ...times,
    }
    const answer = writeAnswer(truth, this.config)
    this.ledger.messages.add({
      msgid: request.msgid,
      infno: request.infno,
      shop: request.envelope === undefined ? '' : textOf(request.envelope, 'fixmedins_code'),
      at,
      outcome,
      effect: reply.accepted ? reply.effect : '',
      fault: bend.fault ?? '',
      request: request.text,
      answer,
    })
    return { body: bentBody(answer, truth, bend, this.config), outcome }
  }
}

function bentBody(
  answer: string,
  truth: Parameters<typeof writeAnswer>[0],
  bend: Bend,
  config: CentreConfig,
): string {
  if (bend.sayInstead !== undefined) {
    return writeAnswer({ ...truth, ...bend.sayInstead, output: null }, config)
  }
  if (bend.distort === undefined || truth.output === null) return answer
  return writeAnswer({ ...truth, output: bend.distort(truth.output) }, config)
}

/** `insuplc_admdvs` must say where the person of the input is insured. */
function placeProblem(call: Call): string | undefined {
  const named = Object.values(call.input).some((node) => isWireObject(node) && textOf(node, 'psn_no') !== '')
  if (!named || /^\d{6}$/.test(call.place)) return undefined
  return '参保地医保区划(insuplc_admdvs)缺失或不合法'
}
