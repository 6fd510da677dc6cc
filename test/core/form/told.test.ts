import { expect, test } from 'vitest'
import type { Block } from '../../../src/core/document/document.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { readForm } from '../../../src/core/form/read-form.ts'
import { paragraph, paragraphs, table } from '../../support/blocks.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const TITLE = paragraph('党建工作样板支部申报书')
const REST = [
  paragraph('二、创建举措'),
  paragraph('1. 先锋讲堂：每年开讲六次，2025年6月前完成。'),
  paragraph('2. 联学共建：与企业党支部结对，2025年12月前完成。'),
]

function formOf(blocks: readonly Block[], title: readonly Block[] = [TITLE]): Form {
  const reading = readForm({ blocks: [...title, ...blocks, ...REST] }, shippedCall)
  if (reading.kind !== 'filled') throw new Error(reading.kind)
  return reading.form
}

/** Name, count, secretary, telephone. */
const basics = ({ branchName, memberCount, secretary, phone }: Form) => [branchName, memberCount, secretary.name, phone]

test.each([
  [
    '根据通知要求，教工第四党支部申报党建工作样板支部。支部现有党员22名，支部书记隋丽萍，联系电话13840899004。',
    ['教工第四党支部', 22, '隋丽萍', '13840899004'],
  ],
  [
    '我支部全称为 实验中心教工党支部 ，现有18名党员，支部书记 张建华 ，职称 高级实验师 ，手机号码 15304266917 ；材料联系人 李明 ，手机号码 13190113846 。',
    ['实验中心教工党支部', 18, '张建华', '15304266917'],
  ],
  [
    '机电创新本科生党支部，隶属机械工程学院党委。支部共有党员34人，其中正式党员26人。支部书记季云（电话：17741105532），组织委员车晚晴（电话：13050544119）。',
    ['机电创新本科生党支部', 34, '季云', '17741105532'],
  ],
  [
    '教工第一党支部现有阵地两处，书记带头讲党课，联系电话请见封面，累计发展党员29人。',
    ['教工第一党支部', null, null, null],
  ],
  [
    '支部名称：教工第一党支部；书记：滕老根；党员：44人；电话：0411-84671234。',
    ['教工第一党支部', 44, '滕老根', '0411-84671234'],
  ],
])('what a sentence tells is read, and nothing else: %s', (sentence, told) => {
  expect(basics(formOf([paragraph('一、支部概况'), paragraph(sentence)]))).toEqual(told)
})

test('what a sentence tells is doubtful', () => {
  const { confidence } = formOf([paragraph('一、支部概况'), paragraph('支部现有党员22名，支部书记李明。')])
  expect(confidence.memberCount).toBe('doubtful')
})

test('a place of its own that is blank stays blank, whatever an account of the work says', () => {
  const values = table([
    ['党支部名称', '教工第一党支部', '党员人数', ''],
    ['党支部书记姓名', '张建华', '联系电话', '0411-84700001'],
  ])
  const basis = '支部现有党员22名，坚持每月学习，严格落实三会一课，累计开展主题党日三十次。'
  expect(formOf([values, paragraph('一、工作基础'), paragraph(basis)]).presence.memberCount).toBe('empty')
})

test('a label with its answer in brackets', () => {
  const lines = paragraphs(
    '一、基本情况\n党支部（规范全称）（机关党支部）\n支部书记（卫听澜，学院党委办公室主任）\n联系方式（电话 0411-84706001，手机 18900983341）\n党员数（21）',
  )
  const form = formOf(lines)
  expect(basics(form)).toEqual(['机关党支部', 21, '卫听澜', '0411-84706001，手机 18900983341'])
  expect(form.secretary.post).toBe('学院党委办公室主任')
})

test('a prompt in brackets behind a label is no answer', () => {
  const lines = paragraphs('一、基本情况\n党支部名称（全称）\n联系电话（手机）\n党员人数（人）')
  expect(basics(formOf(lines))).toEqual([null, null, null, null])
})

test('post and title behind the secretary’s name', () => {
  const form = formOf([paragraph('书记：王明，副教授，系副主任，2021年5月任现职')])
  expect(form.secretary).toEqual({ name: '王明', post: '系副主任', title: '副教授' })
})

test('in a list of officers the word that tells whose row it is is no post', () => {
  const rows = table([
    ['职务', '姓名', '手机号码'],
    ['书记', '耿浩', '13130000281'],
    ['组织委员', '班若男', '13130000282'],
  ])
  const { secretary, phone } = formOf([rows])
  expect([secretary.name, secretary.post, phone]).toEqual(['耿浩', null, '13130000281'])
})

test.each([
  ['E-mail地址', 'email', 'jx_party30@dlut.edu.cn'],
  ['拟推荐支部', 'branchName', '教工第一党支部'],
  ['手机/座机', 'phone', '0411-84757080'],
])('«%s» is understood', (label, field, value) => {
  expect(
    formOf([
      table([
        [label, value],
        ['党员人数', '32'],
        ['所在学院党委', '机械工程学院党委'],
      ]),
    ]).values[field],
  ).toBe(value)
})

test('two dates under one another make no list of labels beside answers', () => {
  const rows = table([
    ['高级职称人数', '9人'],
    ['书记任职年月', '2019.9'],
    ['换届时间', '2023年4月'],
    ['党员总人数', '11'],
    ['书记（现任）', '钱思远'],
  ])
  expect(basics(formOf([rows]))).toEqual([null, 11, '钱思远', null])
})

test('the second line of a title («申请材料») hides nothing of what follows', () => {
  const title = [
    { ...paragraph('党支部样板创建'), look: { bold: true, centred: true, size: 22 } },
    { ...paragraph('申 请 材 料'), look: { bold: true, centred: true, size: 22 } },
  ]
  expect(basics(formOf(paragraphs('党支部名称：教工第一党支部\n党员人数：32'), title))).toEqual([
    '教工第一党支部',
    32,
    null,
    null,
  ])
})

test('words that nobody knows say in brackets what they are; 甲、乙、丙 number', () => {
  const idea = '坚持立德树人，把支部建在团队上，把党旗插在一线上，用两年时间建成学校的样板。'
  expect(formOf([paragraph('甲、我们怎么想（创建思路）'), paragraph(idea)]).idea).toBe(idea)
})
