import { BRANCH } from '../call/applicants.ts'
import type { FieldId, FieldType } from '../form/description.ts'
import { basesOf } from './announced.ts'
import { type ReadApplicants, readApplicants } from './applicants.ts'
import { saysDayOfAges } from './condition-bounds.ts'
import { type FormTypes, type ReadCondition, readConditions } from './conditions.ts'
import { type Contact, readContact } from './contact.ts'
import { type Cycle, readCycle } from './cycle.ts'
import { type DeadlineQuestion, readDeadline } from './deadline.ts'
import { readDeliverables } from './deliverables.ts'
import { type FormDraft, formOfNotice } from './form-draft.ts'
import { type Head, readHead } from './head.ts'
import type { NameParts } from './name-template.ts'
import { otherNames, type ReadNaming, readNaming } from './naming.ts'
import { fold, type Notice, type Said } from './notice.ts'
import type { ReadDeliverable } from './read-deliverable.ts'
import { type Remark, readRemarks } from './remarks.ts'
import { formsAppended, formWord } from './titles-asked.ts'

/** What a notice and its blank form say of a call. */
export type Draft = {
  readonly head: Head
  readonly deadline: DeadlineQuestion
  readonly cycle: Said<Cycle> | null
  readonly applicants: Said<ReadApplicants> | null
  readonly naming: ReadNaming
  readonly deliverables: readonly Said<ReadDeliverable>[]
  readonly conditions: readonly Said<ReadCondition>[]
  readonly contact: Contact
  readonly form: FormDraft | null
  /** What a person keeps an eye on: the call doesn't hold it. */
  readonly remarks: readonly Remark[]
}

/** `blank`: what the blank form says, null where none was given; `today` stands in for years that the notice doesn't say. */
export function draftCall(notice: Notice, blank: FormDraft | null, today: string): Draft {
  const head = readHead(notice, today)
  const { deliverables, otherForms } = readDeliverables(notice, blank?.title ?? null)
  const title = deliverables.find(({ value }) => value.reads === 'form')?.value.title ?? null
  const read = blank ?? (title === null ? null : formOfNotice(notice, title))
  const types = typesOf(read)
  const unit = head.unit?.value ?? ''
  const labels = labelsOf(read)
  const fieldTypes = new Map(read?.fields.map(({ id, type }) => [id, type as FieldType]))
  const matter = matterOf(notice, head)
  const named = tokensOf(readNaming(notice, { ...plainParts(unit), labels, types: fieldTypes, matter }))
  const applicants = readApplicants(notice, new Set(types.keys()), named, read?.title ?? title)
  const form = withOwnRequired(read, applicants?.value ?? null)
  const cycle = readCycle(notice)
  const others = withAppended(notice, matter, { own: form?.title ?? title ?? '', others: otherForms })
  const titles = { own: title, others: others.map(({ value }) => value) }
  const parts = { ...partsOf(unit, applicants?.value ?? null), labels, types: fieldTypes, matter }
  const said = {
    naming: readNaming(notice, parts),
    deadline: readDeadline(notice, basesOf(head.announced, notice.lines.map(fold), today)),
    conditions: readConditions(notice, { form: types, counted: countedIn(form), titles, hasCycle: cycle !== null }),
    contact: readContact(notice),
  }
  const names = otherNames(notice, parts)
  return {
    head,
    cycle,
    deliverables: deliverables.map(one => ({ ...one, value: namedBy(names, one.value) })),
    form,
    applicants,
    ...said,
    remarks: [
      ...formRemarks(form, others),
      ...nameRemarks(names),
      ...ageRemarks(notice, types, said.conditions),
      ...remarksOf(notice, said, deliverables),
    ],
  }
}

/** The notice's title, and what it is called for short: «(以下简称“两优一先”)». */
const matterOf = ({ sentences }: Notice, { title }: Head): string =>
  [title?.said ?? '', ...sentences.flatMap(({ folded }) => /简称:?(“[^“”]{2,16}”)/.exec(folded)?.[1] ?? [])]
    .map(fold)
    .join()

type FormsAsked = { readonly own: string; readonly others: readonly Said<string>[] }

/** Of the forms that only the appendices name, those for what the notice's title names, too. */
function withAppended(notice: Notice, matter: string, { own, others }: FormsAsked): readonly Said<string>[] {
  const known = [own, ...others.map(({ value }) => value)]
  const appended = formsAppended(notice).filter(({ value }) => {
    const kind = value.replace(formWord(value) ?? '', '')
    return kind.length > 2 && matter.includes(kind) && !known.some(title => title.includes(kind))
  })
  return [...others, ...appended]
}

/** A call has one form: another one's applications are another call. */
const formRemarks = (form: FormDraft | null, others: readonly Said<string>[]): Remark[] => [
  ...(form?.isAppended === true ? [{ about: APPENDED, said: form.title }] : []),
  ...(form?.twice ?? []).map(label => ({ about: '表中同名栏目只读第一处', said: label })),
  ...others.map(({ value, said }) => ({
    about: `另有申报表《${value}》，请用其空白表另行生成一项（另取 --id）`,
    said,
  })),
]

const APPENDED = '空白表附在通知之后，请另存为Word文件，并写入forms下的template'

/** «党支部—标题—正文» is how 案例正文 comes. */
function namedBy(others: readonly Said<string>[], paper: ReadDeliverable): ReadDeliverable {
  const ends = others.map(({ value }) => value.split(/[+\-—–_]/).at(-1) ?? '')
  const own = ends.find(
    end => end.length > 1 && !/材料|附件/.test(end) && paper.title.length > end.length && paper.title.endsWith(end),
  )
  return own === undefined || paper.name === null ? paper : { ...paper, name: `*${own}*` }
}

/** A call has one rule for each of mail, file and archive. */
const nameRemarks = (others: readonly Said<string>[]): Remark[] =>
  others.map(({ value, said }) => ({ about: `另有命名“${value}”`, said }))

/** An age is typed where the notice counts it on the day of the deadline. */
const ageRemarks = (notice: Notice, form: FormTypes, conditions: Draft['conditions']): Remark[] =>
  saysDayOfAges(notice) || !(form.has('birth') || form.has('age'))
    ? []
    : conditions
        .filter(({ value }) => value.type === 'ask' && /\d周?岁/.test(value.title))
        .slice(0, 1)
        .map(({ said }) => ({ about: '年龄按哪一天计算，通知未写明', said }))

type Spoken = Pick<Draft, 'naming' | 'deadline' | 'conditions' | 'contact'>

function remarksOf(
  notice: Notice,
  { naming, deadline, conditions, contact }: Spoken,
  deliverables: Draft['deliverables'],
): Remark[] {
  const said = [...deadline.said, ...[...Object.values(naming), ...deliverables, ...conditions].map(one => one.said)]
  const titles = conditions.map(({ value }) => fold(value.title).replace(/[,，:：;；。、]/g, ''))
  return [
    ...contact.others.map(({ value, said: sentence }) => ({ about: `另有邮箱 ${value}`, said: sentence })),
    ...readRemarks(notice, { said, titles }),
  ]
}

/** Nobody applies without what tells who it is. */
function withOwnRequired(form: FormDraft | null, applicants: ReadApplicants | null): FormDraft | null {
  if (form === null || applicants === null) return form
  const own = [applicants.key, applicants.several?.by]
  return {
    ...form,
    fields: form.fields.map(field => (own.includes(field.id) ? { ...field, required: true } : field)),
  }
}

const fieldsOf = (form: FormDraft | null) => (form === null ? [] : [...form.fields, ...form.sections])

const typesOf = (form: FormDraft | null): FormTypes => new Map(fieldsOf(form).map(({ id, type }) => [id, type]))

const labelsOf = (form: FormDraft | null): ReadonlyMap<string, FieldId> =>
  new Map(fieldsOf(form).map(({ id, label }) => [fold(label).replace(/\([^()]*\)$/, ''), id]))

/** GPA is text, for it may be written as a share. */
const countedIn = (form: FormDraft | null): ReadonlyMap<string, FieldId> =>
  new Map(
    (form?.fields ?? [])
      .filter(({ id, type }) => id === 'gpa' || (type === 'number' && id !== 'age'))
      .map(({ id, label }) => [fold(label).replace(/\([^()]*\)/g, ''), id]),
  )

const tokensOf = (naming: ReadNaming): Set<FieldId> =>
  new Set(Object.values(naming).flatMap(({ value }) => value.tokens.filter(token => token !== '')))

/** Before anybody knows who applies: a bare XXX stands for nothing in particular. */
const plainParts = (unit: string): NameParts => ({ unit, key: '', isKey: () => false })

function partsOf(unit: string, applicants: ReadApplicants | null): NameParts {
  const key = applicants?.key ?? 'name'
  const own = key === BRANCH ? 'branchName' : key
  return { unit, key, isKey: field => applicants?.inRoster === true && field === own }
}
