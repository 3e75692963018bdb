import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HidDeviceInfo } from '../transport/hid-bus.ts'
import { guessDriver, type DriverGuess, type SerialPortInfo } from './guess-driver.ts'

const NO_HID: HidDeviceInfo = {
  path: '/dev/hidraw0',
  vendorId: 0,
  productId: 0,
  usagePage: 0,
  usage: 0,
  interfaceNumber: 0,
  manufacturer: '',
  product: '',
  serialNumber: '',
}
const NO_PORT: SerialPortInfo = { path: '/dev/ttyS0', manufacturer: '', product: '', serialNumber: '' }

const hid = (info: Partial<HidDeviceInfo>): DriverGuess | undefined =>
  guessDriver({ transport: 'hid', ...NO_HID, ...info })
const serial = (info: Partial<SerialPortInfo>): DriverGuess | undefined =>
  guessDriver({ transport: 'serial', ...NO_PORT, ...info })

describe('guessDriver', () => {
  it('knows HID POS scanners by their usage, whoever made them', () => {
    expect(hid({ vendorId: 0x0c2e, usagePage: 0x8c, usage: 2 })).toEqual({
      driver: 'scanner-hid',
      by: 'known',
      brand: 'Honeywell',
    })
    expect(hid({ vendorId: 0x1234, usagePage: 0x8c, usage: 2 })).toEqual({
      driver: 'scanner-hid',
      by: 'known',
      brand: '',
    })
  })

  it('takes neither a keyboard nor a keyboard’s settings for a device of the till', () => {
    expect(hid({ vendorId: 0x3434, usagePage: 0x8c, usage: 1, product: 'Keychron Link' })).toBeUndefined()
    expect(hid({ usagePage: 0x01, usage: 0x06, product: 'IDR keyboard' })).toBeUndefined()
    expect(hid({ vendorId: 0x0c2e, usagePage: 0x01, usage: 0x06 })).toBeUndefined()
  })

  it('knows the resident ID reader that is published, and others by name only', () => {
    expect(hid({ vendorId: 0x0400, productId: 0xc35a })).toMatchObject({ driver: 'id-reader', by: 'known' })
    expect(hid({ product: 'IDR210 身份证阅读器' })).toMatchObject({ driver: 'id-reader', by: 'name' })
  })

  it('knows serial scanners by vendor, and QR boxes by name', () => {
    expect(serial({ vendorId: 0x05f9 })).toMatchObject({ driver: 'scanner-serial', brand: 'Datalogic' })
    expect(serial({ vendorId: 0x1a86, product: '医保扫码墩' })).toEqual({
      driver: 'qr-box-serial',
      by: 'name',
      brand: 'WCH',
    })
    expect(serial({ vendorId: 0x1234, product: 'USB Barcode CDC' })).toMatchObject({
      driver: 'scanner-serial',
      by: 'name',
    })
  })

  it('does not say what hangs behind a USB serial chip, and nothing of a bare port', () => {
    expect(serial({ vendorId: 0x1a86, productId: 0x7523 })).toEqual({
      driver: 'unknown-serial',
      by: 'known',
      brand: 'WCH',
    })
    expect(serial({ product: 'Barcode Scanner' })).toBeUndefined()
    expect(serial({ vendorId: 0x1234 })).toBeUndefined()
  })

  it('never throws, whatever the names hold', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.nat(0xffff),
        fc.nat(0xffff),
        (manufacturer, product, id, page) => {
          const guess = hid({ manufacturer, product, vendorId: id, usagePage: page })
          expect(guess?.by ?? 'name').toMatch(/^(known|name)$/)
          expect(() => serial({ manufacturer, product, vendorId: id })).not.toThrow()
        },
      ),
    )
  })
})
