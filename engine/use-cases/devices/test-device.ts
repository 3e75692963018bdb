import { maskDocumentNumber, maskName } from '../../../core/identity/mask.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { routeScan } from '../../../core/scan/route-scan.ts'
import type { MethodParams, MethodResult } from '../../contract/contract.ts'
import type { DeviceView } from '../../contract/devices.ts'
import type { PrintQueue } from '../printing/print-queue.ts'
import type { Counter } from '../sale/counter.ts'
import type { DeviceBank } from './device-bank.ts'
import type { Reading } from './make-device.ts'
import { readSocialCard } from './read-card.ts'

export type TestParts = {
  readonly counter: Pick<Counter, 'shift'>
  readonly bank: DeviceBank
  readonly queue: PrintQueue
}

type TestResult = MethodResult<'devices.test'>
type Parsed = TestResult['parsed']

/** Bytes of a card reader's answer that name nobody: preamble, length, status. */
const HEAD_BYTES = 10

function parsedOf(reading: Reading): Parsed {
  switch (reading.kind) {
    case 'scan': {
      const routed = routeScan(reading.text)
      return [
        { name: 'text', text: reading.text },
        { name: 'kind', text: routed.ok ? routed.value.kind : 'unknown' },
      ]
    }
    case 'code':
      return [{ name: 'text', text: reading.code.text }]
    case 'card': {
      const { outcome } = reading
      if (outcome.kind !== 'document') return [{ name: 'problem', text: outcome.kind }]
      const { kind, name, number } = outcome.document
      return [
        { name: 'kind', text: kind },
        { name: 'name', text: maskName(name) },
        { name: 'number', text: maskDocumentNumber(number) },
      ]
    }
  }
}

async function testReading(
  parts: TestParts,
  device: DeviceView,
  withinMs: number,
): Promise<Result<TestResult>> {
  const { raw, reading } = await parts.bank.nextReading(device.slot, withinMs)
  // bytes that were not understood are what a test is for: another speed, another suffix
  if (reading === undefined && raw.length === 0) {
    return refuse('DEVICE_TEST_TIMED_OUT', { name: device.name, seconds: Math.round(withinMs / 1_000) })
  }
  const shown = device.kind === 'identity-reader' ? raw.subarray(0, HEAD_BYTES) : raw
  return ok({
    rawHex: Buffer.from(shown).toString('hex'),
    rawBytes: raw.length,
    parsed: reading === undefined ? [] : parsedOf(reading),
  })
}

const nothingRaw = (parsed: Parsed): Result<TestResult> => ok({ rawHex: '', rawBytes: 0, parsed })

async function testCard(parts: TestParts): Promise<Result<TestResult>> {
  const card = await readSocialCard(parts.bank)
  if (!card.ok) return card
  const { name, cardNumber, issuerArea, version } = card.value
  return nothingRaw([
    { name: 'name', text: maskName(name) },
    { name: 'number', text: maskDocumentNumber(cardNumber) },
    { name: 'area', text: issuerArea },
    { name: 'version', text: version },
  ])
}

/**
 * Tries one device. A reading that a test took goes nowhere else. Refuses with DEVICE_SLOT_UNKNOWN, DEVICE_NOT_READY,
 * DEVICE_BUSY, DEVICE_TEST_NOT_OFFERED, DEVICE_TEST_TIMED_OUT or CARD_NOT_READ.
 */
export async function testDevice(
  parts: TestParts,
  asked: MethodParams<'devices.test'>,
): Promise<Result<TestResult>> {
  const shift = parts.counter.shift()
  if (!shift.ok) return shift
  const device = parts.bank.view(asked.slot)
  if (device === undefined) return refuse('DEVICE_SLOT_UNKNOWN', { slot: asked.slot })
  const { kind, name, state, reason } = device
  if (state !== 'ready' && state !== 'busy')
    return refuse('DEVICE_NOT_READY', { name, reason: reason ?? state })
  if (asked.what === 'read' && (kind === 'scanner' || kind === 'code-box' || kind === 'identity-reader')) {
    return testReading(parts, device, asked.withinMs)
  }
  if (asked.what === 'read' && kind === 'card-reader') return testCard(parts)
  if (asked.what === 'slip' && kind === 'printer') {
    const job = await parts.queue.printTest(shift.value.operatorId, asked.withinMs)
    return job.state === 'printed'
      ? nothingRaw([{ name: 'state', text: job.state }])
      : refuse('DEVICE_NOT_READY', { name, reason: job.problem ?? job.state })
  }
  const display = parts.bank.running('display')
  if (asked.what === 'text' && kind === 'display' && display !== undefined) {
    display.device.show({ upper: asked.text, lower: '' })
    return nothingRaw([{ name: 'text', text: asked.text }])
  }
  return refuse('DEVICE_TEST_NOT_OFFERED', { name })
}
