import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Decision, Outcome, Relation } from '../../src/core/judge/decision.ts'
import type { WithheldFor } from '../../src/core/sending/outgoing-mail.ts'
import { gatherDigestFacts } from '../../src/jobs/digest-facts.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import '../support/property-seed.ts'
import { runs } from '../support/runs.ts'
import { shippedCall } from '../support/shipped-call.ts'

const [A = '', B = ''] = shippedCall.roster.map(({ name }) => name)
const HOUR = 3_600_000
const BEGIN = shippedCall.deadline.getTime() - 48 * HOUR
const at = (hours: number): Date => new Date(BEGIN + hours * HOUR)

type Mail = {
  readonly state: 'received' | 'tried' | 'set aside' | 'judged'
  readonly relation: Relation
  readonly call: string | null
  readonly branch: string | null
  readonly outcome: Outcome
  readonly decided: Outcome | null
  readonly from: string
  readonly settled: number
  readonly reply: 'none' | 'sent' | 'due' | WithheldFor
}

const OUTCOMES = ['accepted', 'returned', 'rejected', 'held', 'ignored'] as const

/** Mails must meet in one application, or nothing settles anything. */
const mostly = <Value>(usual: Value, ...others: Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 4 }, { arbitrary: fc.constantFrom(...others), weight: 1 })

const mail: fc.Arbitrary<Mail> = fc.record({
  state: mostly('judged', 'received', 'tried', 'set aside'),
  relation: mostly('application', 'inquiry', 'automatic', 'unrelated'),
  call: fc.constantFrom(shippedCall.id, 'past', null),
  branch: mostly<string | null>(A, B, '没人想到的党支部', null),
  outcome: fc.constantFrom(...OUTCOMES),
  decided: mostly<Outcome | null>(null, ...OUTCOMES),
  from: fc.constantFrom('a@branch.example', 'b@branch.example'),
  settled: fc.integer({ min: 0, max: 60 }),
  reply: fc.constantFrom('none', 'sent', 'due', 'cap', 'repeat', 'hold', 'superseded'),
})

/** What the service writes of such a mail. */
function take(one: Mail, uid: number, store: Store): void {
  const place = { folder: uid % 5 === 0 ? 'Junk' : 'INBOX', uidValidity: 1, uid, size: 1, internalDate: at(uid) }
  const id = store.messages.record({ ...place, headerSha256: `h${uid}` }, at(uid)) ?? 0
  if (one.state !== 'received') store.attempts.begin(id, at(uid))
  if (one.state === 'set aside') store.messages.setAside(id, { sender: one.from, subject: '申报书' }, at(one.settled))
  if (one.state !== 'judged') return
  const decision = decisionOf(one, uid)
  judge(id, decision, one, store)
  if (one.relation === 'unrelated') return
  store.decisions.addByMachine({ messageId: id, entry: 0 }, decision, at(one.settled))
  enter(id, decision, store)
  if (one.reply !== 'none') reply(id, one, store)
  if (one.decided === null) return
  const decided = { ...decision, outcome: one.decided }
  store.decisions.addByPerson(
    { messageId: id, entry: 0 },
    { decision: decided, by: '支部甲', reason: '已核实' },
    at(one.settled),
  )
  store.messages.decide(id, decided)
  enter(id, decided, store)
}

const decisionOf = ({ relation, call, branch, outcome }: Mail, uid: number): Decision => ({
  ...{ relation, call, outcome, branch: branch === null ? null : { name: branch } },
  problems: [{ code: 'branch.unknown', seen: '甲', expected: `${A}、${B}`, remedy: '' }],
  ...{ naming: null, documents: [], form: null, remarks: [], receivedAt: at(uid).toISOString(), clock: 'received' },
  checks: [{ id: 'scope.stable', verdict: 'review', evidence: [], note: '请核实。' }],
  answer: uid % 3 === 0 ? 'neutral' : 'full',
})

function judge(id: number, { relation, call, receivedAt, branch, outcome }: Decision, one: Mail, store: Store): void {
  const sender = { sender: one.from, subject: '申报书', messageId: null }
  const facts = { relation, call, outcome, branch: branch?.name ?? null, receivedAt: new Date(receivedAt ?? 0) }
  store.messages.conclude(id, { ...facts, ...sender }, at(one.settled))
}

function enter(messageId: number, { relation, call, branch }: Decision, store: Store): void {
  if (relation === 'application' && call !== null && branch !== null)
    store.applications.enter({ call, applicant: branch.name, messageId, entry: 0, files: [] }, at(0))
}

function reply(id: number, { reply, from, settled }: Mail, store: Store): void {
  const text = { subject: '', text: '', html: '', messageId: `<${id}@x>`, inReplyTo: null, references: [] }
  const entry = {
    purpose: `reply:${id}`,
    kind: 'held',
    messageId: id,
    mail: { ...text, to: [{ name: '', address: from }] },
  } as const
  const withheldFor = reply === 'sent' || reply === 'due' || reply === 'none' ? null : reply
  store.outbox.add(entry, { withheldFor }, at(settled))
  if (reply === 'sent') store.outbox.markSent(id, at(settled))
}

type Moment = { readonly kind: 'daily' | 'deadline'; readonly since: number | null; readonly now: number }

/** The digest of every message, and of those that the database has ready for it. */
function digestsOf(mails: readonly Mail[], { kind, since, now }: Moment) {
  const store = openStore(':memory:', 'jxdw@mail')
  for (const [index, one] of mails.entries()) take(one, index + 1, store)
  if (since !== null) store.digests.record('2024-05-18', 'daily', at(since))
  const factsFrom = (related: Parameters<typeof gatherDigestFacts>[2]['related']) =>
    gatherDigestFacts(kind, at(now), {
      settings: {
        amendments: [],
        pending: [],
        ...{ calls: [shippedCall], timezone: 'Asia/Shanghai', replies: 'live', mailbox: 'a@b.cn', contact: '' },
      },
      ...{
        related,
        decisionOn: (id, entry) => store.decisions.of(id, entry).at(-1) ?? null,
        digestBefore: store.digests.lastBefore,
      },
      confirmations: () => [],
      isAnswered: () => false,
      recognitionsOf: () => [],
      service: {
        ...{ folders: store.folders.all, refusedFolders: () => [], outboxCounts: store.overview.outbox },
        waiting: () => ({ oldest: null, since: null, lastError: null }),
        milestones: () => ({ packedAt: null, told: 0, exportedAt: null, purgedAt: null }),
        ...{ auditHead: () => null, diskFree: () => null },
      },
    })
  const everything = factsFrom(store.overview.related)
  const ready = factsFrom(before => store.overview.ofDigest([shippedCall.id], before))
  store.close()
  return { everything, ready }
}

it('a digest of what the database has ready for it is the digest of everything', () => {
  const moment: fc.Arbitrary<Moment> = fc.record({
    kind: fc.constantFrom('daily', 'deadline'),
    since: fc.option(fc.integer({ min: 0, max: 60 })),
    now: fc.constantFrom(47, 61),
  })
  fc.assert(
    fc.property(fc.array(mail, { maxLength: 12 }), moment, (mails, when) => {
      const { everything, ready } = digestsOf(mails, when)
      expect(ready).toEqual(everything)
    }),
    { numRuns: runs(40) },
  )
})

it('of a call that is configured no more, what is held stands in it until somebody decides, or a newer version is accepted', () => {
  const held: Mail = {
    ...{ state: 'judged', relation: 'application', call: 'past', branch: A, outcome: 'held', decided: null },
    ...{ from: 'a@branch.example', settled: 1, reply: 'sent' },
  }
  const cases = (...mails: readonly Mail[]) =>
    digestsOf(mails, { kind: 'daily', since: 40, now: 47 }).ready.needsPerson.map(({ id }) => id)
  expect(cases(held)).toEqual([1])
  expect(cases({ ...held, decided: 'accepted' })).toEqual([])
  expect(cases(held, { ...held, outcome: 'accepted' })).toEqual([])
  expect(cases({ ...held, outcome: 'accepted' }, held)).toEqual([2])
})
