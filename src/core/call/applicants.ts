import type { FieldId, FormDescription } from '../form/description.ts'
import type { Nouns } from './nouns.ts'

/** Who applies to a call: a row of its roster, or whoever the form or the name says. */
export type Applicants = {
  /** The token that stands for the applicant in names, and the field of the form that tells it. */
  readonly key: FieldId
  /** Whether `key` names a row of the call's roster. */
  readonly inRoster: boolean
  /** The roster's columns that are the office's own. */
  readonly notRead?: readonly string[]
  /** How an applicant without a roster is called, with tokens: `{name}（{studentNo}）`. */
  readonly shown: string
  /** How many applications one applicant may make, told apart by this field of the form; null: one. */
  readonly several: { readonly by: FieldId; readonly most: number | null } | null
}

/** The token of the shipped call's roster. */
export const BRANCH = 'branch'

/** The fields of a form that may name the roster's row, the first that the form has. */
export const NAMING_FIELDS: readonly FieldId[] = [BRANCH, 'branchName']

/** The field of a form that names the applicant. */
export const applicantField = (
  { key }: Pick<Applicants, 'key'>,
  fields: Readonly<Record<FieldId, unknown>>,
): FieldId => (key === BRANCH ? (NAMING_FIELDS.find(field => Object.hasOwn(fields, field)) ?? 'branchName') : key)

/** What is counted among those who apply: 支部, or, where a row may make several applications, 人选. */
export function countedNoun({ applicant: { several }, form: { fields }, nouns }: Counted): string {
  if (several === null) return nouns.applicant
  return fields[several.by]?.type === 'person' ? '人选' : '申报对象'
}

type Counted = {
  readonly applicant: Pick<Applicants, 'several'>
  readonly form: Pick<FormDescription, 'fields'>
  readonly nouns: Pick<Nouns, 'applicant'>
}

/** The fields of a form that tell one application from another. */
export const identifying = ({
  applicant,
  form: { fields },
}: {
  readonly applicant: Applicants
  readonly form: { readonly fields: Readonly<Record<FieldId, unknown>> }
}): readonly FieldId[] => [
  applicantField(applicant, fields),
  ...(applicant.several === null ? [] : [applicant.several.by]),
]
