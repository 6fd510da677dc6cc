import { cell, downwards, line, type Part, tableOf } from './docx-parts.ts'

export type AnswersC = {
  readonly branchName: string
  readonly unit: string
  readonly secretary: string
  readonly memberCount: string
  readonly phone: string
  readonly basis: string
  readonly honours: string
  readonly measures: string
  readonly outcomes: string
}

export const BLANK_C: AnswersC = {
  ...{ branchName: '', unit: '', secretary: '', memberCount: '', phone: '' },
  ...{ basis: '', honours: '', measures: '', outcomes: '' },
}

/** Layout C: one table on one page, labels written downwards, prompts inside the cells that they are for. */
export const layoutC = (answers: AnswersC): readonly Part[] => [
  line('附件2'),
  line('党建工作样板支部推荐对象申报表'),
  line('（党建工作样板支部申报书）'),
  tableOf([
    [cell('党组织\n名  称'), cell(answers.branchName), cell('所  属\n党  委'), cell(answers.unit)],
    [cell('书记姓名'), cell(answers.secretary), cell('党员数'), cell(answers.memberCount)],
    [cell('联系电话'), cell(answers.phone, 3)],
    [downwards('主要事迹'), cell(prompted('（可另附页）', answers.basis), 3)],
    [downwards('曾受表彰情况'), cell(answers.honours, 3)],
    [downwards('创建举措'), cell(prompted('（请写明完成时限）', answers.measures), 3)],
    [downwards('预期成效'), cell(prompted('（限300字以内）', answers.outcomes), 3)],
    [cell('支部意见'), cell('\n负责人签字：        年   月   日', 3)],
    [cell('二级党组\n织意见'), cell('\n（盖章）        年   月   日', 3)],
  ]),
]

const prompted = (prompt: string, answer: string): string => (answer === '' ? prompt : `${prompt}\n${answer}`)
