import type { Call } from '../call/call.ts'
import { onceFor } from '../words/once-for.ts'
import { DAILY_PAPERS, FORM_PAPERS, LISTS, OTHER_PAPERS } from '../words/papers.ts'
import { patternWith } from '../words/pattern.ts'

type Titled = Pick<Call, 'title' | 'deliverables'>

/** Whether a name speaks, at its end or a part's, of what people send in on any day, and the call doesn't: «张小明-外国语学院-请假条». */
export const isOfOtherPaper = (text: string, call: Titled): boolean => others(call).test(text)

const others = onceFor(({ title, deliverables }: Titled) => {
  const own = `${title}${deliverables.map(one => one.title).join()}`
  const papers = [...DAILY_PAPERS, ...OTHER_PAPERS, ...FORM_PAPERS, ...LISTS].filter(word => !own.includes(word))
  return patternWith('u')`${['\uffff', ...papers]}(?:$|[\s\p{P}+\d])`
})
