import { listed } from './listed.ts'

/** Words of labels that say the same, the first of each for all: «指导老师» is «指导教师», «申请金额» is «申请经费». */
const ALIKE = [
  '教师 老师',
  '经费 金额 资金 费用',
  '摘要 简介 概述 概要',
  '日期 时间 年月',
  '申请 申报',
  '成员 组员 队员',
].map(listed)

const FILLER = /现任|[现及和与、/]/g

export const asAlike = (label: string): string =>
  ALIKE.reduce(
    (rest, [word = '', ...others]) => others.reduce((all, one) => all.replaceAll(one, word), rest),
    label.replace(FILLER, ''),
  )
