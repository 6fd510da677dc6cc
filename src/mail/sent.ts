import { fetchEach, type Opened } from './fetching.ts'
import { parseHeader } from './parse-message.ts'
import { chunksOf, uidSet } from './uid-sets.ts'
import { uidsSince } from './uids.ts'

/** Of the mails sent since, the newest so many are looked at. */
const MOST = 5000

/** The Message-IDs in the open folder of sent mail since that day, read one by one: no server's SEARCH is trusted with them. */
export async function messageIdsSince(since: Date, at: Opened): Promise<ReadonlySet<string>> {
  const uids = (await uidsSince(since, at)).slice(-MOST)
  const ids = new Set<string>()
  for (const chunk of chunksOf(uids))
    await fetchEach(at, { set: uidSet(chunk), query: { headers: ['message-id'] } }, async ({ headers }) => {
      const { messageId } = await parseHeader(headers ?? Buffer.alloc(0))
      if (messageId !== null) ids.add(messageId)
    })
  return ids
}
