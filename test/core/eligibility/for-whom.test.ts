import { expect, test } from 'vitest'
import { formOf, judged, told } from '../../support/judged-mail.ts'
import { callsOf } from '../../support/notices.ts'

const calls = callsOf({
  id: 'young',
  files: {
    'calls/young.yaml': `id: young
title: 青年人才
unit: 人事处
announced: 2024-09-01
deadline: 2024-09-20T12:00:00+08:00
form: young
applicant: { key: name }
checks:
  - { id: male, type: age, title: 男性不超过40周岁, field: birth, most: 40, when: { sex: 男性 } }
  - { id: cadre, type: age, title: 学生干部不超过30周岁, field: birth, most: 30, when: { role: 学生干部 } }
`,
    'forms/young.yaml': `title: 青年人才申报表
fields:
  name: { label: 姓名, type: person, required: true }
  sex: { label: 性别, type: choice }
  birth: { label: 出生日期, type: date }
  role: { label: 身份, type: text }
`,
  },
})

test.each([
  ['男', '刘建: returned eligibility.male'],
  ['男性', '刘建: returned eligibility.male'],
  ['女', '刘建: accepted'],
])('a condition for 男性 is held against who wrote %s', (sex, expected) => {
  const form = formOf('青年人才申报表', { 姓名: '刘建', 性别: sex, 出生日期: '1970年3月2日' }, {})
  expect(told(judged(calls, { subject: '青年人才申报表', documents: [form] }))).toEqual([expected])
})

test.each([
  ['学生', '刘建: accepted'],
  ['学生干部', '刘建: returned eligibility.cadre'],
])('a condition for 学生干部 fails nobody who may be none: %s', (role, expected) => {
  const form = formOf('青年人才申报表', { 姓名: '刘建', 性别: '女', 出生日期: '1970年3月2日', 身份: role }, {})
  expect(told(judged(calls, { subject: '青年人才申报表', documents: [form] }))).toEqual([expected])
})
