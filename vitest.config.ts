import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    // Golden frontiers search whole grids; everything else is done in a moment.
    testTimeout: 30_000,
  },
})
