import { ensureBundle } from './ensure-bundle.ts'

/** `npm run build`: everything that the desktop shell loads, into `out/`. */
await ensureBundle((line) => process.stderr.write(`${line}\n`))
