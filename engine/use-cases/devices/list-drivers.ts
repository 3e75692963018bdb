import { z } from 'zod'
import { printerProfiles } from '../../../native-bridge/printer/printer-profile.ts'
import { driversOf } from '../../config/device-settings.ts'
import type { MethodResult } from '../../contract/contract.ts'
import { DEVICE_KINDS } from '../../contract/device-kinds.ts'

/** Every driver that can be set up, with the JSON Schema of its options. */
export async function listDrivers(): Promise<MethodResult<'devices.drivers'>> {
  const { DISPLAY_DRIVERS } = await import('../../../native-bridge/display/drivers.ts')
  const notes = new Map<string, string>(
    Object.entries(DISPLAY_DRIVERS).map(([driver, { note }]) => [driver, note]),
  )
  return {
    drivers: DEVICE_KINDS.flatMap((kind) =>
      driversOf(kind).map(({ driver, options }) => ({
        kind,
        driver,
        options: { ...z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' }) },
        note: kind === 'display' ? (notes.get(driver) ?? null) : null,
      })),
    ),
    printerProfiles: printerProfiles().map(({ id, name }) => ({ id, name })),
  }
}
