import { listed } from '../words/listed.ts'
import { pattern } from '../words/pattern.ts'
import type { Notice, Said } from './notice.ts'

/** The months for which something is applied. */
export type Cycle = { readonly from: string; readonly to: string }

const SPAN = /(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?(?:-|—|–|~|至|到|——){1,2}(20\d\d)年(\d{1,2})月/
const ABOUT = pattern`${listed('周期 期限 建设期 创建期 执行期 项目期')}`

export function readCycle({ sentences }: Notice): Said<Cycle> | null {
  for (const { said, folded } of sentences) {
    const [, fromYear, fromMonth, toYear, toMonth] = SPAN.exec(folded) ?? []
    if (fromYear === undefined || !ABOUT.test(folded)) continue
    const month = (year = '', number = '') => `${year}-${number.padStart(2, '0')}`
    const [from, to] = [month(fromYear, fromMonth), month(toYear, toMonth)]
    if (from <= to) return { value: { from, to }, said }
  }
  return null
}
