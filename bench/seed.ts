import { createHash } from 'node:crypto'
import type { Judged } from '../src/app.ts'
import type { Call } from '../src/core/call/call.ts'
import type { Decision, Outcome } from '../src/core/judge/decision.ts'
import type { OutboxKind, OutgoingMail } from '../src/core/sending/outgoing-mail.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { LOGIN } from '../test/support/live-config.ts'
import { branchNamed } from './applications.ts'

const DAY = 86_400_000
/** Branches that apply in a call; the first forty of them twice. */
const BRANCHES = 160
export const SUBMISSIONS_OF_CALL = 200
/** From one call to the next: a hundred are ten years. */
const BETWEEN_CALLS = 36.5 * DAY
const CALL_LASTS = 4 * DAY
const UNRELATED_AFTER = 4

export type Seeding = {
  /** How many calls there were; the last one is `call`, the others are configured no more. */
  readonly calls: number
  readonly call: Call
  /** An application as it is judged and answered: the body of each decision and each reply. */
  readonly judged: Judged
  readonly now: Date
  readonly uidValidity: number
}

/** Mails of a mailbox that was seeded so: UIDs 1 … as many. */
export const mailsOf = (calls: number): number => calls * (SUBMISSIONS_OF_CALL + SUBMISSIONS_OF_CALL / UNRELATED_AFTER)

/** What a service has on record that took that many calls, written through the store as the service writes it. */
export function seed(file: string, seeding: Seeding): void {
  const store = openStore(file, `${LOGIN.user}@127.0.0.1`)
  try {
    store.folders.begin('INBOX', { uidValidity: seeding.uidValidity, firstScanUid: 0 })
    let uid = 0
    for (let index = 0; index < seeding.calls; index++)
      store.transaction(() => {
        for (let i = 0; i < SUBMISSIONS_OF_CALL; i++) {
          const place = { index, i, at: receivedAt(index, i, seeding) }
          takeSubmission(++uid, place, { store, seeding })
          if (i % UNRELATED_AFTER === 0) takeUnrelated(++uid, place, { store, seeding })
        }
        digests(index, { store, seeding })
      })
    store.folders.advance('INBOX', uid)
    store.folders.completeSweep('INBOX', seeding.now)
    store.worker.completeSweep(seeding.now, new Date(seeding.now.getTime() + DAY))
  } finally {
    store.close()
  }
}

type Place = { readonly index: number; readonly i: number; readonly at: Date }
type To = { readonly store: Store; readonly seeding: Seeding }

const begunAt = (index: number, { calls, now }: Seeding): number =>
  now.getTime() - CALL_LASTS - (calls - 1 - index) * BETWEEN_CALLS

const receivedAt = (index: number, i: number, seeding: Seeding): Date =>
  new Date(Math.floor(begunAt(index, seeding) + (i * CALL_LASTS) / SUBMISSIONS_OF_CALL))

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

function record(uid: number, at: Date, { store, seeding }: To): number {
  const listed = { folder: 'INBOX', uidValidity: seeding.uidValidity, uid, size: 40_000, internalDate: at }
  const id = store.messages.record({ ...listed, headerSha256: sha(`header ${uid}`) }, at)
  if (id === null) throw new Error(`UID ${uid} is recorded already`)
  return id
}

function takeUnrelated(uid: number, { at }: Place, to: To): void {
  const nothing = { call: null, branch: null, receivedAt: null, sender: null, subject: null, messageId: null }
  to.store.messages.conclude(record(uid, at, to), { ...nothing, relation: 'unrelated', outcome: 'ignored' }, at)
}

/** Recorded, stored, judged and answered; what was held in a past call was decided, but for one in every tenth. */
function takeSubmission(uid: number, place: Place, to: To): void {
  const { store, seeding } = to
  const { index, i, at } = place
  const id = record(uid, at, to)
  store.messages.identify(id, sha(`mail ${uid}`))
  store.rawMessages.add(id, Buffer.from(`mail ${uid}`))
  store.attempts.begin(id, at)
  const decision = decisionOn(uid, place, seeding)
  const { call, branch, relation, outcome } = decision
  const from = `branch${i % BRANCHES}@branch.example`
  store.messages.conclude(
    id,
    {
      relation,
      call,
      branch: branch?.name ?? null,
      outcome,
      receivedAt: at,
      sender: from,
      subject: `申报书 ${uid}`,
      messageId: `<${uid}@client.example>`,
    },
    at,
  )
  store.decisions.addByMachine({ messageId: id, entry: 0 }, decision, at)
  enter(id, decision, at, store)
  const answer = { id, to: from, at: later(at, 1) }
  send(`reply:${sha(`mail ${uid}`)}`, { ...answer, kind: KIND_OF[outcome] }, to)
  const isPast = index < seeding.calls - 1
  if (outcome !== 'held' || !isPast || (index % 10 === 0 && i === OPEN)) return
  decide(id, { ...decision, outcome: 'accepted' }, later(at, 600), store)
  send(`decision:${uid}`, { ...answer, kind: 'receipt', at: later(at, 700) }, to)
}

const later = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000)

function decide(id: number, decision: Decision, at: Date, store: Store): void {
  store.decisions.addByPerson({ messageId: id, entry: 0 }, { decision, by: '支部甲', reason: '已电话核实' }, at)
  store.messages.decide(id, decision)
  enter(id, decision, at, store)
}

function enter(messageId: number, { call, branch, documents, relation }: Decision, at: Date, store: Store): void {
  if (relation !== 'application' || call === null || branch === null) return
  const files = documents.map(({ sha256 }) => sha256).sort()
  store.applications.enter({ call, applicant: branch.name, messageId, entry: 0, files }, at)
}

function decisionOn(uid: number, { index, i, at }: Place, { calls, call, judged }: Seeding): Decision {
  const isPast = index < calls - 1
  const outcome = outcomeOf(i)
  const common = {
    ...judged.decisions[0],
    call: isPast ? `${2014 + Math.floor(index / 10)}-call-${index}` : call.id,
    receivedAt: at.toISOString(),
  }
  if (outcome === null) return { ...common, relation: 'inquiry', outcome: 'held', branch: null, documents: [] }
  const documents = judged.decisions[0].documents.map(one => ({ ...one, sha256: sha(`${one.sha256} ${uid}`) }))
  return { ...common, outcome, documents, branch: { name: branchNamed(i % BRANCHES) } }
}

/** The one that nobody decided. */
const OPEN = 47
const KIND_OF = {
  accepted: 'receipt',
  returned: 'returned',
  rejected: 'rejected',
  held: 'held',
  noted: 'noted',
  ignored: 'held',
} as const

/** null: an inquiry. Who applies twice had the first one returned or held, and the second one accepted. */
function outcomeOf(i: number): Outcome | null {
  if (i >= BRANCHES) return 'accepted'
  if (i < SUBMISSIONS_OF_CALL - BRANCHES) return i % 4 === 0 ? 'held' : i % 4 === 1 ? 'accepted' : 'returned'
  return RARE[i % 20] ?? (i % 20 === 17 ? null : 'accepted')
}
const RARE: Readonly<Record<number, Outcome>> = { 7: 'held', 11: 'returned', 13: 'rejected' }

type Answer = { readonly id: number | null; readonly to: string; readonly kind: OutboxKind; readonly at: Date }

/** Through every state that a mail has until it is sent. */
function send(purpose: string, { id, to, kind, at }: Answer, { store, seeding }: To): void {
  const { reply } = seeding.judged
  const mail: OutgoingMail = {
    ...{ subject: reply?.subject ?? '', text: reply?.text ?? '', html: reply?.html ?? '', references: [] },
    ...{ to: [{ name: '', address: to }], messageId: `<${purpose}@dlut.edu.cn>`, inReplyTo: null },
  }
  store.outbox.add({ purpose, kind, messageId: id, about: null, mail }, { withheldFor: null }, at)
  for (const { id: due } of store.outbox.due(at)) {
    store.outbox.claim(due, at)
    store.outbox.markUnknown(due, later(at, 300), 'handed over')
    store.outbox.markSent(due, at)
  }
}

/** A daily digest from the beginning of the call until the next one, the last a day ago. */
function digests(index: number, to: To): void {
  const end = Math.min(begunAt(index + 1, to.seeding), to.seeding.now.getTime() - DAY)
  for (let time = begunAt(index, to.seeding); time <= end; time += DAY) {
    const at = new Date(time)
    const date = at.toISOString().slice(0, 10)
    if (!to.store.digests.record(date, 'daily', at)) continue
    send(`digest:${date}.daily`, { id: null, to: 'dangwei@branch.example', kind: 'digest', at }, to)
  }
}
