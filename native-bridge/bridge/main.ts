import { callerOf } from './drivers/driver.ts'
import { BRIDGE_DRIVERS } from './drivers/drivers.ts'
import { firstLine } from './first-line.ts'
import { openLibrary } from './library.ts'
import {
  BRIDGE_PROTOCOL,
  readStart,
  type BridgeReady,
  type BridgeStart,
  type StartFault,
} from './protocol.ts'
import { serveBridge } from './server.ts'

/**
 * The bridge: a small process that one vendor's library lives in, run by a plain Node of the library's width. Its owner
 * writes one line to its standard input, reads one line from its standard output, and calls it on the loopback; when the
 * standard input ends, the owner is gone and so is the bridge. docs/devices/bridge-protocol.md has the whole of it.
 */

function tell(ready: BridgeReady): void {
  process.stdout.write(`${JSON.stringify(ready)}\n`)
}

/** Ends at once: an ordinary exit waits for a thread that hangs in the library. */
function end(): void {
  process.kill(process.pid, 'SIGKILL')
}

async function start({ token, driver: { name, options } }: BridgeStart): Promise<BridgeReady> {
  const refused = (fault: StartFault, detail: string): BridgeReady => ({ ready: false, fault, detail })
  const driver = BRIDGE_DRIVERS.get(name)?.(options)
  if (driver === undefined) return refused('driver', name)
  if (typeof driver === 'string') return refused('options', driver)
  const opened = openLibrary(driver.library, driver.convention, driver.signatures)
  if (!opened.ok) return refused(opened.fault, opened.detail)
  const caller = callerOf(opened.library, driver.encoding)
  const run = ({ act, input }: { readonly act: string; readonly input: Parameters<typeof driver.run>[1] }) =>
    driver.run(act, input, caller)
  return { ready: true, protocol: BRIDGE_PROTOCOL, port: await serveBridge({ token, run, onOverflow: end }) }
}

process.stdin.once('end', end)
// an owner that is gone cannot be told anything
process.stdout.on('error', end)
const first = await firstLine(process.stdin, (line) => ({ start: readStart(line) }))
const ready: BridgeReady =
  first?.start === undefined ? { ready: false, fault: 'start-line', detail: '' } : await start(first.start)
tell(ready)
if (!ready.ready) process.exitCode = 1
if (!ready.ready) process.stdin.destroy()
