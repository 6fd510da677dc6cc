import { applicantOf } from '../judge/decision.ts'
import { normalise } from '../naming/normalise.ts'
import type { CaseFacts, EntryFacts } from './case-facts.ts'
import type { CaseVerb } from './command.ts'
import { notThat } from './fitting.ts'
import { isTold, verbName } from './verbs.ts'

const SHOWN = 8
const NONE = '请写明邮件编号（日报中各件标题后的数字），如：17 受理'

type Choice = { readonly id: number; readonly name: string; readonly on: EntryFacts }

/** A sentence without a number: the lines that it may mean, to be sent as they are; and the case, where it can be one only. */
export function whichOne(
  sentence: string,
  verb: CaseVerb,
  cases: readonly CaseFacts[],
): readonly [why: string, id: number | null] {
  const all = cases.flatMap(({ id, entries }) => entries.map(on => ({ id, on, name: nameOf(on) })))
  const fitting = all.filter(({ id, on }) => isOpen(verb, on) && notThat(verb, id, on.decision) === null)
  const said = normalise(sentence)
  const named = fitting.filter(({ name }) => name !== '' && said.includes(normalise(name)))
  const choices = named.length > 0 ? named : fitting
  const [only, ...others] = choices
  if (only === undefined) return [NONE, null]
  const lines = choices.slice(0, SHOWN).map(choice => lineOf(choice, verb))
  return others.length === 0
    ? [`您是指${lines[0]}？须写明邮件编号，请照此另写一行`, verb === 'undo' ? null : only.id]
    : [`须写明邮件编号，一行一件，请照此写：${lines.join('；')}`, null]
}

const nameOf = ({ decision }: EntryFacts): string => decision.branch?.name ?? applicantOf(decision)?.shown ?? ''

/** Undone is what a person decided; decided what nobody did. */
const isOpen = (verb: CaseVerb, { by }: EntryFacts): boolean => (verb === 'undo') === (by !== null)

const lineOf = ({ id, name }: Choice, verb: CaseVerb): string =>
  `“${id} ${verbName(verb)}${isTold(verb) ? ' 理由' : ''}”${name === '' ? '' : `（${name}）`}`
