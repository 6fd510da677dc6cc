import type { RequiredField } from './form.ts'

export type FieldId =
  | 'branchName'
  | 'parentOrg'
  | 'branchType'
  | 'memberCount'
  | 'secretary.name'
  | 'secretary.post'
  | 'secretary.title'
  | 'phone'
  | 'email'
  | 'reviewGrades'

export type SectionId =
  | 'basics'
  | 'honours'
  | 'reviewGrades'
  | 'basis'
  | 'idea'
  | 'measures'
  | 'outcomes'
  | 'safeguards'
  | 'opinions'

export type HonourColumn = 'date' | 'name' | 'recipient' | 'level' | 'grantedBy'
export type MeasureColumn = 'text' | 'due'

/** How the call's form is written: read from the call's file, so that another form needs no code. */
export type FormDescription = {
  /** Words of the form's title: a document that bears none of them and few labels is not the form. */
  readonly titles: readonly string[]
  /** Labels of single values, the usual one first. */
  readonly fields: Readonly<Record<FieldId, readonly string[]>>
  /** Headings of sections, without numbers. */
  readonly sections: Readonly<Record<SectionId, readonly string[]>>
  readonly honourColumns: Readonly<Record<HonourColumn, readonly string[]>>
  readonly measureColumns: Readonly<Record<MeasureColumn, readonly string[]>>
  /** Words that start a prompt: a bracketed text that begins with or holds one is no answer. */
  readonly prompts: readonly string[]
  readonly required: readonly RequiredField[]
}
