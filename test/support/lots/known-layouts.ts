import type { Lot } from './lot.ts'
import { han } from './numbers.ts'
import type {
  Answers,
  Body,
  Entry,
  EntryKey,
  Grid,
  Opinions,
  Part,
  Place,
  Section,
  SectionKey,
  Sheet,
} from './sheet.ts'
import { tableBody } from './table-body.ts'

export type LayoutName = 'A' | 'B' | 'C' | 'D'
export const LAYOUTS: readonly LayoutName[] = ['A', 'B', 'C', 'D']

/** The layouts that the call's form is known in, filled in: A is the template's own. */
export const knownSheet = (name: LayoutName, answers: Answers, lot: Lot): Sheet =>
  ({ A: layoutA, B: layoutB, C: layoutC, D: layoutD })[name](answers, lot)

const label = (key: EntryKey | null, text: string): Place => ({ role: 'label', key, text })
const value = ({ entries }: Answers, key: EntryKey, wide = 1): Place => ({
  role: 'value',
  key,
  text: entries[key],
  wide,
})
const group = (text: string, high: number): Place => ({ role: 'group', key: null, text, high })
const lines = (...text: readonly string[]): Body => ({ kind: 'lines', lines: text })

const section = (key: SectionKey | null, heading: string, body: Body, more: Partial<Section> = {}): Section => ({
  ...{ kind: 'section', key, heading, prompt: null, body: [body], holder: 'box', isDown: false },
  ...more,
})

const postAndTitle = ({ entries }: Answers, wide = 1): Place => ({
  ...{ role: 'value', key: 'secretary.post', also: 'secretary.title', wide },
  text: `${entries['secretary.post']}/${entries['secretary.title']}`,
})

const postAndTitleLabel: Place = { role: 'label', key: 'secretary.post', also: 'secretary.title', text: '职务/职称' }

const duties = ({ basis }: Answers): string[] =>
  basis.flatMap(({ head, text }, index) => [`（${han(index + 1)}）${head}`, text])

const listed = (texts: readonly string[]): Body => lines(...texts.map((text, index) => `${index + 1}. ${text}`))

const measureTexts = ({ measures }: Answers): string[] =>
  measures.map(({ title, detail, dueText }) => `${title}：${detail}。完成时限：${dueText}。`)

const honourTexts = ({ honours }: Answers): string[] =>
  honours.map(({ dateText, kind, recipient, grantedBy, name, levelText }) => {
    const who = kind === 'branch' ? '支部' : kind === 'member' ? `党员${recipient}` : `支部书记${recipient}`
    return `${dateText}，${who}获${grantedBy}“${name}”荣誉称号（${levelText}）。`
  })

const texts = (passages: Answers['idea']): Body => lines(...passages.map(({ text }) => text))

const table = (
  heads: readonly string[],
  keys: readonly (string | null)[],
  rows: readonly (readonly string[])[],
): Body => ({
  kind: 'table',
  caption: null,
  heads: heads.map((text, index) => ({
    key: (keys[index] ?? null) as Exclude<Body, { kind: 'lines' | 'rows' }>['heads'][number]['key'],
    text,
  })),
  rows,
  again: null,
  parts: [],
})

const opinions = (heading: string | null, shape: Opinions['shape'], boxes: readonly string[]): Opinions => ({
  kind: 'opinions',
  heading,
  shape,
  boxes: boxes.map(text => [text, '\n负责人签字：\n（盖章）\n年  月  日'] as const),
})

const FORM: Pick<Sheet, 'numbering' | 'chapters' | 'look' | 'spacing' | 'colon'> = {
  ...{ numbering: '一、', chapters: [], look: 'style', spacing: '', colon: '：' },
}

const coverOf = ({ entries }: Answers, labels: readonly (readonly [EntryKey | null, string])[]): Entry[] =>
  labels.map(([key, text]) => ({ key, label: text, value: key === null ? '    年   月   日' : entries[key] }))

function layoutA(answers: Answers): Sheet {
  const cover = [
    ...([
      ['branchName', '党支部名称'],
      ['parentOrg', '所属基层党委'],
      ['secretary.name', '党支部书记'],
    ] as const),
    ...([
      ['phone', '联系电话'],
      [null, '填报日期'],
    ] as const),
  ]
  return {
    ...FORM,
    title: ['附件2', '大连理工大学党建工作样板支部', '申 报 书'],
    cover: { shape: 'ruled', entries: coverOf(answers, cover) },
    instructions: [
      ...['填报说明', '1. 党支部名称应填写全称，与党组织关系系统一致。'],
      ...['2. 工作基础请对照“七个有力”逐条填写，内容具体务实。'],
      ...['3. 创建举措须明确完成时限，预期成效能量化的尽可能量化。', '4. 创建周期为2年。'],
    ],
    parts: [
      basicsA(answers),
      section('honours', '近三年荣誉', honourTableA(answers)),
      section('reviewGrades', '述职评议考核结果', lines(...answers.gradesText.split('\n'))),
      section('basis', '工作基础', lines(...duties(answers))),
      section('idea', '创建思路', texts(answers.idea)),
      section('measures', '创建举措', measureTableA(answers)),
      section('outcomes', '预期成效', texts(answers.outcomes)),
      section(null, '保障措施', lines('学院党委给予经费和场地支持，支部每季度自查一次。')),
      opinions('审核意见', 'rows', ['支部意见', '学院党委意见', '学校党委意见']),
    ],
  }
}

const basicsA = (answers: Answers): Grid => ({
  ...{ kind: 'grid', heading: '基本信息', isBig: false },
  rows: [
    [label('branchName', '党支部名称'), value(answers, 'branchName', 3)],
    [
      ...[label('parentOrg', '所属基层党委'), value(answers, 'parentOrg')],
      ...[label('branchType', '支部类型'), value(answers, 'branchType')],
    ],
    [
      ...[label(null, '成立时间'), { role: 'value', key: null, text: '2012年9月' } as const],
      ...[label('memberCount', '党员人数'), value(answers, 'memberCount')],
    ],
    [group('党支部书记', 2), label('secretary.name', '姓  名'), value(answers, 'secretary.name', 2)],
    [postAndTitleLabel, postAndTitle(answers, 2)],
    [label('phone', '联系电话'), value(answers, 'phone'), label('email', '电子邮箱'), value(answers, 'email')],
  ],
})

const honourTableA = ({ honours }: Answers): Body =>
  table(
    ['序号', '时间', '荣誉名称', '获奖对象', '级别', '授予单位'],
    [null, 'honours.date', 'honours.name', 'honours.recipient', 'honours.level', 'honours.grantedBy'],
    honours.map((one, index) => [
      String(index + 1),
      one.dateText,
      one.name,
      one.recipient,
      one.levelText,
      one.grantedBy,
    ]),
  )

const measureTableA = ({ measures }: Answers): Body =>
  table(
    ['举措', '内容', '完成时限', '责任人'],
    ['measures.text', null, 'measures.due', null],
    measures.map(({ title, detail, dueText, owner }) => [title, detail, dueText, owner]),
  )

function layoutB(answers: Answers): Sheet {
  const cover = [
    ['branchName', '申 报 支 部 '],
    ['parentOrg', '推 荐 单 位 '],
    [null, '填 表 日 期 '],
  ] as const
  return {
    ...FORM,
    title: ['附件2', '新时代高校党建示范创建和质量创优工作', '党建工作样板支部申报书'],
    cover: { shape: 'lines', entries: coverOf(answers, cover) },
    instructions: [
      ...[
        '填 表 说 明',
        '一、申报支部须如实填写各项内容，创建思路、预期成果应简明扼要。',
        '二、主要荣誉仅填写校级及以上荣誉。',
      ],
    ],
    parts: [...basicsB(answers), ...chaptersB(answers)],
  }
}

const basicsB = (answers: Answers): Part[] => [
  {
    ...{ kind: 'grid', heading: '基本情况', isBig: false },
    rows: [
      [label('branchName', '党支部全称'), value(answers, 'branchName', 3)],
      [
        ...[label('parentOrg', '所在学院'), value(answers, 'parentOrg')],
        ...[label('memberCount', '党员总数'), value(answers, 'memberCount')],
      ],
      [label('branchType', '支部类别'), value(answers, 'branchType', 3)],
    ],
  },
  {
    ...{ kind: 'grid', heading: '党支部书记基本情况', isBig: false },
    rows: [
      [
        ...[label('secretary.name', '姓    名'), value(answers, 'secretary.name')],
        ...[label(null, '性    别'), { role: 'value', key: null, text: '男' } as const],
      ],
      [
        ...[label('secretary.post', '职    务'), value(answers, 'secretary.post')],
        ...[label('secretary.title', '专业技术职务'), value(answers, 'secretary.title')],
      ],
      [label('phone', '手    机'), value(answers, 'phone'), label('email', 'E-mail'), value(answers, 'email')],
    ],
  },
]

const chaptersB = (answers: Answers): Part[] => [
  section('honours', '近三年主要荣誉', listed(honourTexts(answers))),
  section('reviewGrades', '述职评议考核结果', lines(...answers.gradesText.split('\n'))),
  section('basis', '建设基础', lines(...duties(answers))),
  section('idea', '建设思路', texts(answers.idea)),
  section('measures', '建设计划', listed(measureTexts(answers))),
  section('outcomes', '预期成果', listed(answers.outcomes.map(({ text }) => text))),
  section(null, '支撑材料', lines('1. 组织生活台账；', '2. 主题党日影像资料。')),
  opinions('推荐意见', 'rows', ['支部意见', '学院党委意见', '学校意见']),
]

function layoutC(answers: Answers): Sheet {
  const big = { holder: 'big-left', isDown: true } as const
  return {
    ...FORM,
    ...{
      title: ['附件2', '党建工作样板支部推荐对象申报表', '（党建工作样板支部申报书）'],
      cover: null,
      instructions: [],
    },
    parts: [
      {
        ...{ kind: 'grid', heading: null, isBig: true },
        rows: [
          [
            ...[label('branchName', '党组织\n名  称'), value(answers, 'branchName')],
            ...[label('parentOrg', '所  属\n党  委'), value(answers, 'parentOrg')],
          ],
          [
            ...[label('secretary.name', '书记姓名'), value(answers, 'secretary.name')],
            ...[label('memberCount', '党员数'), value(answers, 'memberCount')],
          ],
          [label('phone', '联系电话'), value(answers, 'phone', 3)],
        ],
      },
      section('basis', '主要事迹', lines(...duties(answers)), { ...big, prompt: '（可另附页）' }),
      section('honours', '曾受表彰情况', lines(...honourTexts(answers)), big),
      section('measures', '创建举措', listed(measureTexts(answers)), { ...big, prompt: '（请写明完成时限）' }),
      section('outcomes', '预期成效', texts(answers.outcomes), { ...big, prompt: '（限300字以内）' }),
      opinions(null, 'big', ['支部意见', '二级党组\n织意见']),
    ],
  }
}

/** A mixture, as departments make them of what they find. */
function layoutD(answers: Answers, lot: Lot): Sheet {
  const big = { holder: 'big-left', isDown: true } as const
  const of = (kind: string) => honourTexts({ ...answers, honours: answers.honours.filter(one => one.kind === kind) })
  const said = (kind: string) => of(kind).join('') || '无'
  const rows: Body = {
    kind: 'rows',
    rows: [
      ['党支部', said('branch')],
      ['支部书记', said('secretary')],
      ['支部成员', said('member')],
    ],
  }
  const columns = [
    { head: { key: 'measures.text' as const, text: '重点任务' }, values: answers.measures.map(({ title }) => title) },
    { head: { key: null, text: '具体内容' }, values: answers.measures.map(({ detail }) => detail) },
    {
      head: { key: 'measures.due' as const, text: '时间节点' },
      values: answers.measures.map(({ dueText }) => dueText),
    },
    { head: { key: null, text: '责任人' }, values: answers.measures.map(({ owner }) => owner) },
  ]
  return {
    ...FORM,
    ...{ title: ['党建工作样板支部申报书'], cover: null, instructions: [] },
    parts: [
      basicsD(answers),
      section('honours', '获奖情况', rows, big),
      section('reviewGrades', '考核等次', lines(...answers.gradesText.split('\n')), { ...big, isDown: false }),
      section('basis', '特色做法', lines(...duties(answers)), big),
      section('idea', '总体思路', texts(answers.idea), { holder: 'paragraphs' }),
      section('measures', '重点任务', tableBody(lot, columns)),
      section('outcomes', '考核指标', texts(answers.outcomes), { holder: 'paragraphs' }),
    ],
  }
}

const basicsD = (answers: Answers): Grid => ({
  ...{ kind: 'grid', heading: null, isBig: true },
  rows: [
    [label('branchName', '申报党支部'), value(answers, 'branchName', 3)],
    [
      ...[label('parentOrg', '分党委'), value(answers, 'parentOrg')],
      ...[label('branchType', '支部类型'), value(answers, 'branchType')],
    ],
    [group('党 支 部\n书   记', 2), label('secretary.name', '姓  名'), postAndTitleLabel, label('phone', '联系方式')],
    [value(answers, 'secretary.name'), postAndTitle(answers), value(answers, 'phone')],
    [
      label('memberCount', '现有党员'),
      value(answers, 'memberCount'),
      label('email', '电子邮箱'),
      value(answers, 'email'),
    ],
  ],
})
