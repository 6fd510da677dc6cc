import { expect, it } from 'vitest'
import { composeDigest } from '../../src/core/digest/compose-digest.ts'
import { digestSheets } from '../../src/core/digest/digest-sheets.ts'
import type { Decision } from '../../src/core/judge/decision.ts'
import { type FactsNeeds, gatherDigestFacts } from '../../src/jobs/digest-facts.ts'
import type { Related } from '../../src/jobs/digest-related.ts'
import { NOTHING_YET, service } from '../core/digest/digest-facts.ts'
import { shippedCall } from '../support/shipped-call.ts'

const message = (id: number): Related => ({
  ...{
    id,
    entry: 0,
    applicant: null,
    folder: 'INBOX',
    state: 'judged',
    relation: 'application',
    call: shippedCall.id,
    number: null,
  },
  ...{ outcome: 'held', version: 1, standing: false, attempts: 1, concludedAt: new Date('2024-05-16T01:00:00Z') },
  branch: id % 2 === 0 ? (shippedCall.roster[id % 30]?.name ?? null) : `没人想到的第${id}党支部`,
  ...{ receivedAt: '2024-05-16T00:59:00.000Z', from: `a${id}@x.cn`, subject: '申报书', withheldFor: null, reply: null },
})

const DEADLINE = shippedCall.deadline.toISOString()
const [A = '', B = ''] = shippedCall.roster.map(({ name }) => name)

const submission = (id: number, change: Partial<Related>): Related => ({
  ...{ ...message(id), branch: A, from: 'a@dlut.edu.cn', version: id },
  receivedAt: new Date(Date.UTC(2024, 4, 16, 1, id)).toISOString(),
  ...change,
})

type Decided = { decision: Decision; reason: string | null; decidedAt: Date }

const decided = (change: Partial<Decision>): Decided => ({
  decision: { problems: [], documents: [], form: null, checks: null, answer: 'full', ...change } as unknown as Decision,
  reason: null,
  decidedAt: new Date('2024-05-16T01:00:00Z'),
})

const SETTINGS: FactsNeeds['settings'] = {
  ...{ calls: [shippedCall], amendments: [], pending: [], timezone: 'Asia/Shanghai', replies: 'live' },
  ...{ mailbox: 'a@b.cn', contact: '办公室' },
}
const SERVICE: FactsNeeds['service'] = {
  ...{ folders: () => [], refusedFolders: () => [], outboxCounts: () => service.replies },
  waiting: () => service.waiting,
  milestones: () => NOTHING_YET,
  ...{ auditHead: () => null, diskFree: () => null },
}

/** What the digest makes of these, after the deadline. */
const factsOf = (
  related: readonly Related[],
  on: (id: number) => ReturnType<typeof decided>,
  kind: 'daily' | 'deadline' = 'daily',
) =>
  gatherDigestFacts(kind, new Date('2024-05-21T00:00:00Z'), {
    ...{
      settings: SETTINGS,
      service: SERVICE,
      related: () => related,
      decisionOn: on,
      confirmations: () => [],
      isAnswered: () => false,
    },
    recognitionsOf: () => [],
    digestBefore: () => new Date('2024-05-20T23:00:00Z'),
  })

const casesOf = (...of: Parameters<typeof factsOf>) => factsOf(...of).needsPerson.map(({ id }) => id)
const returned = { outcome: 'returned' } as const

it('of a branch whose applications were returned again and again, the last is the case', () => {
  const related = [submission(1, returned), submission(2, returned), submission(3, { ...returned, branch: B })]
  expect(casesOf(related, () => decided({}))).toEqual([2, 3])
})

it('a name that its sender has put right meanwhile is no case, and no application of an unknown branch', () => {
  const wrong = submission(1, { ...returned, branch: null })
  const right = submission(2, { outcome: 'accepted', standing: true, branch: B })
  const near = (expected: string) => () =>
    decided({ problems: [{ code: 'branch.unknown', seen: '甲', expected, remedy: '' }] })
  expect(casesOf([wrong, right], near(`${A}、${B}`))).toEqual([])
  expect(factsOf([wrong, right], near(B)).calls[0]?.unknownSubmissions).toBe(0)
  expect(casesOf([wrong, right], near(A))).toEqual([1])
  expect(casesOf([wrong, { ...right, from: 'b@dlut.edu.cn' }], near(B))).toEqual([1])
  expect(casesOf([{ ...wrong, receivedAt: '2024-05-17T00:00:00.000Z' }, right], near(B))).toEqual([1])
})

it('the digest of the deadline shows all that stands and wants a look, the daily one only what is new', () => {
  const checks = [{ id: 'scope.stable', verdict: 'review', evidence: [], note: '请核实。' }] as const
  const related = [submission(1, { outcome: 'accepted', standing: true })]
  expect(casesOf(related, () => decided({ checks }))).toEqual([])
  expect(casesOf(related, () => decided({ checks }), 'deadline')).toEqual([1])
})

it('whose application is accepted and who was only told that a mail came stands among what to verify', () => {
  const related = [
    submission(1, { outcome: 'accepted', standing: true, concludedAt: new Date('2024-05-20T23:30:00Z') }),
  ]
  const told = (answer: Decision['answer']) =>
    composeDigest(factsOf(related, () => decided({ answer }))).text.replace(/\n */g, '')
  expect(told('neutral')).toContain('未收到受理回执')
  expect(told('neutral')).toContain('shenbao decide 1 accept')
  expect(told('full')).not.toContain('未收到受理回执')
})

it('a case names the fields left empty, and what was said at the desk', () => {
  const problems = [{ code: 'form.field-missing', seen: null, expected: '联系电话', remedy: '' }] as const
  const [found] = factsOf([submission(1, returned)], () => ({
    ...decided({ problems }),
    reason: '请补电话。',
  })).needsPerson
  expect(found?.points.slice(1)).toEqual([
    { reason: '此前登记的意见', evidence: ['请补电话。'] },
    { reason: '申报书有必填内容未填写：联系电话', evidence: [] },
  ])
})

it('a mail that came too late does not hide what came in time', () => {
  const late = submission(2, { outcome: 'rejected', receivedAt: '2024-05-20T03:00:00.000Z' })
  const [row] = factsOf([submission(1, {}), late], () => decided({})).calls[0]?.rows ?? []
  expect(row).toMatchObject({ applicant: { key: A, shown: A }, state: 'held', version: 1 })
  expect(factsOf([late], () => decided({})).calls[0]?.rows[0]?.state).toBe('rejected')
})

it('the workbook shows an instant in the time of the place', () => {
  const problems = [{ code: 'deadline.uncertain', seen: DEADLINE, expected: DEADLINE, remedy: '' }] as const
  const sheets = digestSheets(factsOf([submission(1, {})], () => decided({ problems })))
  expect(sheets[1]?.rows[0]).toContain('2024年5月20日 10:00:00（北京时间）')
})

it('takes 5,000 submissions, each branch that nobody expected among them', () => {
  const facts = gatherDigestFacts('daily', new Date('2024-05-17T00:00:00Z'), {
    ...{ settings: SETTINGS, service: SERVICE, decisionOn: () => null, digestBefore: () => null },
    confirmations: () => [],
    isAnswered: () => false,
    recognitionsOf: () => [],
    related: () => Array.from({ length: 5000 }, (_, index) => message(index + 1)),
  })
  const { text } = composeDigest(facts)
  expect(text).toContain('迄今收到的申报（5000件）')
  expect(text.length).toBeLessThan(60_000)
  expect(digestSheets(facts)[2]?.rows).toHaveLength(5000)
  expect(digestSheets(facts)[0]?.rows).toHaveLength(shippedCall.roster.length + 2500)
})
