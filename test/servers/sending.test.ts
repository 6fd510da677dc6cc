import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { NewMail } from '../../src/core/sending/outgoing-mail.ts'
import { openStore } from '../../src/store/store.ts'
import { newMemory } from '../../src/worker/memory.ts'
import { round } from '../../src/worker/round.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { LOGIN, liveConfig } from '../support/live-config.ts'
import { freePort, waitFor } from '../support/ports.ts'
import { type Postfix, startPostfix } from '../support/postfix.ts'
import { recordedLog } from '../support/recorded-log.ts'

const PEOPLE = ['a', 'b', 'c', 'd', 'e'].map(name => `${name}@branch.example`)
const MINUTE = 60_000

let dovecot: Dovecot
let postfix: Postfix | null
let port: number
let folder: string
let world: ReturnType<typeof createWorld>

beforeAll(async () => {
  const users = Object.fromEntries([LOGIN.user, ...PEOPLE].map(user => [user, LOGIN.password]))
  dovecot = await startDovecot({ users })
})
afterAll(() => dovecot?.stop())
afterEach(async () => {
  await world.app.close()
  await postfix?.stop()
  rmSync(folder, { recursive: true })
})

async function startServer(settings = ''): Promise<void> {
  const { lmtpPort, authSocket } = dovecot
  const domains = ['dlut.edu.cn', 'branch.example']
  postfix = await startPostfix({ ...{ lmtpPort, authSocket, domains, settings, port }, hostname: 'mail.dlut.edu.cn' })
}

async function stopServer(): Promise<void> {
  await postfix?.stop()
  postfix = null
}

/** The worker with a mail for everybody in its outbox, beside a Postfix with those lines in main.cf. */
async function start(settings: string | null): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-sending-'))
  port = await freePort()
  postfix = null
  if (settings !== null) await startServer(settings)
  world = createWorld()
}

function createWorld() {
  const database = join(folder, 'shenbao.db')
  const variables = { SHENBAO_DATABASE: database, SHENBAO_ALARM_FILE: join(folder, 'alarm.txt') }
  const config = liveConfig({ imap: dovecot.imapPort, smtp: port }, variables)
  let passed = 0
  const start = Date.now()
  const clock = () => new Date(start + passed)
  const { log, said } = recordedLog()
  const app = createApp(config, { clock, log })
  const memory = newMemory(() => passed)
  const store = openStore(database, `${LOGIN.user}@127.0.0.1`)
  for (const to of PEOPLE) store.outbox.add(mailTo(to), { withheldFor: null }, clock())
  store.close()
  return {
    ...{ app, said },
    counts: () => app.overview().outbox(),
    alarms: () => readFileSync(join(folder, 'alarm.txt'), 'utf8'),
    /** A round, so many minutes later. */
    later: (minutes: number) => {
      passed += minutes * MINUTE
      return round({ app, config, log }, memory)
    },
  }
}

const mailTo = (address: string): NewMail => ({
  ...{ purpose: `for ${address} ${folder}`, kind: 'notice', messageId: null },
  mail: {
    ...{ to: [{ name: '', address }], subject: '回复', text: '已收到', html: '<p>已收到</p>' },
    ...{ messageId: `<${folder.slice(-6)}.${address}>`, inReplyTo: null, references: [] },
  },
})

/** Who has the mail of this world, and how often. */
async function arrived(count: number): Promise<readonly string[]> {
  const all = () =>
    Promise.all(
      PEOPLE.map(user =>
        dovecot.asStaff(user, async client => {
          await client.mailboxOpen('INBOX', { readOnly: true })
          const mails =
            client.mailbox && client.mailbox.exists > 0 ? await client.fetchAll('1:*', { envelope: true }) : []
          const mine = mails.filter(({ envelope }) => envelope?.messageId?.startsWith(`<${folder.slice(-6)}.`))
          return mine.map(() => user.slice(0, 1))
        }),
      ),
    )
  return waitFor(
    async () => {
      const found = (await all()).flat()
      return found.length >= count ? found : null
    },
    { what: `${count} mails` },
  )
}

describe('a Postfix that is not there', () => {
  it('is told, and has everything once when it is back', async () => {
    await start(null)
    await world.later(0)
    expect(world.said('no mail can be handed over')).toHaveLength(1)
    for (let minute = 1; minute <= 4; minute++) await world.later(1)
    expect(world.alarms()).toContain('【注意】申报受理系统无法连接发件服务器')
    await startServer()
    await world.later(1)
    expect(await arrived(5)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(world.alarms()).toContain('【恢复】')
  })
})

describe('a Postfix that hangs up at one recipient', () => {
  it('takes all others', async () => {
    await start('smtpd_recipient_restrictions = check_recipient_access inline:{{a@branch.example = 421 4.3.0 go away}}')
    await world.later(0)
    await world.later(1)
    expect(await arrived(4)).toEqual(['b', 'c', 'd', 'e'])
    expect(world.counts()).toMatchObject({ due: 1, failed: 0 })
  })
})

describe('a Postfix that takes no mail from us', () => {
  it.each([
    [
      'From is not the login',
      `smtpd_sender_login_maps = inline:{${LOGIN.user}=somebody@dlut.edu.cn}
smtpd_sender_restrictions = reject_sender_login_mismatch`,
    ],
    [
      'From is not the login, and it says so at MAIL',
      `smtpd_delay_reject = no
smtpd_sender_login_maps = inline:{${LOGIN.user}=somebody@dlut.edu.cn}
smtpd_sender_restrictions = reject_sender_login_mismatch`,
    ],
    [
      'it offers no login and relays for nobody',
      `smtpd_sasl_auth_enable = no
virtual_mailbox_domains = elsewhere.example`,
    ],
  ])('has none of it burnt, and all of it when that is mended: %s', async (_, settings) => {
    await start(settings)
    for (let minute = 0; minute < 5; minute++) await world.later(1)
    expect(world.counts()).toMatchObject({ sent: 0, failed: 0 })
    expect(world.said('the server takes no mail from us')).toMatchObject([{ level: 'error' }])
    expect(world.alarms()).toContain('不被发件服务器允许发信')
    await stopServer()
    await startServer()
    await world.later(61)
    expect(await arrived(5)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('a Postfix that wants less mail', () => {
  it('is not asked again and again, and gets it all in the end', async () => {
    await start('smtpd_client_message_rate_limit = 2\nanvil_rate_time_unit = 600s')
    for (let minute = 0; minute < 20; minute++) await world.later(1)
    expect(world.said('the server wants less mail')).toHaveLength(1)
    const logins = postfix?.log().match(/sasl_method=|: connect from/g)?.length ?? 0
    expect(logins).toBeLessThan(14)
    expect(world.counts()).toMatchObject({ failed: 0 })
    await stopServer()
    await startServer()
    await world.later(60)
    expect([...(await arrived(5))].sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('a refusal of one recipient', () => {
  it('ends no session and costs no new login', async () => {
    await start(
      'smtpd_recipient_restrictions = check_recipient_access inline:{{a@branch.example = 550 5.1.1 gone}, {c@branch.example = 550 5.1.1 gone}}',
    )
    await world.later(0)
    expect(await arrived(3)).toEqual(['b', 'd', 'e'])
    expect(world.counts()).toMatchObject({ failed: 2 })
    expect(postfix?.log().match(/: connect from/g)).toHaveLength(2)
  })
})
