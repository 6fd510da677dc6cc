import { cell, cellOf, grid, heading, line, type Part, picture, tableOf } from './docx-parts.ts'

/** What stands in a form of layout B; blank is the template as it is handed out. */
export type AnswersB = {
  readonly branchName: string
  readonly unit: string
  readonly types: string
  readonly memberCount: string
  readonly secretary: { readonly name: string; readonly post: string; readonly title: string }
  readonly phone: string
  readonly email: string
  readonly honours: string
  readonly review: string
  readonly basis: string
  readonly idea: string
  readonly measures: string
  readonly outcomes: string
}

export const BLANK_B: AnswersB = {
  ...{ branchName: '', unit: '', types: '□教工 □本科生 □硕博生 □师生联合', memberCount: '' },
  ...{ secretary: { name: '', post: '', title: '' }, phone: '', email: '' },
  ...{
    honours: '（限校级及以上，请按时间顺序填写）',
    review: '',
    basis: '（请简要说明，800字以内）',
    idea: '（限500字以内）',
  },
  ...{ measures: '（请填写具体举措及完成时限）', outcomes: '（限500字以内）' },
}

/**
 * Layout B, national style: chapters as headings with a one-cell table each, the secretary a chapter of his own. `pictured`: certificates stand
 * as a picture where honours belong.
 */
export const layoutB = (answers: AnswersB, pictured = false): readonly Part[] => [
  line('附件2'),
  line('新时代高校党建示范创建和质量创优工作'),
  line('党建工作样板支部申报书'),
  line(`申 报 支 部 ：${answers.branchName || '________________'}`),
  line(`推 荐 单 位 ：${answers.unit || '________________'}`),
  line('填 表 日 期 ：    年   月   日'),
  line('填 表 说 明'),
  line('一、申报支部须如实填写各项内容，创建思路、预期成果应简明扼要。'),
  line('二、主要荣誉仅填写校级及以上荣誉。'),
  heading('一、基本情况'),
  tableOf([
    [cell('党支部全称'), cell(answers.branchName, 3)],
    [cell('所在学院'), cell(answers.unit), cell('党员总数'), cell(answers.memberCount)],
    [cell('支部类别'), cell(answers.types, 3)],
  ]),
  heading('二、党支部书记基本情况'),
  secretaryTable(answers),
  ...chapters(answers, pictured),
  heading('九、支撑材料'),
  grid([['（请列出证明材料清单）']]),
  heading('十、推荐意见'),
  grid([
    ['支部意见', '\n负责人签字：\n年   月   日'],
    ['学院党委意见', '\n（盖章）\n年   月   日'],
    ['学校意见', '\n（盖章）\n年   月   日'],
  ]),
]

const secretaryTable = ({ secretary, phone, email }: AnswersB) =>
  grid([
    ['姓    名', secretary.name, '性    别', ''],
    ['职    务', secretary.post, '专业技术职务', secretary.title],
    ['手    机', phone, 'E-mail', email],
  ])

const chapters = ({ honours, review, basis, idea, measures, outcomes }: AnswersB, pictured: boolean): Part[] =>
  [
    ['三、近三年主要荣誉', honours],
    ['四、述职评议考核结果', review],
    ['五、建设基础', basis],
    ['六、建设思路', idea],
    ['七、建设计划', measures],
    ['八、预期成果', outcomes],
  ].flatMap(([title = '', text = '']) => [
    heading(title),
    pictured && text === honours ? tableOf([[cellOf([picture()])]]) : grid([[text]]),
  ])
