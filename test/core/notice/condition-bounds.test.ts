import { describe, expect, test } from 'vitest'
import { boundsIn } from '../../../src/core/notice/condition-bounds.ts'

const FORM = new Map([['money', 'money'] as const])

test('a bound on what is applied for is a number to be checked', () => {
  expect(boundsIn('申请经费不超过5万元。', FORM).checks).toMatchObject([
    { type: 'number', field: 'money', most: 50_000 },
  ])
})

test.each([
  '硕士研究生申请经费不超过1万元。',
  '1.修订教材申请经费不超过5万元。',
  'A类（重点项目）：每项资助不超过5万元。',
  '重点项目每项不超过5万元。',
  '教师项目每项不超过1.5万元；',
  '其中，一类项目不超过5万元。',
  '申请经费不超过5万元，跨学科项目可增至8万元。',
  '申请经费不超过5万元，国家级平台不限。',
])('a bound for some of those who apply is asked of a person: %s', said => {
  const { checks, rest } = boundsIn(said, FORM)
  expect([checks, rest.length > 0]).toEqual([[], true])
})

const PERSON = new Map([['birth', 'date'] as const])

test('an age is counted in years of life, whatever other years stand beside it, and these are left to a person', () => {
  const { checks, rest } = boundsIn('志愿者：在平台注册满一年、年满18周岁且不超过75周岁、在本街道服务。', PERSON)
  expect(checks).toMatchObject([{ type: 'age', title: '年满18周岁且不超过75周岁', least: 18, most: 75 }])
  expect(rest.map(({ said }) => said).join('|')).toContain('注册满一年')
})

test('a share that only some of them must reach is asked of a person', () => {
  const form = new Map([['rank', 'text'] as const])
  expect(boundsIn('3.硕士研究生学习成绩排名位于本专业前30%。', form).checks).toEqual([])
  expect(boundsIn('硕士研究生、博士研究生学习成绩排名位于前30%。', form).checks).toHaveLength(1)
  expect(boundsIn('3.学习成绩排名位于本专业前30%。', form).checks).toMatchObject([{ type: 'ratio', most: 0.3 }])
})

test('of two bounds one of which is enough a person looks', () => {
  const form = new Map([['rank', 'text'] as const])
  expect(boundsIn('学习成绩排名前5%或综合测评排名前5%；', form).checks).toEqual([])
  expect(boundsIn('学习成绩排名前5%或以上；', form).checks).toHaveLength(1)
})

test('a day in the sentence’s end is that of all its ages', () => {
  const form = new Map([['birth', 'date'] as const, ['sex', 'choice'] as const])
  const said = '男性申请人年龄不超过35周岁，女性申请人年龄不超过38周岁（截至2026年1月1日）；'
  expect(boundsIn(said, form).checks).toEqual([])
})

test('ages of men and women are two conditions, and «未满» is no least', () => {
  const form = new Map([['birth', 'date'] as const, ['sex', 'choice'] as const])
  expect(boundsIn('1.男性未满38周岁、女性未满40周岁；', form).checks).toMatchObject([
    { type: 'age', most: 37, when: { sex: '男' } },
    { type: 'age', most: 39, when: { sex: '女' } },
  ])
  expect(boundsIn('1.男性未满38周岁；', form).checks[0]).not.toHaveProperty('least')
  expect(boundsIn('1.申请当年1月1日未满38周岁；', form).checks).toEqual([])
})

test('what is said of every project is a bound for all', () => {
  expect(boundsIn('每个项目每项不超过5万元。', FORM).checks).toHaveLength(1)
  expect(boundsIn('各类项目每项不超过5万元。', FORM).checks).toHaveLength(1)
})

describe('a day of birth behind an age is what it means', () => {
  const form = new Map([['birth', 'date'] as const, ['sex', 'choice'] as const])
  test.each([
    ['年龄不超过35周岁（1990年1月1日以后出生）', { type: 'dateWithin', from: '1990-01-01' }],
    ['男性不超过40周岁（1986年1月1日及以后出生）', { type: 'dateWithin', from: '1986-01-01', when: { sex: '男' } }],
    ['出生日期在1985年5月1日（含）以后', { type: 'dateWithin', from: '1985-05-01' }],
    ['1985年5月1日（含）之后出生', { type: 'dateWithin', from: '1985-05-01' }],
    ['年满18周岁（2007年9月1日以前出生）', { type: 'dateWithin', to: '2007-09-01' }],
  ])('%s', (said, expected) => {
    expect(boundsIn(said, form).checks).toMatchObject([{ field: 'birth', ...expected }])
  })
})

test('a team of so many to so many has both bounds, and what else is counted in it has none', () => {
  const form = new Map([['teamSize', 'number'] as const])
  expect(boundsIn('每支团队成员5—12人（含负责人）', form).checks).toMatchObject([
    { field: 'teamSize', least: 5, most: 12 },
  ])
  expect(boundsIn('团队须有至少1名指导教师', form).checks).toEqual([])
  expect(boundsIn('每个团队指导教师不超过2名', form).checks).toEqual([])
  expect(boundsIn('团队成员不超过5人（不含负责人）', form).checks).toEqual([])
  expect(boundsIn('团队人数在8人以内（不含指导教师）', form).checks).toMatchObject([{ most: 8 }])
})

test.each(['选课人数不少于30人', '会员人数不少于30人', '班级人数不少于20人'])(
  'others than the team are none of it: %s',
  said => {
    expect(boundsIn(said, new Map([['teamSize', 'number'] as const])).checks).toEqual([])
  },
)

test('what a thing costs is no sum that is applied for', () => {
  expect(boundsIn('所用仪器须为单价40万元以上设备。', FORM).checks).toEqual([])
})

test('what is said of a kind of projects is no bound for all', () => {
  expect(boundsIn('2.青年外国专家项目：每项资助不超过10万元，专家年龄不超过40周岁；', PERSON).checks).toEqual([])
  expect(boundsIn('申请人年龄不超过40周岁；', PERSON).checks).toHaveLength(1)
})

describe('a bound on what the form asks for under a label of its own is a number to be checked', () => {
  const counted = new Map([
    ['活动场所面积', 'item1'],
    ['志愿服务时长', 'item2'],
    ['年均本科教学学时', 'item3'],
    ['英语六级成绩', 'item4'],
  ])
  test.each([
    ['面积不少于40平方米', { field: 'item1', least: 40 }],
    ['上一年度注册志愿服务时长不少于40小时', { field: 'item2', least: 40 }],
    ['近三年承担教学任务年均不少于64学时', { field: 'item3', least: 64 }],
    ['志愿服务时长累计达到50小时（含）以上', { field: 'item2', least: 50 }],
    ['年均本科教学学时在64学时及以上', { field: 'item3', least: 64 }],
    ['志愿服务时长不少于20小时（毕业班学生不少于10小时）', null],
    ['年均本科教学学时不少于64学时的不得申报', null],
    ['成绩不低于80分', null],
    ['志愿服务时长不得少于40小时', { field: 'item2', least: 40 }],
    ['每次志愿服务时长不少于2小时', null],
    ['志愿服务时长证明说明不少于100字', null],
    ['文体活动不少于4次', null],
  ])('%s', (said, expected) => {
    const { checks } = boundsIn(`1.${said}；`, new Map(), counted)
    expect(checks.map(({ field, least }) => ({ field, least }))).toEqual(expected === null ? [] : [expected])
  })
})
