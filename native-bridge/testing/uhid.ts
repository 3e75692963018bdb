import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** Events of Linux's `struct uhid_event` (linux/uhid.h): a 32-bit type, then the type's own packed members. */
const UHID_DESTROY = 1
const UHID_CREATE2 = 11
const UHID_INPUT2 = 12
const BUS_USB = 3
const CREATE2_LENGTH = 4 + 128 + 64 + 64 + 2 + 2 + 4 * 4 + 4096
const INPUT2_LENGTH = 4 + 2 + 4096

/**
 * A bar code scanner's report descriptor: page 0x8C, usage 2, with the input report 2 of 63 bytes that scans come in and
 * the feature report 254 of one byte.
 */
const SCANNER_DESCRIPTOR = Uint8Array.from([
  ...[0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01],
  ...[0x09, 0x12, 0xa1, 0x02, 0x85, 0x02, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08, 0x95, 0x3f],
  ...[0x09, 0xfe, 0x81, 0x02, 0xc0],
  ...[0x09, 0x11, 0xa1, 0x02, 0x85, 0xfe, 0x75, 0x08, 0x95, 0x01, 0x09, 0xff, 0xb1, 0x02, 0xc0],
  0xc0,
])

/** A HID device that the kernel takes for a real one. */
export type KernelHidDevice = {
  /** Sends an input report, its id first. */
  readonly send: (report: Uint8Array) => Promise<void>
  readonly unplug: () => Promise<void>
}

/** Why this machine cannot make HID devices; `undefined` when it can. */
export async function uhidMissing(): Promise<string | undefined> {
  try {
    await (await open('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK)).close()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Plugs a HID POS scanner into the kernel through /dev/uhid. Rejects where there is none. */
export async function plugKernelScanner(ids: {
  readonly vendorId: number
  readonly productId: number
  readonly name: string
}): Promise<KernelHidDevice> {
  const file = await open('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK)
  const create = Buffer.alloc(CREATE2_LENGTH)
  create.writeUInt32LE(UHID_CREATE2, 0)
  create.write(ids.name, 4, 127, 'utf8')
  create.writeUInt16LE(SCANNER_DESCRIPTOR.length, 260)
  create.writeUInt16LE(BUS_USB, 262)
  create.writeUInt32LE(ids.vendorId, 264)
  create.writeUInt32LE(ids.productId, 268)
  create.set(SCANNER_DESCRIPTOR, 280)
  await file.write(create)
  return {
    send: async (report) => {
      const input = Buffer.alloc(INPUT2_LENGTH)
      input.writeUInt32LE(UHID_INPUT2, 0)
      input.writeUInt16LE(report.length, 4)
      input.set(report, 6)
      await file.write(input)
    },
    unplug: async () => {
      const destroy = Buffer.alloc(4)
      destroy.writeUInt32LE(UHID_DESTROY, 0)
      await file.write(destroy)
      await file.close()
    },
  }
}
