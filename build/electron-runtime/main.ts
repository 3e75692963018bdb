import { resolveElectron } from './resolve-electron.ts'

/** `node build/electron-runtime/main.ts`: prints the path of the Electron that would be taken. */
const runtime = await resolveElectron((line) => process.stderr.write(`${line}\n`))
if (runtime === undefined) process.exitCode = 1
else process.stdout.write(`${JSON.stringify(runtime)}\n`)
