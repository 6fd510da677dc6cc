import type { Honour } from '../form/form.ts'
import type { CheckFunction, CheckInput } from './check.ts'
import { fail, review } from './finding.ts'
import { grantingBodies } from './honour-claim.ts'
import { judgeHonours } from './honours-judged.ts'
import { judgeReviewGrades } from './review-grades.ts'
import { mentioned, wordsOf } from './sentences.ts'

/**
 * Either half of the condition is enough; it fails where both do. Words beside those of honour-claim.ts, honours-judged.ts and
 * review-grades.ts: `branchRows`, `secretaryRows`, and those of `grantorDoubt`.
 */
export const checkHonourBranch: CheckFunction = input => {
  const honours = judgeHonours(input, {
    kinds: ['branch', 'secretary', 'unknown'],
    ownDoubt: grantorDoubt,
    rows: ['branchRows', 'secretaryRows'],
    whose: '党支部或书记',
  })
  if (honours.verdict === 'pass') return honours
  const grades = judgeReviewGrades(input)
  if (grades.verdict === 'pass') return grades
  const both = [honours, grades]
  const open = both.filter(({ verdict }) => verdict === 'review')
  const told = open.length > 0 ? open : both
  const evidence = told.flatMap(finding => finding.evidence)
  const note = told.map(finding => finding.note).join('')
  return open.length > 0 ? review(evidence, note) : fail(evidence, note)
}

/**
 * It must be granted by a Party organisation. `party`: 党委; `notParty`: 研究生院, also 共青团辽宁省委; `partyHonours`: what only the Party
 * gives (先进党支部), whoever of the `publicBodies` or nobody is named beside it.
 */
function grantorDoubt(honour: Honour, { call, description }: CheckInput): string | null {
  const names = (list: string) => (body: string) => mentioned(body, wordsOf(description, list)) !== null
  const bodies = grantingBodies(honour)
  const others = bodies.filter(body => !names('notParty')(body))
  if (others.some(names('party'))) return null
  if (others.length < bodies.length) return `授予单位“${honour.grantedBy}”不是党组织`
  const isPublic = (body: string) => body.includes(call.university) || names('publicBodies')(body)
  if (names('partyHonours')(honour.name ?? honour.quote) && bodies.every(isPublic)) return null
  return bodies.length === 0 ? '授予单位不明' : `授予单位“${honour.grantedBy}”是否为党组织不明`
}
