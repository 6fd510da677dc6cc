import type { Document, WhyUnreadable } from '../core/document.ts'
import type { Attachment } from '../core/message.ts'
import { Cancelled } from '../errors.ts'
import type { ReaderPool } from './reader-pool.ts'

export type InTime = {
  readonly read: ReaderPool['read']
  /** Of one document; all documents of a message may take three times as long. */
  readonly documentSeconds: number
  /** Aborted when the process is to end: Cancelled is thrown. */
  readonly signal: AbortSignal
}

const DOCUMENTS_IN_TIME = 3
/** As many as there are reader processes. */
const AT_ONCE = 2

/** Reads the files of a message in the reader processes; what the time of a message doesn't suffice for is left as a timeout. */
export async function readInTime(files: readonly Attachment[], needs: InTime): Promise<readonly Document[]> {
  const end = performance.now() + needs.documentSeconds * 1000 * DOCUMENTS_IN_TIME
  const read: Document[] = []
  for (let next = 0; next < files.length; next += AT_ONCE) {
    if (needs.signal.aborted) throw new Cancelled('the process is to end')
    const some = files.slice(next, next + AT_ONCE)
    if (performance.now() > end) read.push(...some.map(file => unread(file, 'timeout')))
    else read.push(...(await Promise.all(some.map(file => readOne(file, needs)))).flat())
  }
  return read
}

const readOne = async (file: Attachment, { read }: InTime): Promise<readonly Document[]> =>
  file.unreadable === undefined ? read(file) : [unread(file, file.unreadable)]

const unread = ({ name, bytes, sha256 }: Attachment, why: WhyUnreadable): Document => ({
  ...{ name, sha256, bytes: bytes.length, kind: 'other', status: 'unreadable', why, content: null },
})
