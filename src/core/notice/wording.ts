import { BRANCH } from '../call/applicants.ts'
import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import { MASS_BODIES } from '../words/unit-words.ts'
import type { Draft } from './draft.ts'
import { type FileLine, value } from './file-line.ts'
import { formWord } from './titles-asked.ts'

const NOUNS: Readonly<Record<string, { applicant: string; you: string; fullName: string }>> = {
  [BRANCH]: { applicant: '支部', you: '你支部', fullName: '本支部全称' },
  college: { applicant: '学院', you: '你单位', fullName: '本学院全称' },
  class: { applicant: '班级', you: '你班', fullName: '本班全称' },
  club: { applicant: '社团', you: '你社团', fullName: '本社团全称' },
  team: { applicant: '团队', you: '你团队', fullName: '团队全称' },
  work: { applicant: '作品', you: '您', fullName: '作品全称' },
  lab: { applicant: '实验室', you: '你实验室', fullName: '实验室全称' },
  base: { applicant: '申报单位', you: '你单位', fullName: '本单位全称' },
  course: { applicant: '课程', you: '你课程团队', fullName: '课程全称' },
  book: { applicant: '教材', you: '你编写组', fullName: '教材全称' },
  project: { applicant: '项目', you: '你项目组', fullName: '项目全称' },
}
const PERSON = { applicant: '申报人', you: '您', fullName: '本人姓名' }

/** What a form calls the project that it is about. */
const THINGS: readonly (readonly [RegExp, { applicant: string; you: string; fullName: string }])[] = [
  [/^课题/, { applicant: '课题', you: '你课题组', fullName: '课题全称' }],
  [/成果名称/, { applicant: '成果', you: '你项目组', fullName: '成果全称' }],
]

function thingsNouns(key: string, form: Draft['form']) {
  const label = key === 'project' ? form?.fields.find(({ id }) => id === key)?.label : undefined
  return label === undefined ? undefined : THINGS.find(([words]) => words.test(label))?.[1]
}

/** As the notice calls those whom it writes to: 分工会, 分团委. */
const CALLED = pattern`各(${[...MASS_BODIES, ...listed('团支部 党总支 单位 部门')]})`

/** What an applicant is called. */
export function nounsOf({ applicants, form }: Pick<Draft, 'applicants' | 'form'>) {
  const key = applicants?.value.key ?? ''
  const own = thingsNouns(key, form) ?? NOUNS[key] ?? PERSON
  const called =
    CALLED.exec(applicants?.said ?? '')?.[1] ??
    (applicants?.value.key === 'class' && /团支部/.test(applicants.said) ? '团支部' : undefined)
  const isUnit = own === NOUNS.college || own === NOUNS.class
  // «各学院（部）、各分工会：» are colleges first.
  const isCollege = /^各(?:二级|有关|相关)?学院/.test((applicants?.said ?? '').trim())
  return called === undefined || !isUnit || isCollege
    ? own
    : { applicant: called, you: `你${called}`, fullName: `本${called}全称` }
}

/** The nouns of letters, as the notice has them. */
export function wordingLines({ head, applicants, form, deliverables }: Draft): FileLine[] {
  const unit = head.unit?.value ?? ''
  const { body } = head
  const nouns = nounsOf({ applicants, form })
  const title = form?.title ?? deliverables.find(({ value }) => value.reads === 'form')?.value.title ?? ''
  const committee = body === '' ? unit : `${/(?:学院|学部)$/.exec(unit)?.[0] ?? unit}${body}`
  return [
    value('applicant', nouns.applicant),
    value('you', nouns.you),
    value('fullName', nouns.fullName),
    ...(title === '' ? [] : [value('form', formWord(title) ?? '申报表')]),
    ...(committee === '' ? [] : [value('committee', committee), value('roster', `${committee}${nouns.applicant}名册`)]),
    value('signature', `{university}{unit}${body}`),
  ]
}
