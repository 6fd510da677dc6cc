import type { Call } from '../call/call.ts'
import { NOTICES } from '../words/announcing-words.ts'
import { listed } from '../words/listed.ts'
import { onceFor } from '../words/once-for.ts'
import { DAILY_PAPERS, FORM_PAPERS, FORMS, LISTS, OTHER_PAPERS } from '../words/papers.ts'
import { patternWith } from '../words/pattern.ts'

type Titled = Pick<Call, 'title' | 'deliverables'>

/**
 * Whether a name speaks, at its end or a part's, of what people send in on any day, and the call doesn't: «张小明-外国语学院-请假条». Where a «+» holds
 * the parts apart, which few write but by a rule, the whole of a part must be such a paper: «拒绝抄作业» is a title.
 */
export function isOfOtherPaper(text: string, call: Titled): boolean {
  const { forms, ends, wholes } = others(call)
  return forms.test(text) || (PLUS.test(text) ? wholes : ends).test(text)
}

/** Whether a text speaks of such a paper anywhere: «思想汇报见附件». */
export const speaksOfOtherPaper = (text: string, call: Titled): boolean => others(call).anywhere.test(text)

const PLUS = /[+＋]/
/** Before a paper's name: 2024年上半年工作总结, 第三次作业. */
const OF_PAPERS = [...listed('个人 工作 学习 实习 毕业设计 课程 教学'), /[\d年月日上下半第次季度一二三四五]/]

const others = onceFor(({ title, deliverables }: Titled) => {
  const own = `${title}${deliverables.map(one => one.title).join()}`
  const ofNone = (papers: readonly string[]) => ['\uffff', ...papers.filter(word => !own.includes(word))]
  const papers = ofNone([...DAILY_PAPERS, ...OTHER_PAPERS])
  return {
    forms: patternWith('u')`${ofNone([...FORM_PAPERS, ...LISTS])}(?:$|[\s\p{P}+\d])`,
    ends: patternWith('u')`${papers}(?:$|[\s\p{P}+\d])`,
    anywhere: patternWith('u')`${[...ofNone(FORMS), ...papers.filter(word => !NOTICES.includes(word))]}`,
    wholes: patternWith('u')`(?:^|[+＋])\s*${OF_PAPERS}*${papers}\s*(?:$|[+＋])`,
  }
})
