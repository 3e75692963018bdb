import type { Device } from '../device/device.ts'
import { openHid, type HidMatch } from '../transport/hid.ts'
import type { HidBus } from '../transport/hid-bus.ts'
import type { Connect } from '../transport/line.ts'
import { openSerial, type SerialOptions } from '../transport/serial.ts'
import {
  createIdentityReader,
  type IdentityReaderHooks,
  type IdentityReaderTimes,
} from './identity-reader.ts'

export type SerialIdentityReaderOptions = SerialOptions & IdentityReaderTimes

/** 115200 baud 8N1 unless told otherwise. */
function createSerialIdentityReader(
  options: SerialIdentityReaderOptions,
  hooks: IdentityReaderHooks,
): Device {
  return createIdentityReader(openSerial({ baudRate: 115_200, ...options }), options, hooks)
}

export type HidIdentityReaderOptions = IdentityReaderTimes & {
  readonly bus: HidBus
  /** Vendor 0400, product C35A (hexadecimal) unless told otherwise: what two public sources name. */
  readonly match?: HidMatch
  /** Bytes of a report without its number; 64. Not confirmed by a public source. */
  readonly reportBytes?: number
  /** Number of the reports; 0 where they have none. Not confirmed by a public source. */
  readonly reportId?: number
}

const KNOWN_READER: HidMatch = { vendorId: 0x0400, productId: 0xc35a }

/** A line of bytes over reports: requests are filled up with zeros, and the number of numbered reports is taken off. */
function withoutReports(connect: Connect, reportId: number, reportBytes: number): Connect {
  return async (hooks) => {
    const opened = await connect({
      ...hooks,
      onBytes: (report) => hooks.onBytes(reportId === 0 ? report : report.subarray(1)),
    })
    if (!opened.ok) return opened
    const { line } = opened
    return {
      ok: true,
      line: {
        write: (bytes) => {
          const report = new Uint8Array(1 + reportBytes)
          report[0] = reportId
          report.set(bytes.subarray(0, reportBytes), 1)
          return line.write(report)
        },
        close: line.close,
      },
    }
  }
}

function createHidIdentityReader(options: HidIdentityReaderOptions, hooks: IdentityReaderHooks): Device {
  const connect = openHid({ bus: options.bus, match: options.match ?? KNOWN_READER })
  const line = withoutReports(connect, options.reportId ?? 0, options.reportBytes ?? 64)
  return createIdentityReader(line, options, hooks)
}

/** The drivers of identity card readers by the name that the configuration uses. */
export const IDENTITY_READER_DRIVERS = {
  serial: createSerialIdentityReader,
  hid: createHidIdentityReader,
} as const
