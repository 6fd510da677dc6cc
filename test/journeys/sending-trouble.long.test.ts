import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { judgeHealth } from '../../src/core/doctor/health.ts'
import { readHealth } from '../../src/store/health.ts'
import { newMemory } from '../../src/worker/memory.ts'
import { round } from '../../src/worker/round.ts'
import { type FaultySmtp, type Habit, startFaultySmtp } from '../support/faulty-smtp.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { recordedLog } from '../support/recorded-log.ts'
import { type Service, startService } from '../support/service.ts'

const MINUTE = 60_000
const BRANCHES = ['教工第一党支部', '教工第二党支部', '教工第三党支部', '教工第四党支部']

let service: Service
let smtp: FaultySmtp
let folder: string
let passed: number
let memory: ReturnType<typeof newMemory>
let recorded: ReturnType<typeof recordedLog>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-trouble-'))
  passed = 0
  memory = newMemory(() => passed)
  recorded = recordedLog()
})
afterEach(async () => {
  await service.stop()
  await smtp.stop()
  rmSync(folder, { recursive: true })
})

const alarmFile = () => join(folder, 'alarm.txt')
const alarms = () => (existsSync(alarmFile()) ? readFileSync(alarmFile(), 'utf8') : '')

/** The service with its four applicants' mail waiting, on an SMTP server with that habit. */
async function start(habit: Habit | null, count = BRANCHES.length): Promise<void> {
  smtp = await startFaultySmtp(habit)
  service = await startService({
    SHENBAO_SMTP_PORT: String(smtp.port),
    SHENBAO_ALARM_FILE: alarmFile(),
    SHENBAO_STAFF_DIGEST_TO: 'jxdw@dlut.edu.cn',
  })
  for (const [index, branch] of BRANCHES.slice(0, count).entries()) {
    const name = `党建工作样板支部申报书-机械工程学院${branch}`
    const files = [{ name: `${name}.docx`, bytes: await formDocx(filledAnswers({ branchName: branch })) }]
    await service.receive({ from: addressOf(index), subject: name, files, at: `2024-05-15T09:0${index}:00+08:00` })
  }
}
const addressOf = (index: number) => `z${index}@dlut.edu.cn`

/** A round of the worker, so many minutes later. */
async function later(minutes: number): Promise<readonly unknown[]> {
  passed += minutes * MINUTE
  service.setClock(new Date(service.app().clock().getTime() + minutes * MINUTE))
  return round({ app: service.app(), config: service.config, log: recorded.log }, memory)
}

const health = () => judgeHealth(readHealth(service.config.database), service.app().clock())
const recipients = () =>
  smtp.received.flatMap(mail => [.../^To: .*?(\S+@[\w.]+)/gim[Symbol.matchAll](mail)].map(([, to]) => to)).sort()
const everybody = BRANCHES.map((_, index) => addressOf(index))
const branchReplies = () => recipients().filter(to => everybody.includes(to ?? ''))

describe('an SMTP server that can’t be reached', () => {
  const dead: Habit = moment => (moment === 'connect' ? 'cut' : null)

  it('is told at once in the log, then hourly, within minutes by an alarm that needs no mail, and after an hour by health', async () => {
    await start(dead, 1)
    await later(0)
    expect(recorded.said('no mail can be handed over')).toMatchObject([{ level: 'warn', server: 'smtp' }])
    expect(alarms()).toBe('')
    for (let minute = 1; minute <= 4; minute++) await later(1)
    expect(recorded.said('no mail can be handed over')).toHaveLength(1)
    expect(alarms()).toContain('【注意】申报受理系统无法连接发件服务器')
    expect(health().verdict).toBeNull()
    for (let quarter = 1; quarter <= 4; quarter++) await later(15)
    expect(recorded.said('no mail can be handed over')).toHaveLength(2)
    expect(alarms().match(/【注意】/g)).toHaveLength(1)
    expect(health().verdict).toMatch(/^unhealthy: mail has waited for 64 min \(\d due\): /)
    expect(health().lines.join('\n')).toMatch(/mail due: \d, the oldest composed/)
  })

  it('has everything when it is back, once, and who was alarmed is told so', async () => {
    await start(dead)
    await later(0)
    await later(5)
    smtp.become(null)
    await later(1)
    await later(1)
    expect(branchReplies()).toEqual(everybody)
    expect(recorded.said('the server works again')).toHaveLength(1)
    expect(alarms()).toContain('【恢复】')
    expect(readHealth(service.config.database)).toMatchObject({ troubles: [], outbox: { due: 0, delayedSince: null } })
  })

  it('makes a sweep by hand fail in its words', async () => {
    await start(dead, 1)
    const errors = await service.round()
    expect(String(errors[0])).toMatch(/mail waits: /)
  })
})

describe('an SMTP server that hangs up at one recipient', () => {
  const filters: Habit = (moment, said) => (moment === 'RCPT' && said.includes(addressOf(0)) ? 'cut' : null)

  it('takes the others in the same pass; the one is counted and tried later', async () => {
    await start(filters)
    await later(0)
    expect(branchReplies()).toEqual(everybody.slice(1))
    expect(recorded.said('mail later')).toHaveLength(1)
    expect(service.list()[0]?.reply).toMatchObject({ state: 'due', attempts: 1 })
    smtp.become(null)
    await later(2)
    expect(branchReplies()).toEqual(everybody)
  })

  it('is told by health where it lasts an hour', async () => {
    await start(filters, 2)
    for (let minutes = 0; minutes <= 80; minutes += 8) await later(8)
    expect(health().verdict).toMatch(/mail has waited for/)
  })
})

describe('an SMTP server that takes no mail from us', () => {
  it.each([
    ['550 at MAIL', (moment => (moment === 'MAIL' ? { answer: '550 sender is not yours' } : null)) as Habit],
    ['530 with no login offered', noLogin('530 5.7.0 Authentication required')],
    [
      'a sender check at RCPT',
      (moment =>
        moment === 'RCPT' ? { answer: '553 5.7.1 Sender address rejected: not owned by user' } : null) as Habit,
    ],
  ])('burns no reply: %s', async (_, habit) => {
    await start(habit)
    await later(0)
    await later(1)
    expect(service.app().overview().outbox()).toMatchObject({ failed: 0, sent: 0 })
    expect(recorded.said('the server takes no mail from us')).toMatchObject([{ level: 'error' }])
    expect(alarms()).toContain('不被发件服务器允许发信')
    expect(smtp.commands.filter(said => said.startsWith('EHLO')).length).toBeLessThanOrEqual(3)
    smtp.become(null)
    await later(15)
    expect(branchReplies()).toEqual(everybody)
  })

  it('is known by its refusing mail after mail, whatever the words, before all are burnt', async () => {
    await start(moment => (moment === 'body' ? { answer: '554 5.6.0 no' } : null))
    await later(0)
    expect(service.app().overview().outbox().failed).toBeLessThan(4)
    expect(readHealth(service.config.database).troubles).toMatchObject([{ server: 'smtp', kind: 'sender' }])
  })
})

function noLogin(answer: string): Habit {
  return moment => {
    if (moment === 'EHLO') return { answer: '250 no extensions' }
    return moment === 'MAIL' ? { answer } : null
  }
}

describe('an SMTP server that wants less mail', () => {
  it('is left alone longer and longer, after one login more at most', async () => {
    await start(moment => (moment === 'MAIL' ? { answer: '450 too much mail' } : null))
    await later(0)
    for (let minute = 1; minute <= 30; minute++) await later(1)
    expect(smtp.connections()).toBeLessThanOrEqual(6)
    expect(recorded.said('the server wants less mail')[0]).toMatchObject({ level: 'warn' })
    smtp.become(null)
    await later(60)
    expect(branchReplies()).toEqual(everybody)
  })

  it('is asked in one session for all that it refuses', async () => {
    await start(moment => (moment === 'RCPT' ? { answer: '550 no such user' } : null))
    await later(0)
    expect(smtp.connections()).toBe(1)
    expect(service.app().overview().outbox().failed).toBe(5)
  })
})

describe('a reply that failed for good', () => {
  it('is sent again when a person wants it, and only that', async () => {
    await start(moment => (moment === 'RCPT' ? { answer: '550 no such user' } : null), 2)
    await later(0)
    expect(service.list().map(({ reply }) => reply?.state)).toEqual(['failed', 'failed'])
    smtp.become(null)
    expect(() => service.app().resend([2, 7])).toThrow('message 7 has failed, nothing was done')
    expect(service.app().resend([2])).toEqual([2])
    await later(1)
    expect(branchReplies()).toEqual([addressOf(1)])
    expect(service.app().resend(null)).toEqual([1])
    await later(1)
    expect(branchReplies()).toEqual(everybody.slice(0, 2))
    expect(service.app().resend(null)).toEqual([])
    expect(() => service.app().resend([1])).toThrow('no reply to message 1 has failed')
  })
})

describe('the metrics', () => {
  it('are written after each round, whole at once', async () => {
    smtp = await startFaultySmtp(null)
    const metrics = join(folder, 'shenbao.prom')
    service = await startService({ SHENBAO_SMTP_PORT: String(smtp.port), SHENBAO_METRICS: metrics })
    await later(0)
    expect(readFileSync(metrics, 'utf8')).toMatch(/^shenbao_healthy\{mailbox="jxdw@dlut\.edu\.cn"\} 1$/m)
    expect(readdirSync(folder)).toEqual(['shenbao.prom'])
  })
})

describe('a mailbox that can’t be reached', () => {
  it('is told the same way, and to staff by mail after an hour', async () => {
    await start(null, 1)
    await later(0)
    await service.restart({
      SHENBAO_MAILBOX_PORT: '1',
      SHENBAO_SMTP_PORT: String(smtp.port),
      SHENBAO_ALARM_FILE: alarmFile(),
    })
    const toStaff = () => smtp.received.filter(mail => /^Message-ID: <shenbao\.alarm\.mailbox/im.test(mail)).length
    for (const minutes of [1, 2, 2]) await later(minutes)
    expect(recorded.said('the mailbox can’t be looked at')).toMatchObject([{ level: 'warn', server: 'mailbox' }])
    expect(alarms()).toContain('【注意】申报受理系统无法连接收件邮箱')
    expect(toStaff()).toBe(0)
    await later(60)
    expect(toStaff()).toBe(1)
  })
})
