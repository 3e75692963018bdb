import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import type { DeviceState } from '../device/device.ts'
import type { PrinterCondition } from '../printer/condition.ts'
import { findPrinterProfile, type PrinterProfile } from '../printer/printer-profile.ts'
import { createPrinter } from '../printer/printer-service.ts'
import type { Printer, PrinterLimits, PrinterLine, PrintJob } from '../printer/printer.ts'
import { plugPrinterIn, type PluggedPrinter } from '../../device-twins/printer-lines.ts'
import { createPrinterTwin, type PrinterTwin } from '../../device-twins/printer-twin.ts'
import { createTimers } from './timers.ts'

export const WAIT = { timeout: 10_000, interval: 5 }
export const WORKING: PrinterCondition = { paper: 'ok', cover: 'closed', online: 'yes', error: 'none' }

/** A shipped profile with some members of its own. */
export function profileOf(id: string, overrides: Readonly<Record<string, unknown>> = {}): PrinterProfile {
  const found = findPrinterProfile(id, overrides)
  if (!found.ok) throw new Error(`${found.where}: ${found.problem}`)
  return found.profile
}

/** A job of so many lines, each with its number. */
export const linesJob = (id: string, count: number): PrintJob => ({
  id,
  bytes: Uint8Array.from(
    Buffer.from(Array.from({ length: count }, (_, index) => `line ${index} of ${id}\n`).join('')),
  ),
})

/** A printer service with everything that its hooks were told. */
export type Watched = {
  readonly printer: Printer
  readonly states: DeviceState[]
  readonly conditions: PrinterCondition[]
  readonly notes: string[]
  readonly timersLeft: () => number
}

/** Opens a printer, and waits until it is. */
export async function ready({ printer }: Watched): Promise<void> {
  printer.open()
  await expect.poll(() => printer.state().state, WAIT).toBe('ready')
}

/** Waits until the printer has told how it is. */
export async function answered({ printer }: Watched): Promise<void> {
  await expect.poll(() => printer.condition(), WAIT).toEqual(WORKING)
}

/** What a test of printers needs around each of its cases; to be made where tests are declared. */
export function printerRig() {
  let folder = ''
  const cleanUp: (() => Promise<void>)[] = []
  const later = (task: () => Promise<void>): void => void cleanUp.push(task)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'printer-'))
  })
  afterEach(async () => {
    for (const task of cleanUp.splice(0).reverse()) await task()
    await rm(folder, { recursive: true, force: true })
  })

  const watched = (
    line: PrinterLine,
    profile = profileOf('generic-80'),
    limits: Partial<PrinterLimits> = {},
  ): Watched => {
    const timers = createTimers()
    const states: DeviceState[] = []
    const conditions: PrinterCondition[] = []
    const notes: string[] = []
    const printer = createPrinter(
      { line, profile, limits },
      {
        schedule: timers.schedule,
        onState: (state) => states.push(state),
        onCondition: (condition) => conditions.push(condition),
        onNote: (note) => notes.push(note),
      },
    )
    later(() => printer.close())
    return { printer, states, conditions, notes, timersLeft: timers.running }
  }

  return {
    folder: () => folder,
    /** Runs `task` when the test is over, the last one first. */
    later,
    watched,
    /** A printer on a pseudo terminal, and the service that has it open. */
    onSerial: async (
      profile = profileOf('generic-80'),
      limits: Partial<PrinterLimits> = {},
      prepare: (twin: PrinterTwin) => void = () => undefined,
    ): Promise<Watched & { readonly twin: PrinterTwin; readonly cable: PluggedPrinter }> => {
      const twin = createPrinterTwin()
      prepare(twin)
      const cable = await plugPrinterIn(folder, twin)
      later(cable.unplug)
      const watching = watched(
        { kind: 'serial', path: cable.path, baudRate: 115_200, writeLimitMs: 1_500 },
        profile,
        limits,
      )
      await ready(watching)
      return { ...watching, twin, cable }
    },
  }
}
