import type { Reader } from './reader.ts'

/** Readers between two files. */
type IdleReaders = {
  /** Takes one that is still alive, if there is one. */
  readonly take: () => Reader | undefined
  /** Keeps a reader for the next file, for a while; one that has ended is left alone. */
  readonly put: (reader: Reader) => void
}

export function createIdleReaders(idleMs: number): IdleReaders {
  const idle = new Map<Reader, NodeJS.Timeout>()
  return {
    take() {
      for (const [reader, timer] of idle) {
        clearTimeout(timer)
        idle.delete(reader)
        if (reader.isAlive()) return reader
      }
      return undefined
    },
    put(reader) {
      if (!reader.isAlive()) return
      reader.rest()
      const retire = () => {
        idle.delete(reader)
        void reader.end()
      }
      idle.set(reader, setTimeout(retire, idleMs).unref())
    },
  }
}
