import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/servers/**'],
    setupFiles: ['test/support/property-seed.ts'],
    testTimeout: 20_000,
  },
})
