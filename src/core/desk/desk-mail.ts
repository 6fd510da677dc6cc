import { provesAddress, readAuthentication } from '../message/authentication.ts'
import type { Message } from '../message/message.ts'
import { ownWords } from '../message/own-words.ts'
import { patternWith } from '../words/pattern.ts'
import { ANSWER_PREFIXES, FORWARD_PREFIXES } from '../words/reply-prefixes.ts'
import { codesIn } from './code.ts'
import { LONGEST_LINE, oneEach } from './one-each.ts'
import { OUR_OPENINGS, ownLines } from './own-lines.ts'
import { NOTHING_WRITTEN, readLine } from './read-line.ts'
import { type SheetFile, sheetsAmong } from './sheet-file.ts'
import type { NamedCall } from './which-call.ts'
import { linesWithin } from './within-quotation.ts'

/** Why nothing was done of a mail that wanted to decide. */
export type RefusedFor = 'outsider' | 'code' | 'authentication'

/**
 * How far it is known that the address wrote it: `proven` by our server; `unproven`: to be confirmed with a code that only the address gets;
 * `refuted`: our server says that it did not, or cannot say that it did.
 */
type Proof = 'proven' | 'unproven' | 'refuted'

/** A mail that wants to decide, or bears a code, as it was read; the codes are kept by nobody. */
export type DeskReading = {
  readonly address: string
  readonly codes: readonly string[]
  /** null: the address is none of the desk's. */
  readonly mail: DeskMail | null
  /** What it brings to be read under a line; of the desk's own mail only. */
  readonly sheets: readonly SheetFile[]
}

/** What is kept of a mail from staff: its lines, without codes. */
export type DeskMail = {
  readonly proof: Proof
  /** Its HTML says something else than its text: nothing of it is done. */
  readonly differs: boolean
  readonly lines: readonly string[]
  /** Lines beyond those that are read. */
  readonly more: number
  /** For the answer: its Message-ID and what it answers. */
  readonly messageId: string | null
  readonly references: readonly string[]
}

/** By which results of authentication the address itself is proven, and the calls that lines may name. */
type DeskPolicy = {
  readonly authservId: string
  readonly trusted: boolean
  readonly calls: readonly NamedCall[]
}

const MOST_LINES = 50

/** What a mail wants of the desk; null where it neither is from staff nor bears a code. */
export function readDeskMail(message: Message, isCommand: boolean, policy: DeskPolicy): DeskReading | null {
  const address = senderOf(message)
  const codes = [...new Set([...codesIn(message.subject ?? ''), ...codesIn(ownWords(message.text))])]
  if (!isCommand) return codes.length === 0 ? null : { address: address ?? '', codes, mail: null, sheets: [] }
  const { lines: above, differs } = linesOf(message, policy.calls)
  const written = [...above, ...linesWithin(message.text)]
  const lines = written.length === 0 && isEmptyMail(message) ? [NOTHING_WRITTEN] : written
  return {
    address: address ?? '',
    codes,
    mail: {
      proof: proofOf(message, address ?? '', policy),
      differs,
      lines: lines.slice(0, MOST_LINES).map(line => line.slice(0, LONGEST_LINE)),
      more: Math.max(0, lines.length - MOST_LINES),
      messageId: message.messageId,
      references: message.references,
    },
    sheets: sheetsAmong(message.attachments),
  }
}

/** Of whom a mail is from, in lower case; null where several are named, or none. */
export function senderOf({ from }: Pick<Message, 'from'>): string | null {
  const [first, second] = from
  return first === undefined || second !== undefined ? null : first.address.trim().toLowerCase()
}

/** By its shape: from an address of the desk, with a code, or with a line that decides on a case. */
export function looksLikeCommand(message: Message, desk: readonly string[]): boolean {
  const address = senderOf(message)
  if (address === null || !desk.includes(address)) return false
  if (codesIn(message.subject ?? '').length > 0 || codesIn(ownWords(message.text)).length > 0) return true
  return oneEach(ownLines(message.text)).slice(0, MOST_LINES).some(decides)
}

function decides(line: string): boolean {
  const reading = readLine(line.slice(0, LONGEST_LINE), [])
  return reading.kind === 'command' && reading.command.what === 'case'
}

const FORWARD = patternWith('iu')`^\s*${FORWARD_PREFIXES}\s*[:：]`

/** A mail sent on may speak to who gets it, and is shown first like one that nothing proves. */
function proofOf({ headers, subject }: Message, address: string, { authservId, trusted }: DeskPolicy): Proof {
  const said = readAuthentication(headers, authservId, address)
  if (said === 'failed') return 'refuted'
  // Who logged in is said without a word on domains, so that nothing is aligned.
  if (provesAddress(headers, authservId, address))
    return trusted && !FORWARD.test(subject ?? '') ? 'proven' : 'unproven'
  return said === 'unaligned' ? 'refuted' : 'unproven'
}

const ANSWER = patternWith('iu')`^\s*${ANSWER_PREFIXES}\s*[:：]`

/** Somebody answered, or wrote, without a word of their own; not a mail of ours that a rule sends back as it was. */
const isEmptyMail = ({ subject, text }: Message): boolean =>
  (ANSWER.test(subject ?? '') || text.trim() === '') &&
  !OUR_OPENINGS.some(opening => text.trimStart().startsWith(opening))

/** What a mail says, a line for each command, and whether its HTML says something else. */
function linesOf(
  { text, htmlText }: Message,
  calls: readonly NamedCall[],
): { readonly lines: readonly string[]; readonly differs: boolean } {
  const [written, shown] = [ownLines(text), htmlText === undefined ? null : ownLines(htmlText)]
  if (shown === null) return { lines: oneEach(written, calls), differs: false }
  const both = saidByBoth(written, shown)
  return { lines: oneEach(both ?? written, calls), differs: both === null }
}

/**
 * The lines that both say, but for spaces and where lines were broken; null: they differ. A signature that only one of them parts off is no
 * difference, as long as it orders nothing.
 */
function saidByBoth(one: readonly string[], other: readonly string[]): readonly string[] | null {
  const [less, more] = compared(one).length <= compared(other).length ? [one, other] : [other, one]
  const end = more.findIndex((_, index) => compared(more.slice(0, index)) === compared(less))
  const below = end < 0 ? [] : more.slice(end)
  if (compared(less) === compared(more)) return one
  return end < 0 || less.length === 0 || oneEach(below).some(orders) ? null : less
}

const orders = (line: string): boolean => readLine(line.slice(0, LONGEST_LINE), []).kind === 'command'

const compared = (lines: readonly string[]): string =>
  lines
    .join('')
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/gu, '')
