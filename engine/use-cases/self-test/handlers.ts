import type { Handlers } from '../../transport/handlers.ts'
import type { SelfTest } from './self-test.ts'

/** The methods of the self-test. */
export function selfTestHandlers(selfTest: SelfTest): Pick<Handlers, 'selftest.run' | 'selftest.export'> {
  return { 'selftest.run': () => selfTest.run(), 'selftest.export': () => selfTest.exportText() }
}
