import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type StartOptions = {
  /** A shop of the person's own; left out, the practice shop is opened. */
  readonly shop: { readonly dataDir: string; readonly configFile: string } | undefined
  readonly window: 'best' | 'electron' | 'chromium' | 'none'
  /** Opens everything, waits until it is ready, and ends with exit code 0. */
  readonly check: boolean
  /** Simulated devices for the practice shop: scanner, code box and card reader on serial lines or on HID. */
  readonly devices: SimulatedDevices
}

export type SimulatedDevices = 'none' | 'serial' | 'hid'

export const USAGE =
  '用法：npm start -- [--data 数据目录 --config 配置文件] [--window electron|chromium|none] [--devices | --hid-devices] [--check]'

/** Reads the command line; undefined when it makes no sense. */
export function readStartOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): StartOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        config: { type: 'string' },
        window: { type: 'string', default: 'best' },
        devices: { type: 'boolean', default: false },
        'hid-devices': { type: 'boolean', default: false },
        check: { type: 'boolean', default: environment['TILL_HEADLESS_CHECK'] === '1' },
      },
    })
    const { data, config, window, check } = values
    if (window !== 'best' && window !== 'electron' && window !== 'chromium' && window !== 'none')
      return undefined
    if (data === undefined && config === undefined) {
      const devices = values['hid-devices'] ? 'hid' : values.devices ? 'serial' : 'none'
      return { shop: undefined, window, check, devices }
    }
    if (data === undefined || config === undefined) return undefined
    return { shop: { dataDir: resolve(data), configFile: resolve(config) }, window, check, devices: 'none' }
  } catch {
    // an option that parseArgs does not know
    return undefined
  }
}
