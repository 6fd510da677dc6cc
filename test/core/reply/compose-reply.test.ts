import { describe, expect, test } from 'vitest'
import { composeReplies } from '../../../src/core/reply/compose-reply.ts'
import { displayWidth } from '../../../src/core/text/text-width.ts'
import { makeProblem } from '../../support/problem.ts'
import { BRANCH, formDocument, replyInput, replyTo, SUBJECT } from './reply-input.ts'

const standing = { version: 1, receivedAt: new Date('2024-05-18T01:12:00Z') }
const subjectProblem = makeProblem('subject.pattern', { seen: '样板支部申报', expected: SUBJECT })

/** Words without layout: what both parts must share. */
const flat = (text: string): string => text.replace(/[\s：【】]+/g, '')
const visible = (html: string): string => flat(html.replace(/<[^>]*>/g, ''))

describe('every reply', () => {
  const everyKind = [
    replyTo(),
    replyTo({ decision: { outcome: 'returned', problems: [subjectProblem] }, application: { standing } }),
    replyTo({ decision: { outcome: 'returned', branch: null, problems: [makeProblem('branch.unknown')] } }),
    replyTo({
      decision: { outcome: 'rejected', problems: [makeProblem('deadline.missed')] },
      application: { standing },
    }),
    replyTo({ decision: { outcome: 'rejected', problems: [makeProblem('branch.excluded')] } }),
    replyTo({ decision: { outcome: 'held', problems: [makeProblem('file.unreadable', { detail: 'scanned' })] } }),
    replyTo({ decision: { outcome: 'held', answer: 'neutral' } }),
    replyTo({ decision: { outcome: 'held' }, call: null, application: null }),
  ]

  test.each(everyKind)('reads well at 72 columns ($kind)', ({ text }) => {
    const wide = text.split('\n').filter(line => displayWidth(line) > 72)
    expect(wide.filter(line => !/^ *\S+$/.test(line))).toEqual([])
  })

  test.each(everyKind)('says the same in text and HTML ($kind)', ({ text, html }) => {
    const shown = visible(html)
    for (const line of text.split('\n').filter(one => /^\S/.test(one) && !one.startsWith('-- '))) {
      expect(shown).toContain(flat(line.replace(/^- /, '')))
    }
  })

  test.each(everyKind)('fetches nothing and never names the time left ($kind)', ({ text, html }) => {
    expect(html).not.toMatch(/<(?:img|script|link|iframe)|src=|href=|url\(/i)
    expect(text).not.toMatch(/还有|剩余/)
  })

  test.each(everyKind)('says who writes and that a machine does ($kind)', ({ text }) => {
    expect(text).toContain('学院党委办公室')
    expect(text).toContain('本邮件由申报受理系统自动发出')
  })

  test('bears the right subject, the sender’s thread and a fixed Message-ID', () => {
    expect(replyTo({ message: { subject: '申报', references: ['<0@x>'] } })).toMatchObject({
      kind: 'receipt',
      to: [{ name: '', address: 'zhangsan@dlut.edu.cn' }],
      subject: `回复: ${SUBJECT}`,
      inReplyTo: '<1@dlut.edu.cn>',
      references: ['<0@x>', '<1@dlut.edu.cn>'],
      messageId: `<shenbao.${'ab'.repeat(16)}.receipt@dlut.edu.cn>`,
    })
  })
})

describe('no reply is composed', () => {
  test.each([
    ['for what is ignored', { decision: { outcome: 'ignored' } }],
    ['where none is ever sent', { decision: { outcome: 'held', answer: 'never' } }],
    ['without From', { message: { from: [] } }],
    ['to two addresses', { message: { from: ['a@x.cn', 'b@x.cn'].map(address => ({ name: '', address })) } }],
  ] as const)('%s', (_, changes) => {
    expect(composeReplies([replyInput(changes)])).toEqual([])
  })
})

describe('while the branch is unknown', () => {
  const unknown = { outcome: 'returned', branch: null, problems: [makeProblem('branch.unknown')] } as const

  test('the received subject is repeated, without prefixes, cut and on one line', () => {
    const { subject } = replyTo({ decision: unknown, message: { subject: 'Re: 转发：申报\r\nBcc: a@evil.com' } })
    expect(subject).toBe('回复: 申报 Bcc: a[at]evil[.]com')
  })

  test('a megabyte of subject is cut', () => {
    const { subject } = replyTo({ decision: unknown, message: { subject: '申'.repeat(1_000_000) } })
    expect([...subject]).toHaveLength(84)
  })

  test.each([null, '', ' \u202e '])('a missing subject (%j) becomes the call’s title', subject => {
    expect(replyTo({ decision: unknown, message: { subject } }).subject).toBe(
      '回复: 大连理工大学党建工作样板支部推荐对象遴选',
    )
  })
})

test('nothing of what was received becomes markup', () => {
  const evil = '<script>alert(1)</script>"\'><img src=x onerror=1>\r\n\u202e'
  const { html, subject, text } = replyTo({
    decision: {
      outcome: 'returned',
      branch: null,
      problems: [
        makeProblem('subject.pattern', { seen: evil, expected: evil }),
        makeProblem('file.name', { seen: evil }),
      ],
      documents: [{ ...formDocument, name: evil }],
      remarks: [evil],
    },
    message: { subject: evil, date: evil },
  })
  expect(html).not.toMatch(/<script|<img/)
  expect(html).toContain('&lt;script&gt;')
  expect(`${subject}${html}${text}`).not.toMatch(/[\r\u202e]/)
  expect(subject).not.toContain('\n')
})

test('a display name that pretends to be the committee appears nowhere', () => {
  const from = [{ name: '冒充的学院党委书记', address: 'a@x.cn' }]
  expect(JSON.stringify(replyTo({ message: { from } }))).not.toContain('冒充')
})

test('a branch is greeted by its name', () => {
  expect(replyTo().text.startsWith(`${BRANCH}：\n`)).toBe(true)
})
