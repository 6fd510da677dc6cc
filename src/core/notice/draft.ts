import { BRANCH } from '../call/applicants.ts'
import type { FieldId } from '../form/description.ts'
import { type ReadApplicants, readApplicants } from './applicants.ts'
import { type FormTypes, type ReadCondition, readConditions } from './conditions.ts'
import { type Contact, readContact } from './contact.ts'
import { type Cycle, readCycle } from './cycle.ts'
import { type DeadlineQuestion, readDeadline } from './deadline.ts'
import { type ReadDeliverable, readDeliverables } from './deliverables.ts'
import { type FormDraft, formOfNotice } from './form-draft.ts'
import { type Head, readHead } from './head.ts'
import type { NameParts } from './name-template.ts'
import { type ReadNaming, readNaming } from './naming.ts'
import type { Notice, Said } from './notice.ts'

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
}

/** `blank`: what the blank form says, null where none was given; `today` stands in where the notice bears no date. */
export function draftCall(notice: Notice, blank: FormDraft | null, today: string): Draft {
  const head = readHead(notice)
  const announced = head.announced?.value ?? today
  const deliverables = readDeliverables(notice, blank?.title ?? null)
  const title = deliverables.find(({ value }) => value.reads === 'form')?.value.title ?? null
  const form = blank ?? (title === null ? null : formOfNotice(notice, title))
  const types = typesOf(form)
  const unit = head.unit?.value ?? ''
  const named = tokensOf(readNaming(notice, plainParts(unit)))
  const applicants = readApplicants(notice, new Set(types.keys()), named)
  const cycle = readCycle(notice)
  return {
    head,
    deadline: readDeadline(notice, announced),
    cycle,
    applicants,
    naming: readNaming(notice, partsOf(unit, applicants?.value ?? null)),
    deliverables,
    conditions: readConditions(notice, types, cycle !== null),
    contact: readContact(notice),
    form,
  }
}

const typesOf = (form: FormDraft | null): FormTypes =>
  new Map(form === null ? [] : [...form.fields, ...form.sections].map(({ id, type }) => [id, type]))

const tokensOf = (naming: ReadNaming): Set<FieldId> =>
  new Set(Object.values(naming).flatMap(({ value }) => value.tokens.filter(token => token !== '')))

/** Before anybody knows who applies: a bare XXX stands for nothing in particular. */
const plainParts = (unit: string): NameParts => ({ unit, key: '', isKey: () => false })

function partsOf(unit: string, applicants: ReadApplicants | null): NameParts {
  const key = applicants?.key ?? 'name'
  const own = key === BRANCH ? 'branchName' : key
  return { unit, key, isKey: field => applicants?.inRoster === true && field === own }
}
