import { describe, expect, it } from 'vitest'
import { readDeskMail } from '../../../src/core/desk/desk-mail.ts'
import { memberOf, membersOutside } from '../../../src/core/desk/member.ts'
import { readLine } from '../../../src/core/desk/read-line.ts'
import type { Message } from '../../../src/core/message/message.ts'

const WANG = 'wang@dlut.edu.cn'
const OURS = 'mail.dlut.edu.cn'

const mail = (results: readonly string[]): Message => ({
  ...{ sha256: '', messageId: null, references: [], replyTo: [], date: null, attachments: [] },
  from: [{ name: '王老师', address: WANG }],
  subject: '回复',
  headers: results.map(value => ({ name: 'authentication-results', value })),
  text: '17 受理',
})
const proof = (results: readonly string[], trusted = true) =>
  readDeskMail(mail(results), true, { authservId: OURS, trusted, calls: [] })?.mail?.proof

describe('who wrote is proven', () => {
  it.each([
    ['the envelope’s sender', `${OURS}; spf=pass smtp.mailfrom=${WANG}`],
    ['who logged in, which the server says alone', `${OURS}; auth=pass smtp.auth=${WANG}`],
    [
      'both, beside what passes for the domain',
      `${OURS}; dkim=pass header.d=dlut.edu.cn; spf=pass smtp.mailfrom=<${WANG}>`,
    ],
  ])('by a result of our own server for the address itself: %s', (_, result) => {
    expect([proof([result]), proof([result], false)]).toEqual(['proven', 'unproven'])
  })
})

describe('who wrote is not proven', () => {
  it.each([
    ['there are none', []],
    ['a pass for the domain, which students share', [`${OURS}; dkim=pass header.d=dlut.edu.cn header.i=${WANG}`]],
    ['a student’s own pass', [`${OURS}; spf=pass smtp.mailfrom=student@dlut.edu.cn`]],
    ['another server’s results', [`evil.example; spf=pass smtp.mailfrom=${WANG}; auth=pass smtp.auth=${WANG}`]],
    ['a name that begins as ours', [`${OURS}.evil.example; auth=pass smtp.auth=${WANG}`]],
    [
      'a reason that names the address',
      [`${OURS}; spf=pass reason="smtp.mailfrom=${WANG}" smtp.mailfrom=a@dlut.edu.cn`],
    ],
    [
      'results of the forger’s below our server’s',
      [`${OURS}; spf=pass smtp.mailfrom=a@dlut.edu.cn`, `${OURS}; spf=pass smtp.mailfrom=${WANG}`],
    ],
  ])('by results that are no result of ours for the address: %s', (_, results) => {
    expect(proof(results)).toBe('unproven')
  })
})

describe('that it is somebody else is said', () => {
  it.each([
    ['dmarc=fail, whoever logged in', [`${OURS}; dmarc=fail header.from=dlut.edu.cn; auth=pass smtp.auth=${WANG}`]],
    ['above what the forger added', [`${OURS}; dmarc=fail`, `${OURS}; spf=pass smtp.mailfrom=${WANG}`]],
    ['by a pass for another domain', [`${OURS}; spf=pass smtp.mailfrom=x@evil.example`]],
    ['by a comment that only looks like a result', [`${OURS} (spf=pass smtp.mailfrom=${WANG}); spf=none`]],
    ['by an address that only begins as theirs', [`${OURS}; spf=pass smtp.mailfrom="${WANG}"@evil.example`]],
  ])('%s', (_, results) => {
    expect([proof(results), proof(results, false)]).toEqual(['refuted', 'refuted'])
  })
})

it('a mail sent on may speak to who gets it: its lines are shown first', () => {
  const proven = [`${OURS}; spf=pass smtp.mailfrom=${WANG}`]
  const proofOf = (subject: string) =>
    readDeskMail({ ...mail(proven), subject }, true, { authservId: OURS, trusted: true, calls: [] })?.mail?.proof
  expect([proofOf('回复：申报日报'), proofOf('转发: 申报日报'), proofOf('Fw: 申报日报')]).toEqual([
    'proven',
    'unproven',
    'unproven',
  ])
})

it('an answer without a word of its own is one line that is not understood; ours sent back by a rule is none', () => {
  const linesIn = (text: string, subject = '回复：申报日报') =>
    readDeskMail({ ...mail([]), subject, text }, true, { authservId: OURS, trusted: true, calls: [] })?.mail?.lines
  expect(linesIn('> 申报日报（2024年5月16日）\n> 处理：1 受理 → 同意')).toEqual(['（引文之上没有文字）'])
  expect(linesIn('\n申报日报（2024年5月16日）\n处理：1 受理')).toEqual([])
  expect(linesIn('> 处理：1 受理', '申报日报')).toEqual([])
  expect(linesIn('\n', '1号受理')).toEqual(['（引文之上没有文字）'])
})

describe('what is written between the quoted lines of ours', () => {
  const DIGEST = [
    '申报日报（2024年5月16日）',
    '■ 教工第一党支部（邮件编号1）',
    '  办法：打开原邮件附件核对；能看清的按内容决定，看不清的请支部补发Word版。',
    '  处理：1 受理 ｜ 1 退回 理由 ｜ 1 不予受理 理由 ｜ 1 办结',
    '■ 教工第二党支部（邮件编号2）',
    '  处理：2 受理 ｜ 2 退回 理由 ｜ 2 不予受理 理由 ｜ 2 办结',
  ].map(line => `> ${line}`)
  const linesIn = (own: string, ...under: readonly (readonly [behind: number, line: string])[]) => {
    const text = DIGEST.flatMap((line, index) => [line, ...under.flatMap(([at, one]) => (at === index ? [one] : []))])
    const mailed = { ...mail([]), subject: '回复：申报日报', text: [own, ...text].join('\n') }
    return readDeskMail(mailed, true, { authservId: OURS, trusted: true, calls: [] })?.mail?.lines
  }

  it.each([
    ['a number of its own', [[3, '1 受理']], ['（引文中间）1 受理']],
    [
      'that of the case above it',
      [
        [3, '同意受理'],
        [5, '退回 请补第六部分'],
      ],
      ['（引文中间）1 同意受理', '（引文中间）2 退回 请补第六部分'],
    ],
    ['one under the last line', [[5, '2 受理']], ['（引文中间）2 受理']],
    ['one above the choices', [[1, '不予受理']], ['（引文中间）1 不予受理']],
  ] as const)('is shown with %s', (_, under, expected) => {
    expect(linesIn('', ...under)).toEqual(expected)
    expect(linesIn('18 受理', ...under)).toEqual(['18 受理', ...expected])
  })

  it.each([
    [
      'what is no order',
      [
        [3, '电话已打'],
        [3, '谢谢'],
      ],
    ],
    ['what a program broke off a line of ours', [[2, '1 受理']]],
    [
      'a signature below',
      [
        [5, '--'],
        [5, '1 受理'],
      ],
    ],
  ] as const)('but not %s', (_, under) => expect(linesIn('18 受理', ...under)).toEqual(['18 受理']))

  it('is shown where it may want something: nobody takes it for done', () => {
    expect(linesIn('1 受理', [5, '这个缺第六部分，退回吧'])).toEqual(['1 受理', '（引文中间）2 这个缺第六部分，退回吧'])
    expect(linesIn('1 受理', [5, '不行'])).toEqual(['1 受理', '（引文中间）2 不行'])
    expect(readLine('（引文中间）2 这个缺第六部分，退回吧', [])).toMatchObject({
      kind: 'unclear',
      asked: { on: { id: 2 }, verbs: ['return'] },
    })
  })

  it('is refused, with the line as it is to be written', () => {
    expect(readLine('（引文中间）1 退回 请补第六部分', [])).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('请照此另写在正文最上面：1 退回 请补第六部分'),
    })
  })
})

describe('the text and the HTML of a mail', () => {
  const read = (text: string, htmlText: string) => {
    const read = readDeskMail({ ...mail([]), text, htmlText }, true, { authservId: OURS, trusted: true, calls: [] })
    return read?.mail?.differs === false ? read.mail.lines : 'differ'
  }
  it('may part a signature or a quotation off in one only', () => {
    expect(read('1 受理\n\n\n王芳\n电话：84700001', '1 受理\n')).toEqual(['1 受理'])
    expect(read('1 受理\n\n------------------&nbsp;原始邮件&nbsp;------------------\n2 受理', '1 受理')).toEqual([
      '1 受理',
    ])
  })
  it('must say the same of cases', () => {
    expect(read('1 受理', '1 退回 缺章')).toBe('differ')
    expect(read('1 受理\n2 受理', '1 受理')).toBe('differ')
    expect(read('1 受理', '')).toBe('differ')
  })
})

it('a member of another provider’s is told of, one of a part of our domain is not', () => {
  const members = ['王老师 <wang@dlut.edu.cn>', 'li@mail.dlut.edu.cn', 'zhao@qq.com', 'x@notdlut.edu.cn'].map(memberOf)
  expect(membersOutside(members, ['DLUT.edu.cn']).map(({ address }) => address)).toEqual([
    'zhao@qq.com',
    'x@notdlut.edu.cn',
  ])
})
