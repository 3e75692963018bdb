import type { Gateway, GatewayOptions, Transmission } from '../../insurance/gateway/gateway.ts'
import type { Centre } from '../../sandbox/centre/centre.ts'
import { writeAnswer } from '../../sandbox/envelope/answer.ts'
import { readRequest, type ReadRequest } from '../../sandbox/envelope/read-request.ts'
import type { Random } from '../random.ts'
import type { LineFault } from './line-fault.ts'
import type { SimulatedTime } from './simulated-time.ts'

export type SimulatedLine = {
  /** The gateway of one life of the till; after `cut` it hears nothing any more, whatever the centre still does. */
  readonly gatewayFor: (options: GatewayOptions) => { readonly gateway: Gateway; readonly cut: () => void }
  /** Which fault a call meets; a healthy line has none. */
  faultFor: (infno: string) => LineFault
}

export type LineParts = {
  readonly centre: Centre
  readonly time: SimulatedTime
  readonly random: Random
}

const SLOWEST_ANSWER_MS = 300

/** A line between a till and a centre in one process: the real business on both ends, sockets and time simulated. */
export function createSimulatedLine(parts: LineParts): SimulatedLine {
  const { centre, time, random } = parts
  const line: SimulatedLine = {
    faultFor: () => ({ kind: 'none' }),
    gatewayFor: (options) => {
      let cut = false
      const hear = async (call: Parameters<Gateway['send']>[0]): Promise<Transmission> => {
        const request = readRequest(Buffer.from(call.bodyText))
        const fault = line.faultFor(call.infno)
        await time.sleep(random.between(1, SLOWEST_ANSWER_MS))
        return suffer({ ...parts, options, request, fault, isCut: () => cut })
      }
      const gateway: Gateway = {
        send: async (call) => {
          const transmission = await hear(call)
          // whoever asked is dead: nobody is told
          return cut ? new Promise(() => undefined) : transmission
        },
        probe: () => Promise.resolve({ reachable: true, connectMs: 1 }),
        warmUp: () => Promise.resolve(),
        close: () => Promise.resolve(),
      }
      return { gateway, cut: () => void (cut = true) }
    },
  }
  void centre
  return line
}

type Suffering = LineParts & {
  readonly options: GatewayOptions
  readonly request: ReadRequest
  readonly fault: LineFault
  readonly isCut: () => boolean
}

const utf8 = new TextEncoder()

async function suffer(call: Suffering): Promise<Transmission> {
  const { centre, time, request, fault } = call
  const body = (): string => centre.process(request, { fault: fault.kind }).body
  const answered = (text: string, httpStatus = 200): Transmission => ({
    kind: 'answered',
    httpStatus,
    bodyBytes: utf8.encode(text),
    bodyText: text,
    at: time.now(),
  })
  const lost = (reason: string, phase: 'headers' | 'body' | 'status' = 'headers'): Transmission => ({
    kind: 'unknown',
    phase,
    reason,
    at: time.now(),
  })
  switch (fault.kind) {
    case 'none':
      return answered(body())
    case 'refused-connection':
      return { kind: 'not-sent', reason: 'connection-refused', at: time.now() }
    case 'reset':
      if (fault.done === 'before') body()
      if (fault.done === 'after') void time.sleep(fault.delayMs).then(body)
      return lost('connection-lost')
    case 'late':
      return late(call, fault, body)
    case 'silence':
      if (fault.done) body()
      await time.sleep(limitOf(call))
      return lost('headers-timeout')
    case 'http-status':
      if (fault.done) body()
      return lost(`http-${fault.status}`, 'status')
    case 'garbage':
      if (fault.done) body()
      return answered('<html>网关错误</html>')
    case 'half-body':
      if (fault.done) body()
      return lost('body-incomplete', 'body')
    case 'another-answer':
      return answered(toAnother(request, fault.done ? body() : refusal(call)))
    case 'result-code':
      return answered(refusal(call))
  }
}

/** Milliseconds that the till waits for an answer to this number. */
function limitOf({ options, request }: Suffering): number {
  return /^(?:2102[AB]?|2103|2601|3202)$/.test(request.infno)
    ? options.limits.moneyHeadersMs
    : options.limits.headersMs
}

async function late(
  call: Suffering,
  fault: Extract<LineFault, { kind: 'late' }>,
  body: () => string,
): Promise<Transmission> {
  const { time, options, request, isCut } = call
  const early = fault.done === 'first' ? body() : undefined
  const limitMs = limitOf(call)
  const { msgid, infno } = request
  void time.sleep(fault.delayMs).then(() => {
    const text = early ?? body()
    if (isCut() || fault.delayMs > limitMs + options.limits.lateMs) return
    try {
      options.onLateAnswer(msgid, {
        infno,
        httpStatus: 200,
        bodyBytes: utf8.encode(text),
        bodyText: text,
        at: time.now(),
      })
    } catch (error) {
      options.onFault(error)
    }
  })
  await time.sleep(limitMs)
  return { kind: 'unknown', phase: 'headers', reason: 'headers-timeout', at: time.now() }
}

/** A refusal that the business never saw. */
function refusal({ centre, request, time }: Suffering): string {
  const at = time.now()
  const answer = { code: '-1', message: '系统繁忙，请稍后再试', output: null, serial: 0 }
  return writeAnswer({ infno: request.infno, ...answer, receivedAt: at, answeredAt: at }, centre.config)
}

/** The same answer under a msgid that nobody sent. */
function toAnother(request: ReadRequest, text: string): string {
  const foreign = `${request.msgid.slice(0, 26)}${String((Number(request.msgid.slice(26)) + 5000) % 10_000).padStart(4, '0')}`
  const own = text.includes(request.msgid) ? text : text.replace('{', `{"msgid":"${request.msgid}",`)
  return own.replaceAll(request.msgid, foreign)
}
