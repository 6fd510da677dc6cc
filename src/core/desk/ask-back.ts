import { applicantOf, type Decision } from '../judge/decision.ts'
import { normalise } from '../naming/normalise.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { CaseFacts, EntryFacts } from './case-facts.ts'
import type { CaseVerb, Unclear } from './command.ts'
import { halfWidth } from './half-width.ts'
import { isTold, verbName } from './verbs.ts'

const SHOWN = 8
const NO_VERB = '不知道要怎么办，未作任何处理：请点“处理”中的一项，或照着另写一行'
const NONE = '请写明邮件编号（日报中各件标题后的数字），如：17 受理'

type Kind = { readonly name: string; readonly verbs: readonly CaseVerb[] }
const OTHER: Kind = { name: '其他来信', verbs: ['close'] }
/** What a case is called, and what can be done to it. */
const KINDS: Readonly<Partial<Record<Decision['relation'], Kind>>> = {
  application: { name: '申报', verbs: ['accept', 'return', 'reject', 'close'] },
  withdrawal: { name: '撤回申请', verbs: ['withdraw', 'stay', 'close'] },
  declined: { name: '不申报的来信', verbs: ['decline', 'close'] },
  evidence: { name: '佐证材料', verbs: ['file', 'close'] },
  inquiry: { name: '咨询', verbs: ['answered'] },
}
const kindOf = ({ relation }: Decision): Kind => KINDS[relation] ?? OTHER

/** Whether it is something that staff decide on. */
export const isCase = ({ relation }: Decision): boolean => KINDS[relation] !== undefined

/** Undone, closed and answered is whatever it is. */
const fits = (verb: CaseVerb, decision: Decision): boolean =>
  ['undo', 'close', 'answered'].includes(verb) || kindOf(decision).verbs.includes(verb)

/** What can't be done to a case of its kind, with what can. */
export function notThat(verb: CaseVerb, id: number, decision: Decision): string | null {
  if (fits(verb, decision)) return null
  const { name, verbs } = kindOf(decision)
  return `第${id}号是${name}，不能“${verbName(verb)}”，请写：${verbs.map(one => `${id} ${verbName(one)}`).join('，或 ')}`
}

type At = { readonly facts: CaseFacts; readonly on: EntryFacts }

/** The lines that somebody may have meant, to be sent as they are; `id`: of the case, where it can be one only. */
export function askBack(
  { on: named, sentence, call, verbs }: Unclear,
  cases: readonly CaseFacts[],
): { readonly why: string; readonly id: number | null } {
  const [first] = cases
  if (named !== null && verbs.length === 0 && first?.entries.length === 1) return { why: NO_VERB, id: first.id }
  const all = cases.flatMap(facts => facts.entries.map(on => ({ facts, on })))
  const may = (on: EntryFacts) => verbs.filter(verb => fits(verb, on.decision) && isOpen(verb, on, named !== null))
  const meant = all.filter(({ on }) => named !== null || may(on).length > 0)
  const lines = (named === null ? among(meant, sentence, call) : meant).flatMap(at => {
    const fitting = may(at.on)
    return (fitting.length > 0 ? fitting : kindOf(at.on.decision).verbs).map(verb => ({
      id: at.facts.id,
      line: lineOf(at, verb),
      verb,
    }))
  })
  const [only, ...others] = lines
  if (only === undefined) return { why: NONE, id: null }
  const isOne = lines.every(({ id }) => id === only.id) && only.verb !== 'undo'
  const lead = named === null ? '须写明邮件编号。' : '说法的意思不止一种。'
  const shown = lines.slice(0, SHOWN).map(({ line }) => line)
  const why = others.length === 0 ? `您是指${shown[0]}？请照此另写一行` : `${lead}请照此另写一行：${shown.join('；')}`
  return { why, id: isOne ? only.id : null }
}

/** Undone is what a person decided; decided what nobody did, unless it was named. */
const isOpen = (verb: CaseVerb, { by }: EntryFacts, isNamed: boolean): boolean =>
  verb === 'undo' ? by !== null : isNamed || by === null

const NUMBERED = /(?<![\d./-])\d{1,9}(?=\s*号|$|[\s,，、;；。])/g
const LEFT_OUT = pattern`${listed('除 以外 之外 不含 不包括')}`

/** Those whom a sentence names or numbers, of the call that it names; all where it names none of them. */
function among(all: readonly At[], sentence: string, call: string | null): readonly At[] {
  const said = normalise(sentence)
  const ofCall = all.filter(({ on }) => call === null || on.decision.call === call)
  const named = ofCall.filter(({ on }) => nameOf(on) !== '' && said.includes(normalise(nameOf(on))))
  if (named.length > 0) return named
  const numbers = [...halfWidth(sentence).matchAll(NUMBERED)].map(([digits]) => Number(digits))
  const numbered = ofCall.filter(({ facts }) => numbers.includes(facts.id) !== LEFT_OUT.test(sentence))
  return numbered.length > 0 ? numbered : ofCall
}

export const nameOf = ({ decision }: EntryFacts): string => decision.branch?.name ?? applicantOf(decision)?.shown ?? ''

function lineOf({ facts, on }: At, verb: CaseVerb): string {
  const name = nameOf(on)
  const which = facts.entries.length > 1 ? ` ${name}` : ''
  return `“${facts.id} ${verbName(verb)}${which}${isTold(verb) ? ' 理由' : ''}”${name === '' || which !== '' ? '' : `（${name}）`}`
}
