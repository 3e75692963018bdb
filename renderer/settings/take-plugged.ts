import type { DeviceKind } from '../../engine/contract/device-kinds.ts'
import type { MethodResult } from '../../engine/contract/contract.ts'

export type Driver = MethodResult<'devices.drivers'>['drivers'][number]
export type Plugged = MethodResult<'devices.discover'>['plugged'][number]

const OF_TRANSPORT = { serial: ['serial'], hid: ['hid-pos', 'hid'] } as const

/** The driver for a port or a HID device in a slot of `kind`: the guessed one, else the kind's own for that transport. */
export function driverFor(
  kind: DeviceKind,
  drivers: readonly Driver[],
  plugged: Plugged,
): string | undefined {
  const names = drivers.filter((one) => one.kind === kind).map((one) => one.driver)
  const guess = plugged.guess
  if (guess?.kind === kind && guess.driver !== null && names.includes(guess.driver)) return guess.driver
  const fitting = OF_TRANSPORT[plugged.transport].find((name) => names.includes(name))
  // a pole display's drivers are its command sets, all on a serial port
  return fitting ?? (kind === 'display' && plugged.transport === 'serial' ? names[0] : undefined)
}

/** Options that mean exactly this port, or every device of this model. */
export function optionsFor(plugged: Plugged): Readonly<Record<string, unknown>> {
  return plugged.transport === 'serial'
    ? { path: plugged.path }
    : { path: null, vendorId: plugged.vendorId, productId: plugged.productId }
}

/** What is most likely the device of this kind: by its numbers, else by its name, else the first of all. */
export function likeliest(kind: DeviceKind, plugged: readonly Plugged[]): number {
  const places = (['known', 'name'] as const).map((sure) =>
    plugged.findIndex((one) => one.guess?.kind === kind && one.guess.sure === sure),
  )
  return Math.max(0, places.find((place) => place >= 0) ?? 0)
}
