import { describe, expect, test } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import type { Document } from '../../../src/core/document/document.ts'
import { targetOf } from '../../../src/core/judge/findings/naming-findings.ts'
import { mayBeApplication } from '../../../src/core/message/may-be-application.ts'
import { rightNames } from '../../../src/core/reply/names.ts'
import { fileOf, formOf, judged, packed, paperOf, scanOf, sheetOf, told } from '../../support/judged-mail.ts'
import {
  CLASS_CASES,
  callsOf,
  ESSAYS,
  linesOf,
  MEMBERS,
  type Notice,
  PARTY_DAY,
  PHOTOS,
  PROJECTS,
  STUDENTS,
  TRAINING,
} from '../../support/notices.ts'
import { SCHOLARSHIP } from '../../support/scholarship.ts'
import { shippedCall } from '../../support/shipped-call.ts'

test.each([PARTY_DAY, MEMBERS, PROJECTS])('the notice $id is written down in at most 25 lines', notice => {
  expect(linesOf(notice)).toBeLessThanOrEqual(25)
})

const DESIGN = '机械设计系教工党支部'
const MAKING = '机械制造系教工党支部'

describe('the best Party day: one packed file for each branch', () => {
  const calls = callsOf(PARTY_DAY)
  const application = (branch: string, change: Readonly<Record<string, string>> = {}): Document =>
    formOf(
      '“最佳党日”活动申请表',
      {
        党支部名称: branch,
        活动主题: '走进企业学先进',
        活动时间: '2024年10月12日',
        党支部书记: '王立新',
        联系电话: '0411-84700000',
        参加人数: '28',
        ...change,
      },
      { texts: { 活动内容: '支部组织党员赴企业参观学习，开展专题研讨，形成调研报告三篇，党员普遍反映收获很大。' } },
    )
  const whole = (branch: string) => [
    application(branch),
    paperOf('“最佳党日”活动总结'),
    fileOf('现场.jpg', 'image'),
    fileOf('汇报.pptx', 'pptx'),
  ]

  test.each<[string, Parameters<typeof judged>[1], readonly string[]]>([
    ['right', { subject: '最佳党日材料', documents: packed(`${DESIGN}.zip`, whole(DESIGN)) }, [`${DESIGN}: accepted`]],
    [
      'right, with a subject that says nothing',
      { subject: '老师好', documents: packed(`${DESIGN}.zip`, whole(DESIGN)) },
      [`${DESIGN}: accepted`],
    ],
    ['not packed', { subject: '最佳党日', documents: whole(DESIGN) }, [`${DESIGN}: accepted`]],
    ['an archive with a copy mark', { documents: packed(`${DESIGN}(1).zip`, whole(DESIGN)) }, [`${DESIGN}: accepted`]],
    [
      'an archive named otherwise',
      { documents: packed('最佳党日材料.zip', whole(DESIGN)) },
      [`${DESIGN}: returned file.name`],
    ],
    [
      'an archive of another branch',
      { documents: packed(`${MAKING}.zip`, whole(DESIGN)) },
      [`${MAKING}: returned branch.mismatch`],
    ],
    [
      'without the summary',
      { documents: packed(`${DESIGN}.zip`, [application(DESIGN), fileOf('1.jpg', 'image')]) },
      [`${DESIGN}: returned deliverable.missing(活动总结)`],
    ],
    [
      'a paper that may be the summary',
      { documents: packed(`${DESIGN}.zip`, [application(DESIGN), paperOf('走进企业学先进')]) },
      [`${DESIGN}: held deliverable.missing(活动总结)`],
    ],
    [
      'an empty field',
      { documents: packed(`${DESIGN}.zip`, [application(DESIGN, { 联系电话: '' }), paperOf('活动总结')]) },
      [`${DESIGN}: returned form.field-missing`],
    ],
    [
      'an event of another year',
      { documents: packed(`${DESIGN}.zip`, [application(DESIGN, { 活动时间: '2023年10月' }), paperOf('活动总结')]) },
      [`${DESIGN}: returned eligibility.when`],
    ],
    ['late', { documents: packed(`${DESIGN}.zip`, whole(DESIGN)), days: 1 }, [`${DESIGN}: rejected deadline.missed`]],
    [
      'forms of two branches',
      { subject: '最佳党日', documents: [...whole(DESIGN), { ...application(MAKING), name: '二.docx', sha256: 'x' }] },
      [`${DESIGN}: accepted`, `${MAKING}: accepted`],
    ],
    ['foreign', { subject: '关于召开党支部书记会议的通知', documents: [paperOf('会议通知')] }, ['?: ignored']],
  ])('%s', (_, mail, expected) => {
    expect(told(judged(calls, mail))).toEqual(expected)
  })

  test('what is missing is asked for, and what came stays: the summary alone makes it whole', () => {
    const first = judged(calls, { subject: '最佳党日', documents: packed(`${DESIGN}.zip`, [application(DESIGN)]) })
    expect(told(first)).toEqual([`${DESIGN}: returned deliverable.missing(活动总结)`])
    const second = judged(calls, { from: 'sheji@dlut.edu.cn', documents: [paperOf('活动总结')], earlier: first })
    expect(told(second)).toEqual([`${DESIGN}: accepted`])
    expect(second[0].form?.values.theme).toBe('走进企业学先进')
  })

  test('what was missing, packed under the branch’s name as the notice says, is that branch’s', () => {
    const first = judged(calls, { subject: '材料', documents: packed(`${DESIGN}.zip`, [application(DESIGN)]) })
    const rest = { subject: '补交材料', documents: packed(`${DESIGN}.zip`, [paperOf('“最佳党日”活动总结')]) }
    expect(told(judged(calls, { ...rest, earlier: first }))).toEqual([`${DESIGN}: accepted`])
  })

  test('each document bears the deliverable that it is', () => {
    const [{ documents }] = judged(calls, { documents: packed(`${DESIGN}.zip`, whole(DESIGN)) })
    expect(documents.map(({ deliverable }) => deliverable)).toEqual([null, 'form', 'summary', 'photos', 'slides'])
  })
})

describe('recommended members: several people of one branch, and a list', () => {
  const calls = callsOf(MEMBERS)
  const person = (name: string, branch = DESIGN): Document =>
    formOf(
      '优秀共产党员推荐审批表',
      { 姓名: name, 性别: '男', 年龄: '38', 所在党支部: branch, 联系电话: '13800000000' },
      {
        name: `优秀共产党员推荐审批表-${name}.docx`,
        texts: { 主要事迹: '该同志长期坚守教学一线，主持重点项目两项，指导学生获奖多次，事迹突出，群众公认。' },
      },
    )
  const list = (...names: string[]) =>
    sheetOf('推荐汇总表.xlsx', [
      ['推荐汇总表'],
      ['序号', '姓名', '所在党支部', '类别'],
      ...names.map((name, index) => [`${index + 1}`, name, DESIGN, '优秀共产党员']),
    ])

  test.each<[string, Parameters<typeof judged>[1], readonly string[]]>([
    [
      'right',
      { subject: '优秀共产党员推荐', documents: [person('张建华'), list('张建华')] },
      [`${DESIGN}（张建华）: accepted`],
    ],
    [
      'two people',
      { subject: '七一评优', documents: [person('张建华'), person('李文博'), list('张建华', '李文博')] },
      [`${DESIGN}（张建华）: accepted`, `${DESIGN}（李文博）: accepted`],
    ],
    [
      'a sealed scan beside the form',
      { documents: [person('张建华'), list('张建华'), scanOf('张建华审批表盖章扫描件.pdf')] },
      [`${DESIGN}（张建华）: accepted`],
    ],
    [
      'a form without the list',
      { documents: [person('张建华')] },
      [`${DESIGN}（张建华）: returned deliverable.missing(推荐汇总表)`],
    ],
    ['a list without a form', { subject: '推荐汇总表', documents: [list('张建华')] }, [`${DESIGN}: noted`]],
    [
      'an empty field',
      {
        documents: [
          formOf(
            '优秀共产党员推荐审批表',
            { 姓名: '张建华', 性别: '男', 年龄: '38', 所在党支部: DESIGN, 联系电话: '' },
            { texts: { 主要事迹: '该同志事迹突出，群众公认，长期坚守一线，成绩显著。' } },
          ),
          list('张建华'),
        ],
      },
      [`${DESIGN}（张建华）: returned form.field-missing`],
    ],
    [
      'of a branch that is not in the roster',
      { documents: [person('张建华', '材料学院第九党支部'), list('张建华')] },
      ['?: held branch.unknown'],
    ],
    [
      'late',
      { documents: [person('张建华'), list('张建华')], days: 1 },
      [`${DESIGN}（张建华）: rejected deadline.missed`],
    ],
    ['foreign', { subject: '七一慰问老党员的通知', documents: [paperOf('慰问通知')] }, ['?: ignored']],
  ])('%s', (_, mail, expected) => {
    expect(told(judged(calls, mail))).toEqual(expected)
  })

  test('people of two branches come apart where a subject names one branch, and are told under which', () => {
    const file = MEMBERS.files['calls/2024-members.yaml'] ?? ''
    const rule = `naming: { subject: '优秀共产党员推荐-{branch}' }\ndeliverables:`
    const named = callsOf({
      ...MEMBERS,
      files: { ...MEMBERS.files, 'calls/2024-members.yaml': file.replace('deliverables:', rule) },
    })
    const entries = judged(named, {
      subject: `优秀共产党员推荐-${DESIGN}`,
      documents: [person('张建华'), person('李文博', MAKING), list('张建华', '李文博')],
    })
    expect(told(entries)).toEqual([
      `${DESIGN}（张建华）: returned application.several`,
      `${MAKING}（李文博）: returned application.several`,
    ])
    expect(entries.map(({ problems }) => problems[0]?.expected)).toEqual([
      `优秀共产党员推荐-${DESIGN}`,
      `优秀共产党员推荐-${MAKING}`,
    ])
  })

  test('the list that comes later makes each of the branch’s applications whole', () => {
    const first = judged(calls, { documents: [person('张建华'), person('李文博')] })
    expect(first.map(({ outcome }) => outcome)).toEqual(['returned', 'returned'])
    const second = judged(calls, { subject: '推荐汇总表', documents: [list('张建华', '李文博')], earlier: first })
    expect(told(second)).toEqual([`${DESIGN}（张建华）: accepted`, `${DESIGN}（李文博）: accepted`])
  })

  test('a list that has every label of the form is a list all the same', () => {
    const labels = ['序号', '姓名', '性别', '年龄', '所在党支部', '联系电话', '主要事迹']
    const row = ['1', '张建华', '男', '38', DESIGN, '13800000000', '长期坚守教学一线，主持重点项目两项，事迹突出。']
    const whole = sheetOf('推荐汇总表.xlsx', [['优秀共产党员推荐审批表汇总表'], labels, row])
    expect(told(judged(calls, { documents: [person('张建华'), whole] }))).toEqual([`${DESIGN}（张建华）: accepted`])
  })

  test('a scan called after one of the branch’s people is that one’s alone', () => {
    const first = judged(calls, { documents: [person('张建华'), person('李文博'), list('张建华', '李文博')] })
    const scan = {
      subject: '盖章扫描件',
      documents: [fileOf('李文博审批表盖章.jpg', 'image')],
      from: 'sheji@dlut.edu.cn',
    }
    expect(told(judged(calls, { ...scan, earlier: first }))).toEqual([`${DESIGN}（李文博）: accepted`])
  })

  test('a list that could not be read is nobody’s fault', () => {
    const { content: _, ...closed } = list('张建华')
    const unread = { ...closed, content: null, status: 'unreadable', why: 'timeout' } as Document
    for (const subject of ['推荐汇总表', '关于推荐'])
      expect(told(judged(calls, { subject, documents: [unread] }))[0]).toMatch(/: held /)
  })

  test('rows without a form and forms without a row are notes for staff, and no fault', () => {
    const [decision] = judged(calls, { documents: [person('张建华'), list('李文博')] })
    expect(decision.outcome).toBe('accepted')
    expect(decision.notes).toEqual([
      '推荐汇总表中没有“张建华”。',
      expect.stringContaining('推荐汇总表中有1行没有对应的'),
    ])
    expect(decision.summary).toEqual([{ row: `1 | 李文博 | ${DESIGN} | 优秀共产党员`, matches: false }])
  })

  test('more people than the branch may recommend are for staff', () => {
    const people = ['张建华', '李文博', '赵志强']
    const decisions = judged(calls, { documents: [...people.map(name => person(name)), list(...people)] })
    expect(decisions.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(decisions[0].notes).toEqual([expect.stringContaining('超过名额2份')])
    const first = judged(calls, { documents: [person('张建华'), person('李文博'), list('张建华', '李文博')] })
    const [later] = judged(calls, { documents: [person('赵志强'), list('赵志强')], earlier: first })
    expect(later.outcome).toBe('accepted')
    expect(later.notes).toContainEqual(expect.stringContaining('超过名额2份：赵志强、张建华、李文博'))
  })
})

describe('projects: teams without a roster, with limits', () => {
  const calls = callsOf(PROJECTS)
  const task = (change: Readonly<Record<string, string>> = {}): Document =>
    formOf(
      '项目立项任务书',
      {
        项目名称: '智能分拣小车',
        负责人: '王小雨',
        联系电话: '13900000000',
        项目组成员人数: '4',
        '申请经费（元）': '8000',
        ...change,
      },
      { texts: { 摘要: '本项目研制面向快递网点的智能分拣小车，完成样机一台，申请专利一项，并在校内网点试用。' } },
    )
  const list = sheetOf('推荐项目一览表.xlsx', [
    ['序号', '项目名称', '负责人', '经费'],
    ['1', '智能分拣小车', '王小雨', '8000'],
  ])
  const intro = paperOf('智能分拣小车项目介绍')
  const WHO = '智能分拣小车（王小雨）'

  test.each<[string, Parameters<typeof judged>[1], readonly string[]]>([
    ['right', { subject: '创业训练+智能分拣小车', documents: [task(), list, intro] }, [`${WHO}: accepted`]],
    [
      'a subject without the keyword',
      { subject: '大创材料', documents: [task(), list, intro] },
      [`${WHO}: returned subject.pattern`],
    ],
    [
      'too many in the team',
      { subject: '创业训练', documents: [task({ 项目组成员人数: '6人' }), list, intro] },
      [`${WHO}: returned eligibility.team`],
    ],
    [
      'too much money',
      { subject: '创业训练', documents: [task({ '申请经费（元）': '1.2万元' }), list, intro] },
      [`${WHO}: returned eligibility.funds`],
    ],
    [
      'money that nobody can tell',
      { subject: '创业训练', documents: [task({ '申请经费（元）': '约8000-12000' }), list, intro] },
      [`${WHO}: accepted`],
    ],
    [
      'incomplete',
      { subject: '创业训练', documents: [task(), list] },
      [`${WHO}: returned deliverable.missing(项目介绍材料)`],
    ],
    [
      'a list without the form',
      { subject: '创业训练 一览表', documents: [list] },
      [`${WHO}: returned file.missing deliverable.missing(项目介绍材料)`],
    ],
    [
      'a form without the list',
      { subject: '创业训练', documents: [task(), intro] },
      [`${WHO}: returned deliverable.missing(推荐项目一览表)`],
    ],
    [
      'late',
      { subject: '创业训练', documents: [task(), list, intro], days: 0.5 },
      [`${WHO}: rejected deadline.missed`],
    ],
    [
      'two projects',
      {
        subject: '创业训练',
        documents: [
          task(),
          { ...task({ 项目名称: '康复外骨骼', 负责人: '李想' }), name: '二.docx', sha256: 'x' },
          list,
          intro,
        ],
      },
      [`${WHO}: accepted`, '康复外骨骼（李想）: returned deliverable.missing(项目介绍材料)'],
    ],
    [
      'a question',
      { subject: '请问创业训练项目什么时候截止？', text: '老师您好，请问创业训练项目什么时候截止？' },
      ['?: ignored'],
    ],
    ['foreign', { subject: '数学建模竞赛报名', documents: [paperOf('报名表')] }, ['?: ignored']],
  ])('%s', (_, mail, expected) => {
    expect(told(judged(calls, mail))).toEqual(expected)
  })

  test('what a person must settle stays open', () => {
    const [{ checks }] = judged(calls, { subject: '创业训练', documents: [task(), list, intro] })
    expect(checks?.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['complete', 'pass'],
      ['team', 'pass'],
      ['funds', 'pass'],
      ['once', 'review'],
    ])
    expect(checks?.at(-1)?.note).toBe('待创新创业学院核实。')
  })
})

describe('a training course: a list for each branch, and no form', () => {
  const calls = callsOf(TRAINING)
  const list = (name: string) =>
    sheetOf(name, [
      ['序号', '姓名'],
      ['1', '王小明'],
    ])

  test.each<[string, Parameters<typeof judged>[1], readonly string[]]>([
    [
      'the file’s name says whose it is',
      { subject: '报名材料', documents: [list(`${DESIGN}+培训班报名表.xlsx`)] },
      [`${DESIGN}: accepted`],
    ],
    [
      'a subject in the words of the title, though it speaks of a course',
      { subject: `2024年秋季学期入党积极分子培训班：${DESIGN}`, documents: [list(`${DESIGN}+培训班报名表.xlsx`)] },
      [`${DESIGN}: accepted`],
    ],
    [
      'a word of the title that elsewhere announces something',
      { subject: '培训班报名', documents: [list(`${DESIGN}+培训班报名表.xlsx`)] },
      [`${DESIGN}: accepted`],
    ],
    [
      'a file that names nobody',
      { subject: '报名材料', documents: [list('培训班报名表.xlsx')] },
      ['?: returned file.name'],
    ],
    [
      'a notice about it',
      { subject: '关于培训班延期的通知', documents: [paperOf('关于培训班延期的通知')] },
      ['?: ignored'],
    ],
  ])('%s', (_, mail, expected) => {
    expect(told(judged(calls, mail))).toEqual(expected)
  })
})

describe('cases of each college, without a form, told apart by their names', () => {
  const calls = callsOf(CLASS_CASES)
  const NAME = '外国语学院+英语2401+点亮心灯'
  const APPLICANT = '外国语学院（点亮心灯）'
  const named = (name: string): Document => ({ ...paperOf('点亮心灯'), name })

  test.each<[string, Parameters<typeof judged>[1], readonly string[]]>([
    [
      'right',
      { subject: NAME, documents: [named(`${NAME}.docx`), fileOf('1.jpg', 'image')] },
      [`${APPLICANT}: accepted`],
    ],
    [
      'a file named otherwise',
      { subject: NAME, documents: [named('点亮心灯.docx')] },
      [`${APPLICANT}: returned file.name`],
    ],
    [
      'photos alone',
      { subject: NAME, documents: [fileOf('1.jpg', 'image')] },
      [`${APPLICANT}: returned deliverable.missing(主题班会案例)`],
    ],
    [
      'a subject with a place left open',
      { subject: '外国语学院+XX班+点亮心灯', documents: [named(`${NAME}.docx`)] },
      [`${APPLICANT}: returned subject.placeholder`],
    ],
    [
      'a title left open, which names no case',
      { subject: '外国语学院+英语2401+XXX', documents: [named('x.docx')] },
      ['外国语学院: returned subject.placeholder file.name'],
    ],
    [
      'a college with a slip',
      { subject: '外语学院+英语2401+点亮心灯', documents: [named('案例.docx')] },
      ['?: returned file.name branch.unknown'],
    ],
    [
      'a college that the list lacks',
      { subject: '法学院+法学2401+点亮心灯', documents: [named('案例.docx')] },
      ['?: returned file.name branch.unknown'],
    ],
    [
      'the example, copied',
      { subject: 'XX学院+XX班+案例标题', documents: [named('案例.docx')] },
      ['?: returned subject.placeholder file.name'],
    ],
    [
      'a file named right under a subject that says nothing',
      { subject: '老师好', documents: [named(`${NAME}.docx`)] },
      [`${APPLICANT}: returned subject.pattern`],
    ],
    [
      'what the call gathers, for a subject',
      { subject: '主题班会案例', documents: [named('点亮心灯.docx')] },
      ['?: returned subject.pattern file.name'],
    ],
    [
      'held apart by spaces',
      { subject: '外国语学院 英语2401 点亮心灯', documents: [named('外国语学院 英语2401 点亮心灯.docx')] },
      [`${APPLICANT}: accepted`],
    ],
    [
      'a word in front, a version behind',
      { subject: `【投稿】${NAME}`, documents: [named(`${NAME}（定稿）.docx`)] },
      [`${APPLICANT}: accepted`],
    ],
    ['a copy mark', { subject: NAME, documents: [named(`${NAME}(1).docx`)] }, [`${APPLICANT}: accepted`]],
    [
      'another matter of a college, in words held apart by spaces',
      { subject: '外国语学院 2024 奖学金 推荐名单', documents: [named('推荐.docx')] },
      ['?: ignored'],
    ],
    [
      'a notice of a college',
      { subject: '外国语学院 关于调课的 通知', documents: [named('通知.docx')] },
      ['?: ignored'],
    ],
    [
      'words of another matter, built alike',
      { subject: '关于-会议室-使用说明', documents: [named('说明.docx')] },
      ['?: ignored'],
    ],
  ])('%s', (_, mail, expected) => expect(told(judged(calls, mail))).toEqual(expected))

  test('a file’s right name is told with what the subject says', () => {
    const [entry] = judged(calls, { subject: NAME, documents: [named('点亮心灯.docx')] })
    expect(entry?.problems[0]?.expected).toBe(`${NAME}.docx`)
  })

  test('and so are the names to copy', () => {
    const [call] = calls
    const [entry] = judged(calls, { subject: NAME, documents: [named('点亮心灯.docx')] })
    if (call === undefined || entry === undefined) throw new Error('nothing was judged')
    expect(rightNames(targetOf(call, entry), entry).map(({ name }) => name)).toEqual([NAME, `${NAME}.docx`])
  })

  test('what must stand in a name is told in Chinese, also where the call’s file has it in English', () => {
    const labels = calls.flatMap(({ form }) => Object.values(form.fields).map(({ label }) => label))
    expect(labels).toEqual(['班级', '案例标题'])
  })
})

describe('essays of persons, without form and list, under a rule of tokens alone', () => {
  const calls = callsOf(ESSAYS)
  const NAME = '张小明+外国语学院+在路上'
  const RARE = '阿依古丽+外国语学院+在路上'
  const SWAPPED = '外国语学院+张小明+在路上'
  const HALVES = '阿依努尔·买买提+外国语学院+在路上'
  const OFFICE = '离退休工作处+李小红+在路上'

  test.each<[string, string, string, string]>([
    ['right', NAME, `${NAME}.docx`, '张小明: accepted'],
    ['held apart by other dashes', '张小明-外国语学院-在路上', `${NAME}.docx`, '张小明: accepted'],
    ['a name that no list of surnames has', RARE, `${RARE}.docx`, '阿依古丽: accepted'],
    ['a subject that says nothing', '老师好', `${NAME}.docx`, '张小明: returned subject.pattern'],
    ['a file that says nothing', NAME, '在路上.docx', '张小明: returned file.name'],
    ['in another order', SWAPPED, `${SWAPPED}.docx`, '张小明: returned subject.pattern file.name'],
    ['without its title', '张小明+外国语学院', '张小明+外国语学院.docx', '张小明: returned subject.pattern file.name'],
    ['a name of two halves', `${HALVES}`, `${HALVES}.docx`, '阿依努尔·买买提: accepted'],
    ['a label before it', `征文：${NAME}`, `${NAME}.docx`, '张小明: accepted'],
    ['a label that the title has not', `投稿：${NAME}`, `${NAME}.docx`, '张小明: accepted'],
    ['a label for a part', `征文+${NAME}`, `征文+${NAME}.docx`, '张小明: accepted'],
    [
      'an answer to the notice in other words',
      'Re: 关于征文的通知',
      `${NAME}.docx`,
      '张小明: returned subject.pattern',
    ],
    ['an office where a person should stand', OFFICE, `${OFFICE}.docx`, '李小红: returned subject.pattern file.name'],
    ['whose it is, and a paper of that name on any day', '张小明+在忙', '张小明+在忙.docx', '?: ignored'],
    ['a notice', '关于-会议-通知', '通知.docx', '?: ignored'],
    ['what merely has as many parts', '会议室+使用+说明', '说明.docx', '?: ignored'],
    ['a title that asks', `${NAME}是为什么？`, `${NAME}是为什么？.docx`, '张小明: accepted'],
    ['a title that asks, and a rare name', `${RARE}吗？`, `${RARE}吗？.docx`, '阿依古丽: accepted'],
    ['another matter', '张小明 外国语学院 奖学金申请', '奖学金.docx', '?: ignored'],
  ])('%s', (_, subject, name, expected) => {
    expect(told(judged(calls, { subject, documents: [{ ...paperOf('在路上'), name }] }))).toEqual([expected])
  })
})

test('what was written in another order is told in the right one', () => {
  const names = (subject: string) =>
    judged(callsOf(ESSAYS), { subject, documents: [{ ...paperOf('在路上'), name: '在路上.docx' }] })[0].problems.map(
      ({ expected }) => expected,
    )
  expect(names('外国语学院+张小明+在路上')).toEqual(['张小明+外国语学院+在路上', '张小明+外国语学院+在路上.docx'])
  expect(names('外国语学院+在路上+张小明')[0]).toBe('张小明+（学院）+（作品题目）')
})

test.each<[Notice, string, Document, string]>([
  [ESSAYS, '张小明+外国语学院+在路上', fileOf('张小明+外国语学院+在路上.rar', 'rar'), '张小明: returned file.format'],
  [ESSAYS, '张小明+外国语学院+在路上', fileOf('在路上.rtf', 'rtf'), '张小明: returned file.format'],
  [ESSAYS, '张小明+外国语学院+在路上', fileOf('在路上.txt', 'txt'), '张小明: returned file.format'],
  [PHOTOS, '摄影征集-张小明-文学院', { ...paperOf('晨光'), name: '晨光.docx' }, '张小明: returned file.format'],
])(
  'a paper of a kind that a call without a form does not take comes back: %#',
  (notice, subject, document, expected) => {
    expect(told(judged(callsOf(notice), { subject, documents: [document] }))).toEqual([expected])
  },
)

/** Two papers without a form. */
const WITH_LIST: Notice = {
  id: '2026-with-list',
  files: {
    'calls/2026-with-list.yaml': `id: 2026-with-list
title: 2026年“我的青春”主题征文
unit: 学生工作部
announced: 2026-03-01
deadline: 2026-04-10T12:00:00+08:00
applicant: { key: name }
naming: { subject: '{name}+{学院}+{作品题目}', file: '{name}+{学院}+{作品题目}' }
deliverables:
  - { id: essay, title: 征文, formats: [docx, doc, pdf] }
  - { id: list, title: 汇总表, formats: [xlsx], name: '*汇总表*' }
`,
  },
}

describe('what came beside a paper that is lacking, or may be it, in a call without a form', () => {
  const essay = { ...paperOf('正文'), name: '张小明+外国语学院+在路上.docx' }
  test.each<[Notice, readonly Document[], string]>([
    [WITH_LIST, [essay, fileOf('ATT00001.txt', 'txt')], 'returned deliverable.missing(汇总表)'],
    [WITH_LIST, [essay, fileOf('ATT00001.htm', 'html')], 'returned deliverable.missing(汇总表)'],
    [WITH_LIST, [essay, fileOf('说明.pptx', 'pptx')], 'held deliverable.missing(汇总表)'],
    [WITH_LIST, [essay, fileOf('a.rtf', 'rtf')], 'held deliverable.missing(汇总表)'],
    [ESSAYS, [fileOf('ATT00001.htm', 'html')], 'returned deliverable.missing(征文)'],
    [ESSAYS, [fileOf('在路上.wps', 'wps')], 'held deliverable.missing(征文)'],
    [ESSAYS, [fileOf('在路上.odt', 'odt')], 'held deliverable.missing(征文)'],
    [ESSAYS, [fileOf('投稿信息表.xlsx', 'xlsx')], 'held deliverable.missing(征文)'],
    [ESSAYS, [fileOf('附件.rar', 'rar'), fileOf('ATT00001.htm', 'html')], 'returned file.format'],
    [ESSAYS, [fileOf('在路上.7z', '7z'), fileOf('封面.jpg', 'image')], 'returned file.format'],
    [ESSAYS, [fileOf('在路上.doc', 'rtf')], 'held deliverable.missing(征文)'],
    [ESSAYS, [fileOf('在路上.rar', 'rar'), fileOf('在路上.pages', 'other')], 'held deliverable.missing(征文)'],
  ])('%#', (notice, documents, expected) =>
    expect(told(judged(callsOf(notice), { subject: '张小明+外国语学院+在路上', documents }))).toEqual([
      `张小明: ${expected}`,
    ]),
  )

  test.each<[readonly Document[]]>([
    [[fileOf('张小明-晨光.HEIC', 'other')]],
    [packed('张小明.zip', [fileOf('IMG_1.heif', 'other')])],
    [[fileOf('张小明-晨光.psd', 'other'), { ...paperOf('作品说明'), name: '作品说明.docx' }]],
    [[{ ...paperOf('作品说明'), name: '作品说明.docx' }]],
    [[{ ...fileOf('张小明-晨光.docx', 'docx'), status: 'unreadable', why: 'encrypted' }]],
  ])('what may be a picture of a kind that we don’t know, or hold one, is looked at: %#', documents =>
    expect(told(judged(callsOf(PHOTOS), { subject: '摄影征集-张小明-文学院', documents }))).toEqual([
      '张小明: held deliverable.missing(摄影作品)',
    ]),
  )

  test('where another paper came before, a rar names the one that is lacking', () => {
    const subject = '张小明+外国语学院+在路上'
    const earlier = judged(callsOf(WITH_LIST), { subject, documents: [essay] })
    const later = judged(callsOf(WITH_LIST), { subject, documents: [fileOf('汇总.rar', 'rar')], earlier })
    expect(told(later)).toEqual(['张小明: held deliverable.missing(汇总表)'])
  })

  test('what nobody knows of an earlier mail may be it', () => {
    const subject = '张小明+外国语学院+在路上'
    const earlier = judged(callsOf(ESSAYS), { subject, documents: [fileOf('在路上.wps', 'wps')] })
    expect(
      told(judged(callsOf(ESSAYS), { subject, documents: [fileOf('在路上.rar', 'rar')], earlier }))[0],
    ).not.toContain('file.format')
  })
})

test('of class, college and a word that may be a name, or the title, nobody is taken', () => {
  const who = (subject: string) =>
    told(judged(callsOf(ESSAYS), { subject, documents: [{ ...paperOf('正文'), name: `${subject}.docx` }] }))
  expect(who('机械2301班+机械学院+江南')).toEqual(['?: returned subject.pattern file.name'])
  expect(who('外国语学院团委+外国语学院+高原')).toEqual(['?: returned subject.pattern file.name'])
})

test('whose names stand in a roster’s row beside the class is not who applies', () => {
  const calls = callsOf({
    id: '2024-classn',
    files: {
      'calls/2024-classn.yaml': `id: 2024-classn
title: 2024年“我的青春”主题征文
unit: 学生工作部
announced: 2024-11-20
deadline: 2024-12-12T12:00:00+08:00
applicant: { roster: classn.csv, key: class, several: { by: name, most: 3 } }
naming: { subject: '{class}-{name}-{作品题目}', file: '{class}-{name}-{作品题目}' }
deliverables: [{ id: paper, title: 征文, formats: [docx, doc, pdf] }]
`,
      'calls/classn.csv': '班级,姓名,联系邮箱\n机械2301班,刘洋,\n机械2302班,王敏,\n',
    },
  })
  const subjectFor = (subject: string, name: string) =>
    judged(calls, { subject, documents: [{ ...paperOf('正文'), name }] })[0].problems[0]?.expected
  expect(subjectFor('征文投稿', '机械2301班-陈一鸣.docx')).toBe('机械2301班-陈一鸣-（作品题目）')
  expect(subjectFor('机械2301班征文', '机械2301班.docx') ?? '').not.toContain('刘洋')
})

/** People of a list, which also says of which college they are. */
const TEACHERS: Notice = {
  id: '2024-teachers',
  files: {
    'calls/2024-teachers.yaml': `id: 2024-teachers
title: 第五届“最美教师”推选
unit: 教师工作部
announced: 2024-11-20
deadline: 2024-12-12T12:00:00+08:00
applicant: { roster: teachers.csv, key: name }
naming: { subject: '最美教师-{college}-{name}', file: '{name}事迹材料' }
deliverables: [{ id: deeds, title: 事迹材料, formats: [docx, doc, pdf] }]
`,
    'calls/teachers.csv': '姓名,学院\n孙桂兰,材料学院\n王海燕,外国语学院\n',
  },
}

/** Classes of a list. */
const CLASSES: Notice = {
  id: '2024-classes',
  files: {
    'calls/2024-classes.yaml': `id: 2024-classes
title: 2024年优秀班集体评选
unit: 学生工作部
announced: 2024-11-20
deadline: 2024-12-12T12:00:00+08:00
applicant: { roster: classes.csv, key: class }
naming: { subject: '{class}优秀班集体申报材料', file: '{class}优秀班集体申报材料' }
deliverables: [{ id: paper, title: 申报材料, formats: [docx, doc, pdf] }]
`,
    'calls/classes.csv': '班级,辅导员\n机械2301班,刘洋\n机械2302班,刘洋\n英语2301班,沈默\n',
  },
}

describe('people and classes of a list, without a form', () => {
  const RIGHT = '最美教师-材料学院-孙桂兰'
  test.each<[Notice, string, string, readonly string[]]>([
    [TEACHERS, '最美教师-孙桂兰-材料学院', '孙桂兰事迹材料.docx', ['孙桂兰: returned subject.pattern']],
    [TEACHERS, '最美教师孙桂兰', '孙桂兰事迹材料.docx', ['孙桂兰: returned subject.pattern']],
    [TEACHERS, '最美教师-XXX-孙桂兰', '孙桂兰事迹材料.docx', ['孙桂兰: returned subject.placeholder']],
    [TEACHERS, '最美教师-材料学院-XXX', '孙桂兰事迹材料.docx', ['孙桂兰: returned subject.placeholder']],
    [TEACHERS, '最美教师-材料学院-李雷', '李雷事迹材料.docx', ['?: held branch.unknown']],
    [CLASSES, '机械2303班优秀班集体申报材料', '机械2303班优秀班集体申报材料.docx', ['?: held branch.unknown']],
    [CLASSES, '土木2401班优秀班集体申报材料', '土木2401班优秀班集体申报材料.docx', ['?: held branch.unknown']],
    [CLASSES, '优秀班集体材料（机械2301班）', '申报材料.docx', ['机械2301班: returned subject.pattern file.name']],
    [CLASSES, '我们班优秀班集体申报材料', '申报材料.docx', ['?: returned subject.pattern file.name']],
  ])('%# %s', (notice, subject, name, expected) => {
    expect(told(judged(callsOf(notice), { subject, documents: [{ ...paperOf('正文'), name }] }))).toEqual(expected)
  })

  test('what the list says of somebody stands in the right name', () => {
    const right = (subject: string) =>
      judged(callsOf(TEACHERS), { subject, documents: [{ ...paperOf('正文'), name: '孙桂兰事迹材料.docx' }] })[0]
        .problems
    for (const subject of ['最美教师-孙桂兰-材料学院', '最美教师孙桂兰', '最美教师-XXX-孙桂兰'])
      expect(right(subject).map(({ expected }) => expected)).toEqual([RIGHT])
  })
})

describe('pictures of several people in one mail', () => {
  const pictures = (...names: readonly string[]) => names.map(name => fileOf(`${name}.jpg`, 'image'))
  test.each<[string, readonly Document[], readonly string[]]>([
    [
      'two people',
      pictures('赵敏-晨光', '钱进-夜读', '赵敏-潮汐'),
      ['赵敏: returned subject.pattern', '钱进: returned subject.pattern'],
    ],
    ['one person', pictures('赵敏-晨光', '赵敏-潮汐'), ['赵敏: returned subject.pattern']],
    ['titles that read as names', pictures('江南-王敏', '夏日-王敏'), ['江南: returned subject.pattern']],
  ])('%s', (_, documents, expected) => {
    expect(told(judged(callsOf(PHOTOS), { subject: '摄影作品投稿', documents }))).toEqual(expected)
  })
})

describe('students, told by their number', () => {
  const calls = callsOf(STUDENTS)
  const WHO = '李小红（20241234）'

  test.each<[string, string, string, string]>([
    ['right', '机械学院-李小红-20241234', '李小红-20241234.docx', `${WHO}: accepted`],
    ['held apart by nothing', '机械学院李小红20241234', '李小红20241234.docx', `${WHO}: accepted`],
    ['held apart by spaces and nothing', '机械学院 李小红20241234', '20241234.docx', `${WHO}: returned file.name`],
    ['in another order', '机械学院-20241234-李小红', '20241234-李小红.docx', '?: returned subject.pattern file.name'],
    ['a number left open', '机械学院-李小红-学号', '李小红-学号.docx', '?: returned subject.pattern file.name'],
    ['the call’s own name', '最美大学生推荐', '李小红.docx', '?: returned subject.pattern file.name'],
    ['a file with name and number, as any is called', '老师您好', '李小红-20241234.docx', '?: ignored'],
    ['homework', '高数作业', '李小红20241234.docx', '?: ignored'],
    ['homework that bears all of it', '高数作业 李小红 20241234', '李小红 20241234 高数作业.docx', '?: ignored'],
    ['news of it', '“最美大学生”名单公示', '名单.docx', '?: ignored'],
    ['another matter', '机械学院 李小红 助学金', '李小红.docx', '?: ignored'],
  ])('%s', (_, subject, name, expected) => {
    expect(told(judged(calls, { subject, documents: [{ ...paperOf('在路上'), name }] }))).toEqual([expected])
  })
})

test('words, a name and a number held apart by spaces ask nobody for a file', () => {
  expect(told(judged(callsOf(STUDENTS), { subject: '高数 李小红 20241234' }))).toEqual(['?: ignored'])
})

test('what is downloaded for a subject alone is what would be judged: tokens by the rule, too', () => {
  const preview = (subject: string) => ({ subject, size: 0, parts: [], headers: [] })
  const isLookedAt = (subject: string) => mayBeApplication(preview(subject), callsOf(ESSAYS))
  expect(['张小明+外国语学院+在路上', '张小明 出差'].map(isLookedAt)).toEqual([true, false])
})

test('a file with somebody’s name and number is the call’s where the sender’s words name the call', () => {
  const documents = [{ ...paperOf('在路上'), name: '李小红-20241234.docx' }]
  const mail = { subject: '老师您好', text: '这是我“最美大学生”的推荐表，请查收。', documents }
  expect(told(judged(callsOf(STUDENTS), mail))).toEqual(['李小红（20241234）: returned subject.pattern'])
})

test.each([
  ['张小明+机械学院+请假条', '张小明+机械学院+请假条.docx'],
  ['张小明-机械学院-实习鉴定表', '张小明-机械学院-实习鉴定表.docx'],
  ['李小红-机制2101-毕业设计任务书', '李小红-机制2101-毕业设计任务书.docx'],
  ['王芳 教务处 调课申请', 'a.docx'],
  ['王芳-财务处-差旅行程', 'a.docx'],
  ['李小红 机械学院 毕业设计开题', '开题.docx'],
  ['作业', '李小红-机制2101-第三次作业.docx'],
  ['“安全生产月”征文', '作品.docx'],
  ['投稿：校庆征文', '我的大学.docx'],
  ['张小明+机械学院+党建工作样板支部申报书', '张小明+机械学院+党建工作样板支部申报书.docx'],
])('what people send in under their names on any day is no essay of a call: %s', (subject, name) => {
  const documents = [{ ...paperOf('正文'), name }]
  expect(told(judged(callsOf(ESSAYS), { subject, documents }))).toEqual(['?: ignored'])
})

test.each([
  ['Re: 第三周实验报告', '张小明+外国语学院+实验三.docx', '附件是实验报告。'],
  ['Re: 请假', '张小明+外国语学院+请假.docx', '老师，请假条见附件。'],
  ['张小明+外国语学院', '张小明+外国语学院.docx', '思想汇报见附件。'],
  ['张小明+外国语学院', '张小明+外国语学院.docx', '老师好，我的简历见附件。'],
])(
  'an answer to something else, and a paper that the sender’s own words call otherwise, are none: %s over %s',
  (subject, name, text) => {
    const documents = [{ ...paperOf('正文'), name }]
    expect(told(judged(callsOf(ESSAYS), { subject, text, documents }))).toEqual(['?: ignored'])
  },
)

test.each([
  ['回复：通知', '张小明: returned subject.pattern'],
  ['Re: 关于交实验报告的通知', '?: ignored'],
])('an answer to a notice of whatever words is one, if it isn’t about another paper: %s', (subject, expected) => {
  const documents = [{ ...paperOf('正文'), name: '张小明+外国语学院+在路上.docx' }]
  expect(told(judged(callsOf(ESSAYS), { subject, documents }))).toEqual([expected])
})

test('under a right subject a question asks for the file all the same, and a subject that asks is a question', () => {
  const asked = (subject: string) => told(judged(callsOf(PROJECTS), { subject, documents: [], text: '请问还能改吗？' }))
  expect(asked('创业训练+智能分拣小车')).toEqual([expect.stringContaining('returned branch.ambiguous file.missing')])
  expect(asked('创业训练什么时候截止？')).toEqual(['?: ignored'])
})

test('what the call gathers may be written where its kind is asked for', () => {
  const rule = ESSAYS.files['calls/2026-essays.yaml'] ?? ''
  const kinds = { ...ESSAYS, files: { 'calls/2026-essays.yaml': rule.replaceAll('{name}+', '{类别}+{name}+') } }
  const name = '征文+张小明+外国语学院+在路上'
  const documents = [{ ...paperOf('正文'), name: `${name}.docx` }]
  expect(told(judged(callsOf(kinds), { subject: name, documents }))).toEqual(['张小明: accepted'])
})

test.each([
  '创业训练申报材料（按模板填写）',
  '创业训练：校园攻略小程序项目申报',
  '创业训练申报材料，已按通知要求填写',
  '创业训练项目—范例库建设',
])('a subject with the keyword of the rule is right, whatever else it speaks of: %s', subject => {
  const documents = [fileOf('材料.rar', 'rar')]
  expect(told(judged(callsOf(PROJECTS), { subject, documents }))).toEqual([expect.stringContaining('file.format')])
})

test.each([
  ['请假条-林晓岚-文学院', '请假条-林晓岚-文学院.docx', '?: ignored'],
  ['文学院+林晓岚+故乡的桥', '文学院+林晓岚+故乡的桥.docx', '林晓岚: returned subject.pattern file.name'],
  ['【征文投稿】林晓岚+文学院+故乡的桥', '林晓岚+文学院+故乡的桥.docx', '林晓岚: accepted'],
  ['回复：2026年“我的青春”主题征文的通知', '林晓岚+文学院+故乡的桥.docx', '林晓岚: returned subject.pattern'],
  ['征文投稿 林晓岚', '征文.docx', '?: returned subject.pattern file.name'],
  ['【征文投稿】林晓岚 文学院 《故乡的桥》', '林晓岚 文学院 《故乡的桥》.docx', '林晓岚: accepted'],
])('of names in other orders and with labels in front: %s', (subject, name, expected) => {
  const documents = [{ ...paperOf('正文'), name }]
  expect(told(judged(callsOf(ESSAYS), { subject, documents }))).toEqual([expected])
})

test('a branch’s scan stays with its own call, beside a call whose rule is tokens alone', () => {
  const rule = ESSAYS.files['calls/2026-essays.yaml'] ?? ''
  const dashed = { ...ESSAYS, files: { 'calls/2026-essays.yaml': rule.replaceAll('}+{', '}-{') } }
  const at = { ...shippedCall, announced: '2024-11-20', deadline: new Date('2024-12-12T12:00:00+08:00') }
  const subject = '王芳-机械工程学院-教工第一党支部样板支部'
  const [entry] = judged([...callsOf(dashed), at], { subject, documents: [scanOf('样板支部申报书.pdf')] })
  expect(entry?.call).toBe(shippedCall.id)
})

test.each([
  ['外国语学院+英语2401+拒绝抄作业', CLASS_CASES, '外国语学院（拒绝抄作业）: accepted'],
  ['张小明+外国语学院+给时光的申请', ESSAYS, '张小明: accepted'],
  ['张小明+机械学院+2024年个人总结', ESSAYS, '?: ignored'],
])('a title that ends as a daily paper is called is none: %s', (name, notice, expected) => {
  const documents = [{ ...paperOf('正文'), name: `${name}.docx` }]
  expect(told(judged(callsOf(notice), { subject: name, documents }))).toEqual([expected])
})

test('a college’s summary of its work is none of its cases', () => {
  const name = '外国语学院-英语2401-2024年上半年工作总结'
  const documents = [{ ...paperOf(name), name: `${name}.docx` }]
  expect(told(judged(callsOf(CLASS_CASES), { subject: name, documents }))).toEqual(['?: ignored'])
})

describe('papers of several in one mail, told by their names', () => {
  const cases = callsOf(CLASS_CASES)
  const essays = callsOf(ESSAYS)
  const papers = (...names: readonly string[]) => names.map(name => ({ ...paperOf(name), name: `${name}.docx` }))
  const ONE = '外国语学院+英语2401+点亮心灯'
  const OTHER = '外国语学院+英语2402+向光而行'
  const ELSEWHERE = '材料学院+材料2401+百炼成钢'

  test.each<[string, readonly Call[], string, readonly Document[], readonly string[]]>([
    [
      'two of one college',
      cases,
      '外国语学院主题班会案例2份',
      papers(ONE, OTHER),
      ['外国语学院（点亮心灯）: returned subject.pattern', '外国语学院（向光而行）: returned subject.pattern'],
    ],
    [
      'two of one college under the name of one',
      cases,
      ONE,
      papers(ONE, OTHER),
      ['外国语学院（点亮心灯）: accepted', '外国语学院（向光而行）: accepted'],
    ],
    [
      'two colleges’ under the name of one',
      cases,
      ONE,
      papers(ONE, ELSEWHERE),
      ['外国语学院（点亮心灯）: accepted', '材料学院（百炼成钢）: returned branch.mismatch'],
    ],
    [
      'two people’s',
      essays,
      '我的青春征文两篇',
      papers('张小明+外国语学院+在路上', '李小红+外国语学院+出发'),
      ['张小明: returned subject.pattern', '李小红: returned subject.pattern'],
    ],
    [
      'what belongs to one of them',
      cases,
      ONE,
      papers(ONE, `${ONE}教案`, `${ONE}(定稿)`),
      ['外国语学院（点亮心灯）: accepted'],
    ],
    [
      'a letter for the student whom the subject names',
      callsOf(STUDENTS),
      '机械学院-李小红-20241234',
      papers('李小红-20241234', '导师推荐信-20100123', '李小红-13800000000'),
      ['李小红（20241234）: accepted'],
    ],
    [
      'another student’s, under the name of one',
      callsOf(STUDENTS),
      '机械学院-李小红-20241234',
      papers('李小红-20241234', '王小明-20241235'),
      ['李小红（20241234）: accepted'],
    ],
    ['one that doesn’t say whose it is', cases, ONE, papers(ONE, '说明'), ['外国语学院（点亮心灯）: accepted']],
    [
      'the same as Word and PDF',
      cases,
      ONE,
      [...papers(ONE), { ...paperOf(ONE), name: `${ONE}.pdf`, kind: 'pdf', sha256: 'pdf' }],
      ['外国语学院（点亮心灯）: accepted'],
    ],
  ])('%s', (_, calls, subject, documents, expected) => {
    expect(told(judged(calls, { subject, documents }))).toEqual(expected)
  })
})

test.each([
  ['请问征文字数要求', '老师您好，请问征文有字数要求吗？', 'inquiry'],
  ['撤回征文', '老师您好，我是张小明，想撤回之前投的征文《在路上》。', 'inquiry'],
  ['征文比赛获奖名单公布', '现将获奖名单公布如下。', 'unrelated'],
])('words alone about the works that a call gathers: %s', (subject, text, relation) => {
  expect(judged(callsOf(ESSAYS), { subject, text }).map(one => one.relation)).toEqual([relation])
})

test('a college in the subject alone names it, where subjects may be any', () => {
  const rule = CLASS_CASES.files['calls/2026-class-cases.yaml'] ?? ''
  const any = rule.replace(/naming: .*/, "naming: { subject: any, file: '{college}+{案例标题}' }")
  const calls = callsOf({ ...CLASS_CASES, files: { ...CLASS_CASES.files, 'calls/2026-class-cases.yaml': any } })
  const documents = [{ ...paperOf('主题班会案例：点亮心灯'), name: '点亮心灯.docx' }]
  const [entry] = judged(calls, { subject: '外国语学院主题班会案例', documents })
  expect(entry).toMatchObject({ outcome: 'returned', branch: { name: '外国语学院' } })
  expect(entry?.problems.map(({ expected }) => expected)).toContain('外国语学院+（案例标题）.docx')
})

test('of calls whose rules hold as many parts, that one is meant which takes what came, and whose people are named', () => {
  const works = (id: string, subject: string, formats: string): Notice => ({
    id,
    files: {
      [`calls/${id}.yaml`]: `id: ${id}
title: ${id}作品征集
unit: 工会
announced: 2024-11-20
deadline: 2024-12-12T12:00:00+08:00
applicant: ${subject.includes('college') ? '{ roster: colleges.csv, key: college, several: { by: 案例名称, most: 2 } }' : '{ key: name }'}
naming: { subject: '${subject}', file: '${subject}' }
deliverables: [{ id: work, title: 作品, formats: [${formats}] }]
`,
      'calls/colleges.csv': '学院\n化工学院\n建筑学院\n',
    },
  })
  const calls = callsOf(
    works('2024-a', '{college}-{案例名称}', 'docx'),
    works('2024-b', '{name}-{单位}-{题目}', 'docx'),
    works('2024-c', '{学院}+{name}+{作品名称}', 'image'),
  )
  const taken = (name: string, document = { ...paperOf('正文'), name: `${name}.docx` }) =>
    told(judged(calls, { subject: name, documents: [document] }))
  const picture = (name: string) => taken(name, fileOf(`${name}.jpg`, 'image'))
  expect(taken('化工学院-红色驿站')).toEqual(['化工学院（红色驿站）: accepted'])
  expect(taken('顾明远-化工学院-谈心')).toEqual(['顾明远: accepted'])
  expect(taken('化工学院-顾明远-谈心')).toEqual(['顾明远: returned subject.pattern file.name'])
  expect(taken('化工学院+苏映雪+兰亭')).toEqual(['苏映雪: returned file.format'])
  expect(picture('化工学院+苏映雪+兰亭')).toEqual(['苏映雪: accepted'])
  expect(picture('化工学院+苏映雪')).toEqual(['苏映雪: returned subject.pattern file.name'])
})

test('a right name that is told ends as what came does', () => {
  const documents = [fileOf('晨光.png', 'image')]
  const [entry] = judged(callsOf(PHOTOS), { subject: '摄影征集-张小明-文学院', documents })
  expect(entry?.problems.map(({ expected }) => expected)).toEqual(['张小明-（作品名）.png'])
})

test('a letter about another part that was left open does not say that nobody is named', () => {
  const documents = [{ ...paperOf('正文'), name: '孙桂兰事迹材料.docx' }]
  const remedy = (subject: string) => judged(callsOf(TEACHERS), { subject, documents })[0].problems[0]?.remedy
  expect(remedy('最美教师-XXX-孙桂兰')).toContain('换成实际内容')
  expect(remedy('最美教师-材料学院-XXX')).toContain('换成申报人')
})

describe('several calls that are open, each under a rule of tokens alone', () => {
  const calls = callsOf(ESSAYS, CLASS_CASES, STUDENTS, PHOTOS)
  const asked = (name: string): Document =>
    name.endsWith('.jpg') ? fileOf(name, 'image') : { ...paperOf('在路上'), name }
  const taken = (subject: string, name: string) =>
    judged(calls, { subject, documents: [asked(name)] }).map(({ call, outcome }) => `${call}: ${outcome}`)

  test.each([
    ['张小明+外国语学院+在路上', '征文.docx', '2026-essays: returned'],
    ['外国语学院+英语2401+点亮心灯', '案例.docx', '2026-class-cases: returned'],
    ['机械学院-李小红-20241234', '李小红-20241234.docx', '2024-students: accepted'],
    ['摄影作品', 'IMG_2020.jpg', '2024-photos: returned'],
    ['张小明+外国语学院+在路上', '张小明+外国语学院+在路上.docx', '2026-essays: accepted'],
    ['张小明+外国语学院', '张小明+外国语学院.docx', '2026-essays: returned'],
    ['张小明-请假条', '张小明-请假条.docx', 'null: ignored'],
    ['张小明-材料学院-请假条', '张小明-材料学院-请假条.docx', 'null: ignored'],
    ['王芳 20241111 课程论文', '王芳 20241111 课程论文.docx', 'null: ignored'],
    ['关于材料学院李小红同学的情况说明', '情况说明.docx', 'null: ignored'],
  ])('%s', (subject, name, expected) => expect(taken(subject, name)).toEqual([expected]))
})

test('a decision keeps what a subject says of who applies, and nothing of what merely holds a place', () => {
  const said = (subject: string) =>
    judged(callsOf(SCHOLARSHIP), { subject, documents: [scanOf('扫描件.pdf')] })[0]?.naming?.values
  expect(said('启明奖学金-张小明-202400101')).toEqual({ name: '张小明', studentNo: '202400101' })
  expect(said('启明奖学金-XX-202400101')).toEqual({ studentNo: '202400101' })
})

test('forms of two people in one mail, under a rule that names one, are each told to come in a mail of their own', () => {
  const form = (name: string, no: string) =>
    formOf(
      '启明奖学金申请表',
      { 姓名: name, 学号: no, 专业: '应用化学', 联系电话: '13800000000', 成绩排名: '3' },
      {
        name: `启明奖学金-${name}-${no}.docx`,
        texts: { 主要事迹: `${name}学习刻苦，成绩优良，积极参加科研训练和志愿服务，受到师生好评。` },
      },
    )
  const [one, other] = [form('周子航', '202400101'), form('林晓岚', '202400102')]
  const entries = judged(callsOf(SCHOLARSHIP), { subject: '启明奖学金-周子航-202400101', documents: [one, other] })
  expect(told(entries)).toEqual([
    '周子航（202400101）: returned application.several',
    '林晓岚（202400102）: returned application.several',
  ])
  expect(entries.map(({ problems }) => problems[0]?.expected)).toEqual([
    '启明奖学金-周子航-202400101',
    '启明奖学金-林晓岚-202400102',
  ])
  expect(entries[0]?.problems[0]?.seen).toBe('周子航（202400101）、林晓岚（202400102）')
})
