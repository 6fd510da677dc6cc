import type { Call } from '../call/call.ts'
import { PLAIN_NOUNS, worded } from '../call/nouns.ts'
import { applicantOf, type Decision } from '../judge/decision.ts'
import { OUTCOME_NAMES } from '../judge/outcome-names.ts'
import type { Deed } from '../judge/person-decision.ts'
import { clean } from '../text/quote.ts'
import { zonedTime } from '../text/time.ts'
import type { KnownCode } from './admit.ts'
import type { CaseFacts, EntryFacts } from './case-facts.ts'
import { chooseApplicant, isPartOf, leadingName } from './choose-applicant.ts'
import type { CaseCommand } from './command.ts'
import { notThat } from './fitting.ts'
import { firstWord } from './half-width.ts'
import { BY_MAIL } from './read-call-line.ts'
import { DEEDS, OF_SOMEBODY, verbName } from './verbs.ts'
import { whichOne } from './which-one.ts'

export type CaseSight = {
  /** Who writes, in lower case, and the code that the mail bears. */
  readonly address: string
  readonly code: KnownCode
  readonly find: (id: number) => CaseFacts | null
  readonly calls: readonly Call[]
  readonly timezone: string
}

/** What is to be done to a case, or why it isn't; `case`: the message, where the line names one of its mail. */
export type CasePlan =
  | { readonly kind: 'refused'; readonly why: string; readonly case: number | null }
  | {
      readonly kind: 'do'
      readonly case: CaseFacts
      readonly on: EntryFacts
      readonly deed: Deed
      /** Of several entries the one that is meant. */
      readonly entry: string | null
      readonly branch: string | null
      readonly withoutForm: boolean
      readonly reason: string
    }

/** What a line about a case comes to, by the code it bears, the case as it is now, and who writes. */
export function planCase(command: CaseCommand, sight: CaseSight): CasePlan {
  if ('sentence' in command.on) return refuse(...whichOne(command.on.sentence, command.verb, casesIn(sight)))
  const found = caseNamed(command, sight)
  if ('why' in found) return refuse(found.why, null)
  const { facts } = found
  if (sight.code.state !== 'good') return refuse(expired(facts, sight), facts.id)
  const entry = entryNamed(command, facts)
  if ('why' in entry) return refuse(entry.why, facts.id)
  const { on } = entry
  const { decision } = on
  if (!isAsSeen(facts.id, on, sight.code)) return refuse(overtaken(facts, sight), facts.id)
  const stop = notBy(facts.sender, decision, sight) ?? notThat(command.verb, facts.id, decision)
  if (stop !== null) return refuse(stop, facts.id)
  const named = entry.words === null ? nameIn(command, decision, sight.calls) : { branch: null, words: entry.words }
  if ('why' in named) return refuse(`第${facts.id}号${named.why}`, facts.id)
  const { branch, words } = named
  const { withoutForm } = command
  return {
    ...{ kind: 'do', case: facts, on, deed: DEEDS[command.verb], entry: entry.name, branch, withoutForm },
    reason: words === '' ? (command.verb === 'answered' ? command.said : BY_MAIL) : words,
  }
}

type Entry = { readonly name: string | null; readonly on: EntryFacts; readonly words: string | null }

/** Where a mail has several applicants, the line must name one; `words`: what stands behind the name, null where there is one entry only. */
function entryNamed({ named, words }: CaseCommand, { id, entries }: CaseFacts): Entry | { readonly why: string } {
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

const namesOf = (name: string, decision: Decision): readonly string[] => [
  name,
  ...(decision.branch === null ? [] : [decision.branch.name]),
  ...(applicantOf(decision) === null ? [] : [applicantOf(decision)?.shown ?? name]),
]

const refuse = (why: string, id: number | null): CasePlan => ({ kind: 'refused', why, case: id })

type Named = { readonly facts: CaseFacts } | { readonly why: string }

const casesIn = ({ code, find }: CaseSight): readonly CaseFacts[] =>
  [...new Set(code.cases.map(({ message }) => message))].flatMap(message => find(message) ?? [])

/** A number works only if the case stands in the mail whose code the line bears. */
function caseNamed({ on }: CaseCommand, sight: CaseSight): Named {
  const known = casesIn(sight)
  const those = known.filter(facts =>
    'id' in on ? facts.id === on.id : 'application' in on && facts.number?.toLowerCase() === on.application,
  )
  const [facts, ...others] = those
  const said = 'id' in on ? `第${on.id}号` : 'application' in on ? on.application : ''
  if (facts === undefined) {
    const ids = known.map(({ id }) => id).join('、')
    return { why: `${said}不在您所回复的那封邮件中，只能办理该邮件列出的各件${ids === '' ? '' : `：${ids}`}` }
  }
  return others.length > 0
    ? { why: `受理编号${said}有几件，请写邮件编号：${those.map(({ id }) => id).join('、')}` }
    : { facts }
}

/** The code is too old: then the line tells how it is now. */
const expired = (facts: CaseFacts, { timezone }: CaseSight): string =>
  `口令已失效，未予办理。${stateOf(facts, timezone)}。需要办理的，请用本邮件的新口令`

/** Somebody decided meanwhile on what the line is about; what was decided on the mail's other entries is another matter. */
const isAsSeen = (message: number, { entry, decisionId }: EntryFacts, { cases }: KnownCode): boolean =>
  cases.some(one => one.message === message && one.entry === entry && one.decision === decisionId)

const overtaken = (facts: CaseFacts, { timezone }: CaseSight): string =>
  `此后已有新的决定，未予办理。${stateOf(facts, timezone)}。仍要改变的，请回复本邮件重写这一行`

/** How the case is, by whom and since when. */
export const stateOf = ({ id, entries }: Pick<CaseFacts, 'id' | 'entries'>, timezone: string): string =>
  entries
    .map(({ name, decision, by, at }) => {
      const who = entries.length === 1 ? '' : `（${decision.branch?.name ?? name}）`
      return `第${id}号${who}现为“${stateName(decision)}”（${by ?? '系统'}，${zonedTime(at, timezone)}）`
    })
    .join('；')

const stateName = ({ closed, settled, outcome }: Decision): string => {
  if (closed === true) return '已办结'
  return settled === true ? '已登记' : OUTCOME_NAMES[outcome]
}

/** Nobody decides their own case: another member may. */
function notBy(sender: string | null, decision: Decision, { address, calls }: CaseSight): string | null {
  if (sender === address) return '此件由您的地址发出，按回避要求请由其他工作人员办理'
  const call = calls.find(({ id }) => id === decision.call)
  const row = call?.roster.find(({ name }) => name === decision.branch?.name)
  return row?.emails.some(email => email.toLowerCase() === address)
    ? worded('您的地址在名册中列于该{applicant}，按回避要求请由其他工作人员办理', call?.nouns ?? PLAIN_NOUNS)
    : null
}

const OPEN = '的{applicant}未定，请写：{verb} {applicant}={applicant}全称'
const notThem = (known: string, written: string) => `是${known}，与所写的“${written}”不同，未予办理`

/** The roster may lack it; or what our example left open was sent as it is. */
const missing = (written: string): string =>
  written.includes('全称')
    ? '：请把“全称”换成{applicant}的名称'
    : `。名册漏列的，先补入，确认后再受理：名册 增加 ${clean(written, 40)},类型`

type NameIn = { readonly branch: string | null; readonly words: string } | { readonly why: string }

/** Whom a line names must be who the case is of; where that is open and there is a roster, one of its rows. */
function nameIn(command: CaseCommand, decision: Decision, calls: readonly Call[]): NameIn {
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
    return applicant === null ? { branch: written, words } : { why: notThem(applicant.shown, written) }
  const chosen = chooseApplicant(written, call, known)
  if ('why' in chosen)
    return call === undefined || chosen.why.endsWith('？')
      ? chosen
      : { why: `${chosen.why}${worded(missing(written), call.nouns)}` }
  if (known !== null && chosen.name !== known) return { why: notThem(known, written) }
  return { branch: known === null ? chosen.name : null, words }
}
