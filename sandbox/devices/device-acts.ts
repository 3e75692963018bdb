import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { cardNamed } from './identity-cards.ts'
import { LIBRARY_MANNERS, socialCardNamed } from './card-library.ts'
import type { DeviceShop } from './device-shop.ts'
import { READER_MANNERS } from './reader-manners.ts'
import { halfScan, noisePieces, scanPieces, slowPieces } from './scan-pieces.ts'
import { HID_TWINS, READER_TWINS, SCANNING_TWINS, SERIAL_TWINS, type TwinName } from './twin-names.ts'

const scanning = z.enum(SCANNING_TWINS)
const reader = z.enum(READER_TWINS)
const plugged = z.enum([...SERIAL_TWINS, ...HID_TWINS])
const text = z.string().min(1).max(600)

/** What a device can be made to do. */
export const deviceActSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('scan'), device: scanning.default('scanner'), text }),
  /** Two scans without a pause. */
  z.strictObject({ act: z.literal('double'), device: scanning.default('scanner'), text }),
  /** A scan byte by byte, or report by report, with a rest after each. */
  z.strictObject({
    act: z.literal('slow-scan'),
    device: scanning.default('scanner'),
    text,
    everyMs: z.int().min(1).max(5_000),
  }),
  /** The same scan again and again, a thousand times a second. */
  z.strictObject({
    act: z.literal('flood'),
    device: scanning.default('scanner'),
    text,
    frames: z.int().min(1).max(60_000),
  }),
  /** The beginning of a scan and nothing more. */
  z.strictObject({ act: z.literal('half-frame'), device: scanning.default('scanner'), text }),
  z.strictObject({
    act: z.literal('garbage'),
    device: plugged,
    bytes: z.int().min(1).max(10_000).default(64),
  }),
  /** Lays the identity card of a practice person on the reader; no name takes it away. */
  z.strictObject({
    act: z.literal('card'),
    device: reader.default('identity-reader'),
    name: z.string().max(40).optional(),
  }),
  /** Lays the social-security card of a practice person on its reader; no name takes it away. */
  z.strictObject({ act: z.literal('social-card'), name: z.string().max(40).optional() }),
  /** What the library of that reader does from now on; `number` is an error's code, or how slow it is in milliseconds. */
  z.strictObject({
    act: z.literal('library'),
    how: z.enum(LIBRARY_MANNERS),
    number: z.int().min(-1_000_000).max(1_000_000).default(0),
  }),
  /** How the card reader answers from now on. */
  z.strictObject({
    act: z.literal('reader-answers'),
    device: reader.default('identity-reader'),
    how: z.enum(READER_MANNERS),
  }),
  z.strictObject({ act: z.literal('paper'), is: z.enum(['ok', 'near-end', 'out']) }),
  z.strictObject({ act: z.literal('roll-ends'), afterLines: z.int().min(1).max(10_000) }),
  /** The printer takes `bytes` and rests `everyMs`; 0 bytes stops it altogether, without `everyMs` it goes on. */
  z.strictObject({
    act: z.literal('slow'),
    bytes: z.int().min(0).max(4_096),
    everyMs: z.int().min(0).max(10_000),
  }),
  z.strictObject({ act: z.literal('unplug'), device: z.enum([...SERIAL_TWINS, ...HID_TWINS, 'printer']) }),
  z.strictObject({ act: z.literal('plug-in'), device: plugged }),
])
export type DeviceAct = z.input<typeof deviceActSchema>

/** What happened on the devices so far. */
export const deviceStateSchema = z.strictObject({
  printed: z.array(z.string()),
  cuts: z.int(),
  pulses: z.int(),
  receivedBytes: z.int(),
  /** Questions that the card readers were asked, all together. */
  cardQuestions: z.int(),
  display: z.strictObject({ upper: z.string(), lower: z.string() }),
})
export type DeviceShopState = z.infer<typeof deviceStateSchema>

/** What the devices show now. */
export function stateOfDevices(shop: DeviceShop): DeviceShopState {
  return {
    printed: [...shop.printer.lines()],
    cuts: shop.printer.count('cut'),
    pulses: shop.printer.count('pulse'),
    receivedBytes: shop.printer.received(),
    cardQuestions: READER_TWINS.reduce((sum, device) => sum + shop.reader(device).heard.length, 0),
    display: shop.display(),
  }
}

const NO_LIBRARY = '这台机器没有 gcc，没有社保卡读卡器'

/** Sends pieces with a rest after each. */
async function sendSlowly(
  shop: DeviceShop,
  device: TwinName,
  pieces: readonly Uint8Array[],
  everyMs: number,
): Promise<boolean> {
  for (const piece of pieces) {
    if (!shop.send(device, piece)) return false
    await pause(everyMs)
  }
  return true
}

const FLOOD_STEP_MS = 10

/** A frame a millisecond on average, however coarse the timer is. */
async function flood(
  shop: DeviceShop,
  device: TwinName,
  frame: readonly Uint8Array[],
  frames: number,
): Promise<boolean> {
  const began = performance.now()
  for (let done = 0; done < frames;) {
    const due = Math.min(frames, Math.ceil(performance.now() - began) + 1)
    for (; done < due; done += 1) {
      if (!frame.every((piece) => shop.send(device, piece))) return false
    }
    await pause(FLOOD_STEP_MS)
  }
  return true
}

/** Makes a device do something; a sentence when it cannot. */
export async function actOnDevice(
  shop: DeviceShop,
  act: z.output<typeof deviceActSchema>,
): Promise<string | undefined> {
  const sent = (done: boolean): string | undefined => (done ? undefined : '设备没有插上')
  const send = (device: TwinName, pieces: readonly Uint8Array[]): string | undefined =>
    sent(pieces.every((piece) => shop.send(device, piece)))
  switch (act.act) {
    case 'scan':
      return send(act.device, scanPieces(act.device, act.text))
    case 'double': {
      const once = scanPieces(act.device, act.text)
      return send(act.device, [...once, ...once])
    }
    case 'slow-scan':
      return sent(await sendSlowly(shop, act.device, slowPieces(act.device, act.text), act.everyMs))
    case 'flood':
      return sent(await flood(shop, act.device, scanPieces(act.device, act.text), act.frames))
    case 'half-frame':
      return send(act.device, halfScan(act.device, act.text))
    case 'garbage':
      return send(act.device, noisePieces(act.device, act.bytes))
    case 'card': {
      const card = act.name === undefined ? undefined : cardNamed(act.name)
      if (act.name !== undefined && card === undefined) return '没有这个人，或他的证件没有芯片'
      shop.reader(act.device).lay(card)
      return undefined
    }
    case 'social-card': {
      const text = act.name === undefined ? undefined : socialCardNamed(act.name)
      if (act.name !== undefined && text === undefined) return '没有这个人，或他没有社保卡'
      await shop.cardLibrary?.lay(text)
      return shop.cardLibrary === undefined ? NO_LIBRARY : undefined
    }
    case 'library':
      await shop.cardLibrary?.behave(act.how, act.number)
      return shop.cardLibrary === undefined ? NO_LIBRARY : undefined
    case 'reader-answers':
      shop.setManner(act.device, act.how)
      return undefined
    case 'paper':
      shop.printer.set({ paper: act.is })
      return undefined
    case 'roll-ends':
      shop.printer.rollEndsAfter(act.afterLines)
      return undefined
    case 'slow':
      if (act.bytes === 0) shop.printer.takeOnly(0)
      else {
        shop.printer.takeOnly(Infinity)
        shop.printer.slowDown(act.bytes, act.everyMs)
      }
      return undefined
    case 'unplug':
      if (act.device === 'printer') shop.resetPrinter()
      else await shop.unplug(act.device)
      return undefined
    case 'plug-in':
      await shop.plugIn(act.device)
      return undefined
  }
}
