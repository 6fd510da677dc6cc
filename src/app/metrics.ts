import { renameSync, writeFileSync } from 'node:fs'
import { metricsText } from '../core/doctor/metrics.ts'
import { diskFree } from '../store/disk-free.ts'
import { VERSION } from '../version.ts'
import type { Parts } from './parts.ts'

/** Writes the metrics' file, whole at once, where one is configured. */
export function writeMetrics({ config, clock, store }: Parts): void {
  const { metrics, mailbox, database } = config
  if (metrics === null) return
  const text = metricsText(
    {
      mailbox: mailbox.user,
      version: VERSION,
      facts: store.get().healthFacts(),
      memory: process.memoryUsage.rss(),
      diskFree: diskFree(database),
    },
    clock(),
  )
  writeFileSync(`${metrics}.new`, text)
  renameSync(`${metrics}.new`, metrics)
}
