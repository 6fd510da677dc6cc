import { describe, expect, it, test } from 'vitest'
import type { Document, WhyUnreadable } from '../../../src/core/document/document.ts'
import type { Decision } from '../../../src/core/judge/decision.ts'
import { isInside } from '../../../src/core/judge/findings/sender-findings.ts'
import { judge } from '../../../src/core/judge/judge.ts'
import type { Rules, Seen } from '../../../src/core/judge/rules.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { paragraphs } from '../../support/blocks.ts'
import { drawAnswers } from '../../support/lots/answers.ts'
import { emptied } from '../../support/lots/change.ts'
import { blanked } from '../../support/lots/families.ts'
import { properName } from '../../support/lots/judged.ts'
import { knownSheet } from '../../support/lots/known-layouts.ts'
import { layOut } from '../../support/lots/lay-out.ts'
import { lotOf } from '../../support/lots/lot.ts'
import { unwritten } from '../../support/lots/read.ts'
import type { Answers, FieldKey, Sheet, TrueHonour } from '../../support/lots/sheet.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const BRANCH = '教工第一党支部'
const NAME = properName(BRANCH)
const SENDER = 'zhibu@dlut.edu.cn'
const DAY = 24 * 60 * 60 * 1000
const DEADLINE = shippedCall.deadline
const before = new Date(DEADLINE.getTime() - DAY)
const after = new Date(DEADLINE.getTime() + 1)

const drawn = drawAnswers(lotOf(1))
const ANSWERS: Answers = { ...drawn, branch: BRANCH, entries: { ...drawn.entries, branchName: BRANCH } }

const sheetOf = (change: Partial<Answers> = {}): Sheet => knownSheet('A', { ...ANSWERS, ...change }, lotOf(1))

const document = (sheet: Sheet, change: Partial<Document> = {}): Document => {
  const name = change.name ?? `${NAME}.docx`
  return { ...unwritten(name, layOut(sheet)), sha256: name, ...change }
}

const withName = (branchName: string): Partial<Answers> => ({ entries: { ...ANSWERS.entries, branchName } })

const textOf = (...lines: string[]): Document => ({
  ...document(sheetOf()),
  content: { blocks: paragraphs(lines.join('\n')) },
})

const unread = (why: WhyUnreadable): Document => ({ ...document(sheetOf()), status: 'unreadable', why, content: null })

type Change = Omit<Partial<Seen>, 'message'> & { readonly message?: Partial<Message>; readonly rules?: Partial<Rules> }

/** A good application with something changed. */
function decide({ message = {}, rules = {}, ...change }: Change = {}): Decision {
  const documents = change.documents ?? [document(sheetOf())]
  const [decision] = judge(
    {
      message: {
        ...{ sha256: 'a', messageId: null, references: [], from: [{ name: '', address: SENDER }], replyTo: [] },
        ...{ subject: NAME, date: null, headers: [], text: '申报书见附件。' },
        attachments: documents.map(({ name, sha256 }) => ({ name, sha256, bytes: new Uint8Array(1) })),
        ...message,
      },
      ...{ time: { at: before, clock: 'received', other: null }, now: before, thread: null },
      ...change,
      documents,
    },
    {
      calls: [shippedCall],
      senders: { domains: ['dlut.edu.cn'], others: 'answer', authservId: 'mx.dlut.edu.cn' },
      ownAddresses: ['shenbao@dlut.edu.cn'],
      standing: () => null,
      ...rules,
    },
  )
  return decision
}

/** The outcome and the codes of what is wrong: «returned file.name». */
const told = (change: Change): string => {
  const { outcome, problems } = decide(change)
  return [outcome, ...problems.map(({ code }) => code)].join(' ')
}

const at = (time: Date, other: Date | null = null): Change => ({ time: { at: time, clock: 'received', other } })

describe('an application', () => {
  it.each<[string, string, Change]>([
    ['accepted', 'in order', {}],
    ['accepted', 'received at the very instant of the deadline', at(DEADLINE)],
    ['accepted', 'received in time and judged when the deadline was over', { now: after }],
    ['rejected deadline.missed', 'received a millisecond later', at(after)],
    ['held deadline.uncertain', 'received late by one clock and in time by the other', at(after, before)],
    ['held deadline.uncertain', 'received in time by one clock and late by the other', at(before, after)],
    ['held deadline.uncertain', 'that no clock dates', { time: { at: null, clock: null, other: null } }],
    [
      'rejected deadline.missed subject.pattern',
      'late and misnamed',
      { ...at(after), message: { subject: '申报材料' } },
    ],
  ])('is %s that is %s', (outcome, _, change) => {
    expect(told(change)).toBe(outcome)
  })

  it('of a branch that the committee excluded is rejected, in time and in order', () => {
    const excluded = '国际工程班学生党支部'
    const form = document(sheetOf({ branch: excluded, ...withName(excluded) }), {
      name: `${properName(excluded)}.docx`,
    })
    expect(told({ documents: [form], message: { subject: properName(excluded) } })).toBe('rejected branch.excluded')
  })
})

const other = properName('教工第二党支部')
const near = properName('机械制造教工党支部')
const stranger = properName('航天工程教工第九党支部')
const misnamed = (file: string, branchName = BRANCH) => [
  document(sheetOf(withName(branchName)), { name: `${file}.docx` }),
]

const MENDED: readonly (readonly [string, string, Change])[] = [
  ['subject.missing', 'an empty subject', { message: { subject: '' } }],
  ['subject.pattern', 'another subject', { message: { subject: '申报材料' } }],
  ['subject.placeholder', 'XX left in the subject', { message: { subject: NAME.replace('教工第一', 'XX') } }],
  ['file.name', 'another file name', { documents: misnamed('申报书') }],
  ['file.placeholder', 'XX left in the file name', { documents: misnamed(NAME.replace('教工第一', 'XX')) }],
  ['file.missing', 'no file', { documents: [] }],
  [
    'file.link',
    'only a link',
    { documents: [], message: { text: '超大附件 https://wx.mail.qq.com/ftn/download?func=3' } },
  ],
  ['file.format', 'a photo', { documents: [document(sheetOf(), { kind: 'image', status: 'skipped', content: null })] }],
  [
    'file.several',
    'two different forms',
    {
      documents: [
        document(sheetOf()),
        document(sheetOf({ idea: [{ head: null, text: '另一份申报书，另有打算。' }] }), { sha256: 'another' }),
      ],
    },
  ],
  [
    'application.several',
    'the forms of two branches',
    {
      documents: [
        document(sheetOf()),
        document(sheetOf(withName('教工第二党支部')), { name: `${other}.docx`, sha256: 'another' }),
      ],
    },
  ],
  [
    'application.several',
    'the forms of two branches under a subject that names both',
    {
      message: { subject: `${NAME}、教工第二党支部` },
      documents: [
        document(sheetOf()),
        document(sheetOf(withName('教工第二党支部')), { name: `${other}.docx`, sha256: 'another' }),
      ],
    },
  ],
  ['branch.mismatch', 'subject and file of two branches', { documents: misnamed(other) }],
  ['branch.mismatch', 'a file of a branch that nobody knows', { documents: misnamed(stranger) }],
  ['branch.mismatch', 'a form of another branch', { documents: misnamed(NAME, '教工第二党支部') }],
  [
    'branch.unknown',
    'a branch near to one of the roster',
    { message: { subject: near }, documents: misnamed(near, '机械制造教工党支部') },
  ],
  ['branch.unknown', 'a file of a branch near to one of the roster', { documents: misnamed(near) }],
  [
    'branch.mismatch',
    'two branches that the roster may lack',
    {
      message: { subject: stranger },
      documents: misnamed(properName('船舶工程教工第八党支部'), '船舶工程教工第八党支部'),
    },
  ],
  ['form.placeholder', 'XX left in the form', { documents: misnamed(NAME, 'XX党支部') }],
  ['form.blank', 'the blank form', { documents: [document(blanked(sheetOf()))] }],
  [
    'form.outdated',
    'the form of the cycle before',
    { documents: [document({ ...sheetOf(), title: ['2022年度党建工作样板支部申报书'] })] },
  ],
  [
    'form.absent',
    'another paper',
    { documents: [textOf('关于开展年度工作总结的通知', '各党支部：', '请于月底前报送年度工作总结。')] },
  ],
]

describe('what the sender can mend', () => {
  it.each(MENDED)('is returned for %s (%s) while there is time', (code, _, change) => {
    expect(told(change)).toBe(`returned ${code}`)
  })

  it.each(MENDED)('is held for %s (%s) where it is judged too late to mend it', (code, _, change) => {
    expect(told({ ...change, now: DEADLINE })).toBe(`held ${code}`)
  })

  it.each<FieldKey>(['secretary.name', 'memberCount', 'phone', 'honours', 'basis', 'idea', 'measures', 'outcomes'])(
    'is a required field of the template left empty (%s)',
    key => {
      const { outcome, problems } = decide({ documents: [document(emptied(sheetOf(), key, null))] })
      expect([outcome, problems.map(({ code }) => code)]).toEqual(['returned', ['form.field-missing']])
    },
  )
})

const honour = (change: Partial<TrueHonour>): TrueHonour => ({
  ...{ date: '2022-06', dateText: '2022年6月', name: '先进党支部', recipient: '党支部', kind: 'branch' },
  ...{ level: 'university', levelText: '校级', grantedBy: '大连理工大学党委' },
  ...change,
})
const OF_MEMBER = { name: '优秀共产党员', recipient: '李文博', kind: 'member' } as const
const OF_SCHOOL = { level: 'school', levelText: '院级', grantedBy: '机械工程学院党委' } as const
const OLD = { date: '2018-06', dateText: '2018年6月' } as const
const LESSER = { gradesText: '2021年：较好；2022年：较好；2023年：一般', grades: [] }
const measures = (dueText: string) => ANSWERS.measures.map((one, index) => (index === 0 ? { ...one, dueText } : one))

describe('what nobody can help', () => {
  it.each<[string, Change]>([
    ['a subject lost on the way', { message: { subject: '????????????????????????' } }],
    ['a file name lost on the way', { documents: misnamed('____________') }],
    ['a subject garbled on the way', { message: { subject: '\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD' } }],
  ])('is no fault: %s', (_, change) => {
    expect(told(change)).toBe('accepted')
  })

  it('is a text beside a link: the link alone is to be mended', () => {
    const text = document(sheetOf(), { name: '说明.txt', kind: 'txt', status: 'skipped', content: null })
    const link = '超大附件 https://wx.mail.qq.com/ftn/download?func=3'
    expect(told({ documents: [text], message: { text: link } })).toBe('returned file.link')
  })
})

describe('a form that proves the contrary of a condition', () => {
  it.each<[string, string, Partial<Answers>]>([
    [
      'honour.branch',
      'the branch’s honours of the school only',
      { ...LESSER, honours: [honour(OF_SCHOOL), honour(OF_MEMBER)] },
    ],
    ['honour.branch', 'the branch’s honours too old', { ...LESSER, honours: [honour(OLD), honour(OF_MEMBER)] }],
    [
      'honour.member',
      'members’ honours of the school only',
      { honours: [honour({}), honour({ ...OF_MEMBER, ...OF_SCHOOL })] },
    ],
    ['honour.member', 'members’ honours too old', { honours: [honour({}), honour({ ...OF_MEMBER, ...OLD })] }],
    ['plan.deadlines', 'a limit after the cycle', { measures: measures('2027年6月') }],
    ['plan.deadlines', 'a limit before the cycle', { measures: measures('2023年6月') }],
    ['plan.deadlines', 'an empty limit', { measures: measures('') }],
    ['plan.deadlines', '«无» for a limit', { measures: measures('无') }],
  ])('is returned for eligibility.%s: %s', (check, _, change) => {
    expect(told({ documents: [document(sheetOf(change))] })).toBe(`returned eligibility.${check}`)
  })

  it.each<[string, Partial<Answers>]>([
    ['a limit nobody understands', { measures: measures('待定后另行通知') }],
    ['an open limit', { measures: measures('长期坚持') }],
    [
      'honours whose level nobody tells',
      { honours: [honour({ ...OF_MEMBER, levelText: '', grantedBy: '某某单位' }), honour({})] },
    ],
    ['undated honours', { honours: [honour({}), honour({ ...OF_MEMBER, dateText: '近年' })] }],
    ['an honour on the edge of the window', { honours: [honour({}), honour({ ...OF_MEMBER, dateText: '2021年' })] }],
    [
      'grades of another scale and old honours',
      { gradesText: '2021年：优秀；2022年：优秀', grades: [], honours: [honour(OLD), honour(OF_MEMBER)] },
    ],
    ['a basis of one sentence', { basis: [{ head: null, text: '支部工作扎实。' }] }],
    ['outcomes that nobody can count', { outcomes: [{ head: null, text: '形成良好风气。' }] }],
  ])('is accepted for %s: staff look at it', (_, change) => {
    expect(told({ documents: [document(sheetOf(change))] })).toBe('accepted')
  })
})

describe('forms in one mail are compared by whose they are, not by how that is written', () => {
  const form = (name: string, change: Partial<Document> = {}) =>
    document(sheetOf(withName(name)), { sha256: `${name}${change.kind}`, ...change })
  const pdf = { name: `${NAME}.pdf`, kind: 'pdf' } as const
  const LONG = `机械工程学院${BRANCH}`

  it.each<[string, string, Change]>([
    ['accepted', 'Word and PDF of one', { documents: [form(BRANCH), form(LONG, pdf)] }],
    [
      'returned application.several',
      'two of two',
      { documents: [form(LONG), form('教工第二党支部', { name: `${other}.docx` })] },
    ],
    [
      'returned branch.unknown file.several',
      'two of one that the roster may lack',
      {
        message: { subject: stranger },
        documents: [
          form('航天工程教工第九党支部', { name: `${stranger}.docx` }),
          form('机械工程学院航天工程教工第九党支部', { name: `${stranger}.docx` }),
        ],
      },
    ],
  ])('%s: %s', (outcome, _, change) => {
    expect(told(change)).toBe(outcome)
  })
})

describe('a person must look', () => {
  it.each<[string, string, Change]>([
    ...(['encrypted', 'corrupt', 'scanned', 'undecodable', 'too-large', 'timeout'] as const).map(
      (why): [string, string, Change] => ['file.unreadable', `a file that is ${why}`, { documents: [unread(why)] }],
    ),
    // Whoever replaces one page of it need not call that the form.
    ...(['创建举措更正页.docx', '修改后的第六部分.docx', '新建文档.docx'] as const).map(
      (name): [string, string, Change] => [
        'file.unreadable',
        `a paper that nobody understood and that is not called the form: ${name}`,
        { documents: [{ ...textOf('六、创建举措', '建强支部班子，2024年12月'), name }] },
      ],
    ),
    [
      'branch.unknown',
      'a branch that the roster may lack',
      { message: { subject: stranger }, documents: misnamed(stranger, '航天工程教工第九党支部') },
    ],
    ['sender.own', 'a mail of our own address', { message: { from: [{ name: '', address: 'shenbao@dlut.edu.cn' }] } }],
    [
      'sender.automatic',
      'an automatic mail with a form',
      { message: { headers: [{ name: 'auto-submitted', value: 'auto-generated' }] } },
    ],
    [
      'sender.unauthenticated',
      'two senders',
      {
        message: {
          from: [
            { name: '', address: SENDER },
            { name: '', address: 'b@dlut.edu.cn' },
          ],
        },
      },
    ],
    [
      'sender.unauthenticated',
      'a sender of elsewhere where such are held',
      {
        message: { from: [{ name: '', address: 'a@qq.com' }] },
        rules: { senders: { domains: ['dlut.edu.cn'], others: 'hold', authservId: '' } },
      },
    ],
    [
      'sender.changed',
      'another sender than the accepted one',
      { rules: { standing: () => ({ sender: 'other@dlut.edu.cn', files: [] }) } },
    ],
  ])('for %s: %s', (code, _, change) => {
    expect(told(change)).toBe(`held ${code}`)
  })

  it('for branch.ambiguous: a name that two branches of the roster share', () => {
    const roster = shippedCall.roster.map(one =>
      one.name.startsWith('教工第') ? { ...one, aliases: ['教工联合党支部'] } : one,
    )
    const shared = properName('教工联合党支部')
    const change = { message: { subject: shared }, documents: misnamed(shared, '教工联合党支部') }
    expect(told({ ...change, rules: { calls: [{ ...shippedCall, roster }] } })).toBe('held branch.ambiguous')
  })

  const verified = (results: string) => [{ name: 'authentication-results', value: `mx.dlut.edu.cn; ${results}` }]

  it.each([
    ['sender.unauthenticated', 'dmarc=fail header.from=dlut.edu.cn'],
    ['sender.changed', 'spf=softfail smtp.mailfrom=zhibu@elsewhere.example'],
  ])('for %s: a sender whose own server says %s', (code, results) => {
    const rules = { standing: () => ({ sender: SENDER, files: [] }) }
    expect(told({ message: { headers: verified(results) }, rules })).toBe(`held ${code}`)
  })

  it('is not asked where the accepted sender, or an address of the roster, writes again', () => {
    expect(told({ rules: { standing: () => ({ sender: SENDER.toUpperCase(), files: [] }) } })).toBe('accepted')
    const roster = shippedCall.roster.map(one => (one.name === BRANCH ? { ...one, emails: [SENDER] } : one))
    const rules = { calls: [{ ...shippedCall, roster }], standing: () => ({ sender: 'other@dlut.edu.cn', files: [] }) }
    expect(told({ rules })).toBe('accepted')
  })
})

test.each([
  ['zhibu@dlut.edu.cn', true],
  ['zhibu@mail.dlut.edu.cn', true],
  ['zhibu@other.edu.cn', true],
  ['zhibu@notdlut.edu.cn', false],
])('%s is inside where any of the domains, or one above it, is its own: %s', (address, inside) => {
  expect(isInside(address, ['other.edu.cn', 'DLUT.edu.cn'])).toBe(inside)
})

it('says of a wrong format only what was sent as the form, not what clients hang on', () => {
  const photo = document(sheetOf(), { name: '申报书.jpg', kind: 'image', status: 'skipped', content: null })
  const signature = document(sheetOf(), { name: '签名.txt', kind: 'txt', status: 'skipped', content: null })
  expect(decide({ documents: [photo, signature] }).problems[0]).toMatchObject({
    code: 'file.format',
    seen: '申报书.jpg',
  })
  expect(decide({ documents: [signature] }).problems[0]).toMatchObject({ code: 'file.format', seen: '签名.txt' })
})

describe('papers that prove something, in a mail that names the branch and nothing of the call', () => {
  const photo = document(sheetOf(), { name: '获奖证书.jpg', kind: 'image', status: 'skipped', content: null })
  const sent = (subject: string) => decide({ documents: [photo], message: { subject, text: '请查收。' } })

  it('are filed with its application', () => {
    expect(sent('教工第一党支部佐证材料')).toMatchObject({ relation: 'evidence', outcome: 'noted' })
  })

  it.each(['补充材料-教工第一党支部', '教工第一党支部证书', '教工第一党支部获奖证明'])(
    '%s is evidence, for its subject names the branch',
    subject => {
      expect(sent(subject)).toMatchObject({ relation: 'evidence', outcome: 'noted' })
    },
  )

  it('but not what clients hang on', () => {
    const card = document(sheetOf(), { name: '名片.txt', kind: 'txt', status: 'skipped', content: null })
    const mail = { message: { subject: '教工第一党支部佐证材料', text: '佐证材料稍后发送。' }, documents: [card] }
    expect(decide(mail).relation).not.toBe('evidence')
  })

  it.each(['教工第一党支部述职评议佐证材料', '教工第一党支部活动照片', '教工第一党支部党员身份证明', '英语六级证书'])(
    'but not those for another matter: %s',
    subject => {
      expect(sent(subject).relation).toBe('unrelated')
    },
  )
})

describe('a filled form', () => {
  it.each<[string, readonly Document[]]>([
    ['the blank one', [document(blanked(sheetOf()), { name: '附件2.docx' }), document(sheetOf())]],
    ['a file nobody could read', [{ ...unread('scanned'), name: '盖章扫描件.pdf' }, document(sheetOf())]],
    ['a notice', [{ ...textOf('关于遴选样板支部的通知', '各党支部：'), name: '通知.docx' }, document(sheetOf())]],
    ['the same as PDF', [document(sheetOf(), { name: `${NAME}.pdf`, kind: 'pdf' }), document(sheetOf())]],
    [
      'photos',
      [document(sheetOf()), document(sheetOf(), { name: '证书.jpg', kind: 'image', status: 'skipped', content: null })],
    ],
  ])('counts beside %s', (_, documents) => {
    expect(told({ documents })).toBe('accepted')
  })

  it('as a Word document counts before the same as PDF', () => {
    const documents = [document(sheetOf(), { name: `${NAME}.pdf`, kind: 'pdf' }), document(sheetOf())]
    expect(decide({ documents }).documents.map(({ isForm }) => isForm)).toEqual([false, true])
  })

  it('of a kind that the call doesn’t take is returned', () => {
    const [form] = shippedCall.deliverables
    const calls = [
      { ...shippedCall, deliverables: form === undefined ? [] : [{ ...form, formats: ['docx' as const] }] },
    ]
    const documents = [document(sheetOf(), { name: `${NAME}.pdf`, kind: 'pdf' })]
    expect(told({ documents, rules: { calls } })).toBe('returned file.format')
  })

  it('that could not be read comes before a blank one and another paper: nobody is refused for it', () => {
    expect(told({ documents: [unread('scanned'), document(blanked(sheetOf()), { name: '附件2.docx' })] })).toBe(
      'held file.unreadable',
    )
    expect(
      told({ documents: [{ ...textOf('关于遴选的通知', '各党支部：'), name: '通知.docx' }, unread('corrupt')] }),
    ).toBe('held file.unreadable')
  })
})
