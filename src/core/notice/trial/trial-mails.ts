import type { Call } from '../../call/call.ts'
import type { Deliverable } from '../../call/deliverable.ts'
import { formOf } from '../../call/deliverable.ts'
import { ANY, keywordOf, type NameRule } from '../../call/name-rule.ts'
import type { DocumentContent } from '../../document/document.ts'
import { type FieldId, requiredOf } from '../../form/description.ts'
import { expectedName, type TokenValues } from '../../naming/expected.ts'
import { type Answers, type FilledSample, fillBlank } from './fill-blank.ts'
import { sampleAnswers, sampleRow, sampleRowAnswer } from './sample-answers.ts'

/** A file of a trial mail: a document to write, the blank form itself, or rows of a table. */
export type TrialFile = { readonly name: string } & (
  | { readonly kind: 'docx'; readonly content: DocumentContent }
  | { readonly kind: 'blank' }
  | { readonly kind: 'xlsx'; readonly rows: readonly (readonly string[])[] }
)

export type TrialKind = 'right' | 'misnamed' | 'incomplete' | 'blank' | 'late'

/** A mail that an applicant of the call might send; `archive`: its files come packed under this name. */
export type TrialMail = {
  readonly kind: TrialKind
  readonly subject: string
  readonly files: readonly TrialFile[]
  readonly archive: string | null
  readonly receivedAt: Date
}

export const TRIAL_NAMES: Readonly<Record<TrialKind, string>> = {
  right: '合格',
  misnamed: '命名有误',
  incomplete: '填写不全',
  blank: '空白表',
  late: '逾期',
}

export type Trial = {
  readonly mails: readonly TrialMail[]
  /** What stands in the right form. */
  readonly answers: Answers
  readonly sample: FilledSample | null
}

const HOUR = 3_600_000

/** The mails of a call's own kinds: right, misnamed where names have a rule, incomplete and blank where there is a form, late. */
export function trialOf(call: Call): Trial {
  const answers = sampleAnswers(call)
  const hasForm = formOf(call.deliverables) !== null
  const sample = hasForm ? fillBlank(call.form, answers, sampleRowAnswer(call)) : null
  const names = tokenValues(call, answers)
  const mail = (kind: TrialKind, content: DocumentContent | 'blank' | null, values = names): TrialMail => ({
    kind,
    ...namesOf(call, values, kind === 'misnamed'),
    files: filesOf(call, content, { values, answers, isMisnamed: kind === 'misnamed' }),
    receivedAt: new Date(call.deadline.getTime() + (kind === 'late' ? HOUR : -24 * HOUR)),
  })
  const filled = sample?.content ?? null
  const missing = lastRequired(call)
  const lacking =
    missing === null ? null : fillBlank(call.form, { ...answers, [missing]: '' }, sampleRowAnswer(call)).content
  return {
    answers,
    sample,
    mails: [
      mail('right', filled),
      ...(hasRule(call) ? [mail('misnamed', filled, withoutApplicant(names))] : []),
      ...(lacking === null ? [] : [mail('incomplete', lacking)]),
      ...(hasForm && call.form.template.content !== null ? [mail('blank', 'blank')] : []),
      mail('late', filled),
    ],
  }
}

const hasRule = ({ naming: { subject, file, archive = null } }: Call): boolean =>
  [subject, file, archive].some(rule => rule !== null && rule !== ANY)

/** The last field that must be filled and that nobody is named by. */
function lastRequired(call: Call): FieldId | null {
  if (formOf(call.deliverables) === null) return null
  const listed = new Set(
    Object.entries(call.form.sections)
      .filter(([, { type }]) => type !== 'text')
      .map(([id]) => id),
  )
  const named = new Set([call.applicant.key, 'branchName', 'name'])
  return (
    requiredOf(call.form)
      .filter(id => !named.has(id) && !listed.has(id))
      .at(-1) ?? null
  )
}

function tokenValues(call: Call, answers: Answers): TokenValues & { readonly shown: string } {
  const row = sampleRow(call)
  const shown = row?.name ?? answers[call.applicant.key] ?? answers.name ?? '王小明'
  return { ...answers, unit: call.unit, [call.applicant.key]: shown, shown }
}

/** As a model is copied with its XX in it. */
const withoutApplicant = (
  values: TokenValues & { readonly shown: string },
): TokenValues & { readonly shown: string } => {
  const shown = values.shown.endsWith('党支部') ? 'XX党支部' : 'XXX'
  const same = Object.entries(values).map(([token, value]) => [token, value === values.shown ? shown : value])
  return { ...Object.fromEntries(same), shown }
}

type Values = TokenValues & { readonly shown: string }

/** A keyword that is forgotten is the misnaming of a rule by keyword. */
const nameBy = (rule: NameRule, values: Values, isMisnamed: boolean, otherwise: string): string => {
  if (rule === ANY || (isMisnamed && keywordOf(rule) !== null)) return otherwise
  return expectedName(rule, values)
}

function namesOf(call: Call, values: Values, isMisnamed: boolean): Pick<TrialMail, 'subject' | 'archive'> {
  const { subject, archive = null } = call.naming
  const plain = isMisnamed ? '申报材料' : `${call.title}：${values.shown}`
  return {
    subject: nameBy(subject, values, isMisnamed, plain),
    archive: archive === null ? null : `${nameBy(archive, values, isMisnamed, values.shown)}.zip`,
  }
}

type Filing = { readonly values: Values; readonly answers: Answers; readonly isMisnamed: boolean }

function filesOf(call: Call, form: DocumentContent | 'blank' | null, filing: Filing): TrialFile[] {
  return call.deliverables.flatMap(one => {
    if (one.reads === 'form') return form === null ? [] : [formFile(call, form, filing)]
    return one.required ? otherFile(one, call, filing) : []
  })
}

function formFile(call: Call, form: DocumentContent | 'blank', { values, isMisnamed }: Filing): TrialFile {
  const name = nameBy(call.naming.file, values, isMisnamed, call.form.title)
  const extension = form === 'blank' ? (/\.\w+$/.exec(call.form.template.file)?.[0] ?? '.docx') : '.docx'
  return form === 'blank'
    ? { kind: 'blank', name: `${name}${extension}` }
    : { kind: 'docx', name: `${name}.docx`, content: form }
}

function otherFile({ title, name, formats, reads }: Deliverable, call: Call, { answers }: Filing): TrialFile[] {
  const named = name === null ? title : name.replaceAll('*', '')
  if (reads === 'rows' || formats.includes('xlsx'))
    return [{ kind: 'xlsx', name: `${named}.xlsx`, rows: rowsOf(call, answers) }]
  if (!formats.some(format => format === 'docx' || format === 'doc' || format === 'wps')) return []
  const content: DocumentContent = {
    blocks: [
      { kind: 'paragraph', text: title, look: { bold: true, centred: true } },
      { kind: 'paragraph', text: `本${title}为试用材料：全年组织集体学习12次，形成可推广的做法3项。` },
    ],
  }
  return [{ kind: 'docx', name: `${named}.docx`, content }]
}

/** The short fields of the form, as a summary lists them. */
function rowsOf({ form }: Call, answers: Answers): string[][] {
  const fields = Object.entries(form.fields).slice(0, 6)
  return [
    ['序号', ...fields.map(([, { label }]) => label)],
    ['1', ...fields.map(([id]) => answers[id] ?? '')],
  ]
}
