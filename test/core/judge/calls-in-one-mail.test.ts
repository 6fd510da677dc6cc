import { expect, test } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import { fileOf, formOf, judged, packed, paperOf, sheetOf, told } from '../../support/judged-mail.ts'
import { callsOf, MEMBERS, PARTY_DAY, PROJECTS } from '../../support/notices.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const BRANCH = '机械制造系教工党支部'
const WHO = '康复外骨骼（李想）'
const dates = { announced: '2024-05-13', deadline: new Date('2024-05-24T12:00:00+08:00') }
const calls: readonly Call[] = callsOf(PARTY_DAY, PROJECTS).map(call => ({ ...call, ...dates }))

const day = formOf(
  '“最佳党日”活动申请表',
  {
    党支部名称: BRANCH,
    活动主题: '车间里的党课',
    活动时间: '2024年4月20日',
    党支部书记: '雷岩',
    联系电话: '13800002222',
  },
  { texts: { 活动内容: '到企业车间开展现场教学，党员骨干讲授技术攻关故事，并签订结对共建协议。' } },
)
const project = formOf(
  '项目立项任务书',
  { 项目名称: '康复外骨骼', 负责人: '李想', 联系电话: '13800000000', 项目组成员人数: '4', '申请经费（元）': '8000' },
  { texts: { 摘要: '研制一种康复训练外骨骼样机，完成控制系统与机构设计，开展试验。' } },
)
const summary = paperOf('活动总结')
const list = sheetOf('一览表.xlsx', [
  ['项目名称', '负责人'],
  ['康复外骨骼', '李想'],
])
const intro = paperOf('项目介绍材料')

const sent = (...documents: Parameters<typeof packed>[1][number][]) =>
  told(judged(calls, { subject: '创业训练', documents })).toSorted()
const ACCEPTED = [`${BRANCH}: accepted`, `${WHO}: accepted`].toSorted()

test('of two calls in one mail each gets what it asks for', () => {
  expect(sent(project, list, intro, ...packed(`${BRANCH}.zip`, [day, summary]))).toEqual(ACCEPTED)
})

test('and the archive of its form, whatever stands in it', () => {
  const [first, second] = judged(calls, {
    subject: '创业训练',
    documents: [project, list, intro, ...packed(`${BRANCH}.zip`, [day, summary, fileOf('说明.odt', 'odt')])],
  })
  const names = (of: typeof first | undefined) => (of?.brought ?? []).map(index => of?.documents[index]?.name)
  expect(names(first)).toEqual(['项目立项任务书.docx', '一览表.xlsx', '项目介绍材料.docx'])
  expect(names(second)).toEqual([`${BRANCH}.zip`, '“最佳党日”活动申请表.docx', '活动总结.docx', '说明.odt'])
})

test('and all in one archive is told apart by what it is known as', () => {
  expect(sent(...packed(`${BRANCH}.zip`, [project, list, intro, day, summary]))).toEqual(ACCEPTED)
})

test('a form whose title names no matter is nobody’s by it, though another call’s form is called just so', () => {
  const [party, projects] = calls
  if (party === undefined || projects === undefined) throw new Error('two calls are needed')
  const both = [party, { ...projects, form: { ...projects.form, title: '申请表' } }]
  const untitled = formOf(
    '申请表',
    {
      党支部名称: BRANCH,
      活动主题: '车间里的党课',
      活动时间: '2024年4月20日',
      党支部书记: '雷岩',
      联系电话: '13800002222',
      参加人数: '28',
    },
    { texts: { 活动内容: '到企业车间开展现场教学，党员骨干讲授技术攻关故事，并签订结对共建协议。' } },
  )
  const mail = { subject: '最佳党日材料', documents: packed(`${BRANCH}.zip`, [untitled, summary]) }
  expect(told(judged(both, mail))).toEqual(told(judged([party], mail)))
  expect(told(judged([party], mail))).toEqual([`${BRANCH}: accepted`])
})

test('last year’s form under one call’s own title is no other call’s, whatever labels it shares with that one', () => {
  const [members] = callsOf(MEMBERS).map(call => ({ ...call, ...dates }))
  const form = formOf(
    '党建工作样板支部申报书（2022年度）',
    { 姓名: '李想', 性别: '男', 年龄: '35', 所在党支部: BRANCH, 联系电话: '13800000000' },
    { texts: { 主要事迹: '带头开展技术攻关，组织党员突击队，完成企业课题三项，受到师生好评。' } },
  )
  const both = members === undefined ? [] : [shippedCall, members]
  const calls = (subject: string) => judged(both, { subject, documents: [form] }).map(({ call }) => call)
  expect(calls(`党建工作样板支部申报书-机械工程学院${BRANCH}`)).toEqual([shippedCall.id])
  expect(calls('申报书')).toEqual([shippedCall.id])
})
