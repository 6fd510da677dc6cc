import { defineConfig } from 'vitest/config'
import fast from './vitest.config.ts'

/** What takes seconds a test: pages recognised, reader processes driven to their limits, the program as a process of its own. */
export default defineConfig({
  test: {
    ...fast.test,
    include: ['test/**/*.long.test.ts'],
    exclude: ['test/servers/**'],
    maxWorkers: 2,
    testTimeout: 300_000,
  },
})
