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

test.each([
  ['教工第一党支部', '机械工程学院教工第一党支部', 'sure'],
  ['教工第1党支部', '大连理工大学（机械工程学院） 教工第一党支部', 'sure'],
  ['航天教工第九党支部', '机械工程学院航天教工第九党支部', 'sure'],
  ['教工第一党支部', '机械工程学院教工第二党支部', 'doubtful'],
])('one branch written in two ways is one value, two branches are a doubt: %s, %s', (one, other, confidence) => {
  const rows = [one, other].map(name => table([['党支部名称', name, '党支部书记姓名', '张建华']]))
  expect(formOf(rows).confidence.branchName).toBe(confidence)
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

const dues = ({ measures }: Form) => measures.map(({ due, text }) => [due, text.split('\n')[0]])

function listsOf(heading: string, ...blocks: readonly Block[]): Form {
  const values = table([
    ['党支部名称', '教工第一党支部', '党员人数', '32'],
    ['党支部书记姓名', '张建华', '联系电话', '0411-84700001'],
  ])
  const reading = readForm({ blocks: [TITLE, values, paragraph(heading), ...blocks] }, shippedCall)
  if (reading.kind !== 'filled') throw new Error(reading.kind)
  return reading.form
}

test('a line that is a limit alone belongs to the measure over it, with or without numbers', () => {
  const lines = '先锋讲堂：每年开讲六次\n完成时限 2024年“十一”前\n联学共建：与企业党支部结对\n▷ 2025年12月'
  expect(dues(listsOf('六、创建举措', ...paragraphs(lines)))).toEqual([
    ['2024-09', '先锋讲堂：每年开讲六次'],
    ['2025-12', '联学共建：与企业党支部结对'],
  ])
})

test('of columns that nobody labels as limits the last date is the end, and how often is none', () => {
  const rows = table([
    ['工作', '频次', '开始', '结束'],
    ['先锋讲堂，每期一题', '每学期2次', '2024.6', '2025.7'],
    ['联学共建，与企业结对', '每季度1次', '2024.7', '2026.3'],
  ])
  expect(listsOf('六、创建举措', rows).measures.map(({ due }) => due)).toEqual(['2025-07', '2026-03'])
})

const honours = ({ honours: all }: Form) =>
  all.map(({ date, name, recipientKind }) => `${date} ${name} ${recipientKind}`)

test.each([
  [
    'years over the columns, whose before the rows',
    [
      ['', '2022年', '2023年'],
      ['支部荣誉', '校级先进党支部（6月，校党委）', '——'],
      ['党员荣誉', '——', '校级优秀共产党员 束小楠（6月，校党委）'],
      ['述职考核', '好', '较好'],
    ],
    ['2022-06 先进党支部 branch', '2023-06 优秀共产党员 member'],
  ],
  [
    'years before the rows, whose over the columns',
    [
      ['年度', '支部所获荣誉', '党员所获荣誉'],
      ['2022', '6月，校党委“先进党支部”', '—'],
      ['2023', '—', '9月，校级“优秀教师”（栾一舟）'],
    ],
    ['2022-06 先进党支部 branch', '2023-09 优秀教师 member'],
  ],
  [
    'an honour a column',
    [
      ['获得时间', '2022年6月', '2023年5月'],
      ['荣誉名称', '先进学生党支部', '优秀学生共产党员'],
      ['获得者', '本支部', '白鹭洲'],
      ['授予单位', '大连理工大学党委', '大连理工大学党委'],
    ],
    ['2022-06 先进学生党支部 branch', '2023-05 优秀学生共产党员 member'],
  ],
  [
    'several in a cell, their dates with them',
    [
      ['对象', '内容'],
      ['党支部', '2022年6月，校党委授予“先进党支部”；2021年度、2022年度述职评议考核分别为好、较好'],
      ['李明', '2023.6 校级优秀共产党员；2022.6 院级优秀教师'],
    ],
    ['2022-06 先进党支部 branch', '2023-06 优秀共产党员 member', '2022-06 优秀教师 member'],
  ],
  [
    'the person behind a dash',
    [
      ['时间', '荣誉名称', '级别'],
      ['2022/6/29', '优秀党务工作者-屠云岫', '校级'],
    ],
    ['2022-06-29 优秀党务工作者 member'],
  ],
  [
    'the branch itself behind its own honour',
    [
      ['时间', '荣誉名称', '授予单位'],
      ['2023/6/29', '过硬党支部（教工一）', '大连理工大学党委'],
      ['2022/6/29', '先进党支部-本科', '大连理工大学党委'],
    ],
    ['2023-06-29 过硬党支部（教工一） branch', '2022-06-29 先进党支部-本科 branch'],
  ],
])('honours in a table with %s', (_, rows, read) => {
  expect(honours(listsOf('二、近三年荣誉', table(rows)))).toEqual(read)
})

test('honours in lines of persons and under brackets', () => {
  const lines =
    '燕归来：2023年6月 校级优秀共产党员（校党委）\n【党员】教学名师，苌弘，辽宁省教育厅，2021年9月；优秀教师，闾丘明，校党委，2022年6月。'
  expect(honours(listsOf('二、近三年荣誉', ...paragraphs(lines)))).toEqual([
    '2023-06 优秀共产党员 member',
    '2021-09 教学名师 member',
    '2022-06 优秀教师 member',
  ])
})

test('honours and grades under a heading that names both', () => {
  const text = '2023年6月，支部获校党委“先进党支部”称号；\n书记抓党建述职评议：2022年“好”，2023年“好”。'
  const form = listsOf('二、荣誉与考核', ...paragraphs(text))
  expect(honours(form)).toEqual(['2023-06 先进党支部 branch'])
  expect(form.reviewGrades.map(({ year, grade }) => `${year} ${grade}`)).toEqual(['2022 好', '2023 好'])
})

test('labels over their answers, each in one cell', () => {
  const cards = table([
    ['支部全称\n海洋装备师生联合党支部', '支部类型\n师生联合党支部'],
    ['党支部书记\n南宫砚', '联系电话\n0411-84706127'],
  ])
  expect(basics(formOf([cards]))).toEqual(['海洋装备师生联合党支部', null, '南宫砚', '0411-84706127'])
})

test('an answer that lost its label keeps the blank label from being empty', () => {
  const values = table([
    ['党支部名称', '教工第一党支部', '党员人数', '32'],
    ['党支部书记姓名', '张建华', '联系电话', ''],
    ['', '138 4268 5571', '', ''],
  ])
  expect(formOf([values]).presence.phone).not.toBe('empty')
})

test('ornaments head: «◎工作基础»', () => {
  const basis = '支部坚持每月学习，严格落实三会一课，累计开展主题党日三十次，已带动群众入党五人。'
  const idea = '坚持立德树人，把支部建在团队上，把党旗插在一线上，用两年时间建成学校的样板。'
  const form = formOf(paragraphs(`◎工作基础\n${basis}\n◎创建思路\n${idea}`))
  expect([form.basis, form.idea]).toEqual([basis, idea])
})

test('a list of blank rows under labels in two languages is empty', () => {
  const rows = table([
    ['时间 Date', '荣誉名称 Title of honour', '授予单位 Granted by'],
    ['', '', ''],
    ['', '', ''],
  ])
  expect(listsOf('二、近三年荣誉 Honours', rows).presence.honours).toBe('empty')
})

test('«支部书记姓名» is the form’s own label', () => {
  const values = table([
    ['支部名称', '教工第一党支部', '党员人数', '32'],
    ['支部书记姓名', '', '联系电话', '0411-84700001'],
  ])
  expect(formOf([values]).presence['secretary.name']).toBe('empty')
})

test('the close of a letter is nobody’s answer', () => {
  const outcomes = '形成案例2项，发表论文3篇，培育典型4个，师生满意度达到95%以上。'
  const form = listsOf(
    '七、预期成效',
    ...paragraphs(`${outcomes}\n以上报告妥否，请审定。\n教工第一党支部\n2024年5月16日`),
  )
  expect(form.outcomes).toBe(outcomes)
  const told = paragraphs('特此报告。\n联系人：李明，电话13840899004')
  expect(listsOf('七、预期成效', ...paragraphs(outcomes), ...told).outcomes).toContain('特此报告')
})

test('rows that show how a list is filled in are none of its entries', () => {
  const rows = table([
    ['序号', '举措', '完成时限'],
    ['示例', '开展主题党日', '2024年7月'],
    ['1', '先锋讲堂，每年开讲六次', '2025年6月'],
  ])
  expect(listsOf('六、创建举措', rows).measures.map(({ due }) => due)).toEqual(['2025-06'])
})

test('what is said of a branch behind its name is no part of it', () => {
  const rows = table([
    ['党支部名称', '离退休第二党支部（属离退休党支部）'],
    ['党员人数', '32'],
    ['联系电话', '84700001'],
  ])
  expect(formOf([rows]).branchName).toBe('离退休第二党支部')
})

test('labels and answers that are lines of their own, as boxes beside one another have them', () => {
  const lines = paragraphs(
    '01基本情况\n支部\n教工第一党支部\n党员（人）\n41\n支部书记\n张建华\n联系电话\n0411-84671234',
  )
  expect(basics(formOf(lines))).toEqual(['教工第一党支部', 41, '张建华', '0411-84671234'])
})

test('a label in a line of its own, and no answer under it, asks for nothing', () => {
  expect(
    formOf(paragraphs('01基本情况\n支部\n教工第一党支部\n党员人数\n联系电话\n13840899004')).presence.memberCount,
  ).not.toBe('empty')
})

test('one label over two, an answer that says both', () => {
  const values = table([
    ['书记姓名、职称', '微子渊，副教授', '电话及邮箱', '15504110938\nwzy@dlut.edu.cn'],
    ['党支部名称', '教工第一党支部', '党员人数', '18'],
  ])
  const { secretary, phone, email } = formOf([values])
  expect([secretary.name, secretary.title, phone, email]).toEqual([
    '微子渊',
    '副教授',
    '15504110938',
    'wzy@dlut.edu.cn',
  ])
})

test('one label over two, what stands in brackets beside the name among the answer', () => {
  const rows = [
    ['书记姓名与联系方式', '张建华（辅导员，助教），电话13591102233'],
    ['党支部名称', '教工第一党支部'],
  ]
  const { secretary, phone } = formOf([table(rows)])
  expect([secretary.name, secretary.title, phone]).toEqual(['张建华', '助教', '13591102233'])
})

test('what brackets behind a label list is asked for', () => {
  const rows = [
    ['支部书记（姓名、职称、电话）', '钟离牧之，高级工程师，15242600731'],
    ['党支部名称', '教工第一党支部'],
  ]
  const { secretary, phone } = formOf([table(rows)])
  expect([secretary.name, secretary.title, phone]).toEqual(['钟离牧之', '高级工程师', '15242600731'])
})

test('a label and its answer with a tab between them head nothing', () => {
  const lines = '支部书记\t张建华\n职称\t正高级工程师\n联系电话\t0411-84701234 / 13998600217'
  expect(formOf(paragraphs(lines)).secretary).toMatchObject({ name: '张建华', title: '正高级工程师' })
})

test('grades under a label in brackets, each year told apart by a stop', () => {
  const { reviewGrades } = formOf(
    paragraphs('近三年荣誉\n2022年6月支部获校级“先进党支部”称号。\n【述职考核】　22年：好；23年：好'),
  )
  expect(reviewGrades.map(({ year, grade }) => [year, grade])).toEqual([
    [2022, '好'],
    [2023, '好'],
  ])
})

test('a whole account in one cell is parted at the form’s own labels, each in a line of its own', () => {
  const text = [
    ...[
      '（一）工作基础',
      '支部坚持每月学习，严格落实三会一课，累计开展主题党日三十次。',
      '党员带头攻关，先后解决难题十项。',
    ],
    ...[
      '（二）创建思路',
      '围绕精密测量，以一线工作法为主线，打造过硬支部。',
      '（三）预期成效',
      '形成案例2项，满意度95%以上。',
    ],
  ].join('\n')
  const { basis, idea, outcomes } = formOf([
    table([
      ['党支部名称', '教工第一党支部'],
      ['申报材料（按要求填写）', text],
    ]),
  ])
  expect(basis).toMatch(/^支部坚持.*难题十项。$/s)
  expect(idea).toMatch(/^围绕.*支部。$/)
  expect(outcomes).toBe('形成案例2项，满意度95%以上。')
})
