import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { pino, type Logger } from 'pino'

/** Members that may hold personal data or secrets; whatever is logged under these names is left out. */
const REDACTED = [
  'personNumber',
  'personName',
  'documentNumber',
  'credentialNumber',
  'psn_no',
  'psn_name',
  'certno',
  'mdtrt_cert_no',
  'card_sn',
  'password',
  'secret',
  'token',
  'requestText',
  'responseText',
]

export type EngineLog = Logger

/** JSON lines into `file`, written at once so that a crash loses none. Personal data is left out by name. */
export function createLog(file: string): EngineLog {
  mkdirSync(dirname(file), { recursive: true })
  return pino(
    {
      level: 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...REDACTED, ...REDACTED.map((name) => `*.${name}`)], remove: true },
    },
    pino.destination({ dest: file, sync: true }),
  )
}
