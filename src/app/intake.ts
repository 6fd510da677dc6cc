import { readDeskMail, senderOf } from '../core/desk/desk-mail.ts'
import { judgedByHeader } from '../core/judge/held-unread.ts'
import { judgeMail, type SeenMail } from '../core/judge/judge-mail.ts'
import { claiming } from '../core/message/which-call.ts'
import { answersTo, type JudgedMail } from '../core/reply/answers.ts'
import type { IntakeNeeds } from '../jobs/intake-needs.ts'
import { htmlTextOf } from '../mail/html-text.ts'
import { parseHeader, parseMessage } from '../mail/parse-message.ts'
import { sha256 } from '../sha256.ts'
import { recallIn, replySettings } from './answering.ts'
import { policyOf, readDocuments } from './judging.ts'
import { membersOf } from './members.ts'
import type { Parts } from './parts.ts'
import { appliedIn, earlierIn, standingIn, threadIn } from './records.ts'

/** The straight line, wired to the real edges. */
export function intakeNeeds(parts: Parts): IntakeNeeds {
  const mailbox = parts.mailbox.get()
  const desk = membersOf(parts.config).map(({ address }) => address)
  return {
    clock: parts.clock,
    ledger: parts.store.get().ledger,
    mail: {
      source: async at => {
        const bytes = await mailbox.source(at)
        return bytes === null ? null : { bytes, sha256: sha256(bytes) }
      },
      header: mailbox.header,
    },
    reader: {
      ...{ parse: parseMessage, parseHeader },
      readDocuments: files => readDocuments(parts, files, claiming(parts.calls(), parts.clock())),
      htmlText: async (source, message) =>
        desk.includes(senderOf(message) ?? '') ? await htmlTextOf(source) : undefined,
    },
    rules: rulesOf(parts),
  }
}

/** By the calls as they are when the message's turn has come. */
function rulesOf(parts: Parts): IntakeNeeds['rules'] {
  const { config, clock } = parts
  const onRecord = { standing: standingIn(parts), applied: appliedIn(parts), earlier: earlierIn(parts) }
  const recall = recallIn(parts)
  return {
    threadOf: threadIn(parts),
    judge: (seen: SeenMail) =>
      judgeMail(seen, { now: clock(), clock: clock(), received: null }, { ...policyOf(parts), ...onRecord }),
    unread: (decisions, why) => judgedByHeader(decisions, why, parts.calls()),
    answers: (judged: JudgedMail) => answersTo(judged, { ...replySettings(parts), recall, at: clock() }),
    readDesk: (message, isCommand) => readDeskMail(message, isCommand, { ...config.senders, calls: parts.calls() }),
    replies: config.replies,
    limits: config.limits,
  }
}
