import { expect } from 'vitest'
import type { EventName, EventPayload } from '../../../engine/contract/contract.ts'
import type { DeviceView } from '../../../engine/contract/devices.ts'
import type { PrintJobView } from '../../../engine/contract/printing.ts'
import type { TestCounter } from '../counter.ts'

export const WAIT = { timeout: 20_000, interval: 25 }

/** The states of every device by its slot. */
export async function statesOf(counter: TestCounter): Promise<Record<string, string>> {
  const { devices } = await counter.must('devices.list', {})
  return Object.fromEntries(devices.map((device) => [device.slot, device.state]))
}

/** Waits until these devices work. */
export async function untilReady(counter: TestCounter, ...slots: readonly string[]): Promise<void> {
  const wanted = Object.fromEntries(slots.map((slot) => [slot, 'ready']))
  await expect.poll(() => statesOf(counter), WAIT).toMatchObject(wanted)
}

export async function deviceIn(counter: TestCounter, slot: string): Promise<DeviceView | undefined> {
  return (await counter.must('devices.list', {})).devices.find((device) => device.slot === slot)
}

/** Looks for a card after which a reader that finds none takes the one before as gone. */
const LOOKS = 5

/** Takes the card off the reader, and waits until the till has seen that it is gone. */
export async function takeCardAway(counter: TestCounter): Promise<void> {
  await counter.centre.actOnDevice({ act: 'card' })
  const asked = async (): Promise<number> => (await counter.centre.devices()).cardQuestions
  const before = await asked()
  await expect.poll(asked, WAIT).toBeGreaterThan(before + LOOKS)
}

/** The only job of a sale's printing. */
export async function jobOf(counter: TestCounter, saleId: string): Promise<PrintJobView> {
  const [job] = (await counter.must('printing.list', { saleId })).jobs
  if (job === undefined) throw new Error('nothing was to be printed')
  return job
}

/** Everything that an event told from now on. */
export function listen<Name extends EventName>(counter: TestCounter, name: Name): EventPayload<Name>[] {
  const told: EventPayload<Name>[] = []
  counter.client().on(name, (payload) => told.push(payload))
  return told
}
