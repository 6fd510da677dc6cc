import type { Call } from '../../call/call.ts'
import { ANY, keywordOf, type NameRule } from '../../call/name-rule.ts'
import { expectedName, filled, type TokenValues } from '../../naming/expected.ts'
import { ruleTokens } from '../../naming/template.ts'
import type { Answers } from './fill-blank.ts'
import { sampleRow } from './sample-answers.ts'

/** What stands for the tokens of the call's names, and how the applicant is called. */
export type Values = TokenValues & { readonly shown: string }

export function tokenValues(call: Call, answers: Answers): Values {
  const { key, inRoster, shown } = call.applicant
  const row = sampleRow(call)
  const own = row?.name ?? answers[key] ?? answers.name ?? '王小明'
  const called = inRoster ? own : filled(shown, { ...answers, [key]: own }) || own
  return { ...answers, unit: call.unit, [key]: own, shown: called }
}

/** As a model is copied with its XX in it. */
export const withoutApplicant = (call: Call, values: Values): Values => {
  const own = values[call.applicant.key] ?? values.shown
  const blank = own.endsWith('党支部') ? 'XX党支部' : 'XXX'
  const same = Object.entries(values).map(([token, value]) => [token, value === own ? blank : value])
  return { ...Object.fromEntries(same), shown: blank }
}

/** A keyword that is forgotten is the misnaming of a rule by keyword, and of a rule that names nobody. */
export function nameBy(
  rule: NameRule,
  values: Values,
  { wrong, otherwise }: { wrong: Values | null; otherwise: string },
): string {
  if (rule === ANY) return otherwise
  if (wrong === null) return expectedName(rule, values)
  const name = expectedName(rule, wrong)
  return keywordOf(rule) !== null || name === expectedName(rule, values) ? otherwise : name
}

export const hasRule = ({ naming: { subject, file, archive } }: Call): boolean =>
  [subject, file, archive].some(rule => rule !== null && rule !== ANY)

/** The tokens that stand in the call's names. */
export const tokensIn = ({ naming: { subject, file, archive } }: Call): readonly string[] =>
  [subject, file, archive].flatMap(ruleTokens)
