import type { Call } from '../../call/call.ts'
import { formOf } from '../../call/deliverable.ts'
import { type FieldId, requiredOf } from '../../form/description.ts'
import { bearsApplicant } from '../../naming/expected.ts'
import { type Answers, type FilledSample, fillBlank } from './fill-blank.ts'
import { sampleAnswers, sampleRowAnswer, secondAnswers } from './sample-answers.ts'
import { type Filing, filesOf, otherFile, type TrialFile } from './trial-files.ts'
import { hasRule, nameBy, tokensIn, tokenValues, withoutApplicant } from './trial-names.ts'

export type TrialKind = 'right' | 'several' | 'misnamed' | 'incomplete' | 'lacking' | 'completing' | 'blank' | 'late'

/** A mail that an applicant of the call might send; `archive`: its files come packed under this name; `after`: the mail before it. */
export type TrialMail = {
  readonly kind: TrialKind
  readonly subject: string
  readonly files: readonly TrialFile[]
  readonly archive: string | null
  readonly receivedAt: Date
  readonly after: TrialKind | null
}

export const TRIAL_NAMES: Readonly<Record<TrialKind, string>> = {
  right: '合格',
  several: '一封多份',
  misnamed: '命名有误',
  incomplete: '填写不全',
  lacking: '材料不齐',
  completing: '随后补齐',
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
/** When each comes, in hours from the deadline. */
const HOURS: Readonly<Partial<Record<TrialKind, number>>> = { late: 1, completing: -12 }

/** The mails of a call's own kinds: each is left out where the call knows no such thing. */
export function trialOf(call: Call): Trial {
  const answers = sampleAnswers(call)
  const hasForm = formOf(call.deliverables) !== null
  const fill = (own: Answers): FilledSample => fillBlank(call.form, own, sampleRowAnswer(call))
  const form = (own: Answers) => (hasForm ? [{ content: fill(own).content, answers: own }] : [])
  const right = { forms: form(answers), others: [answers] }
  const second = hasForm && takesSeveral(call) ? secondAnswers(call, answers) : null
  const missing = lastRequired(call)
  const asksOthers =
    hasForm &&
    call.deliverables.some(
      one => one.reads !== 'form' && one.required && otherFile(one, call, { all: [answers] }).length > 0,
    )
  const hasBlank = hasForm && call.form.template.content !== null
  const filings: readonly (readonly [TrialKind, Omit<Filing, 'wrong'> | null])[] = [
    ['right', right],
    ['several', second === null ? null : { forms: [...form(answers), ...form(second)], others: [answers, second] }],
    ['misnamed', hasRule(call) ? right : null],
    ['incomplete', missing === null ? null : { ...right, forms: form({ ...answers, [missing]: '' }) }],
    ['lacking', asksOthers ? { ...right, others: [] } : null],
    ['completing', asksOthers ? { ...right, forms: [] } : null],
    ['blank', hasBlank ? { ...right, forms: [{ content: 'blank', answers }] } : null],
    ['late', right],
  ]
  const mails = filings.flatMap(([kind, filing]) => (filing === null ? [] : [mailOf(call, kind, { filing, answers })]))
  return { answers, sample: hasForm ? fill(answers) : null, mails }
}

type Mail = { readonly filing: Omit<Filing, 'wrong'>; readonly answers: Answers }

function mailOf(call: Call, kind: TrialKind, { filing, answers }: Mail): TrialMail {
  const values = tokenValues(call, answers)
  const wrong = kind === 'misnamed' ? withoutApplicant(call, values) : null
  const { subject, archive } = call.naming
  const plain = wrong === null ? `${call.title}：${values.shown}` : '申报材料'
  return {
    kind,
    subject: nameBy(subject, values, { wrong, otherwise: plain }),
    archive: archive === null ? null : `${nameBy(archive, values, { wrong, otherwise: values.shown })}.zip`,
    files: filesOf(call, { ...filing, wrong }),
    receivedAt: new Date(call.deadline.getTime() + (HOURS[kind] ?? -24) * HOUR),
    after: kind === 'completing' ? 'lacking' : null,
  }
}

/** One mail with the forms of two: where each is an application of its own, and the subject names neither. */
const takesSeveral = ({ applicant, naming, form }: Call): boolean =>
  applicant.several === null
    ? !applicant.inRoster && ![naming.subject, naming.archive].some(rule => bearsApplicant(rule, { applicant, form }))
    : applicant.several.most !== 1

/** The last field that must be filled and that nobody is named by. */
function lastRequired(call: Call): FieldId | null {
  if (formOf(call.deliverables) === null) return null
  const listed = new Set(
    Object.entries(call.form.sections)
      .filter(([, { type }]) => type !== 'text')
      .map(([id]) => id),
  )
  const named = new Set([call.applicant.key, 'branchName', 'name'])
  // One that stands in a name would make the names wrong as well.
  const tokens = new Set(tokensIn(call))
  const asked = requiredOf(call.form).filter(id => !named.has(id) && !listed.has(id))
  return asked.findLast(id => !tokens.has(id)) ?? asked.at(-1) ?? null
}
