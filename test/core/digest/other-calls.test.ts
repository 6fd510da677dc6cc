import { expect, it } from 'vitest'
import { composeDigest } from '../../../src/core/digest/compose-digest.ts'
import { digestSheets } from '../../../src/core/digest/digest-sheets.ts'
import type { DigestCall, DigestFacts, PersonCase } from '../../../src/core/digest/facts.ts'
import type { ProblemCode } from '../../../src/core/judge/problem.ts'
import { callsOf } from '../../support/notices.ts'
import { SCHOLARSHIP } from '../../support/scholarship.ts'
import { badDay, callFacts, emptyDay, ordinaryDay } from './digest-facts.ts'

const PARTY = /支部|党委|申报书/
const [call] = callsOf(SCHOLARSHIP)
if (call === undefined) throw new Error('no call')
const NAMES = ['张小明（202400101）', '李小红（202400102）', '王小军（202400103）', '赵小燕（202400104）']
const NAMED = '启明奖学金-（姓名）-（学号）'

const students: DigestCall = {
  ...callFacts(NAMES, ['accepted', 'held', 'returned', 'rejected']),
  ...{ id: call.id, title: call.title, nouns: call.nouns, inRoster: false, blank: null },
  naming: { subject: NAMED, file: NAMED, packed: false },
  milestones: { packedAt: null, told: 0, exportedAt: null, purgedAt: null },
  unsettled: 2,
  unknownSubmissions: 1,
}

/** Advice has a sentence for each of these. */
const CODES: readonly ProblemCode[] = [
  ...(['application.withdrawn', 'file.unreadable', 'branch.unknown', 'branch.ambiguous', 'sender.changed'] as const),
  ...(['sender.unauthenticated', 'sender.automatic', 'sender.own', 'deadline.uncertain', 'deadline.missed'] as const),
]
const CHOICES: readonly PersonCase['choices'][] = [
  ['accept', 'return', 'reject', 'close'],
  ['reject', 'close'],
  ['withdraw', 'close'],
  ['keep', 'close'],
]

const cases: readonly PersonCase[] = [...CODES.map(code => [code]), [], []].flatMap((codes, row) =>
  CHOICES.map((choices, column) => ({
    ...{ id: row * 10 + column + 1, call: call.id, codes, choices, receivedAt: null },
    ...{ from: 's@mail.example', subject: NAMED, points: [{ reason: '请核对', evidence: [], check: 'rank' }] },
    applicant: column === 0 ? null : { key: '202400101', shown: NAMES[0] ?? '' },
    outcome: row % 3 === 0 ? ('accepted' as const) : ('held' as const),
    ...(row % 2 === 0 ? { unmet: true as const } : {}),
  })),
)

const days: readonly DigestFacts[] = [emptyDay, ordinaryDay, badDay, { ...ordinaryDay, kind: 'deadline' as const }]
  .flatMap(day => [day, { ...day, desk: { refused: { count: 0, addresses: [] } } }])
  .flatMap(day => [day, { ...day, composedAt: new Date('2024-05-21T00:00:00Z') }])
  .map(day => ({
    ...{ ...day, calls: [students], needsPerson: cases, contact: '学生工作办公室' },
    arrivals: ordinaryDay.arrivals.map(one => ({ ...one, applicant: null, call: call.id, subject: NAMED })),
    inquiries: ordinaryDay.inquiries.map(one => ({ ...one, subject: '请问几号截止' })),
  }))

it('a digest of another kind of call speaks of its applicants, its form and its committee alone', () => {
  for (const day of days) {
    const { subject, text } = composeDigest(day)
    expect(`${subject}${text.replace(/\n */g, '')}${JSON.stringify(digestSheets(day))}`).not.toMatch(PARTY)
  }
})

it('where calls of different kinds are open, each section has its own words, and what is common names neither', () => {
  const { text } = composeDigest({ ...ordinaryDay, calls: [...ordinaryDay.calls, students] })
  const flat = text.replace(/\n */g, '')
  expect(flat).toContain('名册内31个支部')
  expect(flat).toContain('已有4个学生来件')
  expect(flat).toContain('各学生情况：2024年启明奖学金评选')
  expect(flat).toContain('这两种的理由会原样告知申报人')
})

it('the cases of one call stand together, in the order of the calls, those of none behind', () => {
  const [base] = cases
  if (base === undefined) throw new Error('no case')
  const of = (id: number, of: string | null): PersonCase => ({ ...base, id, call: of, outcome: 'held' })
  const calls = ['a', 'b'].map(id => ({ ...students, id }))
  const { text } = composeDigest({
    ...ordinaryDay,
    ...{ calls, needsPerson: [of(1, null), of(2, 'b'), of(3, 'a'), of(4, 'b')] },
  })
  expect([...text.matchAll(/邮件编号(\d)）/g)].map(([, id]) => id)).toEqual(['3', '2', '4', '1'])
})
