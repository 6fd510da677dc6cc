import type { Document, WhyUnreadable } from '../core/document/document.ts'
import type { Attachment } from '../core/message/message.ts'
import { Cancelled } from '../errors.ts'

type InTime = {
  readonly read: (file: Attachment, begun: () => void) => Promise<Document[]>
  /** Of one document; all documents of a message may take three times as long. */
  readonly documentSeconds: number
  /** Aborted when the process is to end: Cancelled is thrown. */
  readonly signal: AbortSignal
  readonly monotonic?: () => number
}

const DOCUMENTS_IN_TIME = 3
/** Of one message, so that another one's documents find a reader too. */
const AT_ONCE = 2

/**
 * Reads the files of a message in the reader processes; what the time of a message doesn't suffice for is left as a timeout. A file that
 * waits for a reader to be free takes no time: that is never the message's fault.
 */
export async function readInTime(files: readonly Attachment[], needs: InTime): Promise<readonly Document[]> {
  const { monotonic = () => performance.now() } = needs
  const read: Document[] = []
  let left = needs.documentSeconds * 1000 * DOCUMENTS_IN_TIME
  for (let next = 0; next < files.length; next += AT_ONCE) {
    if (needs.signal.aborted) throw new Cancelled('the process is to end')
    const some = files.slice(next, next + AT_ONCE)
    if (left <= 0) read.push(...some.map(file => unread(file, 'timeout')))
    else {
      const timed = await Promise.all(some.map(file => readOne(file, needs.read, monotonic)))
      read.push(...timed.flatMap(({ documents }) => documents))
      left -= Math.max(...timed.map(({ took }) => took))
    }
  }
  return read
}

type Timed = { readonly documents: readonly Document[]; readonly took: number }

async function readOne(file: Attachment, read: InTime['read'], monotonic: () => number): Promise<Timed> {
  if (file.unreadable !== undefined) return { documents: [unread(file, file.unreadable)], took: 0 }
  let begun = monotonic()
  const documents = await read(file, () => {
    begun = monotonic()
  })
  return { documents, took: monotonic() - begun }
}

const unread = ({ name, bytes, sha256 }: Attachment, why: WhyUnreadable): Document => ({
  name,
  sha256,
  bytes: bytes.length,
  kind: 'other',
  status: 'unreadable',
  why,
  archive: null,
  content: null,
})
