import type { SerialPort } from 'serialport'
import type { DeviceFault, Schedule } from '../device/device.ts'
import { faultOf, textOf } from './fault-of.ts'
import { LineError, type Connect, type Line, type LineHooks, type Opening } from './line.ts'
import { within, WRITE_LIMIT_MS } from './within.ts'

/** Settings of a serial line (USB-CDC or RS-232). What is absent is 9600 8N1 without flow control. */
export type SerialOptions = {
  readonly path: string
  readonly baudRate?: number
  readonly dataBits?: 7 | 8
  readonly stopBits?: 1 | 2
  readonly parity?: 'none' | 'even' | 'odd'
  /** `hardware` is RTS/CTS, `software` is XON/XOFF, which does not go with binary data. */
  readonly flowControl?: 'none' | 'hardware' | 'software'
  /** How long a write may take; 10 s. */
  readonly writeLimitMs?: number
}

function closing(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen) return resolve()
    // an error while closing means that the port is gone, which is what was wanted
    port.close(() => resolve())
  })
}

/** How often a port is asked whether it is still there. */
const PROBE_EVERY_MS = 500

/**
 * Asks the operating system about an open port again and again; calls `onGone` when it is gone. Needed on Linux: after a
 * hang-up, reading gives zero bytes, which serialport's binding takes for "try again" and repeats without end, so a
 * pulled cable would look alive and cost a processor. Returns what stops the asking.
 */
function probe(port: SerialPort, schedule: Schedule, onGone: (detail: string) => void): () => void {
  if (process.platform !== 'linux') return () => undefined
  let cancel = (): void => undefined
  const ask = async (): Promise<void> => {
    try {
      await port.port?.getBaudRate()
    } catch (error) {
      // other errors are those of devices that have no baud rate
      if (/Input\/output error|EIO/.test(textOf(error))) return onGone(textOf(error))
    }
    if (port.isOpen) next()
  }
  const next = (): void => {
    cancel = schedule(() => void ask(), PROBE_EVERY_MS)
  }
  next()
  return () => cancel()
}

function writing(port: SerialPort, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject: (error: LineError) => void) => {
    if (!port.isOpen) return reject(new LineError('unplugged', 'port closed'))
    // a copy: the port keeps what it cannot send yet, and the caller may use its array again
    port.write(Buffer.from(bytes), (error) => {
      if (error == null) resolve()
      else reject(new LineError(faultOf(error.message), error.message))
    })
  })
}

function watch(port: SerialPort, options: SerialOptions, hooks: LineHooks): Line {
  let over = false
  const finish = (): Promise<void> => {
    over = true
    stopProbe()
    return closing(port)
  }
  const lost = (reason: DeviceFault, detail: string): void => {
    if (!over) void finish().then(() => hooks.onLost(reason, detail))
  }
  const stopProbe = probe(port, hooks.schedule, (detail) => lost('unplugged', detail))
  port.on('data', (bytes: Buffer) => {
    if (!over) hooks.onBytes(bytes)
  })
  port.on('close', (error: Error | null) => lost('unplugged', error?.message ?? 'port closed'))
  // the end of the stream is how a vanished pseudo terminal or a hung-up line shows on some systems
  port.on('end', () => lost('unplugged', 'end of input'))
  port.on('error', (error) => lost(faultOf(error.message), error.message))
  const limitMs = options.writeLimitMs ?? WRITE_LIMIT_MS
  return {
    write: (bytes) => within(hooks.schedule, limitMs, 'the port takes no bytes', writing(port, bytes)),
    close: finish,
  }
}

/**
 * Opens a serial port for this program alone. `serialport` is loaded with the first port: it costs start-up time.
 */
export function openSerial(options: SerialOptions): Connect {
  return async (hooks) => {
    try {
      const serial = await import('serialport')
      const port = new serial.SerialPort({
        path: options.path,
        baudRate: options.baudRate ?? 9600,
        dataBits: options.dataBits ?? 8,
        stopBits: options.stopBits ?? 1,
        parity: options.parity ?? 'none',
        rtscts: options.flowControl === 'hardware',
        xon: options.flowControl === 'software',
        xoff: options.flowControl === 'software',
        lock: true,
        autoOpen: false,
      })
      return await new Promise<Opening>((resolve) => {
        port.open((error) => {
          if (error === null) resolve({ ok: true, line: watch(port, options, hooks) })
          else resolve({ ok: false, reason: faultOf(error.message), detail: error.message })
        })
      })
    } catch (error) {
      return { ok: false, reason: 'failed', detail: textOf(error) }
    }
  }
}
