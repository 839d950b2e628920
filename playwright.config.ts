import { defineConfig } from '@playwright/test'

// One app at a time: windows compete for focus, and searches for cores. A flaky test is a failing one, so no retries.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 10_000, trace: 'retain-on-failure' },
})
