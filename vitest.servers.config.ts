import { defineConfig } from 'vitest/config'

/** The tests on real Dovecot and Postfix, and small ones on Cyrus and Courier: one after another, each with its own private instances. */
export default defineConfig({
  test: {
    include: ['test/servers/**/*.test.ts'],
    experimental: { viteModuleRunner: false },
    fileParallelism: false,
    // A private Postfix that has just started sometimes leaves a connection without its greeting, and writes nothing of it.
    retry: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
