import { z } from 'zod'
import {
  approvalSchema,
  fenSchema,
  identifierSchema,
  instantSchema,
  nothingSchema,
  refusalSchema,
} from './common.ts'
import { DEVICE_FAULTS, DEVICE_KINDS, PRINT_OBSTACLES } from './device-kinds.ts'
import { AT_THE_TILL, EVERYBODY, method } from './method.ts'
import { identifyReturnErrors, returnResult } from './returns.ts'
import { saleViewSchema } from './sale.ts'

const slotSchema = z.string().min(1).max(20).meta({ description: 'scanner-1 … scanner-8, or a kind' })
const kindSchema = z.enum(DEVICE_KINDS)

const stateMembers = {
  slot: slotSchema,
  kind: kindSchema,
  /** What the shop calls it. */
  name: z.string(),
  state: z.enum(['closed', 'opening', 'ready', 'busy', 'faulted']),
  /** Why it does not work, or why it works but does not print; null when nothing is wrong. */
  reason: z.enum([...DEVICE_FAULTS, ...PRINT_OBSTACLES]).nullable(),
}

/** A device as the header shows it. */
export const deviceStateSchema = z.object(stateMembers)
export type DeviceStateView = z.infer<typeof deviceStateSchema>

const conditionSchema = z.object({
  paper: z.enum(['ok', 'near-end', 'out', 'unknown']),
  cover: z.enum(['closed', 'open', 'unknown']),
  online: z.enum(['yes', 'no', 'unknown']),
  error: z.enum(['none', 'cutter', 'other', 'unknown']),
})

/** A device as the settings show it. */
export const deviceViewSchema = z.object({
  ...stateMembers,
  driver: z.string(),
  /** Options with every default filled in. */
  options: z.record(z.string(), z.unknown()),
  /** `file`: as the configuration file says; `till`: as somebody set it on the screen, which counts before the file. */
  source: z.enum(['file', 'till']),
  /** What a printer says of itself; null for every other device. */
  condition: conditionSchema.nullable(),
  /** The last odd thing that the driver noticed, such as noise on the line, and how often since the start. */
  note: z.object({ what: z.string(), count: z.int() }).nullable(),
})
export type DeviceView = z.infer<typeof deviceViewSchema>

const pluggedSchema = z.object({
  transport: z.enum(['serial', 'hid']),
  path: z.string(),
  vendorId: z.int().nullable(),
  productId: z.int().nullable(),
  manufacturer: z.string(),
  product: z.string(),
  serialNumber: z.string(),
  usagePage: z.int().nullable(),
  /**
   * What it may be; null when nothing speaks for anything. `known` by its ids, `name` only by a word of its name. Without
   * a kind it is a chip that anything may hang behind.
   */
  guess: z
    .object({
      kind: kindSchema.nullable(),
      driver: z.string().nullable(),
      sure: z.enum(['known', 'name']),
      brand: z.string(),
    })
    .nullable(),
})

/** What a test of a device found. */
const testResultSchema = z.object({
  /** The first bytes that came, in hexadecimal; of a card only the head, which names nobody. */
  rawHex: z.string(),
  rawBytes: z.int(),
  /** What was understood, as name and text; personal data masked. */
  parsed: z.array(z.object({ name: z.string(), text: z.string() })),
})

/** Something was shown to a device: a card or a code. Personal data masked. */
export const deviceReadSchema = z.object({
  slot: slotSchema,
  what: z.enum(['identity-card', 'social-card', 'insurance-code']),
  /** `used`: it identified the person. `not-used`: nothing was done with it, `refusal` says why. */
  outcome: z.enum(['used', 'not-used']),
  holder: z.object({ name: z.string(), number: z.string() }).nullable(),
  refusal: refusalSchema.nullable(),
})
export type DeviceRead = z.infer<typeof deviceReadSchema>

/** What the customer may see: the basket and what it costs, nothing about the person. */
export const displayViewSchema = z.object({
  state: z.enum(['idle', 'selling', 'thanks']),
  lines: z.array(z.object({ name: z.string(), quantity: z.int(), unit: z.string(), amount: fenSchema })),
  total: fenSchema,
  /** What is left to pay. */
  due: fenSchema,
  received: fenSchema.nullable(),
  change: fenSchema.nullable(),
  /** What a QR code for the customer's phone holds, and the amount that it pays; null when there is none to show. */
  qr: z.object({ text: z.string(), amount: fenSchema }).nullable(),
})
export type DisplayView = z.infer<typeof displayViewSchema>

const identifyErrors = [
  'SESSION_NOT_SIGNED_IN',
  'INSURANCE_NOT_SIGNED_IN',
  'INSURANCE_OFFLINE',
  'INSURANCE_REFUSED',
  'INSURANCE_TRIAL_UNANSWERED',
  'INSURANCE_ANSWER_INVALID',
  'INSURANCE_CREDENTIAL_INVALID',
  'INSURANCE_NONE_NORMAL',
  'SALE_LOCKED',
] as const

const cardErrors = [
  'DEVICE_NOT_SET_UP',
  'DEVICE_NOT_READY',
  'DEVICE_BUSY',
  'CARD_NOT_READ',
  'CARD_READER_REFUSED',
] as const
const cardMediumSchema = z.enum(['social-card', 'identity-card']).default('social-card')

export const deviceMethods = {
  'devices.list': method({
    summary: 'Every device that is set up, with its state and settings.',
    params: nothingSchema,
    result: z.object({ devices: z.array(deviceViewSchema) }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'devices.drivers': method({
    summary: 'What can be set up: the drivers of each kind with the JSON Schema of their options.',
    params: nothingSchema,
    result: z.object({
      drivers: z.array(
        z.object({
          kind: kindSchema,
          driver: z.string(),
          options: z.record(z.string(), z.unknown()),
          /** What no source confirms, or only one. */
          note: z.string().nullable(),
        }),
      ),
      printerProfiles: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'devices.discover': method({
    summary: 'Serial ports and HID devices that are plugged in, each with a guess of its driver.',
    params: nothingSchema,
    result: z.object({
      plugged: z.array(pluggedSchema),
      problems: z.array(z.object({ transport: z.enum(['serial', 'hid']), detail: z.string() })),
    }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'devices.configure': method({
    summary:
      'Sets a device up on the screen; it counts before the configuration file, and only this device starts again. Driver `none` takes it away, `file` goes back to what the file says. Recorded.',
    params: z.strictObject({
      slot: slotSchema,
      driver: z.string().min(1).max(40),
      name: z.string().min(1).max(40).optional(),
      options: z.record(z.string().max(40), z.unknown()).default({}),
      reason: z.string().min(1).max(200),
      approval: approvalSchema.optional(),
    }),
    result: z.object({ device: deviceViewSchema.nullable() }),
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'RIGHT_NEEDED',
      'APPROVER_SAME_PERSON',
      'APPROVER_LACKS_RIGHT',
      'OPERATOR_WRONG',
      'OPERATOR_LOCKED_OUT',
      'DEVICE_SLOT_UNKNOWN',
      'DEVICE_SETTING_INVALID',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'devices.test': method({
    summary:
      'Tries one device: `read` waits for the next thing shown to it, which goes nowhere else; `slip` prints a test slip; `text` shows a text on the customer display.',
    params: z.strictObject({
      slot: slotSchema,
      what: z.enum(['read', 'slip', 'text']),
      text: z.string().max(40).default('欢迎光临'),
      withinMs: z.int().min(500).max(60_000).default(15_000),
    }),
    result: testResultSchema,
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'DEVICE_SLOT_UNKNOWN',
      'DEVICE_NOT_SET_UP',
      'DEVICE_NOT_READY',
      'DEVICE_TEST_NOT_OFFERED',
      'DEVICE_TEST_TIMED_OUT',
      'DEVICE_BUSY',
      'CARD_NOT_READ',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'devices.readCard': method({
    summary:
      'Reads the social-security card that lies on the reader and identifies its holder (1101, type 03). With a safety control, the control reads the card, or the identity card, and its credential goes with the visit.',
    params: z.strictObject({ medium: cardMediumSchema }),
    result: z.object({ sale: saleViewSchema }),
    errors: [...identifyErrors, ...cardErrors],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'devices.readReturnCard': method({
    summary:
      'Reads the card on the reader as `devices.readCard` does, and identifies the person of a return by it. With a safety control, its credential goes with the cancellation (2103).',
    params: z.strictObject({ returnId: identifierSchema, medium: cardMediumSchema }),
    result: returnResult,
    errors: [...identifyReturnErrors, ...cardErrors],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'drawer.open': method({
    summary:
      'Opens the cash drawer without a sale. Needs a right; recorded with the reason before the pulse.',
    params: z.strictObject({
      reason: z.string().min(1).max(200),
      approval: approvalSchema.optional(),
    }),
    result: z.object({ openedAt: instantSchema }),
    errors: [
      'SESSION_NOT_SIGNED_IN',
      'RIGHT_NEEDED',
      'APPROVER_SAME_PERSON',
      'APPROVER_LACKS_RIGHT',
      'OPERATOR_WRONG',
      'OPERATOR_LOCKED_OUT',
      'DEVICE_NOT_SET_UP',
      'DRAWER_NOT_OPENED',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'drawer.openings': method({
    summary: 'The last openings of the drawer, newest first.',
    params: z.strictObject({ limit: z.int().min(1).max(200).default(50) }),
    result: z.object({
      openings: z.array(
        z.object({
          at: instantSchema,
          operatorName: z.string(),
          reason: z.string(),
          automatic: z.boolean(),
          /** Null while the pulse is on its way, or when the engine ended meanwhile. */
          outcome: z.enum(['sent', 'not-sent', 'uncertain']).nullable(),
        }),
      ),
    }),
    errors: [],
    reads: true,
    roles: AT_THE_TILL,
  }),
  'display.view': method({
    summary: 'What the customer may see now; `display.changed` tells every change.',
    params: nothingSchema,
    result: displayViewSchema,
    errors: [],
    reads: true,
    roles: EVERYBODY,
  }),
}
