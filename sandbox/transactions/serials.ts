import { compactDateTime } from '../../insurance/catalogue/wire-time.ts'
import type { CentreConfig } from '../config/centre-config.ts'
import type { Call } from './call.ts'

const serial = (call: Call): string => String(call.serial).padStart(10, '0')
const day = (call: Call): string => compactDateTime(call.at).slice(0, 8)

/** `setl_id` of what this call settles or cancels. */
export const settlementIdOf = (call: Call, config: CentreConfig): string =>
  `${config.area}S${day(call)}${serial(call)}`
/** `mdtrt_id` of the visit that this call opens. */
export const visitIdOf = (call: Call, config: CentreConfig): string =>
  `${config.area}M${day(call)}${serial(call)}`
/** `sign_no` */
export const signNumberOf = (call: Call): string => `${compactDateTime(call.at)}${serial(call)}`
