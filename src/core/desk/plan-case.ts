import type { Call } from '../call/call.ts'
import { PLAIN_NOUNS, worded } from '../call/nouns.ts'
import type { Decision } from '../judge/decision.ts'
import type { Deed } from '../judge/person-decision.ts'
import { zonedTime } from '../text/time.ts'
import type { KnownCode } from './admit.ts'
import { askBack, isCase, nameOf, notThat } from './ask-back.ts'
import { isDoubtful } from './beside-order.ts'
import type { CaseFacts, EntryFacts } from './case-facts.ts'
import type { CaseCommand, CaseRef, Unclear } from './command.ts'
import { BY_MAIL } from './read-call-line.ts'
import { applicationIn } from './read-case-line.ts'
import { stateName } from './state-name.ts'
import { DEEDS, isTold } from './verbs.ts'
import { entryNamed, nameIn } from './whom.ts'

export type CaseSight = {
  /** Who writes, in lower case, and the code that the mail bears. */
  readonly address: string
  readonly code: KnownCode
  readonly find: (id: number) => CaseFacts | null
  readonly calls: readonly Call[]
  readonly timezone: string
}

type Refusal = { readonly kind: 'refused'; readonly why: string; readonly case: number | null }

/** What is to be done to a case, or why it isn't; `case`: the message, where the line names one of its mail. */
type CasePlan =
  | Refusal
  | {
      readonly kind: 'do'
      readonly case: CaseFacts
      readonly on: EntryFacts
      readonly deed: Deed
      /** Of several entries the one that is meant. */
      readonly entry: string | null
      readonly branch: string | null
      readonly withoutForm: boolean
      /** Shown before it is done, whoever wrote it. */
      readonly mustAsk: boolean
      readonly reason: string
    }

/** What a line about a case comes to, by the code it bears, the case as it is now, and who writes. */
export function planCase(command: CaseCommand, sight: CaseSight): CasePlan {
  const found = caseNamed(command.on, sight)
  if ('why' in found) return found
  const { facts } = found
  const numbered = numberIn(command.words, facts, sight)
  if (numbered !== null && numbered.shown.toLowerCase() !== facts.number?.toLowerCase())
    return refuse(notThatNumber(facts, numbered.shown), facts.id)
  return planOn(numbered === null ? command : { ...command, words: numbered.rest }, facts, sight)
}

/** «2024-2025学年…» is a reason: only what begins with a call's id, or is a number that is shown, is a 受理编号. */
function numberIn(words: string, facts: CaseFacts, sight: CaseSight): ReturnType<typeof applicationIn> {
  const found = applicationIn(words)
  const shown = found?.shown.toLowerCase() ?? ''
  const isOfCall = sight.calls.some(({ id }) => id.toLowerCase() === shown.slice(0, shown.lastIndexOf('-')))
  return isOfCall || [facts, ...casesIn(sight)].some(({ number }) => number?.toLowerCase() === shown) ? found : null
}

const notThatNumber = ({ id, number }: CaseFacts, shown: string): string =>
  `第${id}号${number === null ? '没有受理编号' : `的受理编号是${number}`}，与所写的“${shown}”不同，未予办理`

function planOn(command: CaseCommand, facts: CaseFacts, sight: CaseSight): CasePlan {
  if (sight.code.state !== 'good') return refuse(asItIs('口令已失效', facts, sight), facts.id)
  const entry = entryNamed(command, facts)
  if ('why' in entry) return refuse(entry.why, facts.id)
  const { on } = entry
  const { decision } = on
  if (!isAsSeen(facts.id, on, sight.code)) return refuse(asItIs('此后已有新的决定', facts, sight), facts.id)
  const stop =
    notMeant(command, facts.id, on, sight.calls) ??
    notBy(facts.sender, decision, sight) ??
    notThat(command.verb, facts.id, decision)
  if (stop !== null) return refuse(stop, facts.id)
  const named = entry.words === null ? nameIn(command, decision, sight.calls) : { branch: null, words: entry.words }
  if ('why' in named) return refuse(`第${facts.id}号${named.why}${elsewhere(named.meant, sight)}`, facts.id)
  const { branch, words } = named
  const { withoutForm, lightly } = command
  return {
    ...{ kind: 'do', case: facts, on, deed: DEEDS[command.verb], entry: entry.name, branch },
    mustAsk: withoutForm || lightly || isDoubtful(words, command.verb) || (isTold(command.verb) && on.newer !== null),
    withoutForm,
    reason: words === '' ? (command.verb === 'answered' ? command.said : BY_MAIL) : words,
  }
}

/** What must be asked of a line about cases, with the lines that it may mean. */
export function planUnclear(asked: Unclear, sight: CaseSight): Refusal {
  const found = asked.on === null ? { cases: casesIn(sight) } : caseNamed(asked.on, sight)
  if ('why' in found) return found
  const { why, id } = askBack(asked, 'facts' in found ? [found.facts] : found.cases)
  return refuse(why, id)
}

const refuse = (why: string, id: number | null): Refusal => ({ kind: 'refused', why, case: id })

const casesIn = ({ code, find }: CaseSight): readonly CaseFacts[] =>
  [...new Set(code.cases.map(({ message }) => message))].flatMap(message => find(message) ?? [])

/** A number works only if the case stands in the mail whose code the line bears; of another it is told how it is, and the answer's code works for it. */
function caseNamed(on: CaseRef, sight: CaseSight): { readonly facts: CaseFacts } | Refusal {
  const known = casesIn(sight)
  const those = known.filter(facts =>
    'id' in on ? facts.id === on.id : facts.number?.toLowerCase() === on.application,
  )
  const [facts, ...others] = those
  if (facts !== undefined && others.length === 0) return { facts }
  if (!('id' in on))
    return facts === undefined
      ? refuse(`${on.application}不在您所回复的那封邮件中，请写邮件编号`, null)
      : refuse(`受理编号${on.application}有几件，请写邮件编号：${those.map(({ id }) => id).join('、')}`, null)
  const other = sight.find(on.id)
  if (other?.entries.every(({ decision }) => isCase(decision)))
    return refuse(asItIs(`第${on.id}号不在您所回复的那封邮件中`, other, sight), on.id)
  const ids = known.map(({ id }) => id).join('、')
  return refuse(`没有第${on.id}号。您所回复的那封邮件中${ids === '' ? '没有待处理的件' : `列出的是：${ids}`}`, null)
}

/** Nothing is done; the line tells how the case is now, and the answer's code works for it. */
const asItIs = (why: string, facts: CaseFacts, { timezone }: CaseSight): string =>
  `${why}，未予办理。${stateOf(facts, timezone)}。仍要办理的，请回复本邮件重写这一行`

/** Where in the mail the one stands whom a line names in another's place. */
function elsewhere(meant: string | undefined, sight: CaseSight): string {
  if (meant === undefined) return ''
  const ids = casesIn(sight).flatMap(({ id, entries }) =>
    entries.some(on => nameOf(on) === meant) ? [`第${id}号`] : [],
  )
  return ids.length === 0 ? '' : `；${meant}是${ids.join('、')}`
}

/** Somebody decided meanwhile on what the line is about; what was decided on the mail's other entries is another matter. */
const isAsSeen = (message: number, { entry, decisionId }: EntryFacts, { cases }: KnownCode): boolean =>
  cases.some(one => one.message === message && one.entry === entry && one.decision === decisionId)

/** How the case is, by whom and since when. */
const stateOf = ({ id, entries }: Pick<CaseFacts, 'id' | 'entries'>, timezone: string): string =>
  entries
    .map(({ name, decision, by, at }) => {
      const who = entries.length === 1 ? '' : `（${decision.branch?.name ?? name}）`
      return `第${id}号${who}现为“${stateName(decision)}”（${by ?? '系统'}，${zonedTime(at, timezone)}）`
    })
    .join('；')

/** A line that speaks of another call's case, or may speak of a condition. */
function notMeant(
  { call, verb, said }: CaseCommand,
  id: number,
  on: EntryFacts,
  calls: readonly Call[],
): string | null {
  const short = (wanted: string | null) => calls.find(one => one.id === wanted)?.short ?? wanted
  const { decision } = on
  if (call !== null && decision.call !== call)
    return `第${id}号属于“${short(decision.call)}”，不是行首所写的“${short(call)}”，未予办理`
  return verb === 'accept' && said.endsWith('通过') && decision.outcome === 'accepted'
    ? `第${id}号已受理。是条件核实通过的，请写：核实 ${nameOf(on)} 近1年 通过`
    : null
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
