import { describe, expect, test } from 'vitest'
import { makeProblem } from '../../support/problem.ts'
import { formDocument, replyTo } from './reply-input.ts'

const held = {
  outcome: 'held',
  problems: [makeProblem('file.unreadable', { seen: formDocument.name, detail: 'scanned' })],
} as const

describe('what is held', () => {
  test.each([
    '你支部申报材料已收到，待人工核验。',
    '收到时间已登记，核验结果由工作人员另行告知。',
    '建议：  文件是扫描件或图片，请另附一份可编辑的Word版申报书',
    formDocument.sha256,
    '截止时间前可直接回复本邮件并附上文件；截止时间之后请联系',
  ])('says %s', words => {
    expect(replyTo({ decision: held }).text).toContain(words)
  })

  test('says who got a question that came with it', () => {
    const { text } = replyTo({ decision: { ...held, question: '扫描件可以吗？' } })
    expect(text).toContain('来信中的问题已转工作人员。如需补充材料')
    expect(replyTo({ decision: held }).text).not.toContain('来信中的问题')
  })

  test('calls a file that was read and not recognised to be looked at, and not unreadable', () => {
    const problems = [makeProblem('file.unreadable', { seen: formDocument.name, detail: 'unrecognised' })]
    const documents = [{ ...formDocument, isForm: false }]
    const { text } = replyTo({ decision: { outcome: 'held', problems, documents } })
    expect(text).toContain('系统未能识别文件是否为申报书')
    expect(text).toContain('待核对的文件')
    expect(text).not.toContain('未能读')
  })

  test('asks for nothing once the deadline is over, for it would come too late', () => {
    const problems = [
      makeProblem('file.missing', { expected: '申报书附件，可为docx' }),
      makeProblem('sender.changed', { seen: 'someone@example.com' }),
    ]
    const composedAt = new Date('2024-05-20T02:00:00Z')
    const { text } = replyTo({ decision: { outcome: 'held', problems }, composedAt })
    expect(text).toContain('申报已截止。如需补充材料或说明情况，请联系学院党委办公室')
    expect(text).not.toContain('请将填写好的申报书作为附件发送')
    expect(text).toContain('或与学院党委联系确认')
  })

  test('says that the time is doubtful where it is, in words', () => {
    const problems = [makeProblem('deadline.uncertain', { seen: '2024-05-20T02:00:07.000Z' })]
    const { text } = replyTo({ decision: { outcome: 'held', receivedAt: null, problems } })
    expect(text).toContain('收到时间：待核实')
    expect(text).toContain('收到时间需人工核实')
    expect(text).toContain('来件已登记')
    expect(text).not.toContain('收到时间已登记')
    expect(text).not.toContain('T02:00')
  })

  test('asks for a new mail while the branch is open, for an answer to ours would leave it open', () => {
    const problems = [makeProblem('branch.unknown', { seen: '增材制造党支部' })]
    const { text } = replyTo({ decision: { outcome: 'held', branch: null, problems } })
    expect(text.replaceAll('\n', '')).toContain('截止时间前可按通知规定的主题发送新邮件')
  })

  test('does not quote the sender’s own address back to them', () => {
    const problems = [makeProblem('sender.changed', { seen: 'someone@example.com' })]
    const { text } = replyTo({ decision: { outcome: 'held', problems } })
    expect(text).toContain('请改用此前申报时的邮箱重新发送')
    expect(text).not.toContain('someone')
  })

  test('names no call where none is known', () => {
    const { text, subject } = replyTo({ decision: held, call: null, application: null, message: { subject: '申报' } })
    expect(subject).toBe('回复: 申报')
    expect(text).not.toContain('截止时间')
  })
})

describe('a neutral reply', () => {
  const { text, html } = replyTo({
    decision: { ...held, answer: 'neutral', branch: null },
    message: { subject: '买 发票' },
  })

  test('says only that a mail came', () => {
    expect(text).toContain('您的来信已收到。')
    expect(text).toContain('不代表受理结果')
    expect(text).toContain('收到时间：2024年5月19日 16:00:05（北京时间）')
  })

  test('repeats nothing of what was received and nothing of the judgement', () => {
    for (const words of [formDocument.name, formDocument.sha256, '扫描件', '教工第一党支部', '发票', '符合']) {
      expect(text + html).not.toContain(words)
    }
  })
})
