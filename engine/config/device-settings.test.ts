import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEVICE_KINDS, DEVICE_SLOTS, kindOfSlot } from '../contract/device-kinds.ts'
import { checkSetting, devicesSchema, driversOf, settingsOfFile } from './device-settings.ts'

/** The options of each driver that have no default. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'scanner serial': { path: '/dev/ttyACM0' },
  'scanner hid-pos': {},
  'code-box serial': { path: '/dev/ttyACM1' },
  'code-box hid-pos': {},
  'identity-reader serial': { path: '/dev/ttyUSB0' },
  'identity-reader hid': {},
  'card-reader social-security-card': { library: 'SSCardDriver.dll' },
  'safety-control safety-control': { library: 'HeaSecReadInfo.dll', initialise: '{}' },
  'printer serial': { path: '/dev/ttyS0' },
  'printer tcp': { host: '192.168.1.9' },
  'printer raw-path': { path: '/dev/usb/lp0' },
  'drawer printer': {},
  'display vfd220': { path: '/dev/ttyS1' },
  'display cd5220': { path: '/dev/ttyS1' },
  'display ld220': { path: '/dev/ttyS1' },
  'display led8': { path: '/dev/ttyS1' },
  'display led8n': { path: '/dev/ttyS1' },
}

const DRIVERS = DEVICE_KINDS.flatMap((kind) => driversOf(kind).map(({ driver }) => ({ kind, driver })))

describe('the setting of a device', () => {
  it('has no driver that this test does not know', () => {
    expect(DRIVERS.map(({ kind, driver }) => `${kind} ${driver}`)).toEqual(Object.keys(NEEDED))
  })

  it.each(DRIVERS)('$kind $driver fills in every option, and takes no other', ({ kind, driver }) => {
    const options = NEEDED[`${kind} ${driver}`]
    const checked = checkSetting(kind, { driver, options })
    if (!checked.ok) throw new Error(`${checked.where} ${checked.problem}`)
    expect(checked.setting.name).not.toBe('')
    // what was filled in is a setting itself
    const { kind: _kind, ...whole } = checked.setting
    expect(checkSetting(kind, whole)).toEqual(checked)
    expect(checkSetting(kind, { driver, options: { ...options, colour: 'red' } })).toEqual({
      ok: false,
      where: 'options.colour',
      problem: 'unrecognized-key',
    })
    const [needed] = Object.keys(options ?? {})
    if (needed === undefined) return
    expect(checkSetting(kind, { driver, options: { ...options, [needed]: 1 } })).toMatchObject({
      ok: false,
      where: `options.${needed}`,
    })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEVICE_KINDS), fc.anything(), (kind, value) => {
        expect(checkSetting(kind, value)).toHaveProperty('ok')
      }),
    )
  })
})

describe('the devices of a configuration file', () => {
  it('put the scanners of the older key first, eight at the most', () => {
    const plain = (name: string) => ({
      name,
      path: `/dev/${name}`,
      baudRate: 9600,
      prefix: '',
      suffix: '',
      terminator: 'cr',
    })
    const devices = devicesSchema.parse({
      scanners: [{ name: '新', driver: 'hid-pos' }],
      printer: { driver: 'tcp', options: { host: 'printer' } },
    })
    const settings = settingsOfFile({ scanners: [plain('旧')], devices })
    expect([...settings].map(([slot, { name }]) => [slot, name])).toEqual([
      ['scanner-1', '旧'],
      ['scanner-2', '新'],
      ['printer', '小票打印机'],
    ])
    const many = Array.from({ length: 8 }, (_, index) => plain(`s${index}`))
    expect(settingsOfFile({ scanners: many, devices }).has('scanner-9')).toBe(false)
  })
})

describe('the slots', () => {
  it('belong to one kind each', () => {
    expect(DEVICE_SLOTS.map(kindOfSlot)).not.toContain(undefined)
    expect(kindOfSlot('scanner-8')).toBe('scanner')
    for (const wrong of ['scanner', 'scanner-0', 'scanner-9', 'printer-1', '', 'drawer '])
      expect(kindOfSlot(wrong), wrong).toBeUndefined()
  })
})
