import { seenOf } from '../core/application/conclusion.ts'
import type { WaitingMessage } from '../core/application/recorded-message.ts'
import type { WhyUnreadable } from '../core/document/document.ts'
import type { Decisions } from '../core/judge/decision.ts'
import type { Message } from '../core/message/message.ts'
import type { IntakeNeeds, IntakeResult } from './intake-needs.ts'
import { judgedAs, result } from './judged.ts'

type Unread = { readonly source: Uint8Array | null; readonly why: WhyUnreadable; readonly needs: IntakeNeeds }

/** For a person: where the header names the call, the sender gets the neutral receipt and the submission is held. */
export async function setAside(found: WaitingMessage, { source, why, needs }: Unread): Promise<IntakeResult> {
  const message = source === null ? null : await readHeader(source, needs)
  const decisions = message === null ? null : judgeHeader(found, message, needs)
  const held = decisions?.[0].relation === 'application' ? needs.rules.unread(decisions, why) : null
  const judged =
    message === null || held === null ? null : judgedAs(found, { message, decisions: held, reopened: 0 }, needs)
  const seen = message === null ? { sender: null, subject: null } : seenOf(message)
  const answered = needs.ledger.setAside(found.id, { seen, judged }, needs.clock())
  const error = why === 'too-large' ? `${found.size} bytes are too many` : `failed ${found.attempts} times`
  return { ...result(found), what: 'set-aside', outcome: answered ? (held?.[0].outcome ?? null) : null, error }
}

async function readHeader(source: Uint8Array, { reader }: IntakeNeeds): Promise<Message | null> {
  try {
    return await reader.parseHeader(source)
  } catch {
    return null
  }
}

function judgeHeader({ internalDate }: WaitingMessage, message: Message, { rules }: IntakeNeeds): Decisions | null {
  try {
    return rules.judge({ message, documents: [], internalDate, thread: null })
  } catch {
    return null
  }
}
