import type { DocumentContent } from '../document/document.ts'

/** What a single value is. */
export type FieldType =
  | 'text'
  | 'person'
  | 'digits'
  | 'number'
  | 'money'
  | 'date'
  | 'phone'
  | 'email'
  | 'choice'
  | 'table'

/** What stands under a heading: prose, or a list that is read as such. */
export type SectionType = 'text' | 'honours' | 'measures' | 'reviewGrades'

/** A single value of the form. Its label is the template's; how else people write it is the product's to know. */
export type FieldDescription = { readonly label: string; readonly type: FieldType; readonly required: boolean }

type SectionDescription = { readonly label: string; readonly type: SectionType; readonly required: boolean }

/** A field's or a section's id in the form's file, dotted as `secretary.name`. */
export type FieldId = string

/** How a call's form is written: a file of `config/forms/`, shared by the calls that use it. */
export type FormDescription = {
  /** The title of the form, as the template bears it. */
  readonly title: string
  readonly fields: Readonly<Record<FieldId, FieldDescription>>
  /** In the order of the template. */
  readonly sections: Readonly<Record<FieldId, SectionDescription>>
  readonly template: Template
}

/** The blank form: `example` says that it is ours, so that it is sent to nobody and alone makes nothing empty. */
type Template = {
  readonly file: string
  /** The file itself, as base64. */
  readonly base64: string
  readonly example: boolean
  /** What stands in it; null until it was read. */
  readonly content: DocumentContent | null
}

/** The label that the form bears for a field. */
export const labelOf = ({ fields, sections }: FormDescription, field: FieldId): string =>
  fields[field]?.label ?? sections[field]?.label ?? field

/** The fields that must be filled, in the form's order. */
export const requiredOf = ({ fields, sections }: FormDescription): readonly FieldId[] =>
  [...Object.entries(fields), ...Object.entries(sections)].filter(([, one]) => one.required).map(([field]) => field)

/** Of a form whose blank isn't there. */
export const NO_TEMPLATE: Template = { file: '', base64: '', example: true, content: null }

/** Of a call that asks for no form. */
export const NO_FORM: FormDescription = { title: '', fields: {}, sections: {}, template: NO_TEMPLATE }

/** Whether the call asks for no form; its `fields` are then the tokens of its names. */
export const hasNoForm = ({ title }: Pick<FormDescription, 'title'>): boolean => title === NO_FORM.title
