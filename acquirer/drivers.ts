import type { Acquirer, AcquirerOptions } from './acquirer.ts'
import { createSandboxHttp } from './sandbox-http/sandbox-http.ts'

const DRIVERS = {
  'sandbox-http': createSandboxHttp,
} as const satisfies Readonly<Record<string, (options: AcquirerOptions) => Acquirer>>

/** Names that a configuration may choose from; a new acquirer is a new folder and a line above. */
export const ACQUIRER_DRIVERS = ['sandbox-http'] as const satisfies readonly (keyof typeof DRIVERS)[]
export type AcquirerDriver = (typeof ACQUIRER_DRIVERS)[number]

/** Makes the acquirer that the configuration names. */
export function createAcquirer(driver: AcquirerDriver, options: AcquirerOptions): Acquirer {
  return DRIVERS[driver](options)
}
