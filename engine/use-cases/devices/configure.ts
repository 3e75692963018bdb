import { ok, refuse, type Result } from '../../../core/result.ts'
import { dropDeviceSetting, setDeviceSetting } from '../../../db/devices/device-setting-repository.ts'
import type { Config } from '../../config/config.ts'
import { checkSetting } from '../../config/device-settings.ts'
import { kindOfSlot } from '../../contract/device-kinds.ts'
import type { MethodParams } from '../../contract/contract.ts'
import type { DeviceView } from '../../contract/devices.ts'
import type { Counter } from '../sale/counter.ts'
import { answerableFor } from '../rights/authorise.ts'
import type { DeviceBank } from './device-bank.ts'
import type { SlotSetting } from './held-device.ts'
import { profileOfPrinter } from './make-device.ts'
import { NO_DEVICE, slotOfFile } from './slot-settings.ts'

export type ConfigureParts = {
  readonly counter: Pick<Counter, 'db' | 'clock' | 'rights' | 'shift'>
  readonly config: Config
  readonly bank: DeviceBank
}

/** Driver that stands for: as the configuration file says. */
const AS_IN_FILE = 'file'

function wantedSetting(
  parts: ConfigureParts,
  asked: MethodParams<'devices.configure'>,
): Result<SlotSetting | undefined> {
  const kind = kindOfSlot(asked.slot)
  if (kind === undefined) return refuse('DEVICE_SLOT_UNKNOWN', { slot: asked.slot })
  if (asked.driver === AS_IN_FILE) return ok(slotOfFile(parts.config, asked.slot))
  if (asked.driver === NO_DEVICE) return ok(undefined)
  const { driver, options, name } = asked
  const checked = checkSetting(kind, { driver, options, ...(name !== undefined && { name }) })
  if (!checked.ok) {
    return refuse('DEVICE_SETTING_INVALID', { where: checked.where, problem: checked.problem })
  }
  const { setting } = checked
  if (setting.kind === 'printer') {
    const profile = profileOfPrinter(setting, undefined)
    if (!profile.ok) {
      const where = `options.profile.${profile.where}`
      return refuse('DEVICE_SETTING_INVALID', { where, problem: profile.problem })
    }
  }
  return ok({ setting, source: 'till' })
}

/**
 * Sets a device up as somebody with the right says; stored, and only this device starts again. Refuses with
 * DEVICE_SLOT_UNKNOWN {slot}, DEVICE_SETTING_INVALID {where, problem}, or for want of the right; nothing has changed then.
 */
export async function configureDevice(
  parts: ConfigureParts,
  asked: MethodParams<'devices.configure'>,
): Promise<Result<{ device: DeviceView | null }>> {
  const { counter, bank } = parts
  const wanted = wantedSetting(parts, asked)
  if (!wanted.ok) return wanted
  const answers = await answerableFor(counter, 'devices', asked.approval, asked.slot)
  if (!answers.ok) return answers
  counter.db.transaction(() => {
    if (asked.driver === AS_IN_FILE) return dropDeviceSetting(counter.db, asked.slot)
    setDeviceSetting(counter.db, {
      slot: asked.slot,
      driver: asked.driver,
      name: wanted.value?.setting.name ?? '',
      options: JSON.stringify(wanted.value?.setting.options ?? {}),
      reason: asked.reason,
      changed_by: answers.value,
      changed_at: counter.clock.now(),
    })
  })
  await bank.put(asked.slot, wanted.value)
  return ok({ device: bank.view(asked.slot) ?? null })
}
