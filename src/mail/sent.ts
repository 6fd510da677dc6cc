import { fetchEach, type Opened } from './fetching.ts'
import { parseHeader } from './parse-message.ts'
import { chunksOf, uidSet } from './uid-sets.ts'
import { uidsSince } from './uids.ts'

/** Of the mails sent since, the newest so many are looked at. */
const MOST = 5000

/** Of a sent mail, what its header says of its thread, and nothing else. */
export type SentHeader = { readonly messageId: string | null; readonly references: readonly string[] }

/** The mails in the open folder of sent mail since that day, read one by one: no server's SEARCH is trusted with their Message-IDs. */
export async function sentHeaders(since: Date, fields: readonly string[], at: Opened): Promise<readonly SentHeader[]> {
  const uids = (await uidsSince(since, at)).slice(-MOST)
  const found: SentHeader[] = []
  for (const chunk of chunksOf(uids))
    await fetchEach(at, { set: uidSet(chunk), query: { headers: [...fields] } }, async ({ headers }) => {
      const { messageId, references } = await parseHeader(headers ?? Buffer.alloc(0))
      found.push({ messageId, references })
    })
  return found
}
