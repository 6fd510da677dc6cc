import type { Notice } from './notices.ts'
import { plainForm } from './plain-docx.ts'

/** A call of persons, without a roster: nobody in it is a branch, and nothing of it a Party matter. */
export const SCHOLARSHIP: Notice = {
  id: '2024-qiming',
  files: {
    'calls/2024-qiming.yaml': `id: 2024-qiming
title: 2024年启明奖学金评选
short: 启明奖学金
unit: 化学学院
university: 江海理工大学
announced: 2024-05-14
deadline: 2024-05-20T10:00:00+08:00
form: qiming
wording: qiming
applicant: { key: studentNo, shown: '{name}（{studentNo}）' }
naming: { subject: '启明奖学金-{name}-{studentNo}', file: '启明奖学金-{name}-{studentNo}' }
deliverables:
  - { id: form }
  - { id: proof, title: 获奖证书, formats: [image, pdf], required: false, many: true }
checks:
  - { id: complete, title: 申请表填写完整 }
  - { id: rank, type: number, title: 成绩排名不低于前30名, field: rank, most: 30 }
  - { id: conduct, type: ask, title: 品行端正 }
`,
    'wording/qiming.yaml': `applicant: 学生
you: 你
fullName: 本人姓名
form: 申请表
committee: 学生工作办公室
signature: '{university}{unit}学生工作办公室'
`,
    'forms/qiming.yaml': `title: 启明奖学金申请表
fields:
  name: { label: 姓名, type: person, required: true }
  studentNo: { label: 学号, type: digits, required: true }
  major: { label: 专业, type: text, required: true }
  phone: { label: 联系电话, type: phone, required: true }
  rank: { label: 成绩排名, type: number, required: true }
sections:
  deeds: { label: 主要事迹, required: true }
`,
  },
}

/** Beside or in place of the shipped call, as startService takes them: the call's file, and what it names. */
export function filesOf({ id, files }: Notice) {
  const call = files[`calls/${id}.yaml`] ?? ''
  const others = Object.entries(files).filter(([path]) => path !== `calls/${id}.yaml`)
  return { call, beside: Object.fromEntries(others.map(([path, content]) => [`../${path}`, content])) }
}

export type Student = { readonly name: string; readonly no: string; readonly rank?: string; readonly phone?: string }

export const nameFor = ({ name, no }: Student): string => `启明奖学金-${name}-${no}`

/** The form of one of them. */
export const applicationOf = (student: Student) => {
  const { name, no, rank = '3', phone = '13800000000' } = student
  const answers = { 姓名: name, 学号: no, 专业: '应用化学', 联系电话: phone, 成绩排名: rank }
  const deeds = `${name}学习刻苦，成绩优良，积极参加科研训练和志愿服务，获校级竞赛一等奖，受到师生好评。`
  return { name: `${nameFor(student)}.docx`, bytes: plainForm('启明奖学金申请表', answers, { 主要事迹: deeds }) }
}
