import { defineConfig } from 'vitest/config'

/** Three workers on two cores: the journeys wait for their servers and reader processes much of the time. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/servers/**'],
    setupFiles: ['test/support/property-seed.ts'],
    maxWorkers: 3,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
