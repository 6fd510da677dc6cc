import { createReaderPool, type ReaderPool, type ReaderPoolLimits } from '../../src/documents/reader-pool.ts'

const pools = new Map<string, ReaderPool>()

/** Real reader processes that stay up from one journey to the next: starting them costs more than all the rest of a journey. */
export function warmReaders(limits: ReaderPoolLimits): ReaderPool {
  const { documentBytes, inflatedBytes, xmlBytes, documentSeconds, documentHeap } = limits
  const only = { documentBytes, inflatedBytes, xmlBytes, documentSeconds, documentHeap }
  const key = JSON.stringify(only)
  const pool = pools.get(key) ?? createReaderPool({ limits: only })
  pools.set(key, pool)
  return pool
}
