import { expect, test } from 'vitest'
import type { Outcome } from '../../../src/core/judge/decision.ts'
import { shippedCall } from '../../support/shipped-call.ts'
import { replyTo } from './reply-input.ts'

const nouns = {
  ...{
    applicant: '项目',
    you: '您',
    fullName: '项目全称',
    form: '项目申报表',
    committee: '创新创业中心',
    roster: '名单',
  },
  signature: '{university}{unit}创新创业中心',
}
const call = { ...shippedCall, nouns, title: '大学生创新项目申报' }

test.each<Outcome>(['accepted', 'returned', 'rejected', 'held', 'noted'])(
  'a letter (%s) of another kind of call speaks with its nouns alone',
  outcome => {
    const { text } = replyTo({ call, decision: { outcome, checks: [] } })
    const own = text
      .replaceAll('教工第一党支部', '')
      .replaceAll('党建工作样板支部申报书', '')
      .replaceAll('学院党委办公室', '')
    expect(own).not.toMatch(/支部|党委|申报书/)
    expect(own).not.toContain('您申报材料')
    expect(own).toContain('机械工程学院创新创业中心')
  },
)
