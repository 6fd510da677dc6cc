import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Decision } from '../../src/core/decision.ts'
import type { Message } from '../../src/core/message.ts'
import { Cancelled, MachineFault, PermanentError, StorageError, Unreachable } from '../../src/errors.ts'
import { type SweepNeeds, sweep } from '../../src/jobs/sweep.ts'
import { openStore, type Store } from '../../src/store/store.ts'

type Mail = {
  readonly uid: number
  readonly subject: string
  readonly body?: string
  readonly at?: Date
  readonly size?: number
}

const NOW = new Date('2024-05-15T01:00:00Z')
const FIRST_LOOK = new Date('2024-05-13T16:00:00Z')

let folder: string
let store: Store
let mailbox: Mail[]
let uidValidity: number
let downloaded: number[]
/** What parsing a mail with that subject throws. */
let faults: Map<string, Error>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-sweep-'))
  store = openStore(join(folder, 'test.db'), 'jxdw@mail')
  mailbox = []
  uidValidity = 1
  downloaded = []
  faults = new Map()
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const bytesOf = ({ subject, body }: Mail) => Buffer.from(`${subject}\n${body ?? ''}`)
const preview = (mail: Mail) => ({
  ...{ uid: mail.uid, size: mail.size ?? 100, internalDate: mail.at ?? NOW, headerSha256: `h${mail.uid}` },
  preview: { subject: mail.subject, headers: [], parts: [], size: 100 },
})
const message = (source: Uint8Array): Message => {
  const [subject = ''] = Buffer.from(source).toString().split('\n')
  const rest = { messageId: null, references: [], replyTo: [], date: null, headers: [], text: '', attachments: [] }
  return {
    sha256: Buffer.from(source).toString('hex'),
    from: [{ name: '', address: 'zs@dlut.edu.cn' }],
    subject,
    ...rest,
  }
}
const decide = (subject: string): Decision => ({
  ...{
    relation: subject.startsWith('申报') ? 'application' : 'unrelated',
    call: 'c',
    branch: { name: '教工第一党支部' },
    problems: [],
    naming: null,
  },
  ...{
    outcome: subject.startsWith('申报') ? 'accepted' : 'ignored',
    documents: [],
    form: null,
    checks: null,
    remarks: [],
    receivedAt: NOW.toISOString(),
  },
  ...{ clock: 'received', answer: 'full' },
})

const needs = (more: Partial<SweepNeeds> = {}): SweepNeeds => ({
  clock: () => NOW,
  mailbox: {
    resolveFolders: async () => ['INBOX'],
    open: async path => ({ path, uidValidity, exists: mailbox.length }),
    lastUid: async () => Math.max(0, ...mailbox.map(({ uid }) => uid)),
    uids: async since => mailbox.filter(({ at }) => since === null || (at ?? NOW) >= since).map(({ uid }) => uid),
    async *previews(range) {
      yield mailbox.filter(({ uid }) => ('above' in range ? uid > range.above : range.uids.includes(uid))).map(preview)
    },
  },
  folders: store.folders,
  messages: store.messages,
  rawMessages: store.rawMessages,
  decisions: store.decisions,
  applications: store.applications,
  outbox: store.outbox,
  transaction: store.transaction,
  mayBeApplication: ({ subject }) => subject?.includes('申报') ?? false,
  folderNames: ['INBOX'],
  firstLook: FIRST_LOOK,
  download: async ({ uid }) => {
    const mail = mailbox.find(one => one.uid === uid)
    if (mail === undefined) return null
    downloaded.push(uid)
    return bytesOf(mail)
  },
  downloadHeader: async ({ uid }) => Buffer.from(mailbox.find(one => one.uid === uid)?.subject ?? ''),
  sha256: bytes => Buffer.from(bytes).toString('hex'),
  parse: async source => {
    const parsed = message(source)
    const fault = faults.get(parsed.subject ?? '')
    if (fault !== undefined) throw fault
    return parsed
  },
  parseHeader: async source => message(source),
  readDocuments: async () => [],
  threadOf: () => null,
  judge: ({ message: { subject } }) => decide(subject ?? ''),
  composeNotice: () => null,
  composeReply: ({ message: { sha256 }, decision, id }) =>
    decision.outcome === 'ignored'
      ? null
      : {
          ...{ purpose: `reply:${sha256}`, kind: decision.outcome === 'accepted' ? 'receipt' : 'held', messageId: id },
          mail: {
            to: [{ name: '', address: 'zs@dlut.edu.cn' }],
            subject: '',
            text: '',
            html: '',
            messageId: `<${sha256}>`,
            inReplyTo: null,
            references: [],
          },
        },
  replies: 'live',
  limits: { messageBytes: 1000, attempts: 3 },
  signal: new AbortController().signal,
  ...more,
})

const run = async (more: Partial<SweepNeeds> = {}) =>
  (await sweep(needs(more))).settled.map(({ uid, what }) => `${uid} ${what}`)
const states = () => [...store.overview.messages()].map(({ uid, state, outcome }) => `${uid} ${state} ${outcome}`)
const replies = () => store.outbox.due(NOW).length

describe('the sweep', () => {
  it('judges and answers a new message once, however often it runs', async () => {
    mailbox = [{ uid: 1, subject: '申报一' }]
    expect(await run()).toEqual(['1 judged'])
    expect(await run()).toEqual([])
    expect(replies()).toBe(1)
  })

  it('downloads only what may be an application', async () => {
    mailbox = [
      { uid: 1, subject: '学术报告' },
      { uid: 2, subject: '申报一' },
    ]
    await run()
    expect(downloaded).toEqual([2])
    expect(states()).toEqual(['1 judged ignored', '2 judged accepted'])
  })

  it('keeps nothing of what proves unrelated but its row', async () => {
    mailbox = [{ uid: 1, subject: '关于申报的通知' }]
    await run()
    expect(store.rawMessages.find(1)).toBeNull()
    expect(store.overview.message(1)).toMatchObject({
      relation: 'unrelated',
      subject: null,
      from: null,
      sha256: null,
      receivedAt: null,
    })
    expect(store.decisions.of(1)).toEqual([])
  })

  it('goes back to the announcement at first, and no further', async () => {
    mailbox = [
      { uid: 1, subject: '申报旧', at: new Date('2024-05-01T00:00:00Z') },
      { uid: 2, subject: '申报一' },
    ]
    expect(await run()).toEqual(['2 judged'])
    mailbox.push({ uid: 3, subject: '申报移入', at: new Date('2024-05-01T00:00:00Z') })
    expect(await run()).toEqual(['3 judged'])
  })

  it('does its first look again when that was cut short', async () => {
    mailbox = [
      { uid: 1, subject: '申报旧', at: new Date('2024-05-01T00:00:00Z') },
      { uid: 2, subject: '申报一' },
    ]
    const broken = {
      ...needs().mailbox,
      previews: () => {
        throw new Error('connection lost')
      },
    }
    expect((await sweep(needs({ mailbox: broken }))).errors).toMatchObject([{ message: 'connection lost' }])
    expect(await run()).toEqual(['2 judged'])
  })

  it('answers nothing twice when UIDVALIDITY changes and all UIDs are new', async () => {
    mailbox = [{ uid: 1, subject: '申报一' }]
    await run()
    uidValidity = 2
    mailbox = [{ uid: 77, subject: '申报一' }]
    expect(await run()).toEqual(['77 repeated'])
    expect(replies()).toBe(1)
  })

  it('takes the same bytes under another UID for the same message', async () => {
    mailbox = [
      { uid: 1, subject: '申报一' },
      { uid: 2, subject: '申报一' },
    ]
    expect(await run()).toEqual(['1 judged', '2 repeated'])
    expect(replies()).toBe(1)
  })

  it('does not mind what staff delete between two looks', async () => {
    mailbox = [{ uid: 1, subject: '申报一' }]
    expect(await run({ download: async () => null })).toEqual(['1 gone'])
  })
})

describe('a message that fails', () => {
  beforeEach(() => {
    mailbox = [
      { uid: 1, subject: '申报坏' },
      { uid: 2, subject: '申报好' },
    ]
    faults.set('申报坏', new Error('no such charset'))
  })

  it('never stops the next one, is tried again, then set aside with the neutral receipt', async () => {
    expect(await run()).toEqual(['1 later', '2 judged'])
    expect(await run()).toEqual(['1 later'])
    expect(await run()).toEqual(['1 set-aside'])
    expect(await run()).toEqual([])
    expect(states()).toEqual(['1 quarantined held', '2 judged accepted'])
    expect(replies()).toBe(2)
  })

  it('is set aside at once when trying again can’t help', async () => {
    faults.set('申报坏', new PermanentError('never'))
    expect(await run()).toEqual(['1 set-aside', '2 judged'])
  })

  it.each([new StorageError('disk full'), new MachineFault('no process'), new Cancelled('stopping')])(
    'is not blamed for what is ours: $message',
    async fault => {
      faults.set('申报坏', fault)
      await expect(run()).rejects.toThrow(fault.message)
      expect(store.messages.unsettled()).toMatchObject([
        { uid: 1, attempts: 0 },
        { uid: 2, attempts: 0 },
      ])
      faults.clear()
      expect(await run()).toEqual(['1 judged', '2 judged'])
    },
  )

  it('is not blamed when the connection breaks while it is downloaded, and is found again', async () => {
    const broken = async () => {
      throw new Unreachable('connection lost')
    }
    await expect(run({ download: broken })).rejects.toThrow('connection lost')
    expect(store.messages.unsettled()).toMatchObject([
      { uid: 1, attempts: 0 },
      { uid: 2, attempts: 0 },
    ])
  })

  it('is not downloaded when it is too large: its header gets the neutral receipt', async () => {
    mailbox = [{ uid: 3, subject: '申报大', size: 2000 }]
    expect(await run()).toEqual(['3 set-aside'])
    expect(downloaded).toEqual([])
    expect(states()).toEqual(['1 quarantined held'].map(line => line.replace('1', '3')))
  })
})

describe('trouble with one thing', () => {
  it('leaves the others alone: a message that the server doesn’t hand over comes last', async () => {
    mailbox = [
      { uid: 1, subject: '申报一' },
      { uid: 2, subject: '申报二' },
    ]
    const { download } = needs()
    const refusing: SweepNeeds['download'] = at =>
      at.uid === 1 ? Promise.reject(new Error('SERVERBUG')) : download(at)
    expect(await run({ download: refusing })).toEqual(['2 judged'])
    expect(store.messages.unsettled()).toMatchObject([{ uid: 1, attempts: 0 }])
    mailbox.push({ uid: 3, subject: '申报三' })
    expect(await run()).toEqual(['3 judged', '1 judged'])
  })

  it('leaves the others alone: a folder that can’t be opened', async () => {
    mailbox = [{ uid: 1, subject: '申报一' }]
    const { open } = needs().mailbox
    const two = {
      ...needs().mailbox,
      resolveFolders: async () => ['Junk', 'INBOX'],
      open: (path: string) => (path === 'Junk' ? Promise.reject(new Error('no such folder')) : open(path)),
    }
    expect(await run({ mailbox: two })).toEqual(['1 judged'])
  })

  it('sets aside, without an answer, a message that can’t be settled', async () => {
    mailbox = [{ uid: 1, subject: '申报一' }]
    const fails = () => {
      throw new TypeError('no reply can be composed')
    }
    for (const what of ['later', 'later', 'set-aside'])
      expect(await run({ composeReply: fails })).toEqual([`1 ${what}`])
    expect(await run()).toEqual([])
    expect(store.overview.message(1)).toMatchObject({ state: 'quarantined', subject: '申报一', from: 'zs@dlut.edu.cn' })
  })

  it('takes a second copy of a mail that was too large for the same', async () => {
    mailbox = [{ uid: 3, subject: '申报大', size: 2000 }]
    await run()
    mailbox.push({ uid: 4, subject: '申报大', size: 2000 })
    const same = { ...needs().mailbox, previews: () => previewsWithOneHeader() }
    expect(await run({ mailbox: same })).toEqual(['4 repeated'])
    expect(replies()).toBe(1)
  })

  it('begins no message any more when the process is to end', async () => {
    mailbox = [{ uid: 1, subject: '申报一' }]
    await expect(run({ signal: AbortSignal.abort() })).rejects.toThrow(Cancelled)
    expect(await run()).toEqual(['1 judged'])
  })
})

async function* previewsWithOneHeader() {
  yield mailbox.filter(({ uid }) => uid === 4).map(mail => ({ ...preview(mail), headerSha256: 'h3' }))
}

describe('a crash', () => {
  it('before the decision is committed loses nothing: the next sweep does it all again', async () => {
    mailbox = [{ uid: 1, subject: '申报一' }]
    const dies = () => {
      throw new StorageError('the process dies')
    }
    await expect(run({ composeReply: dies })).rejects.toThrow('dies')
    expect(store.overview.message(1)).toMatchObject({ state: 'received', outcome: null })
    expect(await run({ download: async () => null })).toEqual(['1 judged'])
    expect(replies()).toBe(1)
  })
})
