import { deviceSettings } from '../../../db/devices/device-setting-repository.ts'
import type { ReadableDb } from '../../../db/connection/database.ts'
import { checkSetting, settingsOfFile } from '../../config/device-settings.ts'
import type { Config } from '../../config/config.ts'
import { kindOfSlot } from '../../contract/device-kinds.ts'
import type { EngineLog } from '../../logging.ts'
import type { SlotSetting } from './held-device.ts'

/** Driver that stands for: no device here, whatever the file says. */
export const NO_DEVICE = 'none'

/** What the configuration file has in a slot. */
export function slotOfFile(config: Config, slot: string): SlotSetting | undefined {
  const setting = settingsOfFile(config).get(slot)
  return setting && { setting, source: 'file' }
}

function parsedOptions(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every slot's setting: the configuration file, and over it what was set on the screen. What no driver takes is left out. */
export function slotSettings(
  db: ReadableDb,
  config: Config,
  log: EngineLog,
): ReadonlyMap<string, SlotSetting> {
  const slots = new Map<string, SlotSetting>()
  for (const [slot, setting] of settingsOfFile(config)) slots.set(slot, { setting, source: 'file' })
  for (const { slot, driver, name, options } of deviceSettings(db)) {
    const kind = kindOfSlot(slot)
    if (driver === NO_DEVICE || kind === undefined) {
      slots.delete(slot)
      continue
    }
    const checked = checkSetting(kind, { name, driver, options: parsedOptions(options) })
    if (checked.ok) slots.set(slot, { setting: checked.setting, source: 'till' })
    // of another version of the program: the shop must not stay closed for it
    else log.warn({ slot, where: checked.where, problem: checked.problem }, 'device setting')
  }
  return slots
}
