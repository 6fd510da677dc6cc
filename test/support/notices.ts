import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig } from '../../src/config/load.ts'
import type { Call } from '../../src/core/call/call.ts'
import { SHIPPED_CONFIG } from './shipped-call.ts'

/** A call of another kind as an operator writes it: its files, by their paths in the configuration's folder. */
export type Notice = { readonly id: string; readonly files: Readonly<Record<string, string>> }

const ROSTER = `支部名称,类型,别名,联系邮箱,排除原因
机械设计系教工党支部,教师,,sheji@dlut.edu.cn,
机械制造系教工党支部,教师,,,
化工机械系教工党支部,教师,,,
`

const NOUNS = `applicant: 支部
you: 你支部
fullName: 本支部全称
committee: 学院党委
roster: 学院党委支部名册
signature: '{university}{unit}党委'
`

/** One packed file for each branch; a summary is asked for, photos and slides may come. */
export const PARTY_DAY: Notice = {
  id: '2024-party-day',
  files: {
    'calls/2024-party-day.yaml': `id: 2024-party-day
title: 2024年“最佳党日”活动评选
short: 最佳党日
unit: 机械工程学院
university: 大连理工大学
announced: 2024-12-10
deadline: 2024-12-27T23:59:59+08:00
form: party-day
wording: branches
applicant: { roster: branches.csv }
naming: { archive: '{branch}' }
deliverables:
  - { id: form }
  - { id: summary, title: 活动总结, formats: [docx, doc, wps, pdf] }
  - { id: photos, title: 活动照片, formats: [image], required: false, many: true }
  - { id: slides, title: 汇报用PPT, formats: [pptx], required: false, many: true }
checks:
  - { id: complete, title: 申请表填写完整 }
  - { id: when, type: dateWithin, title: 活动在2024年开展, field: date, from: 2024-01, to: 2024-12 }
`,
    'calls/branches.csv': ROSTER,
    'wording/branches.yaml': NOUNS,
    'forms/party-day.yaml': `title: “最佳党日”活动申请表
fields:
  branch: { label: 党支部名称, type: text, required: true }
  theme: { label: 活动主题, type: text, required: true }
  date: { label: 活动时间, type: date, required: true }
  secretary: { label: 党支部书记, type: person, required: true }
  phone: { label: 联系电话, type: phone, required: true }
  people: { label: 参加人数, type: number }
sections:
  content: { label: 活动内容, required: true }
`,
  },
}

/** Several people of one branch, each an application, and a list whose rows are compared with the forms. */
export const MEMBERS: Notice = {
  id: '2024-members',
  files: {
    'calls/2024-members.yaml': `id: 2024-members
title: 2024年“七一”优秀共产党员推荐
short: 七一评优
unit: 机械工程学院
university: 大连理工大学
announced: 2024-06-03
deadline: 2024-06-20T12:00:00+08:00
form: members
wording: branches
applicant: { roster: branches.csv, several: { by: name, most: 2 } }
deliverables:
  - { id: form }
  - { id: list, title: 推荐汇总表, reads: rows, name: '*汇总表*' }
  - { id: scan, title: 盖章扫描件, formats: [pdf, image], required: false, many: true, titles: [盖章, 扫描件] }
checks:
  - { id: complete, title: 审批表填写完整 }
`,
    'calls/branches.csv': ROSTER,
    'wording/branches.yaml': NOUNS,
    'forms/members.yaml': `title: 优秀共产党员推荐审批表
fields:
  name: { label: 姓名, type: person, required: true }
  sex: { label: 性别, type: choice }
  age: { label: 年龄, type: number }
  branch: { label: 所在党支部, type: text, required: true }
  phone: { label: 联系电话, type: phone, required: true }
sections:
  deeds: { label: 主要事迹, required: true }
`,
  },
}

/** Teams without a roster, with limits; the project is the applicant. */
export const PROJECTS: Notice = {
  id: '2024-projects',
  files: {
    'calls/2024-projects.yaml': `id: 2024-projects
title: 2024年创业训练项目申报
short: 创业训练
unit: 机械工程学院
announced: 2024-03-01
deadline: 2024-03-23T12:00:00+08:00
form: project
wording: projects
applicant: { key: project, shown: '{project}（{leader}）' }
naming: { subject: { has: 创业训练 } }
deliverables:
  - { id: form }
  - { id: list, title: 推荐项目一览表, reads: rows, name: '*一览表*' }
  - { id: intro, title: 项目介绍材料, formats: [docx, doc, pdf, pptx], titles: [项目介绍, 介绍材料] }
checks:
  - { id: complete, title: 任务书填写完整 }
  - { id: team, type: number, title: 团队不超过5人, field: members, most: 5 }
  - { id: funds, type: number, title: 申请经费不超过1万元, field: funds, most: 10000 }
  - { id: once, type: ask, title: 每人负责不超过一项 }
`,
    'wording/projects.yaml': `applicant: 项目
you: 你项目组
fullName: 项目名称
form: 任务书
committee: 创新创业学院
`,
    'forms/project.yaml': `title: 项目立项任务书
fields:
  project: { label: 项目名称, type: text, required: true }
  leader: { label: 负责人, type: person, required: true }
  phone: { label: 联系电话, type: phone, required: true }
  members: { label: 项目组成员人数, type: number, required: true }
  funds: { label: 申请经费（元）, type: money, required: true }
sections:
  abstract: { label: 摘要, required: true }
`,
  },
}

/** A notice written into a folder beside the shipped service.yaml; `live`: what an operator sets to send. */
export function writeNotices(folder: string, notices: readonly Notice[]): void {
  for (const part of ['calls', 'forms', 'wording']) mkdirSync(join(folder, part), { recursive: true })
  for (const { files } of notices)
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
}

/** The calls of some notices, read as the service reads them. */
export function callsOf(...notices: readonly Notice[]): readonly Call[] {
  const folder = mkdtempSync(join(tmpdir(), 'notices-'))
  try {
    cpSync(join(SHIPPED_CONFIG, 'service.yaml'), join(folder, 'service.yaml'))
    writeNotices(folder, notices)
    return loadConfig(folder, {}).calls
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** How many lines the call itself takes. */
export const linesOf = ({ id, files }: Notice): number => (files[`calls/${id}.yaml`] ?? '').trimEnd().split('\n').length

/** A list of people for each branch, and no form at all. */
export const TRAINING: Notice = {
  id: '2024-training',
  files: {
    'calls/2024-training.yaml': `id: 2024-training
title: 2024年秋季学期入党积极分子培训班
unit: 机械工程学院
announced: 2024-09-02
deadline: 2024-09-20T12:00:00+08:00
form: null
wording: branches
applicant: { roster: branches.csv }
naming: { file: '{branch}+培训班报名表' }
deliverables: [{ id: list, title: 报名表, formats: [xlsx, docx], name: '*报名表*' }]
`,
    'calls/branches.csv': ROSTER,
    'wording/branches.yaml': NOUNS,
  },
}

/** One or two cases of each college, under names that say which, and no form. */
export const CLASS_CASES: Notice = {
  id: '2026-class-cases',
  files: {
    'calls/2026-class-cases.yaml': `id: 2026-class-cases
title: 2026年优秀主题班会案例征集
unit: 学生工作部
announced: 2024-11-23
deadline: 2024-12-12T12:00:00+08:00
applicant: { roster: colleges.csv, key: college, several: { by: 案例标题, most: 2 } }
naming: { subject: '{college}+{class}+{案例标题}', file: '{college}+{class}+{案例标题}' }
deliverables:
  - { id: case, title: 主题班会案例, formats: [docx, doc, pdf] }
  - { id: photos, title: 照片, formats: [image], required: false, many: true }
`,
    'calls/colleges.csv': '2026年各学院联系人,,\n序号,学院,联系人\n1,外国语学院,沈默\n2,材料学院,卢宁\n',
  },
}

/** What people write, under names made of who they are and of its title, with no form and no list. */
export const ESSAYS: Notice = {
  id: '2026-essays',
  files: {
    'calls/2026-essays.yaml': `id: 2026-essays
title: 2026年“我的青春”主题征文
unit: 学生工作部
announced: 2024-11-23
deadline: 2024-12-12T12:00:00+08:00
applicant: { key: name }
naming: { subject: '{name}+{学院}+{作品题目}', file: '{name}+{学院}+{作品题目}' }
deliverables:
  - { id: essay, title: 征文, formats: [docx, doc, pdf] }
`,
  },
}

/** Students, told by their number, under names of tokens alone; the call's own name stands in no rule. */
export const STUDENTS: Notice = {
  id: '2024-students',
  files: {
    'calls/2024-students.yaml': `id: 2024-students
title: 关于开展“最美大学生”推选的通知
unit: 学生工作部
announced: 2024-11-23
deadline: 2024-12-12T12:00:00+08:00
applicant: { key: studentNo, shown: '{name}（{studentNo}）' }
naming: { subject: '{学院}-{name}-{studentNo}', file: '{name}-{studentNo}' }
deliverables: [{ id: paper, title: 推荐表, formats: [docx, pdf] }]
`,
  },
}

/** Pictures, some of each person. */
export const PHOTOS: Notice = {
  id: '2024-photos',
  files: {
    'calls/2024-photos.yaml': `id: 2024-photos
title: 2024年“校园四季”摄影作品征集
unit: 宣传部
announced: 2024-11-20
deadline: 2024-12-12T12:00:00+08:00
applicant: { key: name }
naming: { subject: '摄影征集-{name}-{学院}', file: '{name}-{作品名}' }
deliverables: [{ id: works, title: 摄影作品, formats: [image], many: 5 }]
`,
  },
}

/** One archive for each person: the form, so many articles under whatever names, and certificates for who has some. */
export const ARTICLES: Notice = {
  id: '2025-young-talent',
  files: {
    'calls/2025-young-talent.yaml': `id: 2025-young-talent
title: 2025年青年英才支持计划申报
short: 青年英才
unit: 科研院
announced: 2025-09-01
deadline: 2025-09-12T17:30:00+08:00
form: talent
wording: talent
applicant: { key: name, shown: '{name}（{college}）' }
naming: { archive: '{college}-{name}-青年英才' }
deliverables:
  - { id: form }
  - { id: papers, title: 代表性论文全文, formats: [pdf], many: 5 }
  - { id: proofs, title: 获奖证明材料, formats: [pdf, image], required: false, many: true }
checks:
  - { id: complete, title: 申请书填写完整 }
`,
    'wording/talent.yaml': `applicant: 申报人
you: 您
fullName: 申报人姓名
form: 申请书
committee: 科研院
signature: '{university}{unit}'
`,
    'forms/talent.yaml': `title: 青年英才支持计划申请书
fields:
  name: { label: 申请人, type: person, required: true }
  college: { label: 所在学院, required: true }
  phone: { label: 手机号码, type: phone, required: true }
sections:
  research: { label: 研究内容, required: true }
`,
  },
}
