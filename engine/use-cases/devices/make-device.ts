import type { Bridge } from '../../../native-bridge/bridge/bridge-client.ts'
import type { IdentityOutcome } from '../../../native-bridge/card/identity-cycle.ts'
import type { Device, DeviceHooks } from '../../../native-bridge/device/device.ts'
import type { CustomerDisplay } from '../../../native-bridge/display/display-service.ts'
import type { PrinterCondition } from '../../../native-bridge/printer/condition.ts'
import { findPrinterProfile, type PrinterProfile } from '../../../native-bridge/printer/printer-profile.ts'
import type { Printer, PrinterLine } from '../../../native-bridge/printer/printer.ts'
import type { QrCode } from '../../../native-bridge/qr-box/qr-code.ts'
import { withIdentifier } from '../../../native-bridge/scanner/symbology.ts'
import type { HidBus } from '../../../native-bridge/transport/hid-bus.ts'
import type { DeviceSetting, SettingOf } from '../../config/device-settings.ts'

/** Something was shown to a device. Personal data: never log it. */
export type Reading =
  | { readonly kind: 'scan'; readonly text: string }
  | { readonly kind: 'code'; readonly code: QrCode }
  | { readonly kind: 'card'; readonly outcome: IdentityOutcome }

/** A device that was made, by what can be asked of it. */
export type RunningDevice =
  | { readonly kind: 'scanner' | 'code-box' | 'identity-reader'; readonly device: Device }
  | { readonly kind: 'card-reader' | 'safety-control'; readonly device: Bridge }
  | { readonly kind: 'printer'; readonly device: Printer; readonly profile: PrinterProfile }
  | { readonly kind: 'display'; readonly device: CustomerDisplay }

export type RunningHooks = DeviceHooks & {
  readonly onRead: (reading: Reading) => void
  readonly onCondition: (condition: PrinterCondition) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What a device is made with besides its own setting. */
export type DeviceSurroundings = {
  /** The drawer hangs on the printer, whose profile has its pin. */
  readonly drawer: SettingOf<'drawer'> | undefined
  readonly hidBus: HidBus
}

type Options<Setting> = Setting extends { readonly options: infer Given } ? Given : never
type ScannerOptions = Options<SettingOf<'scanner'>>

/** Members that are not null: an absent option is the driver's own business. */
function given<T extends object>(options: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  const members = Object.entries(options).filter(([, value]) => value !== null)
  // only null was taken out
  return Object.fromEntries(members) as { [Name in keyof T]?: NonNullable<T[Name]> }
}

function scannerLine(options: Extract<ScannerOptions, { readonly baudRate: number }>) {
  const { idleMs, ...rest } = options
  return { ...rest, ...(idleMs !== null && { idleMs }) }
}

function hidLine(options: Exclude<ScannerOptions, { readonly baudRate: number }>, bus: HidBus) {
  const { encoding, idleMs, ...match } = options
  return { bus, match: given(match), encoding, idleMs }
}

async function makeScanner(setting: SettingOf<'scanner'>, bus: HidBus, hooks: RunningHooks): Promise<Device> {
  const { SCANNER_DRIVERS } = await import('../../../native-bridge/scanner/drivers.ts')
  const scannerHooks = {
    ...hooks,
    onScan: (scan: Parameters<typeof withIdentifier>[0]) =>
      hooks.onRead({ kind: 'scan', text: withIdentifier(scan) }),
  }
  return setting.driver === 'serial'
    ? SCANNER_DRIVERS.serial(scannerLine(setting.options), scannerHooks)
    : SCANNER_DRIVERS.hid(hidLine(setting.options, bus), scannerHooks)
}

async function makeCodeBox(
  setting: SettingOf<'code-box'>,
  bus: HidBus,
  hooks: RunningHooks,
): Promise<Device> {
  const { createQrBox } = await import('../../../native-bridge/qr-box/qr-box.ts')
  const { lifeMs } = setting.options
  const boxHooks = { ...hooks, onCode: (code: QrCode) => hooks.onRead({ kind: 'code', code }) }
  if (setting.driver === 'serial') {
    const { lifeMs: _life, ...line } = setting.options
    return createQrBox({ line: { transport: 'serial', ...scannerLine(line) }, lifeMs }, boxHooks)
  }
  const { lifeMs: _life, ...line } = setting.options
  return createQrBox({ line: { transport: 'hid', ...hidLine(line, bus) }, lifeMs }, boxHooks)
}

async function makeIdentityReader(
  setting: SettingOf<'identity-reader'>,
  bus: HidBus,
  hooks: RunningHooks,
): Promise<Device> {
  const { IDENTITY_READER_DRIVERS } = await import('../../../native-bridge/card/identity-drivers.ts')
  const readerHooks = {
    ...hooks,
    onCard: (outcome: IdentityOutcome) => hooks.onRead({ kind: 'card', outcome }),
  }
  if (setting.driver === 'serial') return IDENTITY_READER_DRIVERS.serial(setting.options, readerHooks)
  const { reportBytes, reportId, pauseMs, ...match } = setting.options
  const options = { bus, match: given(match), reportBytes, reportId, pauseMs }
  return IDENTITY_READER_DRIVERS.hid(options, readerHooks)
}

async function makeBridge(
  setting: SettingOf<'card-reader'> | SettingOf<'safety-control'>,
  hooks: RunningHooks,
): Promise<Bridge> {
  const { createBridge } = await import('../../../native-bridge/bridge/bridge-client.ts')
  const { node, workingDirectory, callLimitMs, ...library } = setting.options
  // what the till keeps for itself, and not for the library
  const own = new Set(['askPin', 'deviceNumber'])
  const options = Object.fromEntries(Object.entries(library).filter(([name]) => !own.has(name)))
  return createBridge(
    {
      driver: { name: setting.driver, options },
      callLimitMs,
      ...(node !== null && { node }),
      ...(workingDirectory !== null && { workingDirectory }),
    },
    hooks,
  )
}

function printerLine(setting: SettingOf<'printer'>): PrinterLine {
  const { profile: _profile, profileOverrides: _overrides, ...line } = setting.options
  // the names of the drivers are those of the lines
  return { kind: setting.driver, ...line } as PrinterLine
}

/** The profile of a printer with the shop's own members and the drawer's pin; a problem says where. */
export function profileOfPrinter(
  setting: SettingOf<'printer'>,
  drawer: SettingOf<'drawer'> | undefined,
): ReturnType<typeof findPrinterProfile> {
  const found = findPrinterProfile(setting.options.profile, setting.options.profileOverrides)
  const pin = drawer?.options.pin ?? null
  if (!found.ok || pin === null || found.profile.drawer === null) return found
  return { ok: true, profile: { ...found.profile, drawer: { ...found.profile.drawer, pin } } }
}

async function makePrinter(
  setting: SettingOf<'printer'>,
  drawer: SettingOf<'drawer'> | undefined,
  hooks: RunningHooks,
): Promise<RunningDevice> {
  const { createPrinter } = await import('../../../native-bridge/printer/printer-service.ts')
  const found = profileOfPrinter(setting, drawer)
  if (!found.ok) throw new Error(`printer profile: ${found.where} ${found.problem}`)
  const { profile } = found
  return { kind: 'printer', device: createPrinter({ line: printerLine(setting), profile }, hooks), profile }
}

/**
 * Makes a device of its setting, closed still. Drivers are loaded with their first device: they cost start-up time. Rejects
 * when a driver cannot be loaded on this machine.
 */
export async function makeDevice(
  setting: Exclude<DeviceSetting, { readonly kind: 'drawer' }>,
  { drawer, hidBus }: DeviceSurroundings,
  hooks: RunningHooks,
): Promise<RunningDevice> {
  switch (setting.kind) {
    case 'scanner':
      return { kind: setting.kind, device: await makeScanner(setting, hidBus, hooks) }
    case 'code-box':
      return { kind: setting.kind, device: await makeCodeBox(setting, hidBus, hooks) }
    case 'identity-reader':
      return { kind: setting.kind, device: await makeIdentityReader(setting, hidBus, hooks) }
    case 'card-reader':
      return { kind: setting.kind, device: await makeBridge(setting, hooks) }
    case 'safety-control':
      return { kind: setting.kind, device: await makeBridge(setting, hooks) }
    case 'printer':
      return makePrinter(setting, drawer, hooks)
    case 'display': {
      const { createCustomerDisplay } = await import('../../../native-bridge/display/display-service.ts')
      const { path, baudRate } = setting.options
      const options = { driver: setting.driver, path, ...(baudRate !== null && { baudRate }) }
      return { kind: setting.kind, device: createCustomerDisplay(options, hooks) }
    }
  }
}
