import type { FetchQueryObject } from 'imapflow'
import { NotGiven } from '../errors.ts'
import { sha256 } from '../sha256.ts'
import { fetchOne, type Opened } from './fetching.ts'
import { splitHeader } from './header-fields.ts'
import type { Session } from './session.ts'
import { isStandIn } from './stand-in.ts'
import { isThere } from './uids.ts'

type MessageAt = {
  readonly folder: string
  readonly uidValidity: number
  readonly uid: number
  readonly headerSha256?: string
}

/** A download that breaks the connection so often in a row is that message's trouble. */
const MOST_BREAKS = 3

/** The bytes of messages; null where a message is gone, moved or deleted by whom the mailbox belongs to. Throws NotGiven where it is there and can't be had. */
export function createDownloads(session: Session, host: string) {
  const breaks = new Map<string, number>()

  async function fetchAt(at: MessageAt, asked: 'source' | 'headers'): Promise<Uint8Array | null> {
    const flow = await session.connected()
    const folder = await session.at(at.folder)
    const here = { flow, path: session.opened().path }
    if (folder.uidValidity !== at.uidValidity && !(await isSame(at, here))) return null
    const answer = await fetchOne(here, at.uid, { [asked]: true } satisfies FetchQueryObject)
    const bytes = answer === null || answer === 'refused' ? undefined : answer[asked]
    if (bytes !== undefined && bytes.length > 0 && !isStandIn(splitHeader(bytes).fields)) return bytes
    if (!(await isThere(at.uid, here))) return null
    throw new NotGiven(`${host} has message ${at.uid} of ${at.folder}, and doesn't hand out its ${asked}`)
  }

  /** Courier gives a shared folder another UIDVALIDITY each time it is opened, and the messages their UIDs: the header must tell. */
  async function isSame({ uid, headerSha256 }: MessageAt, here: Opened): Promise<boolean> {
    if (headerSha256 === undefined) return false
    const answer = await fetchOne(here, uid, { headers: true })
    return answer !== null && answer !== 'refused' && sha256(answer.headers ?? Buffer.alloc(0)) === headerSha256
  }

  return {
    header: (at: MessageAt) => fetchAt(at, 'headers'),
    async source(at: MessageAt): Promise<Uint8Array | null> {
      const key = `${at.folder} ${at.uidValidity} ${at.uid}`
      try {
        const source = await fetchAt(at, 'source')
        breaks.delete(key)
        return source
      } catch (error) {
        if (!session.isBroken()) throw error
        const times = (breaks.get(key) ?? 0) + 1
        breaks.set(key, times)
        if (times < MOST_BREAKS) throw error
        throw new NotGiven(`message ${at.uid} of ${at.folder} broke the connection ${times} times`, { cause: error })
      }
    },
  }
}
