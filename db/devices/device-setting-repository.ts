import { recordChange } from '../audit/recorder.ts'
import type { ReadableDb, WritableDb } from '../connection/database.ts'

/** What somebody set for one device slot on the screen. `options` is JSON; driver `none` means: no device there. */
export type DeviceSettingRow = {
  readonly slot: string
  readonly driver: string
  readonly name: string
  readonly options: string
  readonly reason: string
  readonly changed_by: number
  readonly changed_at: number
}

export const DEVICE_SETTINGS =
  'SELECT slot, driver, name, options, reason, changed_by, changed_at FROM device_setting ORDER BY slot'

/** Every slot that was set on the screen. */
export function deviceSettings(db: ReadableDb): DeviceSettingRow[] {
  return db.read<DeviceSettingRow>(DEVICE_SETTINGS).all()
}

/** Stores what a slot shall be; replaces what was set before. */
export function setDeviceSetting(db: WritableDb, row: DeviceSettingRow): void {
  db.write(
    `INSERT INTO device_setting (slot, driver, name, options, reason, changed_by, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (slot) DO UPDATE SET driver = excluded.driver, name = excluded.name, options = excluded.options,
       reason = excluded.reason, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  ).run(row.slot, row.driver, row.name, row.options, row.reason, row.changed_by, row.changed_at)
  recordChange(db, {
    name: 'device.set',
    subject: row.slot,
    operatorId: row.changed_by,
    detail: { driver: row.driver, reason: row.reason },
  })
}

/** Forgets what was set for a slot: the configuration file counts again. */
export function dropDeviceSetting(db: WritableDb, slot: string): void {
  db.write('DELETE FROM device_setting WHERE slot = ?').run(slot)
  recordChange(db, { name: 'device.reset', subject: slot })
}
