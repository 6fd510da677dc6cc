import { defineConfig } from 'vitest/config'

/** The tests on real Dovecot and Postfix, and small ones on Cyrus and Courier: one after another, each with its own private instances. */
export default defineConfig({
  test: {
    include: ['test/servers/**/*.test.ts'],
    experimental: { viteModuleRunner: false },
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
