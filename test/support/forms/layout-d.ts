import { boldLine, borderless, cell, cellOf, line, type Part, tableOf, ticked, title } from './docx-parts.ts'

export type Person = { readonly name: string; readonly post: string; readonly field: string; readonly phone: string }

/** When it begins and ends stands in two columns under one head. */
export type MeasureD = {
  readonly text: string
  readonly detail: string
  readonly from: string
  readonly to: string
  readonly owner: string
}

export type AnswersD = {
  readonly branchName: string
  readonly unit: string
  readonly branchType: string
  readonly foundedAt: string
  readonly memberCount: string
  readonly email: string
  readonly phone: string
  readonly filledAt: string
  readonly secretary: readonly [name: string, sex: string, born: string, post: string, title: string]
  readonly committee: readonly Person[]
  readonly honours: readonly (readonly [
    date: string,
    name: string,
    recipient: string,
    level: string,
    grantedBy: string,
  ])[]
  readonly review: string
  readonly basis: readonly string[]
  readonly idea: string
  readonly measures: readonly MeasureD[]
  readonly outcomes: string
}

const NOBODY: Person = { name: '', post: '', field: '', phone: '' }
const NOTHING: MeasureD = { text: '', detail: '', from: '', to: '', owner: '' }

export const BLANK_D: AnswersD = {
  ...{ branchName: '', unit: '', branchType: '', foundedAt: '', memberCount: '', email: '', phone: '' },
  ...{ filledAt: '    年   月   日', secretary: ['', '', '', '', ''], committee: [NOBODY, NOBODY, NOBODY] },
  ...{ honours: [['', '', '', '', '']], review: '', basis: [''], idea: '', measures: [NOTHING], outcomes: '' },
}

/** Stands at the foot of each page, with the number of the page. */
export const FOOT_D = '中共大连理工大学机械工程学院委员会'

const WIDE = 6

/**
 * Layout D, what offices make of their own forms: the cover a table without lines, its labels spaced out; one table for everything else, where a
 * cell over the whole width holds heading, prompt and text, or a caption and a table of its own; people in lists whose columns no call knows;
 * column heads over two rows.
 */
export const layoutD = (answers: AnswersD): readonly Part[] => [
  line('附件2'),
  title('党建工作样板支部'),
  title('申 报 书'),
  borderless([
    ['申 报 党 支 部：', answers.branchName],
    ['所 属 党 委：', answers.unit],
    ['党 支 部 书 记：', answers.secretary[0]],
    ['联 系 电 话：', answers.phone],
    ['填 报 日 期：', answers.filledAt],
  ]),
  line(''),
  tableOf([
    [section('一、基本情况')],
    [cell('党支部名称'), cell(answers.branchName, 2), cell('支部类型'), cell(ticked(TYPES, answers.branchType), 2)],
    [
      ...[cell('党员人数'), cell(answers.memberCount), cell('成立时间'), cell(answers.foundedAt)],
      ...[cell('电子邮箱'), cell(answers.email)],
    ],
    [cell('党支部书记', 1, 2), ...['姓名', '性别', '出生年月', '职务', '职称'].map(one => cell(one))],
    answers.secretary.map(one => cell(one)),
    [
      cell('支部委员会成员', 1, answers.committee.length + 1),
      ...['姓名', '支部职务', '研究方向', '联系方式'].map((one, index) => cell(one, index === 3 ? 2 : 1)),
    ],
    ...answers.committee.map(one => [cell(one.name), cell(one.post), cell(one.field), cell(one.phone, 2)]),
    [
      section('二、近三年主要荣誉', [
        line('（限校级及以上，请按时间顺序填写）'),
        line('表1 支部及党员获得荣誉一览'),
        honours(answers),
      ]),
    ],
    [section('三、述职评议考核结果', [line(answers.review)])],
    [section('四、工作基础', [line('（请对照“七个有力”逐条填写，1500字以内）'), ...answers.basis.map(line)])],
    [section('五、创建思路', [line('（300字以内）'), line(answers.idea)])],
    [section('六、创建举措', [line('表2 创建举措及时间安排'), measures(answers)])],
    [section('七、预期成效', [line('（能量化的尽可能量化，500字以内）'), line(answers.outcomes)])],
    [cell('党支部意见'), cell('\n负责人签字：        年   月   日', WIDE - 1)],
    [cell('学院党委意见'), cell('\n（盖章）        年   月   日', WIDE - 1)],
  ]),
]

const TYPES = ['教师', '学生', '师生联合', '离退休']

/** A cell over the whole width: the heading in bold, and below it what belongs to it. */
const section = (heading: string, inside: readonly Part[] = []) => cellOf([boldLine(heading), ...inside], WIDE)

const honours = ({ honours }: AnswersD) =>
  tableOf([
    ['时间', '荣誉名称', '获奖对象', '级别', '授予单位'].map(one => cell(one)),
    ...honours.map(row => row.map(one => cell(one))),
  ])

const measures = ({ measures }: AnswersD) =>
  tableOf([
    [
      ...[cell('序号', 1, 2), cell('创建举措', 1, 2), cell('具体内容', 1, 2)],
      ...[cell('完成时限', 2), cell('责任人', 1, 2)],
    ],
    [cell('起'), cell('止')],
    ...measures.map(({ text, detail, from, to, owner }, index) =>
      [String(index + 1), text, detail, from, to, owner].map(one => cell(one)),
    ),
  ])
