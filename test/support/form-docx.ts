import { AlignmentType, HeadingLevel, Paragraph, type Table } from 'docx'
import type { FormAnswers } from './form-answers.ts'
import { blankLine, cell, grid, heading, pack, tableOf, ticked } from './forms/docx-parts.ts'

export { type AnswersFor, type FormAnswers, filledAnswers } from './form-answers.ts'

/** Layout A of the form, the school's own, filled in with these answers, as a docx; `more` stands behind it. */
export function formDocx(answers: FormAnswers, more: readonly Paragraph[] = []): Promise<Buffer> {
  if (more.length > 0) return pack([...layoutA(answers), ...more])
  const key = JSON.stringify(answers)
  const form = made.get(key) ?? pack(layoutA(answers))
  made.set(key, form)
  return form
}

/** Making one costs more than reading it, and most tests send the same. */
const made = new Map<string, Promise<Buffer>>()

/** The template as the notice hands it out: placeholders and prompts, no answers. */
export const blankForm = (): Promise<Buffer> => pack(layoutA(BLANK))

const BLANK: FormAnswers = {
  ...{ branchName: '', parentOrg: '', branchType: '', foundedAt: '', memberCount: '', phone: '', email: '' },
  ...{
    secretary: { name: '', post: '', title: '', since: '' },
    honours: [],
    review: '',
    cycle: null,
    basis: [],
    idea: '',
    measures: [],
    outcomes: '',
  },
}

function layoutA(answers: FormAnswers): readonly (Paragraph | Table)[] {
  return [
    ...cover(answers),
    ...instructions(answers),
    heading('一、基本信息'),
    basicTable(answers),
    heading('二、近三年荣誉'),
    grid([['序号', '时间', '荣誉名称', '获奖对象', '级别', '授予单位'], ...honourRows(answers)]),
    heading('三、述职评议考核结果'),
    grid([[answers.review || '（请填写近三年抓党建工作述职评议考核等次）']]),
    heading('四、工作基础'),
    grid([[answers.basis.length > 0 ? answers.basis.join('\n') : '（请对照“七个有力”逐条填写，1500字以内）']]),
    heading('五、创建思路'),
    grid([[answers.idea || '（300字以内）']]),
    heading('六、创建举措'),
    grid([['举措', '内容', '完成时限', '责任人'], ...measureRows(answers)]),
    heading('七、预期成效'),
    grid([[answers.outcomes || '（能量化的尽可能量化，500字以内）']]),
    heading('八、保障措施'),
    grid([[answers.idea === '' ? '' : '学院党委给予经费和场地支持，支部每季度自查一次。']]),
    heading('九、审核意见'),
    opinions(answers),
  ]
}

const cover = ({
  branchName,
  parentOrg,
  secretary,
  phone,
  title = '党建工作样板支部',
}: FormAnswers): readonly Paragraph[] => [
  new Paragraph({ text: '附件2', spacing: { after: 400 } }),
  new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, text: `大连理工大学${title}` }),
  new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, text: '申 报 书' }),
  ...[
    ['党支部名称', branchName],
    ['所属基层党委', parentOrg],
    ['党支部书记', secretary.name],
    ['联系电话', phone],
    ['填报日期', '    年   月   日'],
  ].map(([label, value]) => blankLine(label ?? '', value ?? '')),
]

const instructions = ({ cycle }: FormAnswers): readonly Paragraph[] =>
  [
    '填报说明',
    '1. 党支部名称应填写全称，与党组织关系系统一致。',
    '2. 工作基础请对照“七个有力”逐条填写，内容具体务实。',
    '3. 创建举措须明确完成时限，预期成效能量化的尽可能量化。',
    `4. 创建周期为${cycle ?? '2年'}。`,
  ].map(text => new Paragraph({ text }))

const TYPES = ['教师', '学生', '师生联合', '离退休']

function basicTable(answers: FormAnswers): Table {
  const { secretary } = answers
  return tableOf([
    [cell('党支部名称'), cell(answers.branchName || '机械工程学院XX党支部', 3)],
    [cell('所属基层党委'), cell(answers.parentOrg), cell('支部类型'), cell(ticked(TYPES, answers.branchType))],
    [cell('成立时间'), cell(answers.foundedAt), cell('党员人数'), cell(answers.memberCount)],
    [cell('党支部书记', 1, 2), cell('姓  名'), cell(secretary.name, 2)],
    [cell('职务/职称'), cell([secretary.post, secretary.title].filter(Boolean).join('/'), 2)],
    [cell('联系电话'), cell(answers.phone), cell('电子邮箱'), cell(answers.email)],
  ])
}

const honourRows = ({ honours }: FormAnswers): readonly (readonly string[])[] =>
  honours.length === 0
    ? [1, 2, 3].map(number => [String(number), '', '', '', '', ''])
    : honours.map(({ date, name, recipient, level, grantedBy }, index) => [
        String(index + 1),
        date,
        name,
        recipient,
        level,
        grantedBy,
      ])

const measureRows = ({ measures }: FormAnswers): readonly (readonly string[])[] =>
  measures.length === 0
    ? [['', '', '', '']]
    : measures.map(({ text, detail, due, owner }) => [text, detail, due, owner])

function opinions({ secretary }: FormAnswers): Table {
  const box = (signature: string) => `\n负责人签字：${signature}\n（盖章）\n年  月  日`
  return tableOf([
    [cell('支部意见'), cell(box(secretary.name), 3)],
    [cell('学院党委意见'), cell(box(''), 3)],
    [cell('学校党委意见'), cell(box(''), 3)],
  ])
}
