import type { Call } from '../call/call.ts'
import type { Block, DocumentContent } from '../document/document.ts'
import { isPlaceholder } from '../naming/placeholder.ts'
import { readBranchType } from './branch-type.ts'
import { otherCycle } from './cycle.ts'
import type { SectionId } from './description.ts'
import { type Fields, readFields } from './fields.ts'
import type { Form, FormReading, Honour, Presence, RequiredField } from './form.ts'
import { type FormLabels, formLabels } from './form-labels.ts'
import { textOf } from './grid.ts'
import { readHonours } from './honours.ts'
import { readMeasures } from './measures.ts'
import { readMemberCount } from './member-count.ts'
import { type Prompts, promptsOf } from './prompt.ts'
import { isForm, linesOf } from './recognise-form.ts'
import { readReviewGrades } from './review-grades.ts'
import { readSections, type Sections } from './sections.ts'

export type FormCall = Pick<Call, 'form' | 'cycle' | 'announced' | 'deadline'>

/** Reads a document as the call's form: pure, total, and never a guess: what isn't understood is null. */
export function readForm(content: DocumentContent, call: FormCall): FormReading {
  const labels = formLabels(call.form)
  const sections = readSections(content, labels)
  if (!isForm(content, sections, { form: call.form, labels })) return { kind: 'absent' }
  const cycle = otherCycle(printedLines(sections), call.form, call)
  if (cycle !== null) return { kind: 'outdated', cycle }
  const form = fillForm({ sections, labels, prompts: promptsOf(call.form, labels), call })
  return isFilled(form) ? { kind: 'filled', form } : { kind: 'blank' }
}

type Reading = {
  readonly sections: Sections
  readonly labels: FormLabels
  readonly prompts: Prompts
  readonly call: FormCall
}

function fillForm(reading: Reading): Form {
  const { sections, labels, prompts, call } = reading
  const fields = readFields(sections, labels, prompts)
  const value = (field: Parameters<Fields>[0]) => fields(field).value
  const texts = readTexts(reading)
  const [count, type] = [value('memberCount'), value('branchType')]
  const review = value('reviewGrades') ?? texts.reviewGrades.text
  return {
    branchName: value('branchName'),
    parentOrg: value('parentOrg'),
    branchType: type === null ? 'unknown' : readBranchType(type, call.form),
    branchTypeText: type,
    memberCount: count === null ? null : readMemberCount(count),
    secretary: { name: nameOf(fields), post: value('secretary.post'), title: value('secretary.title') },
    phone: value('phone'),
    email: value('email')?.normalize('NFKC').match(EMAIL)?.[0] ?? null,
    honours: texts.honours.presence === 'filled' ? honoursOf(reading, fields) : [],
    honoursText: texts.honours.text,
    reviewGrades: review === null ? [] : readReviewGrades(review, Number(call.announced.slice(0, 4))),
    reviewText: review,
    basis: texts.basis.text,
    idea: texts.idea.text,
    measures: texts.measures.presence === 'filled' ? measuresOf(reading) : [],
    measuresText: texts.measures.text,
    outcomes: texts.outcomes.text,
    presence: presenceOf(fields, texts),
  }
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/

/** «张建华（副教授）»: the name alone, by which honours find their recipient. */
const nameOf = (fields: Fields): string | null =>
  fields('secretary.name').value?.replace(/\s{0,2}[（(][^（）()]{1,20}[)）]$/, '') ?? null

function presenceOf(fields: Fields, texts: Texts): Form['presence'] {
  const count = fields('memberCount')
  return {
    branchName: fields('branchName').presence,
    'secretary.name': fields('secretary.name').presence,
    // «正式  名, 预备  名» is the form's own.
    memberCount: count.value !== null && !hasNumber(count.value) ? 'empty' : count.presence,
    phone: fields('phone').presence,
    honours: texts.honours.presence,
    basis: texts.basis.presence,
    idea: texts.idea.presence,
    measures: texts.measures.presence,
    outcomes: texts.outcomes.presence,
  }
}

const hasNumber = (text: string): boolean => /[\d一二三四五六七八九十百]/.test(text.normalize('NFKC'))

type Text = { readonly text: string | null; readonly presence: Presence }
type Texts = ReturnType<typeof readTexts>

const readTexts = (reading: Reading) => ({
  honours: readText('honours', reading),
  reviewGrades: readText('reviewGrades', reading),
  basis: readText('basis', reading),
  idea: readText('idea', reading),
  measures: readText('measures', reading),
  outcomes: readText('outcomes', reading),
})

/** A section's text as written, without lines that are prompts alone; '' where the section is empty. */
function readText(section: SectionId, { sections, prompts }: Reading): Text {
  const blocks = sections.found.get(section)
  if (blocks === undefined) return { text: null, presence: 'absent' }
  const lines = textOf(blocks)
    .split('\n')
    .filter(line => line.trim() !== '' && prompts.without(line) !== '')
  const text = lines.join('\n')
  return prompts.isAnswered(text) ? { text, presence: 'filled' } : { text: '', presence: 'empty' }
}

const honoursOf = ({ sections, labels, call }: Reading, fields: Fields): Honour[] =>
  readHonours(blocksOf('honours', sections), {
    labels,
    secretary: nameOf(fields),
    branch: fields('branchName').value,
    today: call.deadline.toISOString().slice(0, 'YYYY-MM'.length),
  })

const measuresOf = ({ sections, labels, prompts, call }: Reading) =>
  readMeasures(blocksOf('measures', sections), {
    labels,
    cycle: call.cycle,
    isPrinted: text => prompts.isBlank(text) || labels.printed.find(text) !== null,
  })

const blocksOf = (section: SectionId, { found }: Sections): readonly Block[] => found.get(section) ?? []

/** Title, cover and instructions: what an applicant leaves as it was. */
const printedLines = ({ cover, found }: Sections): string[] =>
  linesOf([...cover, ...(found.get('instructions') ?? [])], 200)

/** A placeholder for the branch's name is none of an applicant's words. */
function isFilled({ presence, branchName }: Form): boolean {
  const fields = Object.entries(presence) as [RequiredField, Presence][]
  return fields.some(
    ([field, one]) => one === 'filled' && !(field === 'branchName' && branchName !== null && isPlaceholder(branchName)),
  )
}
