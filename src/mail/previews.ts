import type { FetchQueryObject } from 'imapflow'
import type { PreviewedMessage } from '../core/application/recorded-message.ts'
import { isRefusal } from './connection.ts'
import { fetchOne, fetchQuickly, type Opened } from './fetching.ts'
import { type Told, toPreview } from './preview.ts'
import { uidSet } from './uid-sets.ts'
import { isThere } from './uids.ts'

const WHOLE: FetchQueryObject = { headers: true, bodyStructure: true, size: true, internalDate: true }
/** A structure that imapflow can't read makes it drop the whole answer. */
const WITHOUT_STRUCTURE: FetchQueryObject = { headers: true, size: true, internalDate: true }

/**
 * Header and structure of these messages, ascending. One that the server or imapflow can't show is shown as far as it goes, so that its
 * download tells; one that is gone is left out.
 */
export async function previewsOf(ascending: readonly number[], at: Opened): Promise<PreviewedMessage[]> {
  const shown = await previewAll(ascending, at)
  for (const uid of ascending) {
    const preview = shown.has(uid) ? null : await previewOne(uid, at)
    if (preview !== null) shown.set(uid, preview)
  }
  return [...shown.values()].sort((a, b) => a.uid - b.uid)
}

/** Some servers refuse all for the sake of one: then each is asked for alone. */
async function previewAll(uids: readonly number[], at: Opened): Promise<Map<number, PreviewedMessage>> {
  const wanted = new Set(uids)
  const shown = new Map<number, PreviewedMessage>()
  try {
    await fetchQuickly(at, { set: uidSet(uids), query: WHOLE }, message => {
      if (wanted.has(message.uid) && isWhole(message)) shown.set(message.uid, toPreview(message))
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
  return shown
}

const isWhole = ({ headers, bodyStructure }: Told): boolean =>
  headers !== undefined && headers.length > 0 && bodyStructure !== undefined

async function previewOne(uid: number, at: Opened): Promise<PreviewedMessage | null> {
  for (const query of [WHOLE, WITHOUT_STRUCTURE]) {
    const answer = await fetchOne(at, uid, query)
    if (answer !== null && answer !== 'refused' && (answer.headers?.length ?? 0) > 0) return toPreview(answer)
  }
  return (await isThere(uid, at)) ? toPreview({ uid }) : null
}
