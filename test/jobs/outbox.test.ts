import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryResult } from '../../src/core/sending/delivery-result.ts'
import type { NewMail, OutgoingMail } from '../../src/core/sending/outgoing-mail.ts'
import type { Caps } from '../../src/core/sending/sending-room.ts'
import { LoginRefused, SenderRefused } from '../../src/errors.ts'
import { checkDeliveries, type DeliveryCheckNeeds } from '../../src/jobs/delivery-check.ts'
import { sendDue } from '../../src/jobs/outbox.ts'
import type { OutboxNeeds } from '../../src/jobs/outbox-needs.ts'
import { createSuspicion, type Suspicion } from '../../src/jobs/suspicion.ts'
import { markAsBackup } from '../../src/store/backup-mark.ts'
import type { Store } from '../../src/store/store.ts'
import { freshStore } from '../support/fresh-database.ts'

let folder: string
let store: Store
let now: Date
let alarms: number
let suspicion: Suspicion

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-outbox-'))
  store = freshStore(join(folder, 'test.db'))
  now = new Date('2024-05-15T01:00:00Z')
  alarms = 0
  suspicion = createSuspicion()
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))
const add = (
  purpose: string,
  to = 'zs@dlut.edu.cn',
  { kind = 'receipt', about = null, expiresAt = null, messageId = null, mail }: Partial<NewMail> = {},
) =>
  store.outbox.add(
    {
      purpose,
      ...{ kind, about, expiresAt },
      messageId,
      mail: {
        to: [{ name: '', address: to }],
        subject: purpose,
        text: '',
        html: '',
        messageId: `<${purpose}@x>`,
        inReplyTo: null,
        references: [],
        ...mail,
      },
    },
    { withheldFor: null },
    now,
  )

/** A pass against a server that gives these answers, one a mail, then accepts; tells what it was handed. */
async function pump(
  answers: (DeliveryResult | Error)[] = [],
  caps: Partial<Caps> = {},
  more: Partial<DeliveryCheckNeeds> & Partial<Pick<OutboxNeeds, 'send'>> = {},
) {
  const handed: string[] = []
  await checkDeliveries({
    clock: () => now,
    unconfirmed: store.unconfirmed,
    outbox: store.outbox,
    restoredAt: store.worker.state().restoredAt,
    sentSince: async () => null,
    replies: 'live',
    ...more,
  })
  const { results, stopped } = await sendDue({
    clock: () => now,
    ...{ queue: store.outbox, said: store.outbox, suspicion },
    outbox: { ...store.outbox, delay: store.delays.begin },
    caps: { perMinute: 20, perAddressPerDay: 20, perHour: 300, domains: ['dlut.edu.cn'], ...caps },
    breakerOpened: () => {
      alarms += 1
    },
    send: async mail => {
      handed.push(mail.subject)
      const answer = answers.shift() ?? { kind: 'sent' }
      if (answer instanceof Error) throw answer
      return answer
    },
    ...(more.send === undefined ? {} : { send: more.send }),
  })
  return { handed, results: results.map(({ what }) => what), stopped: stopped?.kind ?? null }
}

describe('the outbox job', () => {
  it('sends what is due, once', async () => {
    add('a')
    expect(await pump()).toEqual({ handed: ['a'], results: ['sent'], stopped: null })
    expect((await pump()).handed).toEqual([])
  })

  it('sends a mail whose files the server would not have once more without them, and says so in it', async () => {
    const enclosures = [{ name: '材料.zip', type: 'application/zip', base64: 'UEsD' }]
    const mail = { text: '见附件', html: '<body class="a">见附件</body>', enclosures } as unknown as NewMail['mail']
    add('papers', 'wang@dlut.edu.cn', { kind: 'desk', mail })
    const refused = { kind: 'refused', reason: '552 too large', content: true } as const
    expect((await pump([refused])).results).toEqual(['later'])
    const sent: OutgoingMail[] = []
    const send: OutboxNeeds['send'] = async one => {
      sent.push(one)
      return refused
    }
    expect((await pump([], {}, { send })).results).toEqual(['failed'])
    expect(
      sent.map(({ text, html, enclosures: files }) => [text.endsWith('见附件'), html.includes('未能随信发出'), files]),
    ).toEqual([[true, true, undefined]])
    add('answer')
    expect((await pump([refused])).results).toEqual(['failed'])
  })

  it('sends letters to many behind the answers, at most half of a minute, outside every cap', async () => {
    for (const n of [1, 2, 3]) add(`many${n}`, 'zs@dlut.edu.cn', { kind: 'reminder' })
    for (const n of [1, 2]) add(`answer${n}`)
    const caps = { perMinute: 5, perAddressPerDay: 2, perHour: 2 }
    // The minute would have room for another.
    expect((await pump([], caps)).handed).toEqual(['answer1', 'answer2', 'many1', 'many2'])
    pass(2)
    add('answer3', 'other@dlut.edu.cn')
    expect(await pump([], caps)).toMatchObject({ handed: ['many3'], results: ['withheld', 'sent'] })
    expect(alarms).toBe(1)
    pass(61)
    expect((await pump([], caps)).handed).toEqual(['answer3'])
  })

  it('withholds no answer to the desk, however often the same was said, and counts none of them as a storm', async () => {
    const caps = { perMinute: 20, perAddressPerDay: 1, perHour: 1 }
    for (const n of [1, 2, 3]) add(`desk${n}`, 'wang@dlut.edu.cn', { kind: 'desk', about: 'same' })
    expect((await pump([], caps)).handed).toEqual(['desk1', 'desk2', 'desk3'])
    add('answer')
    expect((await pump([], caps)).handed).toEqual(['answer'])
  })

  it('sends no reminder that time has overtaken', async () => {
    add('many', 'zs@dlut.edu.cn', { kind: 'reminder', expiresAt: now })
    expect((await pump()).handed).toEqual([])
    expect(store.overview.outbox()).toMatchObject({ due: 0, withheld: 0 })
  })

  it('tries later and later what the server refuses for now', async () => {
    add('a')
    const later = { kind: 'later', reason: '451 try later' } as const
    expect((await pump([later])).results).toEqual(['later'])
    expect((await pump()).handed).toEqual([])
    pass(1)
    expect((await pump([later])).results).toEqual(['later'])
    pass(1)
    expect((await pump()).handed).toEqual([])
    pass(1)
    expect((await pump()).results).toEqual(['sent'])
  })

  it('gives up what the server refuses for good, and says so', async () => {
    add('a')
    expect((await pump([{ kind: 'refused', reason: '550 no such user', content: false }])).results).toEqual(['failed'])
    pass(1000)
    expect((await pump()).handed).toEqual([])
    expect(store.overview.outbox()).toMatchObject({ failed: 1 })
  })

  it('gives up after a day and a half of refusals for now', async () => {
    add('a')
    let tries = 0
    for (; tries < 100 && store.overview.outbox().failed === 0; tries++) {
      await pump([{ kind: 'later', reason: '451' }])
      pass(60)
    }
    expect(tries).toBe(40)
  })

  it('repeats once, later, what may have gone out when the connection broke behind DATA', async () => {
    add('a')
    const broken = { kind: 'unknown', reason: 'closed' } as const
    expect((await pump([broken])).results).toEqual(['unknown'])
    expect((await pump()).handed).toEqual([])
    pass(5)
    expect((await pump([broken])).handed).toEqual(['a'])
    pass(1000)
    expect((await pump()).handed).toEqual([])
    expect(store.overview.outbox()).toMatchObject({ unknown: 1 })
  })

  it('holds a refused login against nobody: the mail is due again, no attempt is counted', async () => {
    add('a')
    await expect(pump([new LoginRefused('535')])).rejects.toThrow(LoginRefused)
    expect(store.outbox.due(now)).toMatchObject([{ attempts: 0 }])
  })

  it('sends no more in a minute than the server is to bear', async () => {
    for (const purpose of ['a', 'b', 'c']) add(purpose)
    expect((await pump([], { perMinute: 2 })).handed).toEqual(['a', 'b'])
    expect((await pump([], { perMinute: 2 })).handed).toEqual([])
    pass(1.1)
    expect((await pump([], { perMinute: 2 })).handed).toEqual(['c'])
  })

  it('withholds what one address would get beyond its day', async () => {
    for (const purpose of ['a', 'b']) add(purpose)
    add('c', 'other@dlut.edu.cn')
    expect((await pump([], { perAddressPerDay: 1, perHour: 300 })).results).toEqual(['sent', 'withheld', 'sent'])
    expect(store.overview.outbox()).toMatchObject({ withheld: 1, held: 0 })
    pass(25 * 60)
    expect((await pump([], { perAddressPerDay: 1, perHour: 300 })).handed).toEqual(['b'])
  })

  it('does not give a mail up because there was no server to hand it to', async () => {
    add('a')
    add('b')
    for (let hours = 0; hours < 72; hours++) {
      expect((await pump([{ kind: 'unreachable', reason: 'ECONNREFUSED' }])).handed).toEqual(['a'])
      pass(60)
    }
    expect((await pump()).handed).toEqual(['a', 'b'])
  })

  it('goes on with the others when the session breaks during one, which is tried later and later', async () => {
    for (const purpose of ['a', 'b']) add(purpose, `${purpose}@dlut.edu.cn`)
    const broken = { kind: 'broken', reason: 'closed' } as const
    expect(await pump([broken])).toEqual({ handed: ['a', 'b'], results: ['later', 'sent'], stopped: null })
    pass(1)
    expect((await pump([broken])).handed).toEqual(['a'])
    pass(1)
    expect((await pump()).handed).toEqual([])
    expect(store.outbox.outboxHealth()).toMatchObject({ due: 1, delayedSince: new Date('2024-05-15T01:00:00Z') })
  })

  it.each([
    ['unreachable', { kind: 'broken', reason: 'closed' }],
    ['sender', { kind: 'barred', reason: '554 relay access denied' }],
    ['sender', { kind: 'refused', reason: '554 no', content: true }],
  ] as const)('takes what goes wrong with three recipients in a row for the server’s: %s', async (kind, sent) => {
    for (const purpose of ['a', 'b', 'c', 'd']) add(purpose, `${purpose}@dlut.edu.cn`)
    expect(await pump([sent, sent, sent])).toMatchObject({ handed: ['a', 'b', 'c'], stopped: kind })
    pass(5)
    expect(await pump([{ kind: 'sent' }])).toMatchObject({ stopped: null })
  })

  it('gives up no mail of three unknown recipients in a row for the server’s fault', async () => {
    for (const purpose of ['a', 'b', 'c', 'd']) add(purpose, `${purpose}@dlut.edu.cn`)
    const unknown = { kind: 'refused', reason: '550 no such user', content: false } as const
    expect((await pump([unknown, unknown, unknown])).results).toEqual(['failed', 'failed', 'failed', 'sent'])
  })

  it('stops where the server wants less mail, and holds against a mail only what was said of it', async () => {
    for (const purpose of ['a', 'b']) add(purpose, `${purpose}@dlut.edu.cn`)
    const busy = (named: boolean) => [{ kind: 'busy', reason: '450 too much mail', named } as const]
    expect(await pump(busy(false))).toEqual({ handed: ['a'], results: [], stopped: 'busy' })
    expect(await pump(busy(true))).toEqual({ handed: ['a'], results: ['later'], stopped: 'busy' })
    expect((await pump()).handed).toEqual(['b'])
  })

  it('lets the others go first where the server takes nothing from us', async () => {
    for (const purpose of ['a', 'b']) add(purpose, `${purpose}@dlut.edu.cn`)
    pass(1)
    await expect(pump([new SenderRefused('550')])).rejects.toThrow(SenderRefused)
    expect(store.outbox.due(now)).toMatchObject([{ attempts: 0 }, { attempts: 0 }])
    expect((await pump()).handed).toEqual(['b', 'a'])
  })

  it('goes on with the others when one can’t be composed', async () => {
    add('a')
    add('b')
    expect((await pump([new TypeError('no such thing')])).results).toEqual(['later', 'sent'])
  })

  it('sends the digest although capped replies wait before it', async () => {
    for (let one = 0; one < 30; one++) add(`r${one}`, `r${one}@dlut.edu.cn`)
    expect((await pump([], { perAddressPerDay: 20, perHour: 1 })).handed).toEqual(['r0'])
    pass(5)
    add('digest', 'jxdw@dlut.edu.cn', { kind: 'digest' })
    expect((await pump([], { perAddressPerDay: 20, perHour: 1 })).handed).toEqual(['digest'])
  })

  it('stops a storm of replies within the hour, but not the digest, and goes on when the hour has passed', async () => {
    for (const to of ['a', 'b', 'c']) add(to, `${to}@dlut.edu.cn`)
    add('digest', 'jxdw@dlut.edu.cn', { kind: 'digest' })
    const caps = { perAddressPerDay: 20, perHour: 2 }
    expect((await pump([], caps)).handed).toEqual(['digest', 'a', 'b'])
    pass(30)
    expect((await pump([], caps)).handed).toEqual([])
    pass(31)
    expect((await pump([], caps)).handed).toEqual(['c'])
  })

  it('tells staff when the hour is full, and withholds the rest till it has passed', async () => {
    for (const to of ['a', 'b', 'c']) add(to, `${to}@dlut.edu.cn`)
    expect((await pump([], { perHour: 2 })).results).toEqual(['sent', 'sent', 'withheld'])
    expect(alarms).toBe(1)
    expect(store.overview.outbox()).toMatchObject({ withheld: 1 })
    expect((await pump([], { perHour: 2 })).results).toEqual([])
    expect(alarms).toBe(1)
    pass(61)
    expect((await pump([], { perHour: 2 })).handed).toEqual(['c'])
    expect(store.overview.outbox()).toMatchObject({ withheld: 0 })
  })

  it('keeps half of the hour for addresses within the domains', async () => {
    for (const to of ['a@x.cn', 'b@x.cn', 'c@x.cn', 'd@dlut.edu.cn', 'e@mail.dlut.edu.cn']) add(to, to)
    const { handed } = await pump([], { perHour: 4 })
    expect(handed).toEqual(['a@x.cn', 'b@x.cn', 'd@dlut.edu.cn', 'e@mail.dlut.edu.cn'])
  })

  it('says the same to the same address once within ten minutes, whatever else is to be said', async () => {
    for (const purpose of ['first', 'second']) add(purpose, 'a@x.cn', { kind: 'returned', about: 'file.missing' })
    add('other problem', 'a@x.cn', { kind: 'returned', about: 'file.name' })
    add('other address', 'b@x.cn', { kind: 'returned', about: 'file.missing' })
    for (const purpose of ['receipt 1', 'receipt 2']) add(purpose, 'a@x.cn')
    const { handed, results } = await pump()
    expect(handed).toEqual(['first', 'other problem', 'other address', 'receipt 1', 'receipt 2'])
    expect(results).toContain('withheld')
    pass(11)
    expect((await pump()).handed).toEqual([])
    add('much later', 'a@x.cn', { kind: 'returned', about: 'file.missing' })
    expect((await pump()).handed).toEqual(['much later'])
  })

  it('sends staff six mails a day at most, of which alarms leave two to the digests', async () => {
    for (let one = 1; one <= 6; one++) add(`alarm ${one}`, 'jxdw@dlut.edu.cn', { kind: 'alarm' })
    expect((await pump()).handed).toHaveLength(4)
    for (let one = 1; one <= 3; one++) add(`digest ${one}`, 'jxdw@dlut.edu.cn', { kind: 'digest' })
    expect((await pump()).handed).toEqual(['digest 1', 'digest 2'])
    pass(24 * 60 + 1)
    expect((await pump()).handed).toEqual(['alarm 5', 'alarm 6', 'digest 3'])
  })

  it('sends nothing that is no longer true', async () => {
    add('returned', 'a@x.cn', { kind: 'returned', expiresAt: now })
    expect((await pump()).handed).toEqual([])
  })
})

describe('what may have gone out', () => {
  const broken = { kind: 'unknown', reason: 'closed' } as const
  const sentFolder = (...ids: string[]) => ({ sentSince: async () => new Set(ids.map(id => `<${id}@x>`)) })
  const unreachable = { sentSince: () => Promise.reject(new Error('ECONNREFUSED')) }

  it('is sent by the word of the Sent folder where it lies there, and once more where it doesn’t', async () => {
    add('a')
    add('b')
    await pump([broken, broken])
    pass(5)
    expect((await pump([], {}, sentFolder('a'))).handed).toEqual(['b'])
    expect(store.overview.outbox()).toMatchObject({ sent: 2, unknown: 0 })
  })

  it('is looked for even when it was repeated before', async () => {
    add('a')
    await pump([broken])
    pass(5)
    await pump([broken])
    pass(5)
    expect((await pump([], {}, sentFolder('a'))).handed).toEqual([])
    expect(store.overview.outbox()).toMatchObject({ sent: 1, unknown: 0 })
  })

  it('waits an hour for a mailbox that can’t be asked, then is repeated, for silence is worse', async () => {
    add('a')
    await pump([broken])
    pass(60)
    expect((await pump([], {}, unreachable)).handed).toEqual([])
    pass(6)
    expect((await pump([], {}, unreachable)).handed).toEqual(['a'])
  })

  /** Sends, and dies when the server has asked for the mail, or before. */
  const dieSending = async (handedOver: boolean) => {
    const dead = new Promise<never>(() => undefined)
    await new Promise<void>(died => {
      const send: OutboxNeeds['send'] = (_mail, _date, handingOver) => {
        if (handedOver) handingOver()
        died()
        return dead
      }
      void pump([], {}, { send })
    })
    store.unconfirmed.checkSooner(new Date(now.getTime() + 60_000))
  }

  it('because the process died behind handing it over, is looked into a minute after the start', async () => {
    add('a')
    await dieSending(true)
    expect((await pump()).handed).toEqual([])
    pass(1)
    expect((await pump()).handed).toEqual(['a'])
  })

  it('is only what the server had asked for: a mail in `sending` after a crash is sent, however often that happens', async () => {
    add('a')
    for (const _ of [1, 2, 3]) await dieSending(false)
    expect(store.outbox.due(now)).toEqual([])
    expect((await pump([], {}, unreachable)).handed).toEqual(['a'])
    expect(store.overview.outbox()).toMatchObject({ sent: 1 })
  })

  it('is looked for in the Sent folder also where it was only in `sending`', async () => {
    add('a')
    await dieSending(false)
    expect((await pump([], {}, sentFolder('a'))).handed).toEqual([])
    expect(store.overview.outbox()).toMatchObject({ sent: 1 })
  })

  it('is not repeated while the operator holds replies, but the digest is', async () => {
    add('a')
    add('digest', 'jxdw@dlut.edu.cn', { kind: 'digest' })
    await pump([broken, broken])
    pass(5)
    expect((await pump([], {}, { replies: 'hold' })).handed).toEqual(['digest'])
  })
})

describe('a restored backup', () => {
  const becomeBackup = () => {
    const database = new Sqlite(join(folder, 'test.db'))
    markAsBackup(database, now)
    database.close()
  }
  const received = (uid: number, at: Date) => {
    const listed = { folder: 'INBOX', uidValidity: 1, uid, size: 10, internalDate: at, headerSha256: `h${uid}` }
    return store.messages.record(listed, now) ?? -1
  }

  it('sends nothing again that lies in the Sent folder, and everything else', async () => {
    const [answered, unanswered] = [received(1, now), received(2, now)]
    pass(60)
    becomeBackup()
    pass(60)
    store.worker.start(now)
    pass(1)
    add('a', 'a@dlut.edu.cn', { messageId: answered })
    add('b', 'b@dlut.edu.cn', { messageId: unanswered })
    add('c', 'c@dlut.edu.cn', { messageId: received(3, now) })
    const sentSince = async () => new Set(['<a@x>'])
    expect((await pump([], {}, { sentSince })).handed.sort()).toEqual(['b', 'c'])
    expect((await pump([], {}, { sentSince })).handed).toEqual([])
    expect(store.overview.outbox()).toMatchObject({ sent: 3, due: 0, unknown: 0 })
  })

  it('sends all of it where the server keeps no sent mail: nobody can know, and silence is worse', async () => {
    const answered = received(1, now)
    pass(60)
    becomeBackup()
    store.worker.start(now)
    add('a', 'a@dlut.edu.cn', { messageId: answered })
    expect((await pump()).handed).toEqual(['a'])
  })
})

describe('a clock that was set back', () => {
  it('keeps no mail until it is there again', async () => {
    add('a')
    const later = { kind: 'later', reason: '451' } as const
    await pump([later])
    pass(-24 * 60)
    expect((await pump()).handed).toEqual(['a'])
  })

  it('does not stop the sending by what seems to be sent in days to come', async () => {
    for (let one = 0; one < 20; one++) add(`r${one}`, `r${one}@dlut.edu.cn`)
    await pump()
    pass(-24 * 60)
    add('a')
    expect((await pump()).handed).toEqual([])
    pass(1.1)
    expect((await pump()).handed).toEqual(['a'])
  })
})
