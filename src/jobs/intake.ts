import type { WaitingMessage } from '../core/application/recorded-message.ts'
import type { Document } from '../core/document/document.ts'
import { inCommon } from '../core/judge/decision.ts'
import { isTooLarge } from '../core/judge/held-unread.ts'
import type { Message } from '../core/message/message.ts'
import { describeError, isOurFault, PermanentError } from '../errors.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'
import { judgedAs, result } from './judged.ts'
import { setAside } from './set-aside.ts'

/** A message as far as it could be read. `copy`: the same bytes were judged before; `failed` bears what went wrong. */
export type Prepared =
  | { readonly kind: 'gone' }
  | { readonly kind: 'header'; readonly source: Uint8Array }
  | { readonly kind: 'copy'; readonly sha256: string }
  | { readonly kind: 'failed'; readonly sha256: string; readonly error: unknown }
  | {
      readonly kind: 'read'
      readonly sha256: string
      readonly message: Message
      readonly documents: readonly Document[]
    }

/**
 * The straight line, from a UID to what can be read of the message; several are on it at once. Doing any step twice is harmless. Throws what
 * is no fault of the message's.
 */
export async function prepare(found: WaitingMessage, needs: IntakeNeeds): Promise<Prepared> {
  const { ledger, mail, reader, rules, clock } = needs
  if (isTooLarge(found.size, rules.limits)) return orGone(await mail.header(found))
  const kept = ledger.kept(found.id)
  const fetched = kept ?? (await mail.source(found))
  if (fetched === null) return { kind: 'gone' }
  const { bytes, sha256 } = fetched
  if (ledger.twinOf(found, sha256) !== null) return { kind: 'copy', sha256 }
  if (failuresOf(found) >= rules.limits.attempts) return { kind: 'failed', sha256, error: null }
  if (kept === null) ledger.keep(found.id, fetched, clock())
  else ledger.begin(found.id, clock())
  try {
    const parsed = await reader.parse(bytes)
    const htmlText = await reader.htmlText(bytes, parsed)
    const message = htmlText === undefined ? parsed : { ...parsed, htmlText }
    return { kind: 'read', sha256, message, documents: await reader.readDocuments(message.attachments) }
  } catch (error) {
    noteFailure(found, error, needs)
    return { kind: 'failed', sha256, error }
  }
}

const orGone = (source: Uint8Array | null): Prepared =>
  source === null ? { kind: 'gone' } : { kind: 'header', source }

/** The rest of the line, one message after another in their order: a decision depends on what stands for the applicant by then. */
export async function conclude(found: WaitingMessage, prepared: Prepared, needs: IntakeNeeds): Promise<IntakeResult> {
  if (prepared.kind === 'gone') return concludeGone(found, needs)
  const sha256 = prepared.kind === 'header' ? null : prepared.sha256
  const twin = needs.ledger.twinOf(found, sha256)
  if (twin !== null) {
    return repeats(found, { twin, sha256 }, needs)
  }
  switch (prepared.kind) {
    case 'header':
      return setAside(found, { source: prepared.source, why: 'too-large', needs })
    case 'copy':
      return result(found)
    case 'failed':
      return giveUpOrLater(found, prepared.error, needs)
    case 'read':
      return knownByContent(found, prepared, needs) ?? judge(found, prepared, needs)
    default:
      return prepared satisfies never
  }
}

async function judge(found: WaitingMessage, { message, documents }: Read, needs: IntakeNeeds): Promise<IntakeResult> {
  const { rules, ledger, clock } = needs
  try {
    const thread = rules.threadOf(message.references)
    const decisions = rules.judge({ message, documents, internalDate: found.internalDate, thread })
    ledger.conclude(
      found,
      { kind: 'judged', judged: judgedAs(found, { message, decisions, reopened: found.reopened }, needs) },
      clock(),
    )
    return { ...result(found), what: 'judged', outcome: inCommon(decisions, ({ outcome }) => outcome) }
  } catch (error) {
    noteFailure(found, error, needs)
    return giveUpOrLater(found, error, needs)
  }
}

type Twin = { readonly twin: number; readonly sha256: string | null }

function repeats(found: WaitingMessage, twin: Twin, { ledger, clock }: IntakeNeeds): IntakeResult {
  ledger.conclude(found, { kind: 'repeats', ...twin }, clock())
  return { ...result(found), what: 'repeated' }
}

/** Where a server renumbers, it may change a line of the header too. */
function knownByContent(found: WaitingMessage, { message, documents, sha256 }: Read, needs: IntakeNeeds) {
  const twin = needs.ledger.movedFrom(found, {
    messageId: message.messageId,
    sender: message.from[0]?.address ?? null,
    documents: documents.map(document => document.sha256),
  })
  return twin === null ? null : repeats(found, { twin, sha256 }, needs)
}

type Read = Extract<Prepared, { kind: 'read' }>

const GONE = 'it is no longer in the mailbox'

/** Staff moved or deleted it before it was downloaded: the mailbox is theirs. What a person wanted tried again goes back to them. */
function concludeGone(found: WaitingMessage, { ledger, clock }: IntakeNeeds): IntakeResult {
  const wanted = found.reopened > 0
  ledger.conclude(found, { kind: 'gone', wanted, error: GONE }, clock())
  return wanted ? { ...result(found), what: 'set-aside', error: GONE } : { ...result(found), what: 'gone' }
}

/** What is ours (no room in the database, a stop) is not held against the message. */
function noteFailure({ id }: WaitingMessage, error: unknown, { ledger }: IntakeNeeds): void {
  if (isOurFault(error)) throw error
  ledger.fail(id, describeError(error))
}

/** Unknown means try again; `error` is null where that was done often enough. */
async function giveUpOrLater(found: WaitingMessage, error: unknown, needs: IntakeNeeds): Promise<IntakeResult> {
  const { ledger, rules } = needs
  const isLast = error === null || error instanceof PermanentError || failuresOf(found) + 1 >= rules.limits.attempts
  if (!isLast) return { ...result(found), error: describeError(error) }
  const aside = await setAside(found, { source: ledger.kept(found.id)?.bytes ?? null, why: 'corrupt', needs })
  return error === null ? aside : { ...aside, error: describeError(error) }
}

const failuresOf = ({ attempts, interruptions }: WaitingMessage): number => attempts - interruptions
