import { statfsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** In memory, where there is room: databases are made by the hundred, and each of their commits would wait for the disk. */
const MEMORY = '/dev/shm'
const ROOM = 1024 ** 3

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ROOM
  } catch {
    return false
  }
}

// Inherited by the workers.
if (hasRoom()) process.env.TMPDIR = MEMORY
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compile', import.meta.url))

/**
 * Three workers on two cores: the journeys wait for their servers and reader processes much of the time. Node runs the sources as it does in
 * service, without Vite in between: a third of the processor time of a first run went into transforming them.
 */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/servers/**', 'test/**/*.long.test.ts'],
    setupFiles: ['test/support/property-seed.ts'],
    experimental: { viteModuleRunner: false },
    maxWorkers: 3,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
