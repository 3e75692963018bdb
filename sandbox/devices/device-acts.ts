import { z } from 'zod'
import { cardNamed } from './identity-cards.ts'
import { SERIAL_TWINS, type DeviceShop } from './device-shop.ts'

const scanning = z.enum(['scanner', 'scanner-2', 'code-box'])
const serial = z.enum(SERIAL_TWINS)
const text = z.string().min(1).max(600)

/** What a device can be made to do. */
export const deviceActSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('scan'), device: scanning.default('scanner'), text }),
  /** Two scans without a pause. */
  z.strictObject({ act: z.literal('double'), device: scanning.default('scanner'), text }),
  /** The beginning of a scan and nothing more. */
  z.strictObject({ act: z.literal('half-frame'), device: scanning.default('scanner'), text }),
  z.strictObject({
    act: z.literal('garbage'),
    device: serial,
    bytes: z.int().min(1).max(10_000).default(64),
  }),
  /** Lays the identity card of a practice person on the reader; no name takes it away. */
  z.strictObject({ act: z.literal('card'), name: z.string().max(40).optional() }),
  z.strictObject({ act: z.literal('paper'), is: z.enum(['ok', 'near-end', 'out']) }),
  z.strictObject({ act: z.literal('roll-ends'), afterLines: z.int().min(1).max(10_000) }),
  /** The printer takes `bytes` and rests `everyMs`; 0 bytes stops it altogether, without `everyMs` it goes on. */
  z.strictObject({
    act: z.literal('slow'),
    bytes: z.int().min(0).max(4_096),
    everyMs: z.int().min(0).max(10_000),
  }),
  z.strictObject({ act: z.literal('unplug'), device: z.enum([...SERIAL_TWINS, 'printer']) }),
  z.strictObject({ act: z.literal('plug-in'), device: serial }),
])
export type DeviceAct = z.input<typeof deviceActSchema>

/** What happened on the devices so far. */
export const deviceStateSchema = z.strictObject({
  printed: z.array(z.string()),
  cuts: z.int(),
  pulses: z.int(),
  receivedBytes: z.int(),
  /** Questions that the card reader was asked. */
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
    cardQuestions: shop.reader.heard.length,
    display: shop.display(),
  }
}

const END = '\r'
/** Always the same noise: a sequence of a linear congruence. */
function noise(length: number): Uint8Array {
  let value = 1
  return Uint8Array.from({ length }, () => {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
    return value >> 16
  })
}

/** Makes a device do something; a sentence when it cannot. */
export async function actOnDevice(
  shop: DeviceShop,
  act: z.output<typeof deviceActSchema>,
): Promise<string | undefined> {
  const sent = (done: boolean): string | undefined => (done ? undefined : '设备没有插上')
  switch (act.act) {
    case 'scan':
      return sent(shop.send(act.device, Buffer.from(act.text + END)))
    case 'double':
      return sent(shop.send(act.device, Buffer.from(act.text + END + act.text + END)))
    case 'half-frame':
      return sent(shop.send(act.device, Buffer.from(act.text.slice(0, Math.ceil(act.text.length / 2)))))
    case 'garbage':
      return sent(shop.send(act.device, noise(act.bytes)))
    case 'card': {
      const card = act.name === undefined ? undefined : cardNamed(act.name)
      if (act.name !== undefined && card === undefined) return '没有这个人，或他的证件没有芯片'
      shop.reader.lay(card)
      return undefined
    }
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
