import { applicantField } from '../call/applicants.ts'
import type { Call } from '../call/call.ts'
import { type NameRule, templateOf } from '../call/name-rule.ts'

/** A token of a naming template: `unit`, the roster's, or a field of the form. */
export type Token = string

export type TemplatePart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'token'; readonly token: Token }

type TemplateMistake =
  | { readonly kind: 'unknown-token'; readonly token: string }
  | { readonly kind: 'stray-brace'; readonly text: string }

/** A mistake is for whoever wrote the call file: config reports it before any name is read. */
type CompiledTemplate = { readonly kind: 'template'; readonly parts: readonly TemplatePart[] } | TemplateMistake

const PIECES = /\{[^{}]*\}|[^{}]+|[{}]/g
const TOKEN = /^\p{L}[\p{L}\p{N}.]*$/u

const compilePiece = (piece: string): TemplatePart | TemplateMistake => {
  if (piece === '{' || piece === '}') return { kind: 'stray-brace', text: piece }
  if (!piece.startsWith('{')) return { kind: 'literal', text: piece }
  const token = piece.slice(1, -1)
  return TOKEN.test(token) ? { kind: 'token', token } : { kind: 'unknown-token', token }
}

/** `'申报书-{unit}{branch}'` → literal parts and tokens, or the first mistake in it. */
export const compileTemplate = (template: string): CompiledTemplate => {
  const parts: TemplatePart[] = []
  for (const piece of template.match(PIECES) ?? []) {
    const part = compilePiece(piece)
    if (part.kind !== 'literal' && part.kind !== 'token') return part
    parts.push(part)
  }
  return { kind: 'template', parts }
}

/** The parts of a template that config has let pass; one with a mistake stands for its own text. */
export const templateParts = (template: string): readonly TemplatePart[] => {
  const compiled = compileTemplate(template)
  return compiled.kind === 'template' ? compiled.parts : [{ kind: 'literal', text: template }]
}

/** The tokens of a template, in its order. */
export const templateTokens = (template: string): readonly Token[] =>
  templateParts(template).flatMap(part => (part.kind === 'token' ? [part.token] : []))

/** The tokens of a rule's template; none where it has none. */
export const ruleTokens = (rule: NameRule | null): readonly Token[] => templateTokens(templateOf(rule) ?? '')

/** The tokens that a call's naming rules may hold: its unit, its applicants', and the values of its form. */
export const tokensOf = ({ applicant, form }: Pick<Call, 'applicant' | 'form'>): readonly Token[] => [
  ...new Set([
    'unit',
    applicant.key,
    ...templateTokens(applicant.shown),
    ...Object.keys(form.fields),
    ...(applicant.inRoster ? [] : [applicantField(applicant, form.fields)]),
  ]),
]
