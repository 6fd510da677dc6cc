import type { Branch, Call } from '../../call/call.ts'
import { type Document, plainText } from '../../document/document.ts'
import type { ChosenForm } from '../../judge/chosen-form.ts'
import { branchesIn } from '../../naming/branches-in.ts'
import { isMeantForCall } from '../../naming/meant-for-call.ts'
import { titleWords } from '../../naming/title-words.ts'
import { simplify } from '../../naming/traditional.ts'
import { listed } from '../../words/listed.ts'
import { announces } from '../inquiry.ts'
import type { Message } from '../message.ts'
import { ownWords } from '../own-words.ts'
import type { ForCall } from '../which-call.ts'
import { decliningIn } from './declining.ts'
import { bringsEvidence, isNamedAsEvidence } from './evidence-words.ts'
import { withdrawalIn } from './withdrawal.ts'

/** What belongs to an application and is no version of it. */
export type Note = {
  readonly relation: 'withdrawal' | 'evidence' | 'declined'
  readonly call: Call
  /** null where it names none of the roster, or several. */
  readonly branch: Branch | null
  /** The words that say so; null of evidence. */
  readonly said: string | null
}

/** The thread that a mail stands in, as far as a note must know it. */
type InThread = { readonly call: string | null; readonly branch: string | null }

export type NoteSeen = {
  readonly message: Message
  readonly documents: readonly Document[]
  readonly thread: InThread | null
}

const LONGEST = 1500

/**
 * What a mail without a version is to one call: a withdrawal, «不申报», evidence, or none of these. Own words only: never what is quoted;
 * a notice that mentions such things is none. The applicant is named in the mail, or by its thread, or by the sender's row of the roster.
 */
export function noteFor({ call, chosen }: ForCall, seen: NoteSeen): Note | null {
  if (bringsVersion(chosen) || announces(seen.message)) return null
  const inThread = seen.thread?.call === call.id
  const said = wordsOf(seen, call)
  if (!inThread && !concerns(said, call)) return provesForBranch(said, chosen, { ...seen, call, inThread })
  const named = applicantsOf(said, call, seen)
  if (named.length === 0 && !inThread) return null
  const branch = named.length === 1 ? (named[0] ?? null) : null
  const withdrawn = withdrawalIn(said)
  if (withdrawn !== null) return { relation: 'withdrawal', call, branch, said: withdrawn }
  const declined = decliningIn(said)
  if (declined !== null) return { relation: 'declined', call, branch, said: declined }
  return isEvidence(chosen, { ...seen, call, inThread }) ? { relation: 'evidence', call, branch, said: null } : null
}

/** A filled form, or a file that could not be read and does not call itself evidence. */
export const bringsVersion = (chosen: ChosenForm): boolean =>
  chosen.kind === 'filled' ||
  chosen.kind === 'several' ||
  (chosen.kind === 'unreadable' && !isNamedAsEvidence(chosen.document.name))

/** Subject, own words, and documents that are no form. */
function wordsOf({ message, documents }: NoteSeen, call: Call): string {
  const papers = documents
    .filter(({ content, name }) => content !== null && !isMeantForCall(name, call))
    .map(({ content }) => plainText(content?.blocks ?? []).slice(0, LONGEST))
  return [withoutPrefixes(message.subject ?? ''), ownWords(message.text).slice(0, LONGEST), ...papers].join('\n')
}

/** «回复:» and the subject of ours behind it are no words of the sender's. */
const withoutPrefixes = (subject: string): string =>
  /^\s*(?:re|回复|答复)\s*[:：]/i.test(subject) ? '' : subject.replace(/^\s*(?:fwd?|转发)\s*[:：]\s*/i, '')

/** What applying is called, beside the call's own words. */
const APPLYING = ['申报', '参评', '遴选', '推荐对象', '评选']
/** Papers that are sent after an application, and what else a branch sends such papers for. */
const AFTERWARDS = ['佐证', '支撑材料']
const PROOF = listed('佐证 支撑材料 补充材料 证书 获奖证明 荣誉证明 证明材料')
const OTHER_MATTERS = listed(
  '述职 评议 发展党员 转正 党费 换届 选举 组织关系 年度考核 巡察 巡视 年报 报销 经费 奖学金 职称 入党 党员身份 党校 培训 积极分子 审计 督查',
)

function concerns(said: string, call: Call): boolean {
  const text = simplify(said).replace(/\s+/g, '')
  const { topic, document } = titleWords(call)
  const says = (words: readonly string[]) => words.some(word => word !== '' && text.includes(word))
  return says([topic, document, ...APPLYING]) || (says(AFTERWARDS) && !says(OTHER_MATTERS))
}

/** A subject that names a branch, over papers that are called proof: of its application, where nothing tells of another matter. */
function provesForBranch(said: string, chosen: ChosenForm, seen: Bringing): Note | null {
  const { message, call } = seen
  const [branch, ...others] = branchesIn(message.subject ?? '', call)
  const words = simplify(said).replace(/\s+/g, '')
  if (branch === undefined || others.length > 0 || OTHER_MATTERS.some(word => words.includes(word))) return null
  const isProof = PROOF.some(word => words.includes(word)) && isEvidence(chosen, seen)
  return isProof ? { relation: 'evidence', call, branch, said: null } : null
}

function applicantsOf(said: string, call: Call, { message, thread }: NoteSeen): readonly Branch[] {
  const named = branchesIn(`${message.subject ?? ''}\n${said}`, call)
  if (named.length > 0) return named
  const ofThread = thread?.call === call.id ? call.roster.filter(({ name }) => name === thread.branch) : []
  if (ofThread.length > 0) return ofThread
  const sender = message.from[0]?.address.toLowerCase() ?? ''
  return call.roster.filter(({ emails }) => emails.includes(sender))
}

type Bringing = NoteSeen & { readonly call: Call; readonly inThread: boolean }

const FORMLESS: ReadonlySet<ChosenForm['kind']> = new Set(['absent', 'format', 'unreadable'])

/**
 * Photos and readable files, none of them a form, whose names, titles or mail say that they prove something, or that come in the thread of
 * a submission. A file that is named as the form is meant as the form.
 */
function isEvidence(chosen: ChosenForm, { message, documents, call, inThread }: Bringing): boolean {
  const brought = documents.filter(({ kind }) => kind !== 'zip' && !CLUTTER.includes(kind))
  if (brought.length === 0 || !FORMLESS.has(chosen.kind)) return false
  if (brought.some(({ name }) => isMeantForCall(name, call) && !isNamedAsEvidence(name))) return false
  if (inThread || bringsEvidence(ownWords(message.text))) return true
  return brought.some(one => isNamedAsEvidence(one.name) || isNamedAsEvidence(titleOf(one)))
}

/** What clients hang on. */
const CLUTTER: readonly Document['kind'][] = ['txt', 'html', 'xml', 'other']

const titleOf = ({ content }: Document): string => plainText(content?.blocks.slice(0, 3) ?? []).slice(0, 80)
