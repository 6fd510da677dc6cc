import type { Decision } from '../core/judge/decision.ts'
import { heldUnread } from '../core/judge/held-unread.ts'
import type { Message } from '../core/message/message.ts'
import type { Reply } from '../core/reply/reply.ts'
import { parseHeader, parseMessage } from '../mail/parse-message.ts'
import { replyTo } from './answering.ts'
import { judgeMessage, readDocuments } from './judging.ts'
import type { Parts } from './parts.ts'

/** A mail from a file, judged offline; `decision` and `reply` are what live work would give. */
export type Judged = {
  readonly file: string
  readonly message: Message
  readonly decision: Decision
  readonly reply: Reply | null
}

/** A file to judge and the clocks that are said of it. */
export type ToJudge = {
  readonly file: string
  readonly source: Uint8Array
  readonly received: Date | null
  readonly internalDate: Date | null
  readonly now: Date | null
}

export async function judgeFile({ file, source, ...clocks }: ToJudge, parts: Parts): Promise<Judged> {
  const tooLarge = source.length > parts.config.limits.messageBytes
  const message = await (tooLarge ? parseHeader : parseMessage)(source)
  const documents = await readDocuments(parts, message.attachments)
  const judged = judgeMessage({ message, documents, thread: null, ...clocks }, parts, () => null)
  const decision = tooLarge && judged.relation === 'application' ? heldUnread(judged, 'too-large') : judged
  const composedAt = clocks.now ?? (decision.receivedAt === null ? parts.clock() : new Date(decision.receivedAt))
  return {
    file,
    message,
    decision,
    reply: replyTo({ message, decision, decided: null, place: null, composedAt }, parts),
  }
}
