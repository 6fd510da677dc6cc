import { describe, expect, test } from 'vitest'
import { writeYaml } from '../../../src/config/write-yaml.ts'
import { callFile } from '../../../src/core/notice/call-file.ts'
import { draftCall } from '../../../src/core/notice/draft.ts'
import { wordingLines } from '../../../src/core/notice/wording.ts'
import { NOTICES } from '../../support/notices/notices.ts'
import { noticeSaying } from './said.ts'

type Kind = keyof typeof NOTICES

/** The drafted file's lines, without the sentences behind them. */
function fileOf(kind: Kind): string[] {
  const draft = draftCall(noticeSaying(...NOTICES[kind]), null, '2026-01-01')
  const { lines } = callFile(draft, { id: kind.toLowerCase(), rosters: [] })
  return writeYaml(lines)
    .split('\n')
    .map(line => line.replace(/ # .*/, ''))
}

const questionsOf = (kind: Kind) =>
  callFile(draftCall(noticeSaying(...NOTICES[kind]), null, '2026-01-01'), { id: 'x', rosters: [] }).questions.map(
    question => question.replace(/「[^」]*」/g, '「…」'),
  )

const EXPECTED: Readonly<Record<Kind, readonly string[]>> = {
  partyDay: [
    'title: 2025年下半年“最佳党日”活动评选',
    'unit: 化学学院',
    'university: 江海理工大学',
    'announced: 2025-12-01',
    'applicant: { roster: null }',
    "  archive: '{branch}'",
    '  - { id: form }',
    "  - { id: summary, title: 活动总结, formats: [ docx, doc, wps ], name: '*总结*' }",
    "  - { id: photos, title: 活动照片, formats: [ image, docx, pdf ], many: true, name: '*照片*' }",
    "  - { id: slides, title: 汇报PPT, formats: [ pptx, pdf ], required: false, many: true, name: '*PPT*' }",
  ],
  merit: [
    'title: 优秀共产党员',
    'applicant: { roster: null, several: { by: name, most: 2 } }',
    "  - { id: list, title: 推荐汇总表, name: '*汇总表*', reads: rows }",
  ],
  projects: [
    "applicant: { key: project, shown: '{project}({leader})' }",
    '  subject: { has: 创业训练 }',
    '  - { id: number-1, type: number, title: 团队不超过5人, field: teamSize, most: 5 }',
    '  - { id: number-2, type: number, title: 申请经费不超过1万元, field: money, most: 10000 }',
    '  - { id: ask, type: ask, title: 每人负责不超过一项 }',
  ],
  scholarship: [
    'unit: 学生工作处',
    "applicant: { key: studentNo, shown: '{name}({studentNo})' }",
    "  archive: '{class}{name}{studentNo}申请启明奖学金材料'",
    "  subject: '{class}{name}{studentNo}申请启明奖学金材料'",
    'deliverables: null',
  ],
  cases: [
    'applicant: { roster: null, several: { by: caseName, most: 2 } }',
    "  - { id: case, title: 案例正文, formats: [ docx, doc, wps, pdf ], name: '*案例正文*' }",
  ],
  graduates: [
    'title: 优秀毕业生',
    'unit: 土木学院',
    "applicant: { key: studentNo, shown: '{name}({studentNo})' }",
    "  subject: '{name}-{major}-优秀毕业生'",
    "  file: '{name}-{major}-优秀毕业生'",
  ],
  essays: [
    'form: null',
    "applicant: { key: class, shown: '{class}{college}{work}' }",
    "  file: '{college}+{class}+{work}'",
    '  - { id: paper, title: 征文, formats: [ docx, doc, wps, pdf ] }',
  ],
}

const QUESTIONS: Readonly<Record<Kind, readonly string[]>> = {
  partyDay: [
    '请确认截止时间：「…」 候选：2025-12-27T23:59:59+08:00（未写年份, 未写时刻: 当日24时）；2025-12-27T17:30:00+08:00（未写年份, 未写时刻: 当日下班）',
    '请确认名册：填好 x.roster.csv 并写上文件名 「…」',
  ],
  merit: [
    '请确认截止时间：「…」 候选：2026-06-22T12:00:00+08:00（未写年份）',
    '请确认名册：填好 x.roster.csv 并写上文件名 「…」',
  ],
  projects: ['请确认截止时间：「…」 候选：2026-03-23T12:00:00+08:00（“3231200”疑缺“月”“日”和冒号, 未写年份）'],
  scholarship: [
    '请确认截止时间：「…」 候选：2025-09-26T17:00:00+08:00（未写年份）',
    '请确认申报表：通知要求《启明奖学金申请表》，请附空白表重新生成；另要求成绩单、获奖证书 「…」',
  ],
  cases: [
    '请确认截止时间：「…」 候选：2025-11-15T23:59:59+08:00（未写年份, 未写时刻: 当日24时）；2025-11-15T17:30:00+08:00（未写年份, 未写时刻: 当日下班）',
    '请确认名册：填好 x.roster.csv 并写上文件名 「…」',
  ],
  graduates: ['请确认截止时间：「…」 候选：2026-05-25T17:00:00+08:00（“525日”疑缺“月”, 未写年份）'],
  essays: ['请确认截止时间：「…」 候选：2026-04-30T17:30:00+08:00（“下班前”未写时刻）'],
}

describe.each(Object.keys(NOTICES) as Kind[])('the notice %s', kind => {
  test('gives a call that says what it asks for', () => {
    const lines = fileOf(kind)
    for (const line of EXPECTED[kind]) expect(lines).toContain(line)
  })

  test('leaves to a person what it doesn’t say, one question a line', () => {
    expect(questionsOf(kind)).toEqual(QUESTIONS[kind])
  })

  test('takes at most 25 lines', () => {
    expect(fileOf(kind).filter(line => line !== '' && !line.startsWith('#')).length).toBeLessThanOrEqual(25)
  })
})

test('each value stands beside the sentence that it rests on', () => {
  const { lines } = callFile(draftCall(noticeSaying(...NOTICES.graduates), null, '2026-01-01'), {
    id: 'x',
    rosters: [],
  })
  expect(writeYaml(lines)).toContain('announced: 2026-05-11 # 「2026年5月11日」')
})

test('who has no roster is told a field that the form has', () => {
  const notice = noticeSaying('关于评选先进集体的通知', '各部门工会：', '请各部门工会报送《申报表》至邮箱。', '校工会')
  const field = (id: string, label: string) => ({ id, label, type: 'text' as const, required: false })
  const question = (...fields: ReturnType<typeof field>[]) =>
    callFile(draftCall(notice, { title: '申报表', fields, sections: [], said: null }, '2026-01-01'), {
      ...{ id: 'x', rosters: [] },
    }).questions.find(one => one.startsWith('请确认名册'))
  expect(question(field('college', '申报单位'))).toContain('改为 { key: college } ')
  expect(question(field('item1', '会员人数'), field('item2', '成果完成单位'))).toContain(
    '{ key: item2 }（成果完成单位）',
  )
  expect(question(field('item1', '会员人数'))).not.toContain('没有名册的')
})

test('what a form calls its project is what letters call it', () => {
  const notice = noticeSaying('关于申报2025年党建研究课题的通知', '请将《申报书》发送至邮箱。', '组织部')
  const nouns = (label: string) =>
    writeYaml(
      wordingLines(
        draftCall(
          notice,
          {
            title: '申报书',
            fields: [{ id: 'project', label, type: 'text', required: true }],
            sections: [],
            said: null,
          },
          '2026-01-01',
        ),
      ),
    )
  expect(nouns('课题名称')).toContain('you: 你课题组')
  expect(nouns('成果名称')).toContain('applicant: 成果')
  expect(nouns('项目名称')).toContain('applicant: 项目')
})
