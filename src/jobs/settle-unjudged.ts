import type { UnsettledMessage } from '../core/application/recorded-message.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'
import { result } from './settle.ts'

const NOTHING = { call: null, branch: null, receivedAt: null, sender: null, subject: null, messageId: null }
const GONE = 'it is no longer in the mailbox'

/** Staff moved or deleted it before it was downloaded: the mailbox is theirs. What a person wanted tried again goes back to them. */
export function settleGone(found: UnsettledMessage, needs: IntakeNeeds): IntakeResult {
  const { id, reopened } = found
  needs.transaction(() => {
    needs.reopening.markGone(id, needs.clock())
    if (reopened === 0)
      return needs.messages.settle(id, { ...NOTHING, relation: 'unrelated', outcome: 'ignored' }, needs.clock())
    needs.messages.noteError(id, GONE)
    needs.messages.setAside(id, NOTHING, needs.clock())
  })
  return reopened === 0 ? { ...result(found), what: 'gone' } : { ...result(found), what: 'set-aside', error: GONE }
}

type Twin = { readonly twin: number; readonly sha256: string | null }

/** The same bytes are the same message: no decision and no reply of their own. */
export function settleTwin(found: UnsettledMessage, { twin, sha256 }: Twin, needs: IntakeNeeds): IntakeResult {
  needs.transaction(() => {
    if (needs.places.adoptByBytes(twin, found)) return
    if (sha256 !== null) needs.messages.identify(found.id, sha256)
    needs.messages.settleAsTwin(found.id, twin, needs.clock())
    needs.rawMessages.remove(found.id)
  })
  return { ...result(found), what: 'repeated' }
}

/** The same where the bytes have a twin by now; null where they have none. Several copies may be under way at once. */
export function settleIfTwin(found: UnsettledMessage, sha256: string, needs: IntakeNeeds): IntakeResult | null {
  const twin = needs.messages.twinOf(found.id, sha256)
  return twin === null ? null : settleTwin(found, { twin, sha256 }, needs)
}
