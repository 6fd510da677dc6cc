import type { RefusedFolder } from '../application/recorded-message.ts'
import type { Trouble } from '../sending/trouble.ts'

/** What `health` looks at. Times are instants. */
export type HealthFacts = {
  readonly sweptAt: Date | null
  /** By then the next sweep must be completed: three intervals of the schedule after the last one. */
  readonly dueBy: Date | null
  readonly troubles: readonly Trouble[]
  readonly outbox: OutboxFacts
  readonly folders: readonly {
    readonly path: string
    readonly onServer: number | null
    readonly unaccounted: number | null
    readonly countedAt: Date | null
  }[]
  /** Folders that the server doesn't open, while the others are served. */
  readonly refusedFolders: readonly RefusedFolder[]
  /** Since when the oldest message waits that isn't judged yet. */
  readonly oldestUnjudged: Date | null
  readonly setAside: number
}

/** Mail of ours that has not gone out; what a cap or `replies: hold` holds back is not meant. */
export type OutboxFacts = {
  readonly due: number
  /** When the oldest of them was composed. */
  readonly oldestDue: Date | null
  /** Since when the first of them waits through a fault of ours or the server's. */
  readonly delayedSince: Date | null
  readonly failed: number
  /** What was said last of one of them. */
  readonly lastError: string | null
}
