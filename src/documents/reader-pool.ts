import { availableParallelism } from 'node:os'
import type { Call } from '../core/call/call.ts'
import type { Document } from '../core/document/document.ts'
import { Cancelled } from '../errors.ts'
import { examine, isUnread, type NamedFile } from './examine.ts'
import { createIdleReaders } from './idle-readers.ts'
import { createQueue } from './queue.ts'
import type { ReadLimits } from './read-limits.ts'
import { type Reader, type ReaderMemory, startReader, type ToRead } from './reader.ts'

/** Sizes in bytes; `documentSeconds` of processor time for one file with all that is in it, `documentHeap` for the heap of one process. */
export type ReaderPoolLimits = ReadLimits & { readonly documentSeconds: number; readonly documentHeap: number }

export type ReaderPoolSettings = {
  readonly limits: ReaderPoolLimits
  /** How many processes at most. */
  readonly size?: number
  /** How many while no file takes long: one core is the worker's. */
  readonly usual?: number
  /** Milliseconds after which a file takes long, and another process reads the next one. */
  readonly patienceMs?: number
  /** How long a process waits for the next file before it is ended. */
  readonly idleMs?: number
}

type HowToRead = {
  /** Called when a process is free for the file. */
  readonly begun?: () => void
  /** As whose forms the documents are read as well, for `readingOf` to know. */
  readonly calls?: readonly Call[]
}

export type ReaderPool = {
  /**
   * The documents of a file: itself, or those in the zip that it is. Whatever the file does is a value; throws only what is
   * no file's fault: a process that can't be started, or Cancelled after `close`.
   */
  readonly read: (file: NamedFile, how?: HowToRead) => Promise<Document[]>
  /** Another file is expected: there is to be a process for each of them, as far as there may be, before they come. */
  readonly expect: () => void
  /** Ends every process; reads under way or waiting throw Cancelled. */
  readonly close: () => Promise<void>
}

/**
 * Reads documents in child processes, for a thread's heap limit takes the whole process with it. On `fork` itself: tinypool has no
 * time limit that runs from a task's start, workerpool keeps idle processes, and neither tells a death in reading from a failed start.
 */
export function createReaderPool({
  limits,
  size = 2,
  usual = Math.max(1, Math.min(size, availableParallelism() - 1)),
  patienceMs = 3000,
  idleMs = 10_000,
}: ReaderPoolSettings): ReaderPool {
  const inTurn = createQueue({ most: size, usual, patienceMs })
  const idle = createIdleReaders(idleMs)
  const readers = createReaders(memoryFor(limits))
  let isClosed = false
  /** Files since the last one was read. */
  let expected = 0

  async function work(job: ToRead, begun?: () => void): Promise<Document[]> {
    if (isClosed) throw new Cancelled('the readers are closed')
    begun?.()
    expected = 0
    const reader = idle.take() ?? readers.start()
    try {
      return await reader.read(job)
    } finally {
      idle.put(reader)
    }
  }

  return {
    async read({ name, bytes }, { begun, calls = [] } = {}) {
      const document = await examine({ name, bytes }, limits.documentBytes, limits.sheets)
      if (!isUnread(document)) return [document]
      const milliseconds = limits.documentSeconds * 1000
      return await inTurn(() => work({ document, bytes, limits, milliseconds, calls }, begun))
    },
    expect() {
      expected += 1
      if (isClosed || readers.count() >= Math.min(usual, expected)) return
      try {
        idle.put(readers.start())
      } catch {
        // A hint only: whoever reads meets the same trouble, and tells of it.
      }
    },
    async close() {
      isClosed = true
      await readers.end()
    },
  }
}

/** The processes that are there. */
function createReaders(memory: ReaderMemory) {
  const alive = new Set<Reader>()
  return {
    start(): Reader {
      const reader = startReader(memory)
      alive.add(reader)
      void reader.gone.then(() => alive.delete(reader))
      return reader
    },
    count: (): number => alive.size,
    end: () => Promise.all([...alive].map(reader => reader.end())),
  }
}

const RUNTIME_BYTES = 96 * 1024 * 1024

/** Beside the heap a reader holds the runtime, the file as it crosses over, and what was inflated. */
const memoryFor = ({ documentHeap, documentBytes, inflatedBytes }: ReaderPoolLimits): ReaderMemory => ({
  heapBytes: documentHeap,
  totalBytes: documentHeap + 2 * documentBytes + inflatedBytes + RUNTIME_BYTES,
})
