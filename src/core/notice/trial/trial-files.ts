import { applicantField } from '../../call/applicants.ts'
import type { Call } from '../../call/call.ts'
import { type Deliverable, formOf } from '../../call/deliverable.ts'
import type { DocumentContent } from '../../document/document.ts'
import type { Answers } from './fill-blank.ts'
import { nameBy, tokenValues, type Values } from './trial-names.ts'

/** A file of a trial mail: a document to write, the blank form itself, or rows of a table. */
export type TrialFile = { readonly name: string } & (
  | { readonly kind: 'docx'; readonly content: DocumentContent }
  | { readonly kind: 'blank' }
  | { readonly kind: 'xlsx'; readonly rows: readonly (readonly string[])[] }
  /** A page that says nothing: of what is kept as it is, only the name and kind are looked at. */
  | { readonly kind: 'pdf' | 'image' | 'pptx' }
)

/** A form as it is filled, and what stands in it. */
type Filled = { readonly content: DocumentContent | 'blank'; readonly answers: Answers }

/** The forms and, of each that must be there, the other documents; `wrong`: the names that stand in the files' instead. */
export type Filing = {
  readonly forms: readonly Filled[]
  readonly others: readonly Answers[]
  readonly wrong: Values | null
}

export function filesOf(call: Call, { forms, others, wrong }: Filing): TrialFile[] {
  const files = call.deliverables.flatMap(one => {
    if (one.reads === 'form') return forms.map(form => formFile(call, form, wrong))
    return one.required && others.length > 0 ? otherFile(one, call, { all: others, wrong }) : []
  })
  return files.map((file, at) => ({
    ...file,
    name: distinct(
      file.name,
      files.slice(0, at).map(({ name }) => name),
    ),
  }))
}

/** Two forms under one rule that names neither are told apart by their number. */
const distinct = (name: string, earlier: readonly string[]): string =>
  earlier.includes(name) ? name.replace(/(\.\w+)$/, '2$1') : name

function formFile(call: Call, { content, answers }: Filled, wrong: Values | null): TrialFile {
  const values = tokenValues(call, answers)
  const name = nameBy(call.naming.file, values, { wrong, otherwise: call.form.title })
  return content === 'blank'
    ? { kind: 'blank', name: `${name}${/\.\w+$/.exec(call.form.template.file)?.[0] ?? '.docx'}` }
    : { kind: 'docx', name: `${name}.docx`, content }
}

type Others = { readonly all: readonly Answers[]; readonly wrong?: Values | null }

/** A list has a row for each form; of a kind that nobody can write here, none comes. */
export function otherFile(one: Deliverable, call: Call, { all, wrong = null }: Others): TrialFile[] {
  const { title, formats, reads } = one
  const named = ownName(one, call, { all, wrong })
  if (reads === 'rows' || formats.includes('xlsx'))
    return [{ kind: 'xlsx', name: `${named}.xlsx`, rows: rowsOf(call, all) }]
  if (!formats.some(format => format === 'docx' || format === 'doc' || format === 'wps'))
    return emptyFile(formats, named)
  const content: DocumentContent = {
    blocks: [
      { kind: 'paragraph', text: title, look: { bold: true, centred: true } },
      { kind: 'paragraph', text: `本${title}为试用材料：全年组织集体学习12次，形成可推广的做法3项。` },
    ],
  }
  return [{ kind: 'docx', name: `${named}.docx`, content }]
}

const EMPTY = [
  ['pdf', 'pdf'],
  ['image', 'png'],
  ['pptx', 'pptx'],
] as const

const emptyFile = (formats: Deliverable['formats'], named: string): TrialFile[] =>
  EMPTY.filter(([kind]) => formats.includes(kind))
    .slice(0, 1)
    .map(([kind, ending]) => ({ kind, name: `${named}.${ending}` }))

/** Where there is no form, the rule for files is that of the document that is asked for. */
function ownName({ title, name }: Deliverable, call: Call, { all: [answers = {}], wrong = null }: Others): string {
  const usual = name === null ? title : name.replaceAll('*', '')
  const isForm = formOf(call.deliverables) !== null || call.deliverables.length > 1
  return isForm ? usual : nameBy(call.naming.file, tokenValues(call, answers), { wrong, otherwise: usual })
}

const SHORT = 6

/** The first fields of the form and those that tell one application from another, as a summary lists them. */
function rowsOf({ form, applicant }: Call, all: readonly Answers[]): string[][] {
  const own = [applicantField(applicant, form.fields), applicant.several?.by]
  const fields = Object.entries(form.fields).filter(([id], at) => at < SHORT || own.includes(id))
  return [
    ['序号', ...fields.map(([, { label }]) => label)],
    ...all.map((answers, at) => [String(at + 1), ...fields.map(([id]) => answers[id] ?? '')]),
  ]
}
