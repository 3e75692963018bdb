/** The folders with code, each with a tsconfig and tests of its own. */
export const FOLDERS = [
  'core',
  'native-bridge',
  'device-twins',
  'db',
  'line',
  'insurance',
  'acquirer',
  'engine',
  'sandbox',
  'renderer',
  'electron',
  'build',
  'e2e',
  'bench',
  'schedules',
] as const
