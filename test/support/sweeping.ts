import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Decision } from '../../src/core/judge/decision.ts'
import type { Message } from '../../src/core/message/message.ts'
import { LONGEST_WAIT } from '../../src/core/sending/retry.ts'
import { type SweepNeeds, settleSuspects, sweep } from '../../src/jobs/sweep.ts'
import { openDatabase } from '../../src/store/database.ts'
import { type Store, storeIn } from '../../src/store/store.ts'

/** A mail in a mailbox made of plain values; the first line of its bytes is its subject. */
export type Mail = {
  readonly uid: number
  readonly subject: string
  readonly body?: string
  readonly at?: Date
  readonly size?: number
}

export const NOW = new Date('2024-05-15T01:00:00Z')
const FIRST_LOOK = new Date('2024-05-13T16:00:00Z')

const bytesOf = ({ subject, body }: Mail) => Buffer.from(`${subject}\n${body ?? ''}`)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A mail as a server shows it; two of one subject have one header. */
export const previewOf = (mail: Mail) => ({
  ...{ uid: mail.uid, size: mail.size ?? 100, internalDate: mail.at ?? NOW, headerSha256: `h${mail.subject}` },
  preview: { subject: mail.subject, headers: [{ name: 'subject', value: mail.subject }], parts: [], size: 100 },
})

/** Sweeps over such a mailbox with a real database; what mentions 申报 may be an application, what begins with it is one. */
export type Sweeping = ReturnType<typeof createSweeping>

export function createSweeping() {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-sweep-'))
  const file = join(folder, 'test.db')
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
    run: async (more: Partial<SweepNeeds> = {}) =>
      (await sweep(needs(more))).settled.map(({ uid, what }) => `${uid} ${what}`),
    runSuspects: async () => (await settleSuspects(needs())).settled.map(({ uid, what }) => `${uid} ${what}`),
    states: () => [...world.store.overview.messages()].map(({ uid, state, outcome }) => `${uid} ${state} ${outcome}`),
    replies: () => world.store.outbox.due(world.now).length,
    end: () => {
      world.store.close()
      rmSync(folder, { recursive: true })
    },
  }
  function needs(more: Partial<SweepNeeds> = {}): SweepNeeds {
    const { store } = world
    return {
      ...tables(store),
      clock: () => world.now,
      mailbox: mailboxOf(world),
      changedCalls: { announced: () => null, remember: () => undefined },
      room: { atOnce: 8, bytes: 10_000 },
      isEnough: () => false,
      progress: () => undefined,
      expectDocuments: () => undefined,
      mayBeApplication: ({ subject }) => subject?.includes('申报') ?? false,
      folderNames: ['INBOX'],
      firstLook: FIRST_LOOK,
      download: async ({ uid }) => {
        const mail = world.mailbox.find(one => one.uid === uid)
        if (mail === undefined) return null
        world.downloaded.push(uid)
        return bytesOf(mail)
      },
      downloadHeader: async ({ uid }) => Buffer.from(world.mailbox.find(one => one.uid === uid)?.subject ?? ''),
      sha256: hex,
      parse: async source => {
        const parsed = message(source)
        const fault = world.faults.get(parsed.subject ?? '')
        if (fault !== undefined) throw fault
        return parsed
      },
      parseHeader: async source => message(source),
      readDocuments: async () => [],
      threadOf: () => null,
      judge: ({ message: { subject } }) => decide(subject ?? ''),
      composeNotice: () => null,
      composeReply: reply,
      replies: 'live',
      limits: { messageBytes: 1000, attempts: 3 },
      signal: new AbortController().signal,
      ...more,
    }
  }
  return world
}

const tables = (store: Store) => ({
  folders: store.folders,
  messages: store.messages,
  attempts: { ...store.attempts, suspects: (now: Date) => store.attempts.suspects(now, LONGEST_WAIT) },
  places: store.places,
  reopening: store.reopening,
  rawMessages: store.rawMessages,
  decisions: store.decisions,
  applications: store.applications,
  outbox: store.outbox,
  transaction: store.transaction,
  redoably: store.redoably,
})

type World = {
  readonly mailbox: readonly Mail[]
  readonly uidValidity: number
  readonly uidNext: number | null
}

const mailboxOf = (world: World): SweepNeeds['mailbox'] => ({
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
  return { sha256: hex(source), from: [{ name: '', address: 'zs@dlut.edu.cn' }], subject, ...rest }
}

const decide = (subject: string): Decision => ({
  ...{ relation: subject.startsWith('申报') ? 'application' : 'unrelated', call: 'c' },
  ...{ branch: { name: '教工第一党支部' }, problems: [], naming: null },
  ...{ outcome: subject.startsWith('申报') ? 'accepted' : 'ignored', documents: [], form: null, checks: null },
  ...{ remarks: [], receivedAt: NOW.toISOString(), clock: 'received', answer: 'full' },
})

const reply: SweepNeeds['composeReply'] = ({ message: { sha256 }, decision, id }) =>
  decision.outcome === 'ignored'
    ? null
    : {
        ...{ purpose: `reply:${sha256}`, kind: decision.outcome === 'accepted' ? 'receipt' : 'held', messageId: id },
        mail: {
          ...{ to: [{ name: '', address: 'zs@dlut.edu.cn' }], subject: '', text: '', html: '' },
          ...{ messageId: `<${sha256}@x>`, inReplyTo: null, references: [] },
        },
      }
