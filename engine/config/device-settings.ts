import { z } from 'zod'
import { DEVICE_SLOTS, SCANNERS_MAXIMUM, kindOfSlot, type DeviceKind } from '../contract/device-kinds.ts'

const milliseconds = z.int().min(10).max(600_000)
const path = z.string().min(1).max(200)
const usbId = z.int().min(0).max(0xffff)
const functionName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_@]{0,80}$/)
/** A function that not every library has; an empty text where it is missing. */
const optionalFunction = z.union([z.literal(''), functionName])

/** A serial line; 8N1 without flow control unless said otherwise. */
const serial = (baudRate: number) => ({
  path,
  baudRate: z.int().min(300).max(1_000_000).default(baudRate),
  dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
  stopBits: z.union([z.literal(1), z.literal(2)]).default(1),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
})

const encoding = z.enum(['utf-8', 'gb18030']).default('utf-8')

/** How a scanner cuts its line into scans. */
const frames = {
  prefix: z.string().max(8).default(''),
  suffix: z.string().max(8).default(''),
  terminator: z.enum(['cr', 'lf', 'crlf', 'idle']).default('cr'),
  encoding,
  /** Pause of the line that ends a scan; null is what fits the terminator. */
  idleMs: milliseconds.nullable().default(null),
}

/** Which HID device is meant; what is null does not matter. */
const hidMatch = {
  path: path.nullable().default(null),
  vendorId: usbId.nullable().default(null),
  productId: usbId.nullable().default(null),
  serialNumber: z.string().max(100).nullable().default(null),
}

const hidPos = { ...hidMatch, encoding, idleMs: milliseconds.default(200) }
const codeLife = { lifeMs: milliseconds.default(60_000) }

/** The process that a vendor's library lives in. */
const bridge = {
  library: z.string().min(1).max(500),
  convention: z.enum(['stdcall', 'cdecl']).default('stdcall'),
  encoding: z.enum(['gb18030', 'utf-8']).default('gb18030'),
  /** The Node that loads the library, of the library's width; null is this program's own. */
  node: z.string().min(1).max(500).nullable().default(null),
  workingDirectory: z.string().min(1).max(500).nullable().default(null),
  callLimitMs: milliseconds.default(15_000),
}

const printerModel = {
  /** A profile of `native-bridge/printer/data`. */
  profile: z.string().min(1).max(40).default('generic-80'),
  /** Members that replace the profile's own. */
  profileOverrides: z.record(z.string().max(40), z.unknown()).default({}),
  writeLimitMs: milliseconds.default(10_000),
}

const named = (name: string) => ({ name: z.string().min(1).max(40).default(name) })
const displayOptions = z.strictObject({
  path,
  /** Null is the speed that most of the family come with. */
  baudRate: z.int().min(300).max(1_000_000).nullable().default(null),
})

const scanner = z.discriminatedUnion('driver', [
  z.strictObject({
    ...named('扫码枪'),
    driver: z.literal('serial'),
    options: z.strictObject({ ...serial(9600), ...frames }),
  }),
  z.strictObject({
    ...named('扫码枪'),
    driver: z.literal('hid-pos'),
    options: z.strictObject(hidPos).prefault({}),
  }),
])

const codeBox = z.discriminatedUnion('driver', [
  z.strictObject({
    ...named('医保扫码墩'),
    driver: z.literal('serial'),
    options: z.strictObject({ ...serial(9600), ...frames, ...codeLife }),
  }),
  z.strictObject({
    ...named('医保扫码墩'),
    driver: z.literal('hid-pos'),
    options: z.strictObject({ ...hidPos, ...codeLife }).prefault({}),
  }),
])

const identityReader = z.discriminatedUnion('driver', [
  z.strictObject({
    ...named('身份证阅读器'),
    driver: z.literal('serial'),
    options: z.strictObject({ ...serial(115_200), pauseMs: milliseconds.default(300) }),
  }),
  z.strictObject({
    ...named('身份证阅读器'),
    driver: z.literal('hid'),
    options: z
      .strictObject({
        ...hidMatch,
        vendorId: usbId.nullable().default(0x0400),
        productId: usbId.nullable().default(0xc35a),
        reportBytes: z.int().min(8).max(4_096).default(64),
        reportId: z.int().min(0).max(255).default(0),
        pauseMs: milliseconds.default(300),
      })
      .prefault({}),
  }),
])

const cardReader = z.discriminatedUnion('driver', [
  z.strictObject({
    ...named('社保卡读卡器'),
    driver: z.literal('social-security-card'),
    options: z.strictObject({
      ...bridge,
      cardType: z.int().min(1).max(4).default(3),
      outputBytes: z.int().min(256).max(8_192).default(4_096),
      readBasic: functionName.default('iReadCardBas'),
      readCard: functionName.default('iReadCard'),
      verifyPin: functionName.default('iVerifyPIN'),
      /** The holder types the PIN on the reader before the card counts. */
      askPin: z.boolean().default(false),
    }),
  }),
])

const safetyControl = z.discriminatedUnion('driver', [
  z.strictObject({
    ...named('医保安全控件'),
    driver: z.literal('safety-control'),
    options: z.strictObject({
      ...bridge,
      /** The JSON text of `Init`. */
      initialise: z.string().regex(/^\{[^\0]{0,4000}\}$/),
      initialiseFunction: functionName.default('Init'),
      readCard: functionName.default('ReadCardBas'),
      readIdentityCard: functionName.default('ReadSFZ'),
      queryCode: optionalFunction.default('EcQuery'),
      verifyPin: optionalFunction.default('VerifyPIN'),
      transactionPlace: z.enum(['not-passed', 'business-buffer']).default('not-passed'),
      /** `dev_no` of the requests that carry its credential. */
      deviceNumber: z.string().max(100).default(''),
    }),
  }),
])

const printer = z.discriminatedUnion('driver', [
  z.strictObject({
    ...named('小票打印机'),
    driver: z.literal('serial'),
    options: z.strictObject({
      ...serial(9600),
      flowControl: z.enum(['none', 'hardware', 'software']).default('none'),
      ...printerModel,
    }),
  }),
  z.strictObject({
    ...named('小票打印机'),
    driver: z.literal('tcp'),
    options: z.strictObject({
      host: z.string().min(1).max(253),
      port: z.int().min(1).max(65_535).default(9100),
      connectLimitMs: milliseconds.default(3_000),
      ...printerModel,
    }),
  }),
  z.strictObject({
    ...named('小票打印机'),
    driver: z.literal('raw-path'),
    options: z.strictObject({ path, ...printerModel }),
  }),
])

const drawer = z.discriminatedUnion('driver', [
  z.strictObject({
    ...named('钱箱'),
    driver: z.literal('printer'),
    options: z
      .strictObject({
        /** Pin of the printer's socket; null is the profile's. */
        pin: z
          .union([z.literal(2), z.literal(5)])
          .nullable()
          .default(null),
        /** Opens by itself when cash is taken. */
        automatic: z.boolean().default(true),
      })
      .prefault({}),
  }),
])

const display = z.strictObject({
  ...named('顾客显示屏'),
  driver: z.enum(['vfd220', 'cd5220', 'ld220', 'led8', 'led8n']),
  options: displayOptions,
})

/** What may be set for each kind of device: a driver by name with its options, every one with a default where there is one. */
export const DEVICE_SETTING_SCHEMAS = {
  scanner,
  'code-box': codeBox,
  'identity-reader': identityReader,
  'card-reader': cardReader,
  'safety-control': safetyControl,
  printer,
  drawer,
  display,
} as const satisfies Readonly<Record<DeviceKind, z.ZodType>>

export type SettingOf<Kind extends DeviceKind> = z.output<(typeof DEVICE_SETTING_SCHEMAS)[Kind]>
export type DeviceSetting = {
  readonly [Kind in DeviceKind]: { readonly kind: Kind } & SettingOf<Kind>
}[DeviceKind]

/** The devices of the configuration file. */
export const devicesSchema = z.strictObject({
  scanners: z.array(scanner).max(SCANNERS_MAXIMUM).default([]),
  codeBox: codeBox.optional(),
  identityReader: identityReader.optional(),
  cardReader: cardReader.optional(),
  safetyControl: safetyControl.optional(),
  printer: printer.optional(),
  drawer: drawer.optional(),
  display: display.optional(),
  /**
   * A HID bus behind a port of this machine, instead of the machine's own: for devices that are simulated. What it says
   * counts as what a device says.
   */
  hidBus: z.strictObject({ port: z.int().min(1).max(65_535) }).optional(),
})
export type DevicesConfig = z.output<typeof devicesSchema>

/** Each driver of a kind with the schema of its options. */
export function driversOf(kind: DeviceKind): { readonly driver: string; readonly options: z.ZodType }[] {
  const schema = DEVICE_SETTING_SCHEMAS[kind]
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return schema.options.map(({ shape }) => ({ driver: shape.driver.value, options: shape.options }))
  }
  return schema.shape.driver.options.map((driver) => ({ driver, options: schema.shape.options }))
}

/** Where the configuration file has each device that there is one of. */
const SINGLE = {
  'code-box': 'codeBox',
  'identity-reader': 'identityReader',
  'card-reader': 'cardReader',
  'safety-control': 'safetyControl',
  printer: 'printer',
  drawer: 'drawer',
  display: 'display',
} as const satisfies Readonly<Record<Exclude<DeviceKind, 'scanner'>, keyof DevicesConfig>>

/** A setting as text gave it, checked as one of its kind. The problem is the first that was found. */
export type SettingCheck =
  | { readonly ok: true; readonly setting: DeviceSetting }
  | { readonly ok: false; readonly where: string; readonly problem: string }

/** Checks driver, name and options for a slot's kind, and fills in every default. */
export function checkSetting(kind: DeviceKind, value: unknown): SettingCheck {
  const parsed = DEVICE_SETTING_SCHEMAS[kind].safeParse(value)
  // kind and schema belong together, which TypeScript cannot see through the index
  if (parsed.success) return { ok: true, setting: { kind, ...parsed.data } as DeviceSetting }
  const issue = parsed.error.issues[0]
  if (issue?.code === 'unrecognized_keys') {
    return { ok: false, where: [...issue.path, issue.keys[0] ?? ''].join('.'), problem: 'unrecognized-key' }
  }
  return { ok: false, where: issue?.path.join('.') ?? '-', problem: issue?.code ?? '-' }
}

/** A serial scanner as the configuration's older key `scanners` has it. */
type PlainScanner = Readonly<Record<'name' | 'path' | 'prefix' | 'suffix' | 'terminator', string>> & {
  readonly baudRate: number
}

/**
 * The slots that the configuration file fills, with their settings: first the scanners of the older key, then those of
 * `devices`, eight at the most.
 */
export function settingsOfFile(config: {
  readonly scanners: readonly PlainScanner[]
  readonly devices: DevicesConfig
}): ReadonlyMap<string, DeviceSetting> {
  const settings = new Map<string, DeviceSetting>()
  const plain = config.scanners.flatMap(({ name, ...options }) => {
    const checked = checkSetting('scanner', { name, driver: 'serial', options })
    return checked.ok ? [checked.setting] : []
  })
  const others = config.devices.scanners.map((one) => ({ kind: 'scanner', ...one }) as const)
  for (const [index, setting] of [...plain, ...others].slice(0, SCANNERS_MAXIMUM).entries()) {
    settings.set(`scanner-${index + 1}`, setting)
  }
  for (const slot of DEVICE_SLOTS) {
    const kind = kindOfSlot(slot)
    if (kind === undefined || kind === 'scanner') continue
    const one = config.devices[SINGLE[kind]]
    // the member's schema is that of its kind
    if (one !== undefined) settings.set(slot, { kind, ...one } as DeviceSetting)
  }
  return settings
}
