import { expect, test } from 'vitest'
import type { Outcome } from '../../../src/core/judge/decision.ts'
import type { ProblemCode } from '../../../src/core/judge/problem.ts'
import { makeProblem } from '../../../src/core/judge/problem-text.ts'
import { callsOf } from '../../support/notices.ts'
import { SCHOLARSHIP } from '../../support/scholarship.ts'
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

const [scholarship] = callsOf(SCHOLARSHIP)
const ZHANG = { key: '202400101', shown: '张小明（202400101）' }
const CODES: readonly ProblemCode[] = [
  ...([
    'subject.missing',
    'subject.pattern',
    'subject.placeholder',
    'file.missing',
    'file.name',
    'file.format',
  ] as const),
  ...([
    'file.placeholder',
    'file.several',
    'file.link',
    'file.unreadable',
    'branch.unknown',
    'branch.ambiguous',
  ] as const),
  ...(['branch.mismatch', 'branch.excluded', 'deadline.missed', 'deadline.uncertain', 'deliverable.missing'] as const),
  ...(['application.withdrawn', 'application.several', 'form.absent', 'form.blank', 'form.outdated'] as const),
  ...(['form.field-missing', 'form.placeholder', 'sender.changed', 'eligibility.rank'] as const),
]

test.each(CODES)('of a call of persons a letter about %s has no word of another call', code => {
  if (scholarship === undefined) throw new Error('no call')
  const problems = [makeProblem(code, { seen: '甲', expected: '乙' }, scholarship.nouns)]
  for (const outcome of ['returned', 'held', 'rejected'] as const)
    for (const applicant of [{ applicant: ZHANG }, {}]) {
      const decision = {
        outcome,
        problems,
        checks: [],
        branch: null,
        call: scholarship.id,
        documents: [],
        ...applicant,
      }
      const { subject, text } = replyTo({
        call: scholarship,
        decision,
        message: { subject: '材料' },
        application: null,
      })
      const own = `${subject}\n${text}`.replace(/\s/g, '').replaceAll('学院党委办公室', '')
      expect(own).not.toMatch(/支部|党委|申报书/)
    }
})
