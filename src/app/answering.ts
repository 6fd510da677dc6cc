import { fromMemory, type Recall, type ReplySettings } from '../core/reply/answers.ts'
import { decisionMails } from '../core/reply/decision-mails.ts'
import type { ReplyInput } from '../core/reply/reply.ts'
import type { RecordNeeds } from '../jobs/record-needs.ts'
import { parseHeader } from '../mail/parse-message.ts'
import type { Parts } from './parts.ts'

export const replySettings = ({
  config,
  from,
  calls,
}: Pick<Parts, 'config' | 'from' | 'calls'>): Omit<ReplySettings, 'at'> => ({
  calls: calls(),
  service: { from, contact: config.staff.contact, timezone: config.timezone },
})

/** By the calls as they are at that moment. */
export const replyIn =
  (parts: Parts): RecordNeeds['composeReplies'] =>
  told =>
    decisionMails(told, { ...replySettings(parts), recall: recallIn(parts), at: parts.clock() })

/** What is remembered of a submission that another letter is about. */
export const recallIn =
  ({ store }: Parts): Recall =>
  (id, entry) => ({
    answer: store.get().decisions.of(id, entry).at(-1)?.decision.answer ?? null,
    messageId: store.get().messages.remembered(id)?.messageId ?? null,
  })

const UNKNOWN = { sender: null, subject: null, messageId: null, sha256: '' }

/** The mail as a reply needs it: from its stored bytes, or, where there are none that can be read, from what is remembered of it. */
export const answeredIn =
  ({ store }: Parts): ((id: number) => Promise<ReplyInput['message']>) =>
  async id => {
    const { rawMessages, messages } = store.get()
    const source = rawMessages.find(id)
    const parsed = source === null ? null : await parseHeader(source).catch(() => null)
    return parsed ?? fromMemory(messages.remembered(id) ?? UNKNOWN)
  }
