import type { WritableDb } from '../../../db/connection/database.ts'
import {
  movePrintJob,
  nextPrintJob,
  type PrintJobMove,
  type PrintJobRow,
  type PrintJobState,
} from '../../../db/printing/print-job-repository.ts'
import { obstacleOf } from '../../../native-bridge/printer/condition.ts'
import type { PrintOutcome } from '../../../native-bridge/printer/printer.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DeviceBank } from '../devices/device-bank.ts'
import type { RunningDevice } from '../devices/make-device.ts'
import type { ReceiptParts } from '../receipts/receipt-service.ts'
import { bytesOfJob } from './slip-bytes.ts'

/** How long a job waits when the printer said nothing that would wake it. */
const AGAIN_AFTER_MS = 3_000

export type MoveJob = (
  id: string,
  from: readonly PrintJobState[],
  to: Omit<PrintJobMove, 'from' | 'at'>,
) => boolean

/** Moves jobs, each move durable by itself and told when it happened. */
export function jobMover(db: WritableDb, clock: Clock, announce: () => void): MoveJob {
  return (id, from, to) => {
    const moved = db.transaction(() => movePrintJob(db, id, { from, at: clock.now(), ...to }))
    if (moved) announce()
    return moved
  }
}

/** What prints the queue, one job after the other. */
export type PrintRunner = {
  /** Prints what waits, if the printer can. */
  readonly kick: () => void
  /** Begins nothing any more; resolves when the job that prints has ended. */
  readonly stop: () => Promise<void>
}

export type PrintRunnerParts = {
  readonly receipts: ReceiptParts
  readonly bank: DeviceBank
  readonly move: MoveJob
  readonly onFault: (error: unknown) => void
}

type RunningPrinter = Extract<RunningDevice, { readonly kind: 'printer' }>

/** Where an outcome leaves a job that began. */
function moveAfter(
  outcome: Exclude<PrintOutcome, { readonly outcome: 'not-started' }>,
): Pick<PrintJobMove, 'to' | 'problem'> {
  return outcome.outcome === 'printed'
    ? { to: 'printed', problem: null }
    : { to: outcome.outcome, problem: outcome.reason }
}

/** Why a printer cannot take a job now; undefined when it can. */
function hindranceOf(printer: RunningPrinter): string | undefined {
  const state = printer.device.state()
  if (state.state === 'faulted') return state.reason
  if (state.state === 'closed' || state.state === 'opening') return 'not-found'
  return obstacleOf(printer.device.condition())
}

/**
 * Prints jobs in the order of asking. A job that did not start waits and is tried again; whatever may be on paper is left
 * alone: a person decides about that.
 */
export function createPrintRunner(parts: PrintRunnerParts): PrintRunner {
  const { bank, receipts, move } = parts
  const { db, clock } = receipts.counter
  let stopped = false
  let running: Promise<void> | undefined
  let cancelTimer = (): void => undefined

  const againLater = (): false => {
    cancelTimer()
    cancelTimer = clock.schedule(kick, AGAIN_AFTER_MS)
    return false
  }
  const keepWaiting = (job: PrintJobRow, problem: string): false => {
    if (job.problem !== problem) move(job.id, ['waiting'], { to: 'waiting', problem })
    return againLater()
  }

  /** Prints the next job; true when there may be another one. */
  const printNext = async (): Promise<boolean> => {
    const job = stopped ? undefined : nextPrintJob(db)
    if (job === undefined) return false
    const printer = bank.running('printer')
    if (printer === undefined) return keepWaiting(job, 'not-set-up')
    const hindrance = hindranceOf(printer)
    if (hindrance !== undefined) return keepWaiting(job, hindrance)
    const bytes = await bytesOfJob(receipts, job, printer.profile)
    if (!bytes.ok) return move(job.id, ['waiting'], { to: 'failed', problem: 'cannot-be-made' })
    const outcome = await printer.device.print({
      id: job.id,
      bytes: bytes.value,
      // durable before the first byte leaves: after a crash the job counts as perhaps on paper
      onStart: () => move(job.id, ['waiting'], { to: 'printing', problem: null, attempt: true }),
    })
    if (outcome.outcome === 'not-started') {
      move(job.id, ['waiting'], { to: 'waiting', problem: outcome.reason })
      return againLater()
    }
    move(job.id, ['printing'], moveAfter(outcome))
    return true
  }

  const work = async (): Promise<void> => {
    try {
      while (await printNext());
    } catch (error) {
      parts.onFault(error)
    } finally {
      running = undefined
    }
  }
  function kick(): void {
    if (!stopped) running ??= work()
  }

  return {
    kick,
    stop: async () => {
      stopped = true
      cancelTimer()
      await running
    },
  }
}
