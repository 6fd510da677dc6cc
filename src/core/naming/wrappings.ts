import { listed } from '../words/listed.ts'
import { patternWith } from '../words/pattern.ts'
import { branchesIn } from './branches-in.ts'
import { beginnings } from './decorations.ts'
import type { Tidied } from './normalise.ts'
import { hasOtherPurpose } from './other-purpose.ts'
import type { RosterOfCall } from './roster.ts'

/** What ends a label or a clause: «【样板支部申报】…», «来信已阅，现报送…», «微信文件-…». */
const ENDS = /[\p{Pe}\p{Pd}_>，,。：:；;！!|｜]/gu
/** «按照通知要求，…» */
const BY = listed('按 按照 根据 依 依照 依据 遵照 接 接到 收到')
const BY_NOTICE = patternWith('g')`${BY}[^，,：:；;。]{0,40}通知`
const AT_MOST = 10
const LONGEST = 1000

/** Where a tidied name may begin behind words of the sender's own that a mark closes. */
export function behindWrappings({ text, origin, received }: Tidied): readonly number[] {
  const ends = [...received.slice(0, LONGEST).matchAll(ENDS)].slice(0, AT_MOST).flatMap(mark => {
    const end = origin.findIndex(index => index > mark.index)
    return end < 0 ? [] : [end]
  })
  return [...new Set(ends)].flatMap(end => beginnings(text.slice(end)).map(start => end + start))
}

/** Words in front of a name are no wrapping where they ask, announce or sell something, or name another branch. */
export const isOther = (front: string, rest: string, call: RosterOfCall): boolean => {
  const named = branchesIn(rest, call)
  return (
    hasOtherPurpose(front.replace(BY_NOTICE, '')) || branchesIn(front, call).some(branch => !named.includes(branch))
  )
}
