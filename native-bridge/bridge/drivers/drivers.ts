import type { DriverMaker } from './driver.ts'
import { safetyControlDriver } from './safety-control.ts'
import { socialSecurityCardDriver } from './social-security-card.ts'

/** The bridge's drivers by the name that the configuration uses. */
export const BRIDGE_DRIVERS: ReadonlyMap<string, DriverMaker> = new Map([
  ['social-security-card', socialSecurityCardDriver],
  ['safety-control', safetyControlDriver],
])
