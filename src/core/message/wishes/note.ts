import type { Call } from '../../call/call.ts'
import { type Document, plainText } from '../../document/document.ts'
import type { ChosenForm } from '../../judge/chosen-form.ts'
import { branchesIn } from '../../naming/branches-in.ts'
import { isMeantForCall } from '../../naming/meant-for-call.ts'
import { titleWords } from '../../naming/title-words.ts'
import { simplify } from '../../naming/traditional.ts'
import { applyingIn } from '../../words/applying.ts'
import { listed } from '../../words/listed.ts'
import { announces } from '../inquiry.ts'
import type { Message } from '../message.ts'
import { ownWords } from '../own-words.ts'
import type { Thread } from '../thread.ts'
import type { ForCall } from '../which-call.ts'
import { decliningIn } from './declining.ts'
import { isEvidence } from './evidence.ts'
import { isNamedAsEvidence } from './evidence-words.ts'
import { type Whose, whoseIs } from './whose.ts'
import { withdrawalIn } from './withdrawal.ts'

/** What belongs to an application and is no version of it. */
export type Note = {
  readonly relation: 'withdrawal' | 'evidence' | 'declined'
  readonly call: Call
  /** An entry each. */
  readonly whose: readonly [Whose, ...Whose[]]
  /** The words that say so; null of evidence. */
  readonly said: string | null
}

export type NoteSeen = {
  readonly message: Message
  readonly documents: readonly Document[]
  readonly thread: Thread | null
}

const LONGEST = 1500

/**
 * What a mail without a version is to one call: a withdrawal, «不申报», evidence, or none of these. Own words only: never what is quoted;
 * a notice that mentions such things is none. The applicant is named in the mail, or by its thread, or by the sender's row of the roster.
 */
export function noteFor({ call, chosen }: ForCall, seen: NoteSeen): Note | null {
  const { message, documents } = seen
  if (bringsVersion(chosen) || announces(message)) return null
  const thread = seen.thread?.call === call.id ? seen.thread : null
  const subject = message.subject ?? ''
  const own = ownWords(message.text).slice(0, LONGEST)
  const said = [withoutPrefixes(subject), own, papersOf(documents, call)].join('\n')
  const bringing = { documents, words: `${withoutPrefixes(subject)}\n${own}`, call, thread }
  const proves = () => isEvidence(chosen, bringing)
  if (thread === null && !concerns(`${subject}\n${said}`, call))
    return namesOneToProve(said, subject, call) && proves() ? noteOf('evidence', { call, said, seen }) : null
  const named = noteOf('evidence', { call, said, seen })
  if (named === null && thread === null) return null
  const withdrawn = withdrawalIn(said, thread !== null || concerns(subject, call))
  if (withdrawn !== null) return noteOf('withdrawal', { call, said, seen }, withdrawn)
  const declined = decliningIn(said)
  if (declined !== null) return noteOf('declined', { call, said, seen }, declined)
  return proves() ? named : null
}

type Told = { readonly call: Call; readonly said: string; readonly seen: NoteSeen }

function noteOf(relation: Note['relation'], { call, said, seen }: Told, words: string | null = null): Note | null {
  const [first, ...others] = whoseIs(said, call, seen)
  if (first === undefined && seen.thread?.call !== call.id) return null
  return { relation, call, whose: [first ?? NOBODY, ...others], said: words }
}

const NOBODY: Whose = { branch: null, applicant: null }

/** A filled form, or a file that could not be read and does not call itself evidence. */
export const bringsVersion = (chosen: ChosenForm): boolean =>
  chosen.kind === 'filled' ||
  chosen.kind === 'several' ||
  (chosen.kind === 'unreadable' && !isNamedAsEvidence(chosen.document.name))

/** What stands in documents that are no form. */
const papersOf = (documents: readonly Document[], call: Call): string =>
  documents
    .filter(({ content, name }) => content !== null && !isMeantForCall(name, call))
    .map(({ content }) => plainText(content?.blocks ?? []).slice(0, LONGEST))
    .join('\n')

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
  const others = OTHER_MATTERS.filter(matter => !call.title.includes(matter))
  return says([topic, document, ...APPLYING, ...applyingIn(call.nouns)]) || (says(AFTERWARDS) && !says(others))
}

/** A subject that names a branch, over papers that are called proof: of its application, where nothing tells of another matter. */
function namesOneToProve(said: string, subject: string, call: Call): boolean {
  const words = simplify(said).replace(/\s+/g, '')
  const isOther = OTHER_MATTERS.some(word => words.includes(word) && !call.title.includes(word))
  return branchesIn(subject, call).length === 1 && !isOther && PROOF.some(word => words.includes(word))
}
