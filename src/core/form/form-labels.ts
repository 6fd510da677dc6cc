import { onceFor } from '../words/once-for.ts'
import type { FieldId, FormDescription, HonourColumn, MeasureColumn, SectionId } from './description.ts'
import type { RecipientKind } from './form.ts'
import { type LabelBook, labelBook } from './label.ts'

/** The labels of a form's description, ready to be looked up as they are written. */
export type FormLabels = {
  readonly fields: LabelBook<FieldId>
  readonly sections: LabelBook<SectionId>
  readonly honourColumns: LabelBook<HonourColumn>
  readonly measureColumns: LabelBook<MeasureColumn>
  readonly honourRows: LabelBook<RecipientKind>
  readonly secretaryRows: LabelBook<true>
  readonly secretaryName: LabelBook<true>
  /** Whatever the form prints, so that it is never taken for an answer. */
  readonly printed: LabelBook<true>
  /** Labels of single values and of rows, whether read or not. */
  readonly isLabel: (text: string) => boolean
}

/** Made once for each description. */
export const formLabels = onceFor((form: FormDescription): FormLabels => {
  const fields = labelBook(entriesOf(form.fields))
  const secretaryName = labelBook([[true as const, form.secretaryRows.name]])
  const secretaryRows = labelBook([[true as const, form.secretaryRows.labels]])
  const labels = [...valuesOf(form.fields), ...valuesOf(form.sections), ...form.printed]
  const { name, labels: rows } = form.secretaryRows
  const labelled = labelBook([[true as const, [...labels, ...name, ...rows]]])
  const columns = [form.honourColumns, form.honourRows, form.measureColumns].flatMap(valuesOf)
  const printed = labelBook([[true as const, [...labels, ...columns, ...form.secretaryRows.name]]])
  const isOne = (text: string) => labelled.find(text) !== null
  return {
    fields,
    sections: withCompanions(labelBook(entriesOf(form.sections))),
    honourColumns: labelBook(entriesOf(form.honourColumns)),
    // A column may bear the section's own name: 工作举措 | 进度安排.
    measureColumns: labelBook([...entriesOf(form.measureColumns), ['text', form.sections.measures]]),
    honourRows: labelBook(entriesOf(form.honourRows)),
    secretaryRows,
    secretaryName,
    printed,
    isLabel: text => isOne(text) || (splitLabel(text).length > 1 && splitLabel(text).every(isOne)),
  }
})

const COMPANION = /^([^，,。；;:：]{2,30}?)(?:以及|及|和|与)[^，,。；;:：]{2,12}$/

/** «创建举措及完成时限»: a heading may name what else belongs to its section. */
const withCompanions = <Meaning>(book: LabelBook<Meaning>): LabelBook<Meaning> => ({
  find: text => book.find(text) ?? (text.length > 60 ? null : book.find(COMPANION.exec(text.trim())?.[1] ?? '')),
})

/** A combined label such as 职务/职称, in its parts. */
export const splitLabel = (text: string): string[] =>
  text.length > 40
    ? [text]
    : text
        .normalize('NFKC')
        .split(/[/、]/)
        .map(part => part.trim())
        .filter(part => part !== '')

const entriesOf = <Key extends string>(record: Readonly<Record<Key, readonly string[]>>) =>
  Object.entries(record) as [Key, readonly string[]][]

const valuesOf = (record: Readonly<Record<string, readonly string[]>>): string[] => Object.values(record).flat()
