import { describe, expect, test } from 'vitest'
import { makeProblem } from '../../support/problem.ts'
import { shippedCall } from '../../support/shipped-call.ts'
import { formDocument, replyTo, SUBJECT } from './reply-input.ts'

const problems = [
  makeProblem('subject.pattern', { seen: '样板支部申报', expected: SUBJECT }),
  makeProblem('file.name', { seen: '申报书.docx', expected: `${SUBJECT}.docx` }),
]
const returned = { outcome: 'returned', problems } as const

describe('what is returned', () => {
  test.each([
    '你支部申报材料的邮件主题和文件名不符合通知要求，请于2024年5月20日 10:00（北京时间）前改名后重新发送。',
    '申报书内容无需修改，改名后直接回复本邮件并附上申报书；回复时自动带出的主题就是正确的，无需改动。',
    '需要修改的地方（共2处）',
    '收到的：样板支部申报',
    `应为：  ${SUBJECT}`,
    '怎么改：发送新邮件的，请按“应为”所列填写主题。',
    '怎么改：请将申报书文件名改为“应为”所列名称。',
    `邮件主题：\n${SUBJECT}\n`,
    `申报书文件名：\n${SUBJECT}.docx\n`,
  ])('says %s', words => {
    const { text } = replyTo({ decision: returned })
    expect(words.endsWith('\n') ? text : text.replaceAll('\n', '')).toContain(words)
  })

  test('says before anything else that the accepted version stands, so that nothing need be sent', () => {
    const standing = { version: 1, receivedAt: new Date('2024-05-18T01:12:00Z') }
    const { text } = replyTo({ decision: returned, application: { version: 2, standing } })
    expect(text.split('【')[0]).toContain('此前已受理的第1版（2024年5月18日 09:12收到）继续有效，不受本次来信影响')
    expect(text.replaceAll('\n', '')).toContain('影响；不再更新材料的，无需重新发送。')
    expect(replyTo({ decision: returned }).text).not.toContain('无需重新发送')
  })

  test('says of a wrong file name alone that nothing else is to be mended', () => {
    const [, file] = problems
    const { text } = replyTo({ decision: { ...returned, problems: file === undefined ? [] : [file] } })
    expect(text.replaceAll('\n', '')).toContain(
      '你支部申报材料的文件名不符合通知要求，请于2024年5月20日 10:00（北京时间）前改名',
    )
    expect(text).toContain('申报书内容无需修改')
  })

  test('answers who asks and brings no form first that the question was passed on, and reproaches nothing', () => {
    const asked = { ...returned, problems: [makeProblem('file.missing')], question: '能否延期到22日？', documents: [] }
    const { text } = replyTo({ decision: asked })
    expect(text.replaceAll('\n', '')).toMatch(/^教工第一党支部：来信中的问题已转工作人员。来信没有附申报书，请于2024年/)
    expect(text.match(/问题已转工作人员/g)).toHaveLength(1)
    expect(text).not.toMatch(/需要修改|没有收到/)
    const standing = { version: 1, receivedAt: new Date('2024-05-18T01:12:00Z') }
    const again = replyTo({ decision: asked, application: { version: null, standing } }).text.split('【')[0]
    expect(again).toMatch(/来信没有附申报书。.*如需更新.*第1版.*继续有效/s)
    expect(again).not.toContain('报送')
  })

  test('says of no subject that it is right while a part of the right one is open', () => {
    const naming = { subject: '申报书-{phone}-{branch}', file: '{branch}', archive: null }
    const text = replyTo({ decision: returned, call: { ...shippedCall, naming } }).text.replaceAll('\n', '')
    expect(text).toContain('改名后直接回复本邮件并附上申报书。')
    expect(text).not.toContain('就是正确的')
    expect(text).toContain('申报书-（联系电话）-教工第一党支部')
    expect(text).toContain('复制后将括号处换成实际内容')
  })

  test('says of a file of a wrong kind that it is the kind', () => {
    const { text } = replyTo({ decision: { ...returned, problems: [makeProblem('file.format', { detail: 'image' })] } })
    expect(text.replaceAll('\n', '')).toMatch(/^教工第一党支部：收到的文件格式不符合要求，请于.{15,30}前改发申报书。/)
  })

  test('keeps the kind of file that came', () => {
    const documents = [{ ...formDocument, kind: 'pdf' as const }]
    expect(replyTo({ decision: { ...returned, documents } }).text).toContain(`${SUBJECT}.pdf`)
  })

  test('asks nobody to mend what we could not read or tell: that is a section of its own', () => {
    const ours = [
      makeProblem('file.unreadable', { seen: '材料.pdf', detail: 'scanned' }),
      makeProblem('deliverable.missing', { seen: '1.pdf', expected: '论文全文' }),
      makeProblem('branch.unknown', { seen: '新能源党支部' }),
    ]
    const { text } = replyTo({ decision: { ...returned, problems: [...problems, ...ours] } })
    const [toMend = '', toCheck = ''] = text.split('【由学院党委核对的内容】')
    expect(toMend).toContain('【需要修改的地方（共2处）】')
    expect(toMend).not.toMatch(/系统未能|论文全文/)
    expect(toCheck.split('【')[0]).toMatch(
      /系统未能读取文件[^【]*建议[^【]*系统未能确认是否已收到“论文全文”[^【]*支部名称与名册不一致/,
    )
  })

  test('names fields left empty together', () => {
    const missing = ['创建举措', '预期成效'].map(expected => makeProblem('form.field-missing', { expected }))
    const { text } = replyTo({ decision: { outcome: 'returned', problems: [...missing, ...problems] } })
    expect(text).toContain('应填写：创建举措、预期成效')
    expect(text).toContain('共3处')
  })

  test('tells once what is wrong with subject and file in the same words', () => {
    const unknown = makeProblem('branch.unknown', { seen: '教工第一支部', expected: '教工第一党支部' })
    const { text } = replyTo({ decision: { outcome: 'returned', branch: null, problems: [unknown, unknown] } })
    expect(text).toContain('共1处')
    expect(text.replace(/\s/g, '')).toContain('；其中支部不是本支部的，换成本支部全称。')
  })

  test('asks for a new mail while the branch is unknown, for then the thread says nothing of it', () => {
    const unknown = makeProblem('branch.unknown', {
      seen: '教工第以党支部',
      expected: '教工第一党支部、教工第二党支部',
    })
    const { text } = replyTo({ decision: { outcome: 'returned', branch: null, problems: [unknown] } })
    expect(text).toContain('应为：  支部全称，名册中相近的有：教工第一党支部、教工第二党支部')
    expect(text).toContain(`邮件主题（教工第二党支部）：\n${SUBJECT.replace('第一', '第二')}\n`)
    expect(text).toContain('请发送新邮件')
    expect(text).not.toContain('主题不用改')
  })

  test('leaves the branch to the sender where subject and file disagree', () => {
    const mismatch = makeProblem('branch.mismatch', { seen: '教工第一党支部；教工第二党支部' })
    const { text } = replyTo({ decision: { outcome: 'returned', problems: [mismatch] } })
    expect(text).toContain('申报支部确为“教工第一党支部”的')
  })

  test('asks for a mail of its own where the forms of several came, with its right names, and for nothing else', () => {
    const seen = '教工第一党支部、教工第二党支部'
    const problems = [makeProblem('application.several', { seen, expected: SUBJECT })]
    const { text } = replyTo({ decision: { outcome: 'returned', problems } })
    expect(text.replaceAll('\n', '')).toMatch(
      /^教工第一党支部：一封邮件中有多个支部的申报书，请于.{15,30}前分别发送。请为该项申报单独发送一封新邮件，只附该项的申报书/,
    )
    expect(text).toContain(`邮件主题：\n${SUBJECT}\n`)
    expect(text).not.toMatch(/直接回复本邮件|修改/)
  })

  test('by a replay says that it had been accepted', () => {
    const { text } = replyTo({ decision: returned, decided: { id: 7, byPerson: false, before: 'accepted' } })
    expect(text).toContain('你支部此前已受理的申报材料的邮件主题和文件名不符合')
    expect(text).toContain('该件此前的处理结果为“受理”，现以本邮件为准。')
  })

  test('by a person tells their reason first, and nothing of doubts that they have settled', () => {
    const doubts = [makeProblem('deadline.uncertain'), ...problems]
    const { text } = replyTo({
      decision: { outcome: 'returned', problems: doubts },
      decided: { id: 7, reason: '请补充表彰文号。\r\nBcc: x' },
    })
    expect(text).toContain('【学院党委审核意见】\n请补充表彰文号。 Bcc: x\n')
    expect(text).toContain('经学院党委审核，你支部申报材料需要修改')
    expect(text).toContain('此前对该件如已有答复，以本邮件为准。')
    expect(text).not.toContain('收到时间需人工核实')
    expect(text).toContain('共2处')
  })

  test('quotes what was received on one line of at most 80 characters', () => {
    const seen = `甲\r\n乙 http://evil.com ${'长'.repeat(200)}`
    const { html } = replyTo({
      decision: { outcome: 'returned', problems: [makeProblem('subject.pattern', { seen })] },
    })
    expect(html).toContain('甲 乙 http[:]//evil[.]com')
    expect(html).not.toContain('长'.repeat(60))
  })
})
