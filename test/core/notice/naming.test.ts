import { describe, expect, test } from 'vitest'
import type { NameParts } from '../../../src/core/notice/name-template.ts'
import { otherNames, readNaming } from '../../../src/core/notice/naming.ts'
import { noticeSaying } from './said.ts'

const BRANCHES: NameParts = { unit: '化学学院', key: 'branch', isKey: field => field === 'branchName' }
const PERSONS: NameParts = { unit: '', key: 'studentNo', isKey: () => false }

const rules = (sentence: string, parts: NameParts) =>
  Object.fromEntries(
    Object.entries(readNaming(noticeSaying(sentence), parts)).map(([to, { value }]) => [to, value.rule]),
  )

describe('how mails and files must be called', () => {
  test.each([
    [
      '邮件主题及文件命名为:标杆支部申报书-化学学院XX党支部。',
      { subject: '标杆支部申报书-{unit}{branch}', file: '标杆支部申报书-{unit}{branch}' },
    ],
    ['电子版打包，压缩包以党支部名称命名，12月27日前发至邮箱。', { archive: '{branch}' }],
    ['邮件主题注明“创业训练”。', { subject: { has: '创业训练' } }],
    ['请将申报表以“XX党支部+案例名称”命名', { file: '{branch}+{caseName}' }],
    ['邮件名称及压缩文件名称为：【XX党支部】优秀案例', { subject: '{branch}优秀案例', archive: '{branch}优秀案例' }],
  ])('of branches: %s', (sentence, expected) => {
    expect(rules(sentence, BRANCHES)).toEqual(expected)
  })

  test.each([
    [
      '邮件主题和附件均以“姓名-专业-优秀毕业生”命名。',
      { subject: '{name}-{major}-优秀毕业生', file: '{name}-{major}-优秀毕业生' },
    ],
    ['以专业班级姓名学号申请奖学金材料命名的压缩文件', { archive: '{class}{name}{studentNo}申请奖学金材料' }],
    ['文件名统一为“申请书-×××（姓名）-×××（学号）”。', { file: '申请书-{name}-{studentNo}' }],
    [
      '邮件标题请注明：2021大创+项目名称+负责人，压缩包以同样方式命名',
      { subject: '2021大创+{project}+{leader}', archive: '2021大创+{project}+{leader}' },
    ],
  ])('of persons and projects: %s', (sentence, expected) => {
    expect(rules(sentence, PERSONS)).toEqual(expected)
  })

  test('a format on the next line is the rule', () => {
    const naming = readNaming(noticeSaying('邮件主题命名格式如下：', '学院-姓名-学号'), PERSONS)
    expect(naming.subject?.value.rule).toBe('{college}-{name}-{studentNo}')
  })

  test('what has no token leaves the rule to a person', () => {
    const naming = readNaming(noticeSaying('邮件主题命名为“{幸运数字}-姓名”。'), PERSONS)
    expect(naming.subject?.value).toMatchObject({ rule: null, unknown: ['幸运数字'] })
  })

  test('a sentence about sending alone is no rule', () => {
    expect(rules('请将申报材料电子版发送至邮箱。', BRANCHES)).toEqual({})
  })
})

const asked = (sentence: string, parts: NameParts = PERSONS) =>
  Object.fromEntries(
    Object.entries(readNaming(noticeSaying(sentence), parts)).map(([to, { value }]) => [
      to,
      [value.rule, value.unknown],
    ]),
  )

describe('what stands for something that the form has no field of is asked, never a word of the name', () => {
  test.each([
    ['邮件以“2025科技奖-项目名称-项目数量”为主题', { subject: [null, ['项目数量']] }],
    ['压缩包命名为“学号_姓名_博士（硕士）”', { archive: [null, ['博士(硕士)']] }],
    ['压缩包名称为：学号+教材立项+项数', { archive: [null, ['项数']] }],
  ])('%s', (sentence, expected) => {
    expect(asked(sentence)).toEqual(expected)
  })

  test('but what is the form’s own field under a like label is that field', () => {
    const labels = new Map([
      ['所在社区', 'item1'],
      ['参赛课程', 'item2'],
      ['姓名', 'name'],
    ])
    expect(asked('推荐表文件名为“社区名称+姓名+推荐表”', { ...PERSONS, labels })).toEqual({
      file: ['{item1}+{name}+推荐表', []],
    })
    expect(asked('压缩包命名为“课程名称-姓名”', { ...PERSONS, labels })).toEqual({ archive: ['{item2}-{name}', []] })
  })

  test('and the full name of the unit that applies is the applicant', () => {
    const colleges: NameParts = { unit: '', key: 'college', isKey: field => field === 'college' }
    expect(asked('压缩包命名：【单位全称】实验室安全评优', colleges)).toEqual({
      archive: ['{college}实验室安全评优', []],
    })
  })
})

test('a second rule for another document is told, not taken for the first', () => {
  const sentence = '申报表以“作品名称—申报表”命名，作品以“作品名称—第一作者”命名。'
  expect(rules(sentence, PERSONS)).toEqual({ file: '{work}—申报表' })
  expect(otherNames(noticeSaying(sentence), PERSONS).map(({ value }) => value)).toEqual(['作品名称—第一作者'])
  expect(otherNames(noticeSaying('邮件主题和附件均以“姓名-专业”命名。'), PERSONS)).toEqual([])
})
