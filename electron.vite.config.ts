import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (...parts: readonly string[]): string => resolve(import.meta.dirname, ...parts)

/** The tests' runtime is older than the product's; what is built runs in both. */
const NODE_TARGET = 'node20.18'
const PAGE_TARGET = 'chrome130'

// electron-vite reads its configuration from the default export
export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      outDir: at('out/main'),
      rollupOptions: {
        input: {
          index: at('electron/main/index.ts'),
          'engine-bridge': at('electron/engine-bridge/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: at('out/preload'),
      externalizeDeps: false,
      // a sandboxed preload script must be one CommonJS file
      rollupOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: PAGE_TARGET,
      outDir: at('out/renderer'),
      emptyOutDir: true,
      rollupOptions: { input: { index: at('renderer/index.html'), display: at('renderer/display.html') } },
      chunkSizeWarningLimit: 4_000,
    },
  },
})
