import type { CheckFunction } from './check.ts'
import { review } from './finding.ts'
import { weighHonour } from './honour-claim.ts'
import { judgeHonours } from './honours-judged.ts'

/** Any grantor from the level up. Words: those of honour-claim.ts and honours-judged.ts, `memberRows`. */
export const checkHonourMember: CheckFunction = input => {
  const members = judgeHonours(input, {
    kinds: ['member', 'unknown'],
    ownDoubt: () => null,
    rows: ['memberRows'],
    whose: '支部成员',
  })
  if (members.verdict === 'pass') return members
  const secretary = input.form.honours.find(
    honour => honour.recipientKind === 'secretary' && weighHonour(honour, input, () => null).standing === 'counts',
  )
  if (secretary === undefined) return members
  return review([...members.evidence, secretary.quote], '仅书记有校级（含）以上荣誉，是否计入支部成员荣誉请人工核对。')
}
