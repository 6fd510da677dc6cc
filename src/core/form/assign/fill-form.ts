import type { Call } from '../../call/call.ts'
import { type Block, hasMark } from '../../document/document.ts'
import { dayIn } from '../../text/day.ts'
import { listed } from '../../words/listed.ts'
import { pattern } from '../../words/pattern.ts'
import type { FieldId } from '../description.ts'
import { emailIn } from '../evidence/shapes.ts'
import type { Form, Honour, Measure } from '../form.ts'
import { textOf } from '../outline/grid.ts'
import { whoseRow } from '../values/honour-rows.ts'
import { readHonours } from '../values/honours.ts'
import { tellsLimit } from '../values/measure-table.ts'
import { readMeasures } from '../values/measures.ts'
import { readMemberCount } from '../values/member-count.ts'
import { secretaryIn } from '../values/person.ts'
import { readReviewGrades } from '../values/review-grades.ts'
import { chosenIn, readBranchType } from '../values/ticks.ts'
import type { Assigning } from './assign.ts'
import type { Found } from './presence.ts'

export type FormCall = Pick<
  Call,
  'form' | 'cycle' | 'announced' | 'deadline' | 'unit' | 'university' | 'roster' | 'applicant'
>

type Filling = Pick<Form, 'presence' | 'confidence' | 'followsTemplate'> & {
  readonly found: Found
  readonly assigning: Assigning
  readonly call: FormCall
}

/** The form's values, each read by its type. */
export function fillForm({ found, assigning, call, ...seen }: Filling): Form {
  const value = (field: FieldId) => readable(found.fields.get(field)?.text ?? null)
  const texts = new Map(Object.keys(call.form.sections).map(field => [field, sectionText(field, found, assigning)]))
  const text = (field: FieldId) => texts.get(field) ?? null
  const [count, type] = [value('memberCount'), value('branchType')]
  const review = text('reviewGrades')
  const secretary = secretaryIn({
    name: value('secretary.name'),
    post: value('secretary.post'),
    title: value('secretary.title'),
  })
  return {
    branchName: value('branchName')?.replace(REMARK, '') ?? null,
    parentOrg: value('parentOrg'),
    branchType: type === null ? 'unknown' : readBranchType(type),
    branchTypeText: type,
    memberCount: count === null ? null : readMemberCount(count),
    secretary,
    phone: phoneIn(value('phone')),
    // «联系方式：手机……，邮箱……».
    email: emailIn(value('email') ?? value('phone') ?? ''),
    honours: honoursOf(found, call, { secretary: secretary.name, branch: value('branchName') }),
    honoursText: text('honours'),
    reviewGrades: review === null ? [] : readReviewGrades(review, Number(call.announced.slice(0, 4))),
    reviewText: review,
    basis: text('basis'),
    idea: text('idea'),
    measures: measuresOf(found, assigning, call),
    measuresText: text('measures'),
    outcomes: text('outcomes'),
    values: Object.fromEntries([
      ...Object.entries(call.form.fields).map(
        ([field, { type }]) => [field, type === 'choice' ? chosenIn(value(field)) : value(field)] as const,
      ),
      ...texts,
    ]),
    ...seen,
    unplaced: found.unplaced,
    source: 'text',
  }
}

/** Where a picture stands, something was filled in that nobody can read. */
const readable = (text: string | null): string | null => (text === null || hasMark(text) ? null : text)

/** «离退休教职工第二党支部（属离退休党支部）»: no part of a name. */
const REMARK = pattern`(?<!\s)\s*[（(]${listed('属 隶属 即 原 简称 以下')}[^（）()]{0,30}[)）]$`

/** Without what else stands in its cell: a name before it, an address behind it. */
function phoneIn(text: string | null): string | null {
  const told = text?.split(/(?<=[；;，,])/).filter(piece => emailIn(piece) === null) ?? []
  return text === null || told.length === 0
    ? text
    : told
        .join('')
        .replace(NAME_IN_FRONT, '')
        .replace(/[；;，,\s]+$/, '')
}
/** «张建华 0411-84700001». */
const NAME_IN_FRONT = /^\p{Script=Han}{2,4}[\s:：]*(?=[\d(+])/u

/** A section's text as written, without lines that are prompts alone; '' where its place is blank, null where it was not found. */
function sectionText(field: FieldId, { sections }: Found, { prompts }: Assigning): string | null {
  const blocks = blocksOf(field, sections)
  if (blocks === null) return sections.blank.has(field) ? '' : null
  return textOf(blocks)
    .split('\n')
    .filter(line => line.trim() !== '' && prompts.without(line) !== '')
    .join('\n')
}

const blocksOf = (field: FieldId, { owned }: Found['sections']): readonly Block[] | null =>
  owned.get(field)?.parts.flatMap(({ blocks }) => blocks) ?? null

/** «支部荣誉», «书记荣誉» beside one another tell whose they are; a label alone may be over everybody's. */
function honoursOf(
  { sections }: Found,
  { deadline }: FormCall,
  people: { secretary: string | null; branch: string | null },
): Honour[] {
  const context = { ...people, today: dayIn(deadline, 'Asia/Shanghai').slice(0, 'YYYY-MM'.length) }
  const parts = sections.owned.get('honours')?.parts ?? []
  const kinds = new Set(parts.map(({ label }) => whoseRow(label)))
  if (kinds.size > 1) return parts.flatMap(({ blocks, label }) => readHonours(blocks, context, whoseRow(label)))
  return readHonours(
    parts.flatMap(({ blocks }) => blocks),
    context,
  )
}

/** A heading may tell a time for all of them: «创建举措（2024年5月至2026年5月）». */
function measuresOf({ sections }: Found, { prompts, labels }: Assigning, { cycle, announced }: FormCall): Measure[] {
  const limits = { cycle, announced }
  return readMeasures(blocksOf('measures', sections) ?? [], {
    ...limits,
    isBlank: text => prompts.isBlank(text),
    isLabel: text => labels.role(text) === 'label',
    isTold: (sections.owned.get('measures')?.parts ?? []).some(({ label }) => tellsLimit(label, limits)),
  })
}
