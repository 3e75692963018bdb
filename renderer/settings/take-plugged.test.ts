import { describe, expect, it } from 'vitest'
import { driverFor, likeliest, optionsFor, type Driver, type Plugged } from './take-plugged.ts'

const driver = (kind: Driver['kind'], name: string): Driver => ({
  kind,
  driver: name,
  options: {},
  note: null,
})
const DRIVERS = [
  driver('scanner', 'serial'),
  driver('scanner', 'hid-pos'),
  driver('identity-reader', 'serial'),
  driver('identity-reader', 'hid'),
  driver('printer', 'tcp'),
  driver('display', 'vfd220'),
]
const PORT: Plugged = {
  transport: 'serial',
  path: '/dev/ttyUSB0',
  vendorId: 0x1a86,
  productId: 0x7523,
  manufacturer: 'QinHeng',
  product: 'CH340',
  serialNumber: '',
  usagePage: null,
  guess: null,
}
const READER: Plugged = {
  ...PORT,
  transport: 'hid',
  path: '/dev/hidraw0',
  vendorId: 0x0400,
  productId: 0xc35a,
  guess: { kind: 'identity-reader', driver: 'hid', sure: 'known', brand: '华视' },
}

describe('taking what is plugged in', () => {
  it('takes the guessed driver where the guess is of this kind, else the one for the transport', () => {
    expect(driverFor('identity-reader', DRIVERS, READER)).toBe('hid')
    expect(driverFor('scanner', DRIVERS, READER)).toBe('hid-pos')
    expect(driverFor('scanner', DRIVERS, PORT)).toBe('serial')
    expect(driverFor('display', DRIVERS, PORT)).toBe('vfd220')
    expect(driverFor('printer', DRIVERS, READER)).toBeUndefined()
  })

  it('means this port, or every device of this model', () => {
    expect(optionsFor(PORT)).toEqual({ path: '/dev/ttyUSB0' })
    expect(optionsFor(READER)).toEqual({ path: null, vendorId: 0x0400, productId: 0xc35a })
  })

  it('marks what is known by its numbers before what only sounds like it', () => {
    const named: Plugged = {
      ...PORT,
      guess: { kind: 'identity-reader', driver: null, sure: 'name', brand: '' },
    }
    expect(likeliest('identity-reader', [PORT, named, READER])).toBe(2)
    expect(likeliest('identity-reader', [PORT, named])).toBe(1)
    expect(likeliest('printer', [PORT, named])).toBe(0)
    expect(likeliest('printer', [])).toBe(0)
  })
})
