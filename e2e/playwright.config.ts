import { defineConfig } from '@playwright/test'
import type { ShellOptions } from './fixtures/till-test.ts'

// Playwright reads its configuration from the default export
export default defineConfig<ShellOptions>({
  testDir: '.',
  outputDir: '../.cache/playwright/output',
  globalSetup: './fixtures/build-once.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../.cache/test-results/playwright.json' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure', actionTimeout: 10_000 },
  projects: [
    {
      name: 'browser',
      testMatch: ['screens/**/*.spec.ts', 'browser/**/*.spec.ts'],
      use: { shell: 'browser' },
    },
    {
      name: 'electron',
      testMatch: ['screens/**/*.spec.ts', 'electron/**/*.spec.ts'],
      // the page is the same one: its layout is measured once, in the browser
      testIgnore: 'screens/*pictures.spec.ts',
      use: { shell: 'electron' },
    },
  ],
})
