import { afterEach, describe, expect, it } from 'vitest'
import { work } from '../../src/commands/run.ts'
import { judgeHealth } from '../../src/core/doctor/health.ts'
import { createLog } from '../../src/log.ts'
import { backupDatabase, restoreDatabase } from '../../src/store/backup.ts'
import { readHealth } from '../../src/store/health.ts'
import { newMemory } from '../../src/worker/memory.ts'
import { round } from '../../src/worker/round.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { recordedLog } from '../support/recorded-log.ts'
import { type Service, startService } from '../support/service.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
const SENDER = '陈立新 <chenlixin@dlut.edu.cn>'
const MINUTE = 60_000

let service: Service
afterEach(() => service.stop())

const mail = async (at = '2024-05-15T09:00:00+08:00') => ({
  ...{ from: SENDER, subject: NAME, at, messageId: `<${at.replace(/\D/g, '')}@client.example>` },
  files: [{ name: `${NAME}.docx`, bytes: await formDocx(filledAnswers()) }],
})
const outcomes = () => service.list().map(({ uid, outcome, state }) => `${uid} ${state} ${outcome}`)
const answers = async () => (await service.replies()).map(({ messageId }) => messageId)

describe('a mailbox whose UIDs change', () => {
  it('causes no second reply and no second download', async () => {
    service = await startService()
    await service.receive(await mail())
    await service.round()
    const folder = service.imap.renumber('INBOX')
    await service.round()
    expect(service.list()).toMatchObject([{ uid: 1, uidValidity: folder.uidValidity, outcome: 'accepted' }])
    expect(await answers()).toHaveLength(1)
    expect(service.imap.commands.filter(command => /BODY\.PEEK\[\]/.test(command))).toHaveLength(1)
  })
})

describe('a mailbox whose UIDs and header lines change at once', () => {
  const status = (source: string) => `Status: RO\r\nX-UID: 7\r\n${source}`

  it('causes no second reply: the mail is known by its sender, Message-ID and files', async () => {
    service = await startService()
    await service.receive(await mail())
    await service.receive({
      from: SENDER,
      subject: NAME,
      at: '2024-05-15T09:30:00+08:00',
      messageId: '<no-file@client.example>',
    })
    await service.round()
    const before = await answers()
    const { uidValidity } = service.imap.renumber('INBOX', status)
    await service.round()
    expect(await answers()).toEqual(before)
    expect(service.list().map(one => one.uidValidity)).toEqual([uidValidity, uidValidity])
    expect(service.list()[0]).toMatchObject({ outcome: 'accepted', version: 1, standing: true })
  })

  it('hides no new mail: other files under the same Message-ID are another message', async () => {
    service = await startService()
    await service.receive(await mail())
    await service.round()
    service.imap.renumber('INBOX', source =>
      status(source).replace(/^[A-Za-z0-9+/]{60,}={0,2}\r?$/m, line => `${line.slice(0, -5)}AAAA\r`),
    )
    await service.round()
    expect(service.list()).toHaveLength(2)
  })
})

describe('a backup that is restored', () => {
  const restored = async () => {
    service = await startService()
    const { database } = service.config
    await service.receive(await mail())
    await service.round()
    await backupDatabase(database, `${database}.backup`, service.app().clock())
    await service.receive(await mail('2024-05-15T10:00:00+08:00'))
    await service.round()
    await service.app().close()
    await restoreDatabase(`${database}.backup`, database, service.app().clock())
    service.setClock(new Date('2024-05-15T11:00:00+08:00'))
  }

  it('has what came since judged again, and answers nothing twice that lies in the Sent folder', async () => {
    await restored()
    for (const { source } of service.smtp.accepted)
      service.imap.deliver(source, new Date('2024-05-15T10:00:00+08:00'), 'Sent')
    await service.restart()
    await service.round()
    expect(outcomes()).toEqual(['1 judged accepted', '2 judged accepted'])
    const sent = await answers()
    expect(new Set(sent).size).toBe(2)
    expect(sent).toHaveLength(2)
    expect(service.list().map(({ reply }) => reply?.state)).toEqual(['sent', 'sent'])
  })

  it('repeats with the same Message-ID what it can’t know to be answered', async () => {
    await restored()
    await service.restart()
    await service.round()
    const sent = await answers()
    expect(new Set(sent).size).toBe(2)
    expect(sent).toHaveLength(3)
  })
})

describe('a message set aside and reopened', () => {
  it('is judged anew, and its sender gets the true reply behind the neutral one', async () => {
    service = await startService({ SHENBAO_LIMITS_MESSAGE_BYTES: '1KiB' })
    await service.receive(await mail())
    await service.round()
    expect(outcomes()).toEqual(['1 quarantined held'])
    await service.restart({ SHENBAO_LIMITS_MESSAGE_BYTES: '64MiB' })
    expect(service.app().reopen(1)).toBe('reopened')
    await service.round()
    expect(outcomes()).toEqual(['1 judged accepted'])
    expect(service.list()).toMatchObject([{ version: 1, standing: true, attempts: 1 }])
    expect(
      service
        .app()
        .show(1)
        ?.decisions.flat()
        .map(({ decision }) => decision.outcome),
    ).toEqual(['held', 'accepted'])
    const [neutral, receipt, ...rest] = await service.replies()
    expect(rest).toEqual([])
    expect(receipt?.messageId).not.toBe(neutral?.messageId)
    expect(receipt?.text).toContain('2024-model-branch-0001')
    expect(service.app().reopen(1)).toBe('not-set-aside')
  })

  it('stands in the chain of events, and is decided on by nobody meanwhile', async () => {
    service = await startService({ SHENBAO_LIMITS_MESSAGE_BYTES: '1KiB' })
    await service.receive(await mail())
    await service.round()
    const before = service.app().audit().head?.entries ?? 0
    service.app().reopen(1)
    expect(service.app().audit()).toMatchObject({ head: { entries: before + 1 }, broken: null })
    expect(service.app().show(1)?.history.at(-1)?.event).toEqual({ kind: 'reopened', message: 1 })
    await expect(service.decide(1, 'accept')).rejects.toThrow('is tried again')
  })

  it('gets one reply, the true one, where the neutral one was still held', async () => {
    service = await startService({ SHENBAO_LIMITS_MESSAGE_BYTES: '1KiB', SHENBAO_REPLIES: 'hold' })
    await service.receive(await mail())
    await service.round()
    await service.restart({ SHENBAO_LIMITS_MESSAGE_BYTES: '64MiB' })
    service.app().reopen(1)
    await service.round()
    await service.restart({ SHENBAO_LIMITS_MESSAGE_BYTES: '64MiB', SHENBAO_REPLIES: 'live' })
    await service.round()
    expect((await service.replies()).map(({ text }) => text.includes('2024-model-branch-0001'))).toEqual([true])
  })

  it('gets no second neutral receipt where it fails again', async () => {
    service = await startService({ SHENBAO_LIMITS_MESSAGE_BYTES: '1KiB' })
    await service.receive(await mail())
    await service.round()
    service.app().reopen(1)
    await service.round()
    expect(outcomes()).toEqual(['1 quarantined held'])
    expect(await answers()).toHaveLength(1)
  })
})

describe('a mailbox that refuses the login', () => {
  const start = async () => {
    service = await startService()
    await service.round()
    await service.restart({ SHENBAO_MAILBOX_PASSWORD: 'changed' })
  }
  const alarms = () => service.alarms()
  const later = (minutes: number) => service.setClock(new Date(service.app().clock().getTime() + minutes * MINUTE))

  it('is left alone for 15 minutes by a clock that nobody sets, and staff are told once', async () => {
    await start()
    let monotonic = 0
    const memory = newMemory(() => monotonic)
    const worker = () => ({ app: service.app(), config: service.config, log: createLog('silent') })
    const logins = () => service.imap.commands.filter(command => command.startsWith('LOGIN')).length
    const before = logins()
    await round(worker(), memory)
    later(-600)
    monotonic = 14 * MINUTE
    await round(worker(), memory)
    expect(logins() - before).toBe(1)
    monotonic = 15 * MINUTE
    await round(worker(), memory)
    expect(logins() - before).toBe(2)
    expect((await alarms()).map(({ subject }) => subject)).toEqual(['【注意】申报受理系统无法登录收件邮箱'])
  })

  it('stands in health as long as it lasts', async () => {
    await start()
    await service.round()
    expect(readHealth(service.config.database).troubles).toMatchObject([{ server: 'mailbox' }])
    await service.restart()
    await service.round()
    expect(readHealth(service.config.database).troubles).toEqual([])
  })
})

describe('the end of the process', () => {
  it('kills a document that is being read: no attempt is counted, and the next start judges the message', async () => {
    service = await startService()
    await service.receive(await mail())
    const ending = service.round()
    while (service.list()[0]?.attempts !== 1) await new Promise(resolve => setImmediate(resolve))
    service.app().cancel()
    await ending
    expect(service.list()).toMatchObject([{ state: 'received', attempts: 0 }])
    await service.restart()
    await service.round()
    expect(outcomes()).toEqual(['1 judged accepted'])
    expect(await answers()).toHaveLength(1)
  })
})

describe('a folder that the server doesn’t open', () => {
  it('is told by health, digest and log, and is no fault of the service: INBOX is served', async () => {
    service = await startService({ SHENBAO_MAILBOX_FOLDERS: 'INBOX,Nirgendwo' })
    await service.receive(await mail())
    const { log, said } = recordedLog()
    const memory = newMemory()
    const again = () => round({ app: service.app(), config: service.config, log }, memory)
    expect([await again(), await again()]).toEqual([[], []])
    expect(outcomes()).toEqual(['1 judged accepted'])
    expect(said('the server doesn’t open a folder')).toHaveLength(1)
    const health = judgeHealth(readHealth(service.config.database), service.app().clock())
    expect(health.verdict).toBeNull()
    expect(health.lines.join('\n')).toMatch(/Nirgendwo: not opened by the server since/)
    service.setClock(new Date('2024-05-16T08:00:30+08:00'))
    await again()
    expect((await service.digests()).at(-1)?.text).toContain('Nirgendwo自')
  })
})

describe('a worker that completes no sweep', () => {
  it('ends after 15 minutes, to be started anew, where neither network nor login is to blame', async () => {
    service = await startService({ SHENBAO_MAILBOX_FOLDERS: 'Nirgendwo,INBOX' })
    await service.receive(await mail())
    let passed = 0
    const memory = newMemory(() => performance.now() + passed)
    passed = 16 * MINUTE
    const context = { app: service.app(), config: service.config, log: createLog('silent') }
    await expect(work(context, new AbortController().signal, memory)).rejects.toThrow(/no sweep was completed for 15/)
    expect(outcomes()).toEqual(['1 judged accepted'])
  })
})
