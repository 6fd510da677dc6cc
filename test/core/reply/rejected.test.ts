import { describe, expect, test } from 'vitest'
import { makeProblem } from '../../support/problem.ts'
import { BRANCH, replyTo } from './reply-input.ts'

describe('a late one', () => {
  const late = {
    outcome: 'rejected',
    receivedAt: '2024-05-20T02:00:07.000Z',
    problems: [makeProblem('deadline.missed', { seen: '2024-05-20T02:00:07.000Z' })],
  } as const

  test.each([
    '你支部申报材料收到时已超过截止时间，不予受理。',
    '收到时间：2024年5月20日 10:00:07（北京时间）',
    '截止时间：2024年5月20日 10:00:00（北京时间）',
    '发件时间：2024年5月19日 15:59:58（发件方标注，仅供参考）',
    '如有异议，请联系学院党委办公室（电话：0411-84700000）。',
  ])('is told: %s', words => {
    expect(replyTo({ decision: late }).text).toContain(words)
  })

  test('is told that the accepted version stands', () => {
    const standing = { version: 2, receivedAt: new Date('2024-05-18T01:12:00Z') }
    expect(replyTo({ decision: late, application: { version: 3, standing } }).text).toContain(
      '此前已受理的第2版（2024年5月18日 09:12收到）继续有效，不受本次来信影响。',
    )
  })

  test('is told who got the question that it asks', () => {
    const { text } = replyTo({ decision: { ...late, question: '还能收吗？' } })
    expect(text).toContain('来信中的问题已转工作人员。如有异议，请联系')
    expect(replyTo({ decision: late }).text).not.toContain('来信中的问题')
  })

  test('hears that what was sent before and waits for a person still does', () => {
    const { text } = replyTo({ decision: late, application: { version: 2, waits: true } })
    expect(text.replaceAll('\n', '')).toContain('此前报送的申报书仍待人工核验，不受本次来信影响，结果另行告知。')
    expect(replyTo({ decision: late, application: { version: 2 } }).text).not.toContain('待人工核验')
  })

  test('is shown a strange Date as quoted', () => {
    const { text } = replyTo({ decision: late, message: { date: '昨天\r\nwww.evil.com' } })
    expect(text).toContain('发件时间：昨天 www[.]evil[.]com（发件方标注，仅供参考）')
  })
})

test('an excluded branch is told so, without the committee’s reason', () => {
  const { text } = replyTo({
    decision: { outcome: 'rejected', problems: [makeProblem('branch.excluded', { seen: BRANCH })] },
  })
  expect(text).toContain('你支部申报材料经学院党委研究，不在本次推荐范围，不予受理。')
  expect(text).toContain('截止时间：2024年5月20日 10:00:00（北京时间）')
})

test('what a person refuses has the problems found as its reasons', () => {
  const problems = [makeProblem('file.several', { seen: '甲.docx；乙.docx' })]
  const { text } = replyTo({ decision: { outcome: 'rejected', problems } })
  expect(text).toContain('经学院党委审核，你支部申报材料不予受理。')
  expect(text).toContain('收到的：甲.docx；乙.docx')
})

test('what a person refuses for a reason has that as its reason, also when it came late', () => {
  const late = [makeProblem('deadline.missed', { seen: '2024-05-20T02:00:07.000Z' })]
  const decided = { id: 7, reason: '经研究，不予受理。' }
  const { text, messageId } = replyTo({ decision: { outcome: 'rejected', problems: late }, decided })
  expect(text).toContain('【原因】\n经研究，不予受理。\n')
  expect(text).not.toContain('收到时已超过截止时间')
  expect(messageId).toContain('.rejected.7@')
})
