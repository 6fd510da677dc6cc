import { defineConfig } from 'vitest/config'

/** The tests on real Dovecot and Postfix, and small ones on Cyrus and Courier: one after another, each with its own private instances. */
export default defineConfig({
  test: {
    include: ['test/servers/**/*.test.ts'],
    experimental: { viteModuleRunner: false },
    fileParallelism: false,
    // A private Postfix sometimes doesn't answer after it was stopped and started at once: seen in a quarter of the runs of sending.test.
    retry: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
