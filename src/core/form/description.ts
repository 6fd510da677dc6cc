import type { BranchType } from '../call/branch.ts'
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

/** `instructions`: 填报说明, never an answer; `secretary`: a section about the secretary alone; `others`: what ends a section and isn't read. */
export type SectionId =
  | 'instructions'
  | 'basics'
  | 'secretary'
  | 'honours'
  | 'reviewGrades'
  | 'basis'
  | 'idea'
  | 'measures'
  | 'outcomes'
  | 'safeguards'
  | 'opinions'
  | 'others'

export type HonourColumn = 'date' | 'name' | 'recipient' | 'level' | 'grantedBy'
export type MeasureColumn = 'text' | 'due'

/** How the call's form is written: read from the call's file, so that another form needs no code. */
export type FormDescription = {
  /** Words of the form's title: a document that bears none of them and few labels is not the form. */
  readonly titles: readonly string[]
  /** Labels of single values, the usual one first. */
  readonly fields: Readonly<Record<FieldId, readonly string[]>>
  /** Labels of rows that are about the secretary, and what a name is labelled in them (姓名). */
  readonly secretaryRows: { readonly labels: readonly string[]; readonly name: readonly string[] }
  /** Headings of sections, without numbers. */
  readonly sections: Readonly<Record<SectionId, readonly string[]>>
  readonly honourColumns: Readonly<Record<HonourColumn, readonly string[]>>
  /** Labels of rows and sub-headings that tell whose honours follow. */
  readonly honourRows: Readonly<Record<'branch' | 'secretary' | 'member', readonly string[]>>
  readonly measureColumns: Readonly<Record<MeasureColumn, readonly string[]>>
  /** Words of the tick boxes of 支部类型, by what they mean. */
  readonly branchTypes: Readonly<Record<BranchType, readonly string[]>>
  /** Words of prompts: a bracketed text that holds one, or any text that begins with one, is no answer. */
  readonly prompts: readonly string[]
  /** Words that only make a prompt of a bracketed text when they begin it. */
  readonly promptStarts: readonly string[]
  /** What else the form prints: labels that aren't read, sub-headings, words beside a blank. None of them is an answer. */
  readonly printed: readonly string[]
  /** What the cycle is called; a form that names another one beside these words is an earlier one. */
  readonly cycleWords: readonly string[]
  readonly required: readonly RequiredField[]
}
