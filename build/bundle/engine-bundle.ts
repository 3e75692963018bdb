import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../paths.ts'

/** Bundles the engine into one file for Electron's utility process; packages stay outside, as the product ships them. */
export async function bundleEngine(): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { external: true },
    build: {
      ssr: join(ROOT, 'engine', 'main.ts'),
      outDir: join(ROOT, 'out', 'engine'),
      emptyOutDir: true,
      target: 'node24',
      rollupOptions: { output: { format: 'es', entryFileNames: 'main.js' } },
    },
  })
}
