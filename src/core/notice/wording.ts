import { BRANCH } from '../call/applicants.ts'
import type { Draft } from './draft.ts'
import { type FileLine, value } from './file-line.ts'

const NOUNS: Readonly<Record<string, { applicant: string; you: string; fullName: string }>> = {
  [BRANCH]: { applicant: '支部', you: '你支部', fullName: '本支部全称' },
  college: { applicant: '学院', you: '你单位', fullName: '本学院全称' },
  class: { applicant: '班级', you: '你班', fullName: '本班全称' },
  project: { applicant: '项目', you: '你项目', fullName: '项目全称' },
}
const PERSON = { applicant: '申报人', you: '您', fullName: '本人姓名' }
const BODY = /(?:党委|党总支|党工委|团委|工会|委员会)$/
const PAPER = /(?:申报书|申请书|任务书|推荐书|审批表|申报表|申请表|推荐表|登记表|报名表|备案表|自荐表)$/

/** The nouns of letters, as the notice has them. */
export function wordingLines({ head, applicants, form, deliverables }: Draft): FileLine[] {
  const signed = head.unit?.said.replace(/\s/g, '') ?? ''
  const body = BODY.exec(signed.replace(/关于.*/, ''))?.[0] ?? ''
  const unit = head.unit?.value ?? ''
  const nouns = NOUNS[applicants?.value.key ?? ''] ?? PERSON
  const title = form?.title ?? deliverables.find(({ value }) => value.reads === 'form')?.value.title ?? ''
  const committee = body === '' ? unit : `${/(?:学院|学部)$/.exec(unit)?.[0] ?? unit}${body}`
  return [
    value('applicant', nouns.applicant),
    value('you', nouns.you),
    value('fullName', nouns.fullName),
    ...(title === '' ? [] : [value('form', PAPER.exec(title)?.[0] ?? '申报表')]),
    ...(committee === '' ? [] : [value('committee', committee), value('roster', `${committee}${nouns.applicant}名册`)]),
    value('signature', `{university}{unit}${body}`),
  ]
}
