import { type Applicants, applicantField } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { keywordOf, type NameRule, templateOf } from '../call/name-rule.ts'
import { ruleTokens, type TemplatePart, type Token, templateParts, templateTokens } from './template.ts'

/** What stands for a token. A token without a value is left out. */
export type TokenValues = Readonly<Record<Token, string | null | undefined>>

const fill = (part: TemplatePart, values: TokenValues): string =>
  part.kind === 'literal' ? part.text : (values[part.token] ?? '')

/** A template with its tokens filled in. */
export const filled = (template: string, values: TokenValues): string =>
  templateParts(template)
    .map(part => fill(part, values))
    .join('')

/** The tokens that name an applicant. */
const applicantTokens = ({ applicant, form }: { applicant: Applicants } & Pick<Call, 'form'>): readonly Token[] =>
  applicant.inRoster
    ? [applicant.key]
    : [...new Set([applicantField(applicant, form.fields), ...templateTokens(applicant.shown)])]

/** Whether a rule names somebody: one without a token of the applicant's is the same for all. */
export const bearsApplicant = (rule: NameRule | null, call: Pick<Call, 'applicant' | 'form'>): boolean => {
  const tokens = applicantTokens(call)
  return ruleTokens(rule).some(token => tokens.includes(token))
}

/** Whether one of the call's rules names somebody. */
export const namesApplicant = (call: Pick<Call, 'naming' | 'applicant' | 'form'>): boolean =>
  [call.naming.subject, call.naming.file, call.naming.archive].some(rule => bearsApplicant(rule, call))

/** The one right name, ready to copy into a subject; behind a keyword stands the applicant; '' where any name is right. */
export const expectedName = (rule: NameRule, values: TokenValues & { readonly shown?: string }): string => {
  const keyword = keywordOf(rule)
  if (keyword !== null) return [keyword, values.shown ?? ''].filter(part => part !== '').join('+')
  const template = templateOf(rule)
  return template === null ? '' : filled(template, values)
}

/** The same for a file; `extension` is without its dot. */
export const expectedFileName = (rule: NameRule, values: TokenValues, extension: string): string =>
  `${expectedName(rule, values)}.${extension}`
