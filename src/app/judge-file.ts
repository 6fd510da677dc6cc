import { scannedAmong } from '../core/document/scanned-document.ts'
import { type RecognisedForm, readRecognised } from '../core/form/recognised-form.ts'
import { type Decision, type Decisions, inCommon } from '../core/judge/decision.ts'
import { isTooLarge, judgedByHeader } from '../core/judge/held-unread.ts'
import { judgeMail } from '../core/judge/judge-mail.ts'
import type { Message } from '../core/message/message.ts'
import { replyTo } from '../core/reply/answers.ts'
import type { Reply } from '../core/reply/reply.ts'
import { parseClosed, parseMessage } from '../mail/parse-message.ts'
import { replySettings } from './answering.ts'
import { policyOf, readDocuments } from './judging.ts'
import type { Parts } from './parts.ts'
import { recogniseDocument } from './recognising.ts'
import { earlierAmong } from './records.ts'

/** A mail from a file, judged offline; `decisions` and `reply` are what live work would give. */
export type Judged = {
  readonly file: string
  readonly message: Message
  readonly decisions: Decisions
  readonly reply: Reply | null
  /** What recognition read of a scanned form, where it was asked for. */
  readonly recognised: RecognisedForm | null
  /** Why of a scan that was to be read nothing can be shown: it could not be recognised, or is no filled form of the call. */
  readonly unrecognised: 'failed' | 'no-form' | null
}

/** A file to judge and the clocks that are said of it. */
export type ToJudge = {
  readonly file: string
  readonly source: Uint8Array
  readonly received: Date | null
  readonly internalDate: Date | null
  readonly now: Date | null
  /** In place of the deadline that the calls' files say; the conditions' windows stay. null: theirs. */
  readonly deadline?: Date | null
  /** Whether scans are to be read, too. */
  readonly ocr?: boolean
  /** Decisions on mails of the same applicant that came before. */
  readonly after?: readonly Decision[]
}

/** By the files alone: what was amended stands in the database. */
export async function judgeFile(
  { file, source, deadline = null, ocr = false, after = [], ...said }: ToJudge,
  parts: Parts,
): Promise<Judged> {
  const { config, from, templates } = parts
  const calls = deadline === null ? config.calls : config.calls.map(call => ({ ...call, deadline }))
  const rulebook = { config, from, templates, calls: () => calls }
  const tooLarge = isTooLarge(source.length, config.limits)
  const message = await (tooLarge ? parseClosed : parseMessage)(source)
  const documents = await readDocuments(parts, message.attachments, calls)
  const { internalDate, ...clocks } = { ...said, clock: parts.clock() }
  const rules = { ...policyOf(rulebook), standing: () => null, earlier: earlierAmong(after) }
  const judged = judgeMail({ message, documents, internalDate, thread: null }, clocks, rules)
  const decisions = tooLarge ? judgedByHeader(judged, 'too-large', calls) : judged
  const [{ receivedAt }] = decisions
  const at = said.now ?? (receivedAt === null ? parts.clock() : new Date(receivedAt))
  const reply = replyTo(message, decisions, { ...replySettings(rulebook), at })
  const isRead = decisions.some(({ form }) => form !== null)
  const { recognised, unrecognised } = ocr && !isRead ? await recogniseForm(message, decisions, parts) : NOT_ASKED
  return { file, message, decisions, reply, recognised, unrecognised }
}

type Reading = Pick<Judged, 'recognised' | 'unrecognised'>

const NOT_ASKED: Reading = { recognised: null, unrecognised: null }

/** The first scan of the message that is a filled form. */
async function recogniseForm(message: Message, decisions: Decisions, parts: Parts): Promise<Reading> {
  const id = inCommon(decisions, ({ call }) => call)
  const call = parts.templates.within(parts.config.calls).find(one => one.id === id)
  let unrecognised: Reading['unrecognised'] = null
  for (const scanned of scannedAmong(decisions[0].documents)) {
    const recognition = await recogniseDocument(scanned, message.attachments, parts)
    unrecognised = recognition.state === 'recognised' ? 'no-form' : (unrecognised ?? 'failed')
    if (call === undefined || recognition.state !== 'recognised') continue
    const recognised = readRecognised(recognition.content, call)
    if (recognised !== null) return { recognised, unrecognised: null }
  }
  return { recognised: null, unrecognised }
}
