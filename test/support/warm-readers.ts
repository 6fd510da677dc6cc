import { createReaderPool, type ReaderPool, type ReaderPoolLimits } from '../../src/documents/reader-pool.ts'

const pools = new Map<string, ReaderPool>()

/** For all of a run: the next journey that reads a document may be minutes away. */
const IDLE_MS = 600_000

/** A real reader process that stays up from one journey to the next: starting it costs more than all the rest of a journey. */
export function warmReaders(limits: ReaderPoolLimits): ReaderPool {
  const { documentBytes, inflatedBytes, xmlBytes, documentSeconds, documentHeap, sheets } = limits
  const only = {
    documentBytes,
    inflatedBytes,
    xmlBytes,
    documentSeconds,
    documentHeap,
    ...(sheets === true ? { sheets } : {}),
  }
  const key = JSON.stringify(only)
  const pool = pools.get(key) ?? createReaderPool({ limits: only, size: 1, idleMs: IDLE_MS })
  pools.set(key, pool)
  return pool
}
