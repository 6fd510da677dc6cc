import type { Form } from '../../../src/core/form/form.ts'
import type { FieldKey } from './sheet.ts'

/** What a reading says of each field, in plain values: the one place that knows how a Form keeps them. */
export type ToldForm = {
  readonly single: Readonly<Partial<Record<FieldKey, string>>>
  readonly honours: readonly {
    readonly date: string | null
    readonly name: string | null
    readonly kind: string
    readonly level: string
  }[]
  readonly grades: readonly { readonly year: number; readonly grade: string }[]
  readonly measures: readonly { readonly text: string; readonly due: string | null }[]
  /** The fields that are said to be empty. */
  readonly empty: ReadonlySet<string>
}

export function toldOf(form: Form | null): ToldForm {
  if (form === null) return { single: {}, honours: [], grades: [], measures: [], empty: new Set() }
  const { branchName, parentOrg, branchType, memberCount, secretary, phone, email, basis, idea, outcomes } = form
  const single = Object.entries({
    ...{ branchName, parentOrg, phone, email, basis, idea, outcomes },
    branchType: branchType === 'unknown' ? null : branchType,
    memberCount: memberCount === null ? null : String(memberCount),
    ...{ 'secretary.name': secretary.name, 'secretary.post': secretary.post, 'secretary.title': secretary.title },
  }).filter(([, value]) => value !== null && value !== '')
  return {
    single: Object.fromEntries(single) as ToldForm['single'],
    honours: form.honours.map(({ date, name, recipientKind, level }) => ({ date, name, kind: recipientKind, level })),
    grades: form.reviewGrades,
    measures: form.measures,
    empty: new Set(Object.entries(form.presence).flatMap(([key, presence]) => (presence === 'empty' ? [key] : []))),
  }
}
