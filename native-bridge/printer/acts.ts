import type { DeviceFault } from '../device/device.ts'
import type { KeptLine } from '../device/keep-open.ts'
import { obstacleOf } from './condition.ts'
import { drawerBytes } from './printer-commands.ts'
import type { PrinterProfile } from './printer-profile.ts'
import type { PrinterHooks, PrinterLimits, PrintJob, PrintOutcome, PulseOutcome } from './printer.ts'
import { sendInChunks } from './send-in-chunks.ts'
import type { StatusWatch } from './status-watch.ts'

type NotStarted = Extract<PrintOutcome, { readonly outcome: 'not-started' }>
type Fault = { readonly reason: DeviceFault; readonly detail: string }

/** What the acts of a printer work with. */
export type Bench = {
  readonly kept: KeptLine
  readonly watch: StatusWatch
  readonly profile: PrinterProfile
  readonly limits: PrinterLimits
  readonly schedule: PrinterHooks['schedule']
}

/** Why nothing can be sent now. */
function notOpen({ kept }: Bench): Fault | undefined {
  const state = kept.state()
  if (state.state === 'ready' || state.state === 'busy') return undefined
  if (state.state === 'faulted') return { reason: state.reason, detail: state.detail }
  return { reason: 'not-found', detail: 'the printer is not open' }
}

/** What stands against printing now: asks a printer that answers. */
async function standsAgainst(bench: Bench): Promise<NotStarted | undefined> {
  const { watch, limits } = bench
  const known = watch.hasAnswered() && (await watch.ask(limits.answerMs, limits.answerMs))
  const fault = notOpen(bench)
  if (fault !== undefined) return { outcome: 'not-started', ...fault }
  // it hangs, or works through something else: what is sent now might come out whenever it likes
  if (watch.hasAnswered() && !known) {
    return { outcome: 'not-started', reason: 'silent', detail: 'it answered before and does not now' }
  }
  const obstacle = known ? obstacleOf(watch.condition()) : undefined
  return obstacle && { outcome: 'not-started', reason: obstacle, detail: 'the printer says so' }
}

/** What became of a job whose bytes are all out. */
async function afterwards(bench: Bench, obstacle: () => PrintOutcome | undefined): Promise<PrintOutcome> {
  const { watch, profile, limits } = bench
  if (!watch.answers()) {
    const fault = notOpen(bench)
    return fault === undefined ? { outcome: 'printed', confirmed: false } : { outcome: 'uncertain', ...fault }
  }
  // whoever tells by itself says so when it has worked through the job; DLE EOT is answered at once
  const told = profile.status === 'automatic' && (await watch.askToTell(limits.confirmMs))
  const answered = told || (await watch.ask(limits.confirmMs, limits.answerMs))
  const fault = notOpen(bench)
  if (fault !== undefined) return { outcome: 'uncertain', ...fault }
  if (!answered) return { outcome: 'uncertain', reason: 'silent', detail: 'no answer behind the job' }
  return obstacle() ?? { outcome: 'printed', confirmed: true }
}

/** Prints one job, in its turn. */
export async function printNow(bench: Bench, job: PrintJob): Promise<PrintOutcome> {
  const { kept, watch, limits, schedule } = bench
  const against = await standsAgainst(bench)
  if (against !== undefined) return against
  if (job.onStart?.() === false) {
    return { outcome: 'not-started', reason: 'failed', detail: 'given up before it began' }
  }
  const seen = watch.remember()
  let late = false
  const cancel = schedule(() => {
    late = true
  }, limits.jobMs)
  const sent = await sendInChunks(job.bytes, limits.chunkBytes, kept.write, () => late)
  cancel()
  if (!sent.ok) {
    const reason = seen() ?? sent.reason
    // what the system still holds must not come out when someone puts paper in
    kept.fail(sent.reason, sent.detail)
    return { outcome: 'incomplete', sent: sent.sent, reason, detail: sent.detail }
  }
  return await afterwards(bench, () => {
    const reason = seen()
    return reason && { outcome: 'uncertain', reason, detail: 'the printer said so' }
  })
}

/** Opens the drawer, in its turn. */
export async function pulseNow(bench: Bench): Promise<PulseOutcome> {
  const { kept, profile } = bench
  if (profile.drawer === null)
    return { outcome: 'not-sent', reason: 'no-drawer', detail: 'the profile has none' }
  // a printer that has stopped would keep the pulse and open the drawer later
  const against = await standsAgainst(bench)
  if (against !== undefined) return { ...against, outcome: 'not-sent' }
  const written = await kept.write(drawerBytes(profile.drawer))
  if (written.ok) return { outcome: 'sent' }
  kept.fail(written.reason, written.detail)
  return { outcome: 'uncertain', reason: written.reason, detail: written.detail }
}
