import { describe, expect, test } from 'vitest'
import { draftCall } from '../../../src/core/notice/draft.ts'
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

test('a word that neither the notice’s matter nor any paper has stands for something', () => {
  const parts = { ...PERSONS, matter: '关于开展优秀辅导员评选的通知' }
  expect(asked('压缩包命名为“学院+姓名+岗位”', parts)).toEqual({ archive: [null, ['岗位']] })
  expect(asked('压缩包命名为“学院+姓名+优秀辅导员”', parts)).toEqual({ archive: ['{college}+{name}+优秀辅导员', []] })
  expect(asked('压缩包命名为“学院+姓名+申报材料”', parts)).toEqual({ archive: ['{college}+{name}+申报材料', []] })
})

test.each([
  ['关于开展“学风建设优秀班级”评选的通知', '年级专业班级+学风建设优秀班级', '{grade}{class}+学风建设优秀班级', []],
  ['关于评选先进基层单位的通知', '学号-先进基层单位', '{studentNo}-先进基层单位', []],
  ['关于选聘课程联系人的通知', '学院+课程联系人+姓名', null, ['课程联系人']],
  ['关于评选优秀班级的通知', '学院-班级-姓名', '{college}-{class}-{name}', []],
])('what the notice awards is a word of a name, though it ends as labels do: %s', (matter, name, rule, unknown) => {
  expect(asked(`压缩包命名为“${name}”`, { ...PERSONS, matter })).toEqual({ archive: [rule, unknown] })
})

test('what the notice is called for short is a word of a name', () => {
  const { naming } = draftCall(
    noticeSaying(
      '关于评选优秀共产党员和先进党支部的通知',
      '各党支部：现决定评选优秀共产党员和先进党支部（以下简称“两优一先”）。',
      '邮件主题注明“党支部名称+两优一先”。',
    ),
    null,
    '2026-01-01',
  )
  expect(naming.subject?.value.rule).toBe('{branch}+两优一先')
})

test('a bracket that holds another thing than the label before it is a part of the name', () => {
  const labels = new Map([
    ['成果名称', 'project'],
    ['学院', 'college'],
  ])
  expect(asked('压缩包命名为“成果名称（第一完成人）”', { ...PERSONS, labels })).toEqual({
    archive: ['{project}({author})', []],
  })
  expect(asked('压缩包命名为“学院（系）-学号”', { ...PERSONS, labels })).toEqual({
    archive: ['{college}-{studentNo}', []],
  })
})

describe('what stands for something that the form has no field of is asked, never a word of the name', () => {
  test.each([
    ['邮件以“2025科技奖-项目名称-项目数量”为主题', { subject: [null, ['项目数量']] }],
    ['压缩包命名为“学号_姓名_博士（硕士）”', { archive: [null, ['博士(硕士)']] }],
    ['压缩包名称为：学号+活动标题', { archive: [null, ['活动标题']] }],
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

test('an order of papers is no word of a name', () => {
  expect(rules('材料按“1.申报书、2.证明材料、3.汇总表”顺序命名。', PERSONS)).toEqual({ file: null })
})

test('a second rule for another document is told, not taken for the first', () => {
  const sentence = '申报表以“作品名称—申报表”命名，作品以“作品名称—第一作者”命名。'
  expect(rules(sentence, PERSONS)).toEqual({ file: '{work}—申报表' })
  expect(otherNames(noticeSaying(sentence), PERSONS).map(({ value }) => value)).toEqual(['作品名称—第一作者'])
  expect(otherNames(noticeSaying('邮件主题和附件均以“姓名-专业”命名。'), PERSONS)).toEqual([])
  const beside = '文件命名格式为：“学号—姓名—推荐表”“学号—姓名—正文”、“学号—姓名—照片”；'
  expect(rules(beside, PERSONS)).toEqual({ file: '{studentNo}—{name}—推荐表' })
  expect(otherNames(noticeSaying(beside), PERSONS).map(({ value }) => value)).toEqual([
    '学号—姓名—正文',
    '学号—姓名—照片',
  ])
})

test('a paper that the notice names by the end of its title is known by that', () => {
  const { deliverables } = draftCall(
    noticeSaying(
      '关于征集案例的通知',
      '各党支部填写《案例推荐表》，连同案例正文（word版）于11月15日前发送至zzb@example.edu.cn。',
      '文件命名为：“党支部名称—案例标题—推荐表”“党支部名称—案例标题—正文”。',
    ),
    null,
    '2026-01-01',
  )
  expect(deliverables.at(-1)?.value).toMatchObject({ title: '案例正文', name: '*正文*' })
})

test('a name behind a numbered paper is that paper’s, and the form has its own', () => {
  const form = { ...PERSONS, labels: new Map([['单位', 'college']]) }
  const lines = ['2.个人事迹材料（3000字左右），文件名：单位+姓名+事迹材料；', '推荐审批表文件名：单位+姓名+审批表。']
  expect(readNaming(noticeSaying(...lines), form).file?.value.rule).toBe('{college}+{name}+审批表')
  expect(otherNames(noticeSaying(...lines), form).map(({ value }) => value)).toEqual(['单位+姓名+事迹材料'])
  const all = '2.申报材料（PDF格式），文件名：单位+姓名+申报材料；'
  expect(readNaming(noticeSaying(all), form).file?.value.rule).toBe('{college}+{name}+申报材料')
})

test('of two stages that each name their mails the form’s counts, and the other is told', () => {
  const lines = [
    '1.摘要发送至邮箱，邮件主题注明“论坛摘要+学号”。',
    '2.全文及《登记表》发送至上述邮箱，邮件主题注明“论坛全文+学号”。',
  ]
  expect(readNaming(noticeSaying(...lines), PERSONS).subject?.value.rule).toBe('论坛全文+{studentNo}')
  expect(otherNames(noticeSaying(...lines), PERSONS).map(({ value }) => value)).toEqual(['论坛摘要+学号'])
  expect(otherNames(noticeSaying(...lines.toReversed()), PERSONS).map(({ value }) => value)).toEqual(['论坛摘要+学号'])
})

describe('the name of what is packed is the archive’s', () => {
  test.each([
    [
      '请将以上材料打包为一个压缩文件（zip/rar），文件名为：学院-学号-姓名-助学金，以附件形式发到邮箱。邮件主题同文件名。',
      { archive: '{college}-{studentNo}-{name}-助学金', subject: '{college}-{studentNo}-{name}-助学金' },
    ],
    ['全部材料压缩后发送至邮箱，文件命名为“学号+姓名”。', { archive: '{studentNo}+{name}' }],
    ['材料打包发送至邮箱，申请表文件名为“学号+姓名”。', { file: '{studentNo}+{name}' }],
  ])('%s', (sentence, expected) => {
    expect(rules(sentence, PERSONS)).toEqual(expected)
  })
})

const UNIONS: NameParts = { unit: '校工会', key: 'college', isKey: field => field === 'college' }

describe('a name is told in the words that offices have for it', () => {
  test.each([
    ['附件压缩包名为“学院—评优”。', { archive: '{college}—评优' }],
    ['申报材料以“学院+评优”命名文件夹，压缩后发送。', { archive: '{college}+评优' }],
    ['以学院为单位将电子版（命名为“学院+评优”）发送至邮箱。', { file: '{college}+评优' }],
    [
      '将申报书（文件名：学院+姓名.docx）和汇总表（文件名：学院+汇总表.xlsx）发送至邮箱。',
      { file: '{college}+{name}' },
    ],
    ['个人文件夹以“学号+姓名”命名，汇总后以“学院+优干”为名压缩发送。', { archive: '{college}+优干' }],
    ['压缩包以“【分工会名称】评优”命名。', { archive: '{college}评优' }],
    ['邮件主题为：“2025【分工会名称】评优”。', { subject: '2025{college}评优' }],
    ['请以“学院-评优”命名邮件及附件。', { subject: '{college}-评优', file: '{college}-评优' }],
    ['请在主题栏填写“学院+评优”。', { subject: '{college}+评优' }],
    ['申报书及总结报告文件名请用“学院-申报书”。', { file: '{college}-申报书' }],
    ['邮件主题用“学院+评优”。', { subject: '{college}+评优' }],
    ['文件命名格式：学院（姓名）.docx', { file: '{college}({name})' }],
    ['附件以“学号姓名”命名。', { file: '{studentNo}{name}' }],
    ['邮件主题注明“XX分工会XX同志申报材料”。', { subject: '{college}{name}同志申报材料' }],
    ['邮件主题命名为“XXXX年评优+姓名”。', { subject: null }],
    ['请以“学院-评优”作为邮件主题发送。', { subject: '{college}-评优' }],
    ['压缩包名称：学院+“评优”。', { archive: '{college}+评优' }],
    ['材料放在以“学院+评优”命名的文件夹内压缩后发送。', { archive: '{college}+评优' }],
    ['材料命名要求：推荐表命名为“学院-推荐表”。', { file: '{college}-推荐表' }],
    ['邮件标题：“学院—评优”；附件同名。', { subject: '{college}—评优', file: '{college}—评优' }],
    ['压缩包内文件请按“01申报书”“02佐证材料”命名。', {}],
    [
      '将全部材料的电子版以“学院+评优”为题打包发送至a@b.edu.cn。',
      { subject: '{college}+评优', archive: '{college}+评优' },
    ],
    ['将推荐表以“学院+评优”为题发送至邮箱。', { subject: '{college}+评优' }],
    ['邮件名称请写“XX部门工会评优材料”，逾期视为放弃。', { subject: '{college}评优材料' }],
    ['邮件主题请统一使用“XX分工会评优”。', { subject: '{college}评优' }],
    ['邮件标题写成“评优材料+学院”', { subject: '评优材料+{college}' }],
    ['邮件标题写清“先进集体”。', { subject: { has: '先进集体' } }],
  ])('%s', (sentence, expected) => {
    expect(rules(sentence, UNIONS)).toEqual(expected)
  })
})

test('a name that no words for it tell is asked of a person, not dropped', () => {
  const naming = readNaming(noticeSaying('邮件的题目就叫“职工小家来啦”即可。'), UNIONS)
  expect(naming.subject?.value).toMatchObject({ rule: null })
  expect(rules('请下载附件“申报表”，填写后发送邮件。', UNIONS)).toEqual({})
})

test('what stands in brackets is a word of the name where the notice’s title has it, and else a person says what it stands for', () => {
  const parts = { ...UNIONS, matter: '关于开展2025年校级教学成果奖评选工作的通知' }
  expect(rules('邮件主题注明【教学成果奖】+学院名称。', parts)).toEqual({ subject: '【教学成果奖】+{college}' })
  expect(readNaming(noticeSaying('邮件主题注明【学校】+学院名称。'), parts).subject?.value.rule).toBeNull()
})

test('a label with a bracket behind it is the form’s own field of that name', () => {
  const labels = new Map([
    ['所在学部', 'parentOrg'],
    ['团队名称', 'team'],
  ])
  const parts = { ...PERSONS, key: 'team', labels }
  expect(rules('邮件主题命名方式：“学部（学院）+团队名称+团队申报”。', parts)).toEqual({
    subject: '{parentOrg}+{team}+团队申报',
  })
})

test('names in a list below are each the rule of what stands before it', () => {
  const notice = noticeSaying(
    '请将申报书发送至邮箱，材料文件名要求如下：',
    '申报书：“申报书+负责人姓名+课题名称”',
    '活页：“活页+课题名称”',
  )
  const parts = {
    ...PERSONS,
    labels: new Map([
      ['负责人姓名', 'leader'],
      ['课题名称', 'project'],
    ]),
  }
  expect(readNaming(notice, parts).file?.value.rule).toBe('申报书+{leader}+{project}')
  expect(otherNames(notice, parts).map(({ value }) => value)).toEqual(['活页+课题名称'])
})

test('a second thing in brackets belongs to the name', () => {
  const labels = new Map([
    ['班级全称', 'class'],
    ['班主任', 'item1'],
  ])
  const rule = '压缩包名称统一为：班级全称（班主任姓名），如“材料2301班（赵明远）”。'
  expect(rules(rule, { ...PERSONS, key: 'class', labels })).toEqual({ archive: '{class}({item1})' })
  const naming = readNaming(noticeSaying(rule), { ...PERSONS, key: 'class', labels: new Map([['班级全称', 'class']]) })
  expect(naming.archive?.value.rule).toBeNull()
})

test('a unit of whatever rank is what the form asks for as its unit', () => {
  const labels = new Map([['所在党组织', 'item1']])
  expect(rules('邮件标题为“二级党组织名称+课题申报”。', { ...PERSONS, labels })).toEqual({
    subject: '{item1}+课题申报',
  })
})

describe('what another paper is called is no rule for the form', () => {
  const labels = new Map([
    ['姓名', 'name'],
    ['剧目名称', 'work'],
  ])
  const parts = { ...PERSONS, key: 'name', labels }
  test.each([
    ['（三）推荐人选近期2寸免冠照片电子版（文件名为姓名）。', {}, ['姓名']],
    ['将剧本（Word格式）发至同一邮箱，文件以“剧目名称+剧本”命名。', {}, ['剧目名称+剧本']],
    ['将上述材料打包发送至jy@bhlg.example.edu.cn（文件名：姓名+就业先进）。', { archive: '{name}+就业先进' }, []],
    ['2.教学大纲和教学设计，PDF格式，文件名为“姓名-教学设计”；', {}, ['姓名-教学设计']],
    ['作者信息在邮件正文中注明（姓名、学号、班级）。', {}, []],
    ['填写登记表，连同作品电子文件发送到邮箱，电子文件以“剧目名称+姓名”命名。', {}, ['剧目名称+姓名']],
    ['将作品电子文件以“剧目名称+姓名”命名发送到邮箱。', {}, ['剧目名称+姓名']],
    ['将申报表和剧本发至邮箱，文件以“剧目名称+材料名称”命名。', { file: null }, []],
  ])('%s', (sentence, found, others) => {
    expect(rules(sentence, parts)).toEqual(found)
    expect(otherNames(noticeSaying(sentence), parts).map(({ value }) => value)).toEqual(others)
  })
})

test('a college or a department is one of them', () => {
  const labels = new Map([
    ['学院', 'college'],
    ['姓名', 'name'],
  ])
  expect(rules('邮件主题按“学院（部门）-姓名”的格式命名。', { ...PERSONS, labels })).toEqual({
    subject: '{college}-{name}',
  })
})

test('files in a folder that has its name are called by their own rule, and what stands for nothing known is asked', () => {
  const line =
    '所有文件放入“单位名称+师德标兵”文件夹压缩后发送，文件命名规则：材料名称（被推荐人姓名），如：推荐表（张三）。'
  const naming = readNaming(noticeSaying(line), { ...PERSONS, labels: new Map([['姓名', 'name']]) })
  expect(naming.archive).toBeUndefined()
  expect(naming.file?.value).toMatchObject({ rule: null, unknown: ['材料名称'] })
})

test('a work’s own name is no rule for the form that comes with it', () => {
  const labels = new Map([
    ['作品名称', 'work'],
    ['第一作者', 'author'],
  ])
  expect(rules('作品文件名请按“作品名称_第一作者”规范命名。', { ...PERSONS, labels })).toEqual({})
  expect(rules('作品文件名请按“作品名称_第一作者”规范命名。', PERSONS)).toEqual({ file: '{work}_{author}' })
})

test('what a folder within the archive is called is told, and no name of the archive', () => {
  const sentence = '附件为一个压缩包，包内每名申请人一个文件夹，文件夹以“姓名-专业”命名。'
  expect(rules(sentence, PERSONS)).toEqual({})
  expect(otherNames(noticeSaying(sentence), PERSONS).map(({ value }) => value)).toEqual(['姓名-专业'])
})

test('a form by its own name, and what is called in words that no paper has, are not dropped', () => {
  expect(rules('论证书以“学院-姓名-论证书”命名。', PERSONS)).toEqual({ file: '{college}-{name}-论证书' })
  expect(otherNames(noticeSaying('问卷以“学院-姓名”命名。'), PERSONS).map(({ value }) => value)).toEqual(['学院-姓名'])
})
