import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Decision } from '../../src/core/judge/decision.ts'
import { judgedByHeader } from '../../src/core/judge/held-unread.ts'
import type { Message } from '../../src/core/message/message.ts'
import { LONGEST_WAIT } from '../../src/core/sending/retry.ts'
import type { IntakeNeeds, Ledger } from '../../src/jobs/intake-needs.ts'
import type { ScanNeeds } from '../../src/jobs/scan.ts'
import { concludeSuspects, type SweepNeeds, sweep } from '../../src/jobs/sweep.ts'
import { sha256 } from '../../src/sha256.ts'
import { openDatabase } from '../../src/store/database.ts'
import { type Store, storeIn } from '../../src/store/store.ts'
import { freshDatabase } from './fresh-database.ts'

/** A mail in a mailbox made of plain values; the first line of its bytes is its subject. */
export type Mail = {
  readonly uid: number
  readonly subject: string
  readonly body?: string
  readonly at?: Date
  readonly size?: number
}

export const NOW = new Date('2024-05-15T01:00:00Z')
const FIRST_SCAN = new Date('2024-05-13T16:00:00Z')

const bytesOf = ({ subject, body }: Mail) => Buffer.from(`${subject}\n${body ?? ''}`)

/** A mail as a server shows it; two of one subject have one header. */
export const previewOf = (mail: Mail) => ({
  ...{ uid: mail.uid, size: mail.size ?? 100, internalDate: mail.at ?? NOW, headerSha256: `h${mail.subject}` },
  preview: { subject: mail.subject, headers: [{ name: 'subject', value: mail.subject }], parts: [], size: 100 },
})

/** What is otherwise than usual. */
export type Changed = {
  readonly scan?: Partial<ScanNeeds>
  readonly changedCalls?: SweepNeeds['changedCalls']
  readonly queue?: Partial<SweepNeeds['queue']>
  readonly ledger?: Partial<Ledger>
  readonly mail?: Partial<IntakeNeeds['mail']>
  readonly reader?: Partial<IntakeNeeds['reader']>
  readonly rules?: Partial<IntakeNeeds['rules']>
  readonly pace?: Partial<SweepNeeds['pace']>
}

/** Sweeps over such a mailbox with a real database; what mentions 申报 may be an application, what begins with it is one. */
export type Sweeping = ReturnType<typeof createSweeping>

export function createSweeping() {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-sweep-'))
  const file = join(folder, 'test.db')
  freshDatabase(file)
  const database = openDatabase(file)
  const world = {
    store: storeIn(database, 'jxdw@mail'),
    /** The connection under the store, for trouble with the volume. */
    database,
    file,
    mailbox: [] as Mail[],
    uidValidity: 1,
    uidNext: null as number | null,
    now: NOW,
    downloaded: [] as number[],
    /** What parsing a mail with that subject throws. */
    faults: new Map<string, Error>(),
    needs,
    run: async (more: Changed = {}) => (await sweep(needs(more))).concluded.map(({ uid, what }) => `${uid} ${what}`),
    runSuspects: async () => (await concludeSuspects(needs())).concluded.map(({ uid, what }) => `${uid} ${what}`),
    states: () => [...world.store.overview.messages()].map(({ uid, state, outcome }) => `${uid} ${state} ${outcome}`),
    replies: () => world.store.outbox.due(world.now).length,
    end: () => {
      world.store.close()
      rmSync(folder, { recursive: true })
    },
  }
  function needs(more: Changed = {}): SweepNeeds {
    return {
      clock: () => world.now,
      scan: { ...scanOf(world), ...more.scan },
      changedCalls: more.changedCalls ?? { announced: () => null, remember: () => undefined },
      queue: { ...queueOf(world.store), ...more.queue },
      intake: intakeOf(world, more),
      pace: {
        room: { atOnce: 8, bytes: 10_000 },
        isEnough: () => false,
        progress: () => undefined,
        signal: new AbortController().signal,
        ...more.pace,
      },
    }
  }
  return world
}

const queueOf = ({ messages, attempts }: Store): SweepNeeds['queue'] => ({
  waiting: messages.waiting,
  suspects: now => attempts.suspects(now, LONGEST_WAIT),
  notGiven: messages.countFailedFetch,
  cancelAll: attempts.cancelAll,
})

const scanOf = (world: World): ScanNeeds => ({
  clock: () => world.now,
  mailbox: mailboxOf(world),
  register: world.store.register,
  folderNames: ['INBOX'],
  firstScan: FIRST_SCAN,
  mayBeApplication: ({ subject }) => subject?.includes('申报') ?? false,
  expectDocuments: () => undefined,
})

function intakeOf(world: World, more: Changed): IntakeNeeds {
  const find = (uid: number) => world.mailbox.find(one => one.uid === uid)
  return {
    clock: () => world.now,
    ledger: { ...world.store.ledger, ...more.ledger },
    mail: {
      source: async ({ uid }) => {
        const mail = find(uid)
        if (mail === undefined) return null
        world.downloaded.push(uid)
        return { bytes: bytesOf(mail), sha256: sha256(bytesOf(mail)) }
      },
      header: async ({ uid }) => Buffer.from(find(uid)?.subject ?? ''),
      ...more.mail,
    },
    reader: {
      parse: async source => {
        const parsed = message(source)
        const fault = world.faults.get(parsed.subject ?? '')
        if (fault !== undefined) throw fault
        return parsed
      },
      parseHeader: async source => message(source),
      htmlText: async () => undefined,
      readDocuments: async () => [],
      ...more.reader,
    },
    rules: {
      threadOf: () => null,
      judge: ({ message: { subject } }) => [decide(subject ?? '')],
      unread: (decisions, why) => judgedByHeader(decisions, why, []),
      answers: reply,
      readDesk: () => null,
      replies: 'live',
      limits: { messageBytes: 1000, attempts: 3 },
      ...more.rules,
    },
  }
}

type World = {
  readonly store: Store
  readonly mailbox: readonly Mail[]
  readonly uidValidity: number
  readonly uidNext: number | null
  readonly now: Date
  readonly downloaded: number[]
  readonly faults: ReadonlyMap<string, Error>
}

const mailboxOf = (world: World): ScanNeeds['mailbox'] => ({
  resolveFolders: async () => ['INBOX'],
  open: async path => ({
    path,
    uidValidity: world.uidValidity,
    exists: world.mailbox.length,
    uidNext: world.uidNext,
  }),
  lastUid: async () => Math.max(0, ...world.mailbox.map(({ uid }) => uid)),
  uids: async since => world.mailbox.filter(({ at }) => since === null || (at ?? NOW) >= since).map(({ uid }) => uid),
  async *previews(range) {
    yield world.mailbox
      .filter(({ uid }) => ('above' in range ? uid > range.above : range.uids.includes(uid)))
      .map(previewOf)
  },
})

const message = (source: Uint8Array): Message => {
  const [subject = ''] = Buffer.from(source).toString().split('\n')
  const rest = { messageId: null, references: [], replyTo: [], date: null, headers: [], text: '', attachments: [] }
  return { sha256: sha256(source), from: [{ name: '', address: 'zs@dlut.edu.cn' }], subject, ...rest }
}

const decide = (subject: string): Decision => ({
  ...{ relation: subject.startsWith('申报') ? 'application' : 'unrelated', call: 'c' },
  ...{ branch: { name: '教工第一党支部' }, problems: [], naming: null },
  ...{ outcome: subject.startsWith('申报') ? 'accepted' : 'ignored', documents: [], form: null, checks: null },
  ...{ remarks: [], receivedAt: NOW.toISOString(), clock: 'received', answer: 'full' },
})

const reply: IntakeNeeds['rules']['answers'] = ({ message: { sha256: bytes }, entries, id }) =>
  entries.map(({ decision }) => ({
    ...{ purpose: `reply:${bytes}`, kind: decision.outcome === 'accepted' ? 'receipt' : 'held', messageId: id },
    mail: {
      ...{ to: [{ name: '', address: 'zs@dlut.edu.cn' }], subject: '', text: '', html: '' },
      ...{ messageId: `<${bytes}@x>`, inReplyTo: null, references: [] },
    },
  }))
