import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { composeMail } from '../support/compose-mail.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { shenbao } from '../support/shenbao-process.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const NAME = '党建工作样板支部申报书-机械工程学院教工第一党支部'
let folder: string
const path = (name: string) => join(folder, name)
const run = (...args: string[]) =>
  commandLine(['--config', SHIPPED_CONFIG, ...args], { SHENBAO_DATABASE: path('test.db') })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shenbao-process-'))
  const files = [{ name: `${NAME}.docx`, bytes: await formDocx(filledAnswers()) }]
  const mail = { from: '陈立新 <chenlixin@dlut.edu.cn>', subject: NAME, files }
  writeFileSync(path('good.eml'), await composeMail({ ...mail, receivedAt: new Date('2024-05-15T09:00:00+08:00') }))
  writeFileSync(path('no-clock.eml'), await composeMail({ ...mail, receivedAt: null }))
  writeFileSync(
    path('other.eml'),
    await composeMail({
      from: 'x@example.com',
      subject: '中午吃什么',
      receivedAt: new Date('2024-05-15T09:00:00+08:00'),
    }),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('shenbao judge --deadline', () => {
  it('judges by that deadline in place of the one that the call’s file says', async () => {
    const judged = async (...more: string[]) => {
      const { stdout } = await run('judge', path('good.eml'), '--json', ...more)
      return JSON.parse(stdout) as { outcome: string; reply: { text: string } }
    }
    expect((await judged('--received', '2024-05-20T11:00:00+08:00')).outcome).toBe('rejected')
    const put = await judged('--received', '2024-05-20T11:00:00+08:00', '--deadline', '2024-05-21T12:00:00+08:00')
    expect(put.outcome).toBe('accepted')
    expect(put.reply.text).toContain('2024年5月21日 12:00')
  })
})

describe('shenbao judge --json', () => {
  it('prints one object for each file, with every key of the contract, absent values as null', async () => {
    const { stdout, code } = await run('judge', path('good.eml'), path('other.eml'), '--json')
    const [good, other] = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    const KEYS = [
      'file',
      'message',
      'relation',
      'call',
      'branch',
      'applicant',
      'outcome',
      'question',
      'problems',
      'naming',
      'documents',
      'form',
      'checks',
      'entries',
      'reply',
    ]
    expect(code).toBe(0)
    expect(Object.keys(good ?? {})).toEqual(KEYS)
    expect(Object.keys(other ?? {})).toEqual(KEYS)
    expect(good).toMatchObject({
      file: path('good.eml'),
      message: {
        from: 'chenlixin@dlut.edu.cn',
        subject: NAME,
        receivedAt: '2024-05-15T01:00:00.000Z',
        clock: 'received',
      },
      relation: 'application',
      call: '2024-model-branch',
      branch: { name: '教工第一党支部' },
      outcome: 'accepted',
      problems: [],
      naming: { subject: 'exact', file: 'exact' },
      documents: [{ name: `${NAME}.docx`, kind: 'docx', status: 'read', why: null, isForm: true }],
      form: {
        branchName: '教工第一党支部',
        branchType: 'teacher',
        memberCount: 32,
        secretary: { name: '陈立新', post: '系副主任', title: '教授' },
        phone: '0411-84700000',
      },
      reply: { to: 'chenlixin@dlut.edu.cn', subject: `回复: ${NAME}` },
    })
    const { honours, measures, reviewGrades } = (good?.form ?? {}) as Record<string, unknown[]>
    expect([honours?.[0], measures?.[0], reviewGrades?.[0]]).toEqual([
      {
        ...{ date: '2022-06', name: '先进基层党组织', recipient: '党支部', recipientKind: 'branch' },
        ...{ level: 'university', grantedBy: '中共大连理工大学委员会' },
      },
      { text: '建强支部班子：完善支委分工，每月召开支委会，落实“双带头人”培育', due: '2024-09' },
      { year: 2021, grade: '较好' },
    ])
    expect(good?.checks).toContainEqual({
      id: 'honour.member',
      verdict: 'pass',
      evidence: [
        '3 | 2023年6月 | 优秀共产党员 | 赵新宇 | 校级 | 中共大连理工大学委员会',
        '4 | 2023年9月 | 师德标兵 | 李文博 | 校级 | 大连理工大学',
      ],
      note: '“优秀共产党员”（2023年6月，校级）等2项荣誉符合条件。',
    })
    expect(other).toMatchObject({
      relation: 'unrelated',
      outcome: 'ignored',
      call: null,
      branch: null,
      naming: null,
      form: null,
      checks: null,
      reply: null,
    })
  })

  it('lists what a mail brought that is too large to be opened, as unreadable for that', async () => {
    const variables = { SHENBAO_DATABASE: path('test.db'), SHENBAO_LIMITS_MESSAGE_BYTES: '4KiB' }
    const { stdout } = await shenbao(['--config', SHIPPED_CONFIG, 'judge', path('good.eml'), '--json'], variables)
    const judged = JSON.parse(stdout) as Record<string, unknown>
    expect(judged).toMatchObject({ outcome: 'held', problems: [{ code: 'file.unreadable' }] })
    expect(judged.documents).toMatchObject([{ name: `${NAME}.docx`, status: 'unreadable', why: 'too-large' }])
  })

  it('takes the clocks that are said: --received wins, then Received against --internaldate, then --internaldate', async () => {
    const judge = async (...args: string[]) =>
      (await run('judge', '--json', ...args)).stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as unknown)
    const late = '2024-05-20T10:00:01+08:00'
    const uncertain = { outcome: 'held', problems: [{ code: 'deadline.uncertain' }] }
    const [received, internalDate, none] = await Promise.all([
      judge(path('good.eml'), '--received', late),
      judge(path('good.eml'), path('no-clock.eml'), '--internaldate', late),
      judge(path('no-clock.eml')),
    ])
    expect(received).toMatchObject([{ outcome: 'rejected', message: { clock: 'argument' } }])
    expect(internalDate).toMatchObject([uncertain, { outcome: 'rejected', message: { clock: 'internaldate' } }])
    expect(none).toMatchObject([{ ...uncertain, message: { clock: null } }])
  })
})

describe('the command line', () => {
  it('prints each condition with what was found and the words of the form that it rests on', async () => {
    const { stdout } = await run('judge', path('good.eml'))
    expect(stdout).toContain('收到：2024年5月15日 09:00:00（北京时间），按收信服务器所记')
    expect(stdout).toContain(
      '  条件：符合  plan.outcomes：预期成效有量化指标。\n        依据：「形成支部工作案例2项、党建研究论文1篇；」\n',
    )
    expect(stdout).toContain('  条件：待核实  conduct：待学院党委核实。\n')
  })

  it('judges the other files when one can’t be read, and exits with 1', async () => {
    const { stdout, stderr, code } = await run('judge', path('none.eml'), path('good.eml'), '--json')
    expect(code).toBe(1)
    expect(stderr).toContain('none.eml')
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  it.each([
    ['an unknown command', ['answer']],
    ['an unknown option', ['list', '--all']],
    ['a time without offset', ['judge', 'x.eml', '--received', '2024-05-20T10:00:00']],
    ['a number that is none', ['show', 'x']],
    ['a message that isn’t there', ['show', '99']],
    ['a decision without reason', ['decide', '1', 'accept', '--by', '王老师']],
    ['a decision that is none', ['decide', '1', 'forgive', '--by', '王老师', '--reason', 'x']],
    ['a decision on a message that isn’t there', ['decide', '99', 'accept', '--by', '王老师', '--reason', 'x']],
  ])('exits with 2 on %s', async (_, args) => {
    expect((await run(...args)).code).toBe(2)
  })

  it('exits with 2 on a bad configuration and lists every mistake', async () => {
    const { code, stderr } = await shenbao(['--config', SHIPPED_CONFIG, 'list'], {
      SHENBAO_SMTP_PORT: '25abc',
      SHENBAO_NONSENSE: '1',
    })
    expect(code).toBe(2)
    for (const part of ['2 mistakes', 'SHENBAO_SMTP_PORT', 'SHENBAO_NONSENSE']) expect(stderr).toContain(part)
  })

  it.each(['sweep', 'run'])('exits with 2 when %s has no secrets to log in with, and names them', async command => {
    const { code, stderr } = await run(command)
    expect(code).toBe(2)
    expect(stderr).toContain('SHENBAO_MAILBOX_PASSWORD')
  })

  it('exits with 2 on a configuration folder that isn’t there', async () => {
    expect((await shenbao(['--config', path('none'), 'list'])).code).toBe(2)
  })

  it('calls a database that is not there a mistake, not an empty chain', async () => {
    const { code, stdout, stderr } = await run('audit')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('database')
  })

  it('says which version it is', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await shenbao(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` })
  })

  it('exits with 0 on --help', async () => {
    const { code, stdout } = await shenbao(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('judge')
  })
})
