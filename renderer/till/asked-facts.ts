import type { OpenSettlement } from '../../engine/contract/resolving.ts'
import { say } from '../text/say.ts'
import { clockText, elapsedText } from '../text/time.ts'

type Asked = Pick<
  OpenSettlement,
  'attempts' | 'lastAskedAt' | 'lastFinding' | 'lastProblem' | 'nextAttemptAt' | 'waitingUntil'
>

/** How often and when the centre was asked, what it told, and when it is asked again, each in a few words. */
export function askedFacts(asked: Asked, now: number): readonly string[] {
  const { attempts, lastAskedAt, lastFinding, nextAttemptAt, waitingUntil } = asked
  const finding = lastFinding === null ? '' : say(`finding.${lastFinding}`)
  return [
    attempts === 0 ? say('band.askedNever') : say('band.asked', { times: attempts }),
    ...(lastAskedAt === null ? [] : [say('band.lastAsked', { time: clockText(lastAskedAt), finding })]),
    ...(nextAttemptAt === null ? [] : [nextText(nextAttemptAt, now)]),
    ...(waitingUntil === null ? [] : [say('band.quiet', { time: clockText(waitingUntil) })]),
  ]
}

function nextText(at: number, now: number): string {
  return at <= now
    ? say('band.nextSoon')
    : say('band.nextAt', { time: clockText(at), rest: elapsedText(at - now) })
}
