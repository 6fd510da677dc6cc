import type { Call } from '../call/call.ts'
import { PLAIN_NOUNS, worded } from '../call/nouns.ts'
import { applicantOf, type Decision } from '../judge/decision.ts'
import { matchBranch } from '../naming/roster.ts'
import { clean } from '../text/quote.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { CaseFacts, EntryFacts } from './case-facts.ts'
import { chooseApplicant, isPartOf } from './choose-applicant.ts'
import type { CaseCommand } from './command.ts'
import { firstWord, trimmed } from './half-width.ts'
import { OF_SOMEBODY, verbName } from './verbs.ts'

type Entry = { readonly name: string | null; readonly on: EntryFacts; readonly words: string | null }

/** Where a mail has several applicants, the line must name one; `words`: what stands behind the name, null where there is one entry only. */
export function entryNamed(
  { named, words }: CaseCommand,
  { id, entries }: CaseFacts,
): Entry | { readonly why: string } {
  const [only, ...others] = entries
  if (only !== undefined && others.length === 0) return { name: null, on: only, words: null }
  const first = firstWord(words)
  const written = named ?? first.word
  const found = entries.filter(
    ({ name, decision }) => written !== '' && namesOf(name, decision).some(one => isPartOf(written, one)),
  )
  const [one, ...more] = found
  if (one !== undefined && more.length === 0)
    return { name: one.name, on: one, words: named === null ? first.rest : words }
  const choices = entries.map(({ name, decision }) => decision.branch?.name ?? name).join('、')
  return { why: `第${id}号有${entries.length}个申报人，请写明是哪一个：${choices}` }
}

const namesOf = (name: string, decision: Decision): readonly string[] =>
  [name, decision.branch?.name, applicantOf(decision)?.shown].filter(one => one !== undefined)

const OPEN = '的{applicant}未定，请写：{verb} {applicant}={applicant}全称'
/** `meant`: whom the line names, as the roster has them. */
const notThem = (known: string, written: string, meant = written) => ({
  why: `是${known}，与所写的“${written}”不同，未予办理`,
  meant,
})

/** The roster may lack it; or what our example left open was sent as it is. */
const missing = (written: string): string =>
  written.includes('全称')
    ? '：请把“全称”换成{applicant}的名称'
    : `。名册漏列的，先补入，确认后再受理：名册 增加 ${clean(written, 40)},类型`

type NameIn =
  | { readonly branch: string | null; readonly words: string }
  | { readonly why: string; readonly meant?: string }

/** Whom a line names must be who the case is of; where that is open and there is a roster, one of its rows. */
export function nameIn(command: CaseCommand, decision: Decision, calls: readonly Call[]): NameIn {
  const call = calls.find(({ id }) => id === decision.call)
  const applicant = applicantOf(decision)
  const known = decision.branch?.name ?? null
  const names = applicant === null ? [] : [applicant.shown, applicant.key]
  const leading = command.named === null ? leadingName(command.words, names, call) : null
  const written = command.named ?? leading?.name ?? null
  const words = leading === null ? command.words : leading.rest
  if (written === null) {
    const isOpen = applicant === null && OF_SOMEBODY.includes(command.verb)
    const why = OPEN.replace('{verb}', verbName(command.verb))
    return isOpen ? { why: worded(why, call?.nouns ?? PLAIN_NOUNS) } : { branch: null, words }
  }
  if (names.some(name => isPartOf(written, name))) return { branch: null, words }
  if (call?.applicant.inRoster === false)
    return applicant === null ? { branch: written, words } : notThem(applicant.shown, written)
  const chosen = chooseApplicant(written, call, known)
  if ('why' in chosen)
    return call === undefined || chosen.why.endsWith('？')
      ? chosen
      : { why: `${chosen.why}${worded(missing(written), call.nouns)}` }
  if (known !== null && chosen.name !== known) return notThem(known, written, chosen.name)
  return { branch: known === null ? chosen.name : null, words }
}

/** Words that end like a name and are a wish. */
const WISHES = pattern`^${listed('请 补 需 须 应 缺 与 由 该 本 你 贵 原 同意 经')}`
const NAME = /^[\p{Script=Han}\p{N}（）()]{2,40}$/u

/** The name with which the words behind a verb begin; null: they begin with none. `known`: who the case is of, by the names that they go by. */
function leadingName(words: string, known: readonly string[], call: Call | undefined) {
  const own = known.find(name => words.startsWith(name))
  if (own !== undefined) return { name: own, rest: trimmed(words.slice(own.length)) }
  const { word, rest } = firstWord(words)
  if (word === '') return null
  const isListed = call !== undefined && matchBranch(word, call).kind === 'known'
  return isListed || looksLikeName(word, call) ? { name: word, rest } : null
}

/** A row that the roster lacks, perhaps: it ends as they do. */
const looksLikeName = (word: string, call: Call | undefined): boolean =>
  call?.applicant.inRoster === true &&
  NAME.test(word) &&
  !WISHES.test(word) &&
  word.length > call.nouns.applicant.length &&
  word.endsWith(call.nouns.applicant)
