import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scannedPdf } from '../documents/make-pdf.ts'
import { addressOf, at, BRANCHES, filledIn, flat } from '../support/committee-week.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { liveConfigFolder, liveVariables } from '../support/live-config.ts'
import {
  createDelivered,
  deliverTo,
  mailsIn,
  movableClock,
  sentIn,
  startTimelessServers,
} from '../support/real-week.ts'
import { shenbao, startShenbao } from '../support/shenbao-process.ts'

const CALL = '2024-model-branch'
const PREFIX = '党建工作样板支部申报书-机械工程学院'
const BY = ['--by', '王老师', '--reason', '党委会研究']

type Servers = Awaited<ReturnType<typeof startTimelessServers>>
let servers: Servers
let folder: string
let config: string
let variables: Record<string, string>
let clock: ReturnType<typeof movableClock>
let delivered: ReturnType<typeof createDelivered>

beforeAll(async () => {
  servers = await startTimelessServers()
  folder = mkdtempSync(join(tmpdir(), 'shenbao-command-week-'))
  config = liveConfigFolder()
  clock = movableClock(folder)
  const ports = { imap: servers.dovecot.imapPort, smtp: servers.postfix.port }
  const own = { SHENBAO_CONFIG: config, SHENBAO_DATABASE: join(folder, 'shenbao.db') }
  variables = { ...liveVariables(ports), ...own, ...clock.variables } as Record<string, string>
  delivered = createDelivered(servers.dovecot)
})
afterAll(async () => {
  await servers?.stop()
  for (const one of [folder, config]) rmSync(one, { recursive: true, force: true })
})

/** A command that must succeed; gives what it printed. */
const run = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await shenbao(args, variables)
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${stdout}${stderr}`)
  return stdout
}
const sweepAt = async (moment: string): Promise<void> => {
  clock.moveTo(at(moment))
  await run('sweep')
  await delivered(() => sentIn(join(folder, 'shenbao.db')))
}
type Branch = keyof typeof BRANCHES
const apply = async (branch: Branch, moment: string, change: { subject?: string; scanned?: boolean } = {}) => {
  const name = `${PREFIX}${BRANCHES[branch]}`
  const file = change.scanned
    ? { name: `${name}.pdf`, bytes: scannedPdf() }
    : { name: `${name}.docx`, bytes: await formDocx(filledAnswers({ branchName: BRANCHES[branch] })) }
  const { subject = name } = change
  await deliverTo(servers.dovecot)([{ from: addressOf(branch), subject, files: [file], receivedAt: at(moment) }])
}
/** The subjects in an applicant's mailbox. */
const mailsOf = async (branch: Branch) =>
  (await mailsIn(servers.dovecot)(addressOf(branch))).map(({ subject }) => subject)
const counted = async (branch: Branch, words: string) =>
  (await mailsOf(branch)).filter(one => one.includes(words)).length

/** Started, and killed, again and again, later and later; then to its end. Gives what that printed. */
async function killedMeanwhile(...args: string[]): Promise<string> {
  const begun = performance.now()
  await run(...args.filter(one => one !== '--send'))
  const whole = performance.now() - begun
  for (const part of [0.6, 0.8, 0.95, 1.1]) {
    const process = startShenbao(args, variables)
    await pause(whole * part)
    await process.end('SIGKILL')
  }
  return run(...args)
}

describe('a week by command line on Dovecot and Postfix, from notice to archive', () => {
  it('receives, and reminds those who have not applied or not mended, once, whatever is killed', async () => {
    await apply('one', '15T09:00:00')
    await apply('two', '15T09:10:00', { subject: '申报材料' })
    await apply('three', '15T09:20:00', { scanned: true })
    await sweepAt('15T10:00:00')
    await run('amend', CALL, 'roster', 'address', BRANCHES.four, addressOf('four'), ...BY)
    await killedMeanwhile('remind', CALL, '--send')
    await sweepAt('15T11:00:00')
    const [two, four] = [await counted('two', '申报提醒'), await counted('four', '申报提醒')]
    expect([two, four, await counted('one', '申报提醒')]).toEqual([1, 1, 0])
  })

  it('cases are decided, a check settled, the deadline put off', async () => {
    await run('decide', '3', 'accept', ...BY)
    await run('confirm', CALL, BRANCHES.one, '近1年', 'pass', ...BY)
    await run('amend', CALL, 'deadline', '2024-05-21T10:00:00+08:00', ...BY)
    await sweepAt('16T09:00:00')
    expect(await run('show', '1')).toContain('党委会研究')
  })

  it('papers are made, and the result is told group by group, each once, whatever is killed', async () => {
    clock.moveTo(at('21T11:00:00'))
    await run('pack', CALL, '--out', join(folder, 'papers'))
    const [sheet] = await filledIn(readFileSync(join(folder, 'papers', '汇总表.xlsx')), {
      [BRANCHES.one]: '推荐',
      [BRANCHES.three]: '不推荐',
    })
    const file = join(folder, '汇总表-已填.xlsx')
    writeFileSync(file, sheet?.bytes ?? '')
    await killedMeanwhile('results', CALL, file, '--only', '推荐', '--send')
    await run('results', CALL, file, '--only', '不推荐', '--send')
    await sweepAt('21T12:00:00')
    expect([
      await counted('one', '结果通知'),
      await counted('three', '结果通知'),
      await counted('two', '结果通知'),
    ]).toEqual([1, 1, 0])
  })

  it('ends with an archive, and a purge that leaves the chain of events whole', async () => {
    await run('decide', '2', 'close', ...BY)
    await run('export', '--call', CALL, '--out', join(folder, 'archive'))
    expect(existsSync(join(folder, 'archive', 'index.html'))).toBe(true)
    clock.moveTo(new Date('2024-09-02T09:00:00+08:00'))
    await run('purge', '--call', CALL, '--before', '2024-09-01', '--yes')
    expect(flat(await run('list', '--json'))).not.toContain('@dlut.edu.cn","subject":"')
    await run('audit')
  })
})
