import { describe, expect, test } from 'vitest'
import type { FormTypes } from '../../../src/core/notice/conditions.ts'
import { readConditions } from '../../../src/core/notice/conditions.ts'
import { draftCall } from '../../../src/core/notice/draft.ts'
import { noticeSaying } from './said.ts'

const FORM: FormTypes = new Map([
  ['work', 'text'],
  ['honours', 'honours'],
])

const checks = (...lines: string[]) =>
  readConditions(noticeSaying('二、申报条件', ...lines), {
    ...{ form: FORM, titles: { own: '申报表', others: [] }, hasCycle: false },
  }).map(({ value }) => `${value.type ?? value.id}: ${value.title}`)

test.each(['已获得省级及以上科普奖励的作品不再参评', '近三年获得过省级表彰的不得申报', '未获得过校级及以上奖励'])(
  'an honour that shuts out is no honour that is wanted: %s',
  line => {
    expect(checks(`1.${line}。`)).toContain(`ask: ${line}`)
  },
)

test('how long one speaks at a review is no condition', () => {
  expect(checks('1.作品须为原创。', '三、评审', '答辩拟于10月下旬举行，每人展示不超过8分钟。')).toEqual([
    'ask: 作品须为原创',
    'form.complete: 申报表填写完整',
  ])
})

test('how many each unit sends is no condition of one', () => {
  expect(checks('1.每个学院推荐作品1~2项；', '2.作品须为原创。')).toEqual([
    'ask: 作品须为原创',
    'form.complete: 申报表填写完整',
  ])
})

test.each(['教学竞赛获省级奖励或指导学生获国家级奖励', '近三年获得校级及以上奖励不少于2项'])(
  'of honours of which one is enough, or one is not, a person looks: %s',
  line => {
    expect(checks(`1.${line}。`)).toContain(`ask: ${line}`)
  },
)

test('of what stands under «one of these» none is a condition by itself', () => {
  const form: FormTypes = new Map([['birth', 'date'] as const])
  const lines = ['1.须具备下列条件之一：', '（1）年龄不超过35周岁；', '（2）具有博士学位；', '2.年龄不超过45周岁。']
  expect(asked(form, ...lines)).toEqual([
    'ask: 须具备下列条件之一：',
    'ask: 年龄不超过35周岁',
    'ask: 具有博士学位',
    'ask: 年龄不超过45周岁',
    'form.complete: 申报表填写完整',
  ])
})

test.each(['2.具有高级职称的，年龄可放宽至45周岁。', '2.特别优秀的可适当放宽条件。'])(
  'where a bound is relaxed for some it is a person’s to look at: %s',
  line => {
    const form: FormTypes = new Map([['birth', 'date'] as const])
    expect(asked(form, '1.年龄不超过40周岁；', line)).toContain('ask: 年龄不超过40周岁')
  },
)

test.each([
  ['1.1985年1月1日以后出生；具有博士学位的，1980年1月1日以后出生。', 'ask: 1985年1月1日以后出生'],
  ['1.年龄不超过40周岁，女性不超过45周岁。', 'ask: 年龄不超过40周岁'],
  ['1.申请人年龄在35周岁以下；人文社科类申请人年龄在40周岁以下。', 'ask: 申请人年龄在35周岁以下'],
  ['1.申请经费5000元以上的须附预算说明。', 'ask: 申请经费5000元以上的须附预算说明'],
  ['1.参与人数不超过30人的活动由学院组织。', 'ask: 参与人数不超过30人的活动由学院组织'],
  ['1.团队中研究生不超过2人。', 'ask: 团队中研究生不超过2人'],
  ['1.学生团队不超过5人。', 'number: 学生团队不超过5人'],
])('a bound that is for some is a person’s to look at: %s', (line, expected) => {
  const types = { birth: 'date', sex: 'choice', money: 'money', teamSize: 'number' } as const
  const form: FormTypes = new Map(Object.entries(types))
  expect(asked(form, line)).toContain(expected)
})

test('an honour that is wanted is one', () => {
  expect(checks('1.近三年获得校级及以上荣誉称号。')).toContain('honour: 近三年获得校级及以上荣誉称号')
  expect(checks('1.近三年获得校级及以上荣誉称号，单位推荐的不受此限。').join()).not.toContain('honour')
})

const asked = (form: FormTypes, ...lines: string[]) =>
  readConditions(noticeSaying('二、申报条件', ...lines), {
    ...{ form, titles: { own: '申报表', others: [] }, hasCycle: false },
  }).map(({ value }) => `${value.type ?? value.id}: ${value.title}`)

test('what is no branch’s is judged by its own words, whatever its form’s headings are called', () => {
  const form: FormTypes = new Map([['basis', 'text'] as const, ['item1', 'person'] as const])
  expect(asked(form, '1.单位未发生重大安全责任事故；')).toContain('ask: 单位未发生重大安全责任事故')
})

describe('an age is a person’s to look at, unless the notice counts it on the day of the deadline', () => {
  const form: FormTypes = new Map([
    ['birth', 'date'],
    ['sex', 'choice'],
  ] as const)
  test.each<[string, string, readonly string[]]>([
    ['1.年龄不超过35周岁；', '2.年龄计算截止时间为2025年1月1日。', ['ask: 年龄不超过35周岁']],
    ['1.年龄不超过35周岁；', '2.具有博士学位。', ['ask: 年龄不超过35周岁']],
    ['1.男性不超过38周岁、女性不超过40周岁；', '', ['ask: 男性不超过38周岁', 'ask: 女性不超过40周岁']],
    ['1.年龄不超过35周岁（截至申报截止日）；', '', ['age: 年龄不超过35周岁（截至申报截止日）']],
    ['1.年龄不超过35周岁；', '2.年龄以报名截止日期为准。', ['age: 年龄不超过35周岁']],
    ['1.年龄不超过35周岁，年龄计算截至材料报送截止之日；', '', ['age: 年龄不超过35周岁']],
    ['1.1990年1月1日以后出生；', '', ['dateWithin: 1990年1月1日以后出生']],
  ])('%s%s', (line, other, expected) => {
    expect(asked(form, line, other)).toEqual(expect.arrayContaining([...expected]))
  })
  test('which day it is, a person is told to say', () => {
    const birth = { id: 'birth', label: '出生年月', type: 'date', required: false } as const
    const BLANK = { title: '申报表', fields: [birth], sections: [], said: null }
    const about = (...lines: string[]) =>
      draftCall(noticeSaying('二、申报条件', ...lines), BLANK, '2026-01-01').remarks.map(one => one.about)
    const unsaid = '年龄按哪一天计算，通知未写明'
    expect(about('1.年龄不超过35周岁；')).toContain(unsaid)
    expect(about('1.年龄不超过35周岁（截至申报截止日）；')).not.toContain(unsaid)
    expect(about('1.年龄不超过35周岁（截至2025年1月1日）；')).not.toContain(unsaid)
  })
})

test('what leads to conditions is none itself', () => {
  expect(asked(FORM, '（一）先进集体以部门为单位申报，须具备：', '1.组织健全，按期换届；')).toEqual([
    'ask: 组织健全，按期换届',
    'form.complete: 申报表填写完整',
  ])
})

test('an honour that something else may stand in for refuses nobody', () => {
  const line = '近三年发表高水平论文5篇以上，或获得省级及以上竞赛奖励1项以上'
  expect(checks(`1.${line}；`)).toContain(`ask: ${line}`)
})

test('a number in a line of its own is that of the heading below it', () => {
  const notice = noticeSaying(
    '01',
    '课题类别',
    '课题分重点课题和一般课题。',
    '02',
    '申报条件',
    '（1）政治面貌为中共党员；',
    '03',
    '申报办法',
    '填写申报书并盖章。',
    '04',
    '立项与结题',
    '课题应于一年内完成。',
  )
  const said = readConditions(notice, { form: FORM, titles: { own: '申报书', others: [] }, hasCycle: false })
  expect(said.map(({ value }) => value.title)).toEqual(['政治面貌为中共党员', '申报书填写完整'])
})

test('short numbered conditions are no headings, and a part about conditions is read in whatever chapter', () => {
  const read = (...lines: string[]) =>
    readConditions(noticeSaying(...lines), {
      ...{ form: FORM, titles: { own: '申报表', others: [] }, hasCycle: false },
    }).map(({ value }) => value.title)
  expect(read('申报条件', '1.政治立场坚定', '2.学习成绩优良')).toEqual([
    ...['政治立场坚定', '学习成绩优良', '申报表填写完整'],
  ])
  expect(
    read('二、有关事项', '（一）申报条件', '1.政治立场坚定，作风正派；', '（二）报送时间', '请于6月1日前报送。'),
  ).toEqual(['政治立场坚定，作风正派', '申报表填写完整'])
})

test('chapters of plain numbers have points of two', () => {
  const notice = noticeSaying(
    '1 项目类别',
    '1.1 高端项目：每项资助30万元；',
    '2 申报要求',
    '2.1 项目负责人应为全职教师；',
    '3 申报材料',
    '3.1 申报表；',
  )
  const said = readConditions(notice, { form: FORM, titles: { own: '申报书', others: [] }, hasCycle: false })
  expect(said.map(({ value }) => value.title)).toEqual(['项目负责人应为全职教师', '申报书填写完整'])
})

test('a form of whatever name is filled in', () => {
  const said = readConditions(noticeSaying('通知'), {
    form: FORM,
    titles: { own: '金点子登记簿', others: [] },
    hasCycle: false,
  })
  expect(said.map(({ value }) => value.title)).toEqual(['申报表填写完整'])
})

test('of articles only those about who may apply are conditions', () => {
  const lines = [
    '第一条  参评范围为全日制在校生宿舍，毕业班宿舍不参加。',
    '第二条  参评宿舍应当符合下列条件：',
    '（1）上学期必修课无不及格；',
    '第三条  评选实行申报制，宿舍长填写申报表。',
    '附：文明宿舍申报表',
  ]
  const told = readConditions(noticeSaying(...lines), {
    ...{ form: new Map(), titles: { own: '申报表', others: [] }, hasCycle: false },
  }).map(({ value }) => value.title)
  expect(told).toEqual(['参评范围为全日制在校生宿舍，毕业班宿舍不参加', '上学期必修课无不及格'])
})

const ABOUT_MONEY = {
  form: new Map([['money', 'money'] as const]),
  titles: { own: '申请书', others: [] },
  hasCycle: false,
}

test('of two bounds on one field each is for some: a person looks', () => {
  const told = readConditions(
    noticeSaying('一、申报条件', '1.教师每项不超过1.5万元。', '2.职员每项不超过5000元。'),
    ABOUT_MONEY,
  )
  expect(told.flatMap(({ value }) => (value.type === undefined ? [] : [value.type]))).toEqual(['ask', 'ask'])
})

test('conditions stand in a table’s row, too', () => {
  const told = readConditions(noticeSaying('推荐条件：1.论文盲审成绩均为B及以上；2.发表学术论文1篇以上。'), ABOUT_MONEY)
  expect(told[0]?.value.title).toBe('论文盲审成绩均为B及以上；发表学术论文1篇以上')
})

test.each([
  '本科生专业排名前20%，研究生加权平均成绩不低于85分',
  '教师每项不超过1.5万元；研究生每项不超过5000元',
  '在学科竞赛中获省级以上奖励者优先',
])('what is said of some of those who apply is asked: %s', line => {
  const form: FormTypes = new Map([
    ...([
      ['money', 'money'],
      ['rank', 'text'],
      ['gpa', 'text'],
      ['honours', 'honours'],
    ] as const),
  ])
  const counted = new Map([['加权平均成绩', 'gpa']])
  const told = readConditions(noticeSaying('二、申报条件', `◆ ${line}。`), { ...ABOUT_MONEY, form, counted })
  expect(told.flatMap(({ value }) => (value.type === undefined ? [] : [`${value.type}: ${value.title}`]))).toEqual([
    `ask: ${line}`,
  ])
})
