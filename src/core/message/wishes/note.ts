import type { Call } from '../../call/call.ts'
import { type Document, plainText } from '../../document/document.ts'
import type { Applied } from '../../judge/applied.ts'
import type { ChosenForm } from '../../judge/chosen-form.ts'
import { branchesIn } from '../../naming/branches-in.ts'
import { isMeantForCall } from '../../naming/meant-for-call.ts'
import { normalise } from '../../naming/normalise.ts'
import { saysCall, titleWords, worksOf } from '../../naming/title-words.ts'
import { simplify } from '../../naming/traditional.ts'
import { applyingIn } from '../../words/applying.ts'
import { CHOOSING } from '../../words/choosing-words.ts'
import { listed } from '../../words/listed.ts'
import { otherMatters } from '../../words/matters.ts'
import { pattern, patternWith } from '../../words/pattern.ts'
import { FORWARD_PREFIXES } from '../../words/reply-prefixes.ts'
import { isAnswerBySubject } from '../bare-answer.ts'
import { announces } from '../inquiry.ts'
import type { Message } from '../message.ts'
import { ownWords } from '../own-words.ts'
import type { Thread } from '../thread.ts'
import type { ForCall } from '../which-call.ts'
import { decliningIn } from './declining.ts'
import { isEvidence } from './evidence.ts'
import { isNamedAsNoForm, isNamedAsWish } from './own-name.ts'
import { type Told, type Whose, whoseIs } from './whose.ts'
import { deniesWithdrawal, withdrawalIn } from './withdrawal.ts'

/** What belongs to an application and is no version of it. */
export type Note = {
  readonly relation: 'withdrawal' | 'evidence' | 'declined'
  readonly call: Call
  /** An entry each. */
  readonly whose: readonly [Whose, ...Whose[]]
  /** The words that say so; null of evidence. */
  readonly said: string | null
  /** It says what only this call is called. */
  readonly says: boolean
  /** Its sender has something in the call. */
  readonly isKnown: boolean
}

/** It asks the same of the call, and nobody can tell for whom. */
export type Unowned = { readonly relation: 'inquiry'; readonly call: Call }

export type NoteSeen = {
  readonly message: Message
  readonly documents: readonly Document[]
  readonly thread: Thread | null
  /** What a call has on record. */
  readonly applied: (call: string) => readonly Applied[]
}

const LONGEST = 1500

/**
 * What a mail without a version is to one call: a withdrawal, «不申报», evidence, or none of these. Own words only: never what is quoted;
 * a notice that mentions such things is none. The applicant is named in the mail, or by its thread, or by what its sender has in the call.
 */
export function noteFor({ call, chosen }: ForCall, seen: NoteSeen): Note | Unowned | null {
  if (bringsVersion(chosen) || announces(seen.message)) return null
  const words = wordsOf(seen, call)
  const proves = isEvidence(chosen, { ...words, documents: seen.documents, call })
  const sure = wishOf(words, proves, words.thread !== null || concerns(words.subject, call) ? call : null)
  const wish = sure ?? wishOf(words, proves, call)
  if (wish === null) return keepsApplying(words) ? { relation: 'inquiry', call } : null
  const told = whoseIs(call, {
    ...seen,
    ...words,
    applied: seen.applied(call.id),
    splits: wish.relation !== 'evidence',
  })
  if (told !== null) {
    if (!isAbout(told, { wish, isSure: sure !== null, words, call })) return null
    return { ...wish, call, whose: told.whose, says: isSaid(words, call), isKnown: told.isKnown }
  }
  const isUnowned = sure !== null && wish.relation !== 'evidence' && words.files.length === 0
  return isUnowned && isSaid(words, call) ? { relation: 'inquiry', call } : null
}

/** By its topic or another of its names, in subject, words or the names of files. */
function isSaid({ subject, own, files }: Words, call: Call): boolean {
  const text = normalise(folded([subject, own, ...files].join('\n')))
  return saysCall(text, call) || worksOf(call).some(work => text.includes(work))
}

/** «撤回申请作废，继续申报»: nothing to file, and whoever must decide on the withdrawal should read it. */
const keepsApplying = ({ own, speaks, files }: Words): boolean => speaks && files.length === 0 && deniesWithdrawal(own)

type Wish = Pick<Note, 'relation' | 'said'>

/** `within`: the call, where bare words mean the application. */
function wishOf({ own, said }: Words, proves: boolean, within: Call | null): Wish | null {
  const withdrawn = withdrawalIn(deniesWithdrawal(own) ? own : said, within)
  if (withdrawn !== null) return { relation: 'withdrawal', said: withdrawn }
  const declined = decliningIn(said)
  if (declined !== null) return { relation: 'declined', said: declined }
  return proves ? { relation: 'evidence', said: null } : null
}

type About = { readonly wish: Wish; readonly isSure: boolean; readonly words: Words; readonly call: Call }

/** Whether it is the call's: by its thread, its words, or what its sender has there, unless it speaks of another matter. */
function isAbout({ by, isKnown }: Told, { wish, isSure, words, call }: About): boolean {
  if (by === 'thread') return true
  if (words.speaks) return isSure || isKnown
  if (isOfOtherMatters(words, call)) return false
  if (wish.relation !== 'evidence') return isKnown
  const text = folded(words.said)
  return PROOF.some(word => text.includes(word)) && (isKnown || branchesIn(words.subject, call).length === 1)
}

type Words = {
  readonly subject: string
  readonly own: string
  /** Subject and own words. */
  readonly words: string
  /** The same, and what stands in papers. */
  readonly said: string
  readonly files: readonly string[]
  readonly thread: Thread | null
  /** It speaks of the call by itself, or stands in a thread of its. */
  readonly speaks: boolean
}

function wordsOf({ message, documents, ...seen }: NoteSeen, call: Call): Words {
  const thread = seen.thread?.call === call.id ? seen.thread : null
  const subject = message.subject ?? ''
  const own = ownWords(message.text).slice(0, LONGEST)
  const words = `${withoutPrefixes(subject)}\n${own}`
  const said = `${words}\n${papersOf(documents, call)}`
  const speaks = thread !== null || concerns(`${subject}\n${said}`, call)
  return { subject, own, words, said, files: documents.map(({ name }) => name), thread, speaks }
}

/** A filled form, or a file that could not be read and does not call itself something else. */
export const bringsVersion = (chosen: ChosenForm): boolean =>
  chosen.kind === 'filled' ||
  chosen.kind === 'several' ||
  (chosen.kind === 'unreadable' && !isNamedAsNoForm(chosen.document))

/** What stands in documents that are no form; of one that could not be read its name, where that says it. */
const papersOf = (documents: readonly Document[], call: Call): string =>
  documents
    .filter(({ name }) => !isMeantForCall(name, call))
    .map(({ content, name }) =>
      content === null ? (isNamedAsWish(name) ? name : '') : plainText(content.blocks).slice(0, LONGEST),
    )
    .join('\n')

const FORWARDS = patternWith('i')`^\s*${FORWARD_PREFIXES}\s*[:：]\s*`
/** «回复:» and the subject of ours behind it are no words of the sender's. */
const withoutPrefixes = (subject: string): string => (isAnswerBySubject(subject) ? '' : subject.replace(FORWARDS, ''))

/** What applying is called, beside the call's own words. */
const APPLYING = ['申报', '参评', '遴选', '推荐对象', '评选']
/** Papers that are sent after an application, and what else a branch sends such papers for. */
const AFTERWARDS = ['佐证', '支撑材料']
const PROOF = listed('佐证 支撑材料 补充材料 证书 获奖证明 荣誉证明 证明材料')
const OTHER_MATTERS = listed(
  '述职 评议 发展党员 党员发展 发展对象 预备党员 政审 党籍 转正 党费 换届 选举 组织关系 年度考核 巡察 巡视 年报 报销 经费 奖学金 职称 入党 党员身份 党校 培训 积极分子 审计 督查',
)

const folded = (text: string): string => simplify(text).replace(/\s+/g, '')

/** «“最佳党日活动”申报»: another thing that one applies for, by its title. */
const OTHER_CAMPAIGN = pattern`[“"《「【][^”"》」】]{2,20}[”"》」】](?:的?${[...CHOOSING, '参评', '项目']}|奖)|${[...CHOOSING, '参评']}[“"《「【][^”"》」】]{2,20}[”"》」】]`

function concerns(said: string, call: Call): boolean {
  const text = folded(said)
  const { topic, document } = titleWords(call)
  const says = (words: readonly string[]) => words.some(word => word !== '' && text.includes(word))
  if (says([topic, document])) return true
  const others = [...OTHER_MATTERS.filter(matter => !call.title.includes(matter)), ...otherMatters(call)]
  const isOther = says(others) || OTHER_CAMPAIGN.test(text)
  return !isOther && says([...APPLYING, ...applyingIn(call.nouns), ...AFTERWARDS])
}

const isOfOtherMatters = ({ subject, said }: Words, { title }: Call): boolean => {
  const text = folded(`${subject}\n${said}`)
  return OTHER_MATTERS.some(word => text.includes(word) && !title.includes(word))
}
