import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../../src/log.ts'
import { newMemory } from '../../src/worker/memory.ts'
import { round } from '../../src/worker/round.ts'
import { composeMail, type SampleMail } from '../support/compose-mail.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { LOGIN } from '../support/live-config.ts'
import { type Service, startService } from '../support/service.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'
import { appendTo } from '../support/staff.ts'

const [ACCEPTED, NONE] = ['教工第一党支部', '教工第二党支部']
const [OWN, STRANGER] = ['chenlixin@dlut.edu.cn', 'someone@example.com']
const listedFor = (branch: string) => `${branch === ACCEPTED ? 'first' : 'second'}@dlut.edu.cn`
const nameOf = (branch: string) => `党建工作样板支部申报书-机械工程学院${branch}`

/** The shipped roster, where two branches have an address. */
const roster = readFileSync(join(SHIPPED_CONFIG, 'calls', '2024-model-branch.roster.csv'), 'utf8').replace(
  /^(教工第[一二]党支部),教师,,,$/gm,
  (_, branch: string) => `${branch},教师,,${listedFor(branch)},`,
)
const PHOTO = { name: '荣誉证书.jpg', bytes: Buffer.from('ffd8ffe000104a46494600010101006000600000ffd9', 'hex') }

type Written = Pick<SampleMail, 'subject' | 'text' | 'files'>
const NOTES: Readonly<Record<'withdrawal' | 'evidence' | 'declined', (branch: string) => Written>> = {
  withdrawal: branch => ({ subject: `${branch}撤回申报`, text: '我支部撤回样板支部申报，请予办理。' }),
  evidence: branch => ({ subject: `${branch}样板支部佐证材料`, text: '补充佐证材料。', files: [PHOTO] }),
  declined: branch => ({ subject: `${branch}关于样板支部申报`, text: '本支部本次不申报。' }),
}
type Relation = keyof typeof NOTES

type Row = {
  readonly sent: Relation
  readonly branch: string
  readonly by: 'protected' | 'roster' | 'stranger'
  readonly isLate: boolean
  readonly is: string
}

const addressOf = ({ by, branch }: Row): string =>
  by === 'protected' ? OWN : by === 'roster' ? listedFor(branch) : STRANGER

const W = 'withdrawal held'

/** What the table says of each, by whether a version was accepted, and by who writes; the deadline changes nothing of it. */
const SAYS: Readonly<Record<string, string>> = {
  [`${ACCEPTED} withdrawal protected`]: W,
  [`${ACCEPTED} withdrawal roster`]: W,
  [`${ACCEPTED} withdrawal stranger`]: `${W} neutral`,
  [`${ACCEPTED} evidence protected`]: 'evidence noted',
  [`${ACCEPTED} evidence roster`]: 'evidence noted',
  [`${ACCEPTED} evidence stranger`]: 'evidence noted neutral',
  [`${ACCEPTED} declined protected`]: W,
  [`${ACCEPTED} declined roster`]: W,
  [`${ACCEPTED} declined stranger`]: 'declined noted neutral',
  [`${NONE} withdrawal roster`]: W,
  [`${NONE} withdrawal stranger`]: W,
  [`${NONE} evidence roster`]: 'evidence noted',
  [`${NONE} evidence stranger`]: 'evidence noted',
  [`${NONE} declined roster`]: 'declined noted',
  [`${NONE} declined stranger`]: 'declined noted',
}
const ROWS: readonly Row[] = [false, true].flatMap(isLate =>
  Object.entries(SAYS).map(([row, is]) => {
    const [branch = '', sent, by] = row.split(' ')
    return { branch, sent: sent as Relation, by: by as Row['by'], isLate, is }
  }),
)
const SEVERAL: readonly (readonly string[])[] = [
  ['教工第三党支部', '教工第四党支部'],
  ['教工第三党支部', '教工第四党支部', '教工第五党支部'],
]
const JOINT = '机械制造系教工党支部、机械设计系教工党支部'

let dovecot: Dovecot
let service: Service
const start = Date.parse('2024-05-16T09:00:00+08:00')
const late = Date.parse('2024-05-21T09:00:00+08:00')
let minute = 0

/** Mails that the server received, each some minutes after the one before, and then a round of the worker. */
async function bring(from: number, mails: readonly Omit<SampleMail, 'receivedAt'>[]): Promise<void> {
  await dovecot.asStaff(LOGIN.user, async client => {
    for (const mail of mails) {
      minute += 12
      const receivedAt = new Date(from + minute * 60_000)
      await appendTo(client, await composeMail({ ...mail, receivedAt }), { receivedAt })
      service.setClock(new Date(receivedAt.getTime() + 30_000))
    }
  })
  await work()
}

/** The service lives in May 2024, the server today: that its clock is right was looked at before. */
async function work(): Promise<void> {
  const memory = newMemory(undefined, false)
  memory.clockCheckedAt = memory.monotonic()
  const { app, config } = service
  expect(await round({ app: app(), config, log: createLog('silent') }, memory)).toEqual([])
}

const formOf = async (branch: string, memberCount = '32') => ({
  name: `${nameOf(branch)}.docx`,
  bytes: await formDocx(filledAnswers({ branchName: branch, memberCount })),
})
const mailOf = (row: Row) => ({ from: addressOf(row), ...NOTES[row.sent](row.branch) })
const rowsOf = (late: boolean) => ROWS.filter(({ isLate }) => isLate === late)

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [LOGIN.user]: LOGIN.password } })
  const variables = { SHENBAO_MAILBOX_PORT: `${dovecot.imapPort}`, SHENBAO_CAPS_PER_ADDRESS_PER_DAY: '100' }
  service = await startService(variables, undefined, { '2024-model-branch.roster.csv': roster })
  const several = SEVERAL.map(async branches => ({
    from: OWN,
    subject: nameOf('教工第三党支部'),
    files: await Promise.all(branches.map(one => formOf(one))),
  }))
  await bring(start, [
    { from: OWN, subject: nameOf(ACCEPTED), files: [await formOf(ACCEPTED)] },
    ...rowsOf(false).map(mailOf),
    ...(await Promise.all(several)),
    { from: OWN, subject: nameOf('机械制造系教工党支部'), files: [await formOf(JOINT)] },
    { from: OWN, subject: '两个支部撤回申报', text: `${ACCEPTED}、教工第三党支部均撤回样板支部申报。` },
  ])
  await bring(late, rowsOf(true).map(mailOf))
}, 120_000)
afterAll(async () => {
  await service?.stop()
  await dovecot?.stop()
})

const flat = (text: string) => text.replace(/\n\s*/g, '')
const entriesOf = (index: number) =>
  service.list()[index]?.entries.map(({ branch, relation, outcome }) => `${branch} ${relation} ${outcome}`) ?? []
const lateFrom = 1 + ROWS.length / 2 + SEVERAL.length + 2

describe('the rows of the table of what belongs to an application, on Dovecot', () => {
  it.each(
    ROWS.map(row => [`${row.sent} of ${row.branch} by ${row.by}, ${row.isLate ? 'late' : 'in time'}`, row] as const),
  )('%s', (_, row) => {
    const among = rowsOf(row.isLate).indexOf(row)
    const listed = service.list()[row.isLate ? lateFrom + among : 1 + among]
    const answer = service.decisionOn(listed?.id ?? 0)?.answer === 'neutral' ? ' neutral' : ''
    expect(`${listed?.relation} ${listed?.outcome}${answer}`).toBe(row.is)
    expect(listed?.branch).toBe(row.branch)
    expect(listed?.from).toBe(addressOf(row))
    // Both are letters about a withdrawal, and everything came at once.
    const isRepeated = row.sent === 'declined' && row.is === W
    expect(listed?.reply?.state).toBe(isRepeated ? 'withheld' : 'sent')
  })

  it('never changes what stands, and tells the protected sender what a stranger tried, once a day', async () => {
    expect(service.list().filter(({ standing }) => standing)).toMatchObject([{ id: 1, outcome: 'accepted' }])
    const notices = (await service.replies()).filter(({ to, text }) => to === OWN && flat(text).includes('没有改变'))
    expect(notices).toHaveLength(2)
  })

  it('gives each applicant of a mail an entry: forms of two and of three, one form of two, a withdrawal by two', () => {
    const first = 1 + ROWS.length / 2
    for (const [index, branches] of SEVERAL.entries())
      expect(entriesOf(first + index)).toEqual(branches.map(branch => `${branch} application returned`))
    expect(service.list()[first + 2]).toMatchObject({ relation: 'application', outcome: 'held' })
    expect(service.decisionOn(first + 3)?.problems.map(({ code }) => code)).toEqual(['branch.ambiguous'])
    expect(entriesOf(first + 3)).toEqual([`${ACCEPTED} withdrawal held`, '教工第三党支部 withdrawal held'])
  })

  it('stands in the digest as what it is', async () => {
    service.setClock(new Date('2024-05-22T08:00:30+08:00'))
    await work()
    const digest = (await service.digests()).at(-1)?.text ?? ''
    expect(digest).toMatch(new RegExp(`${ACCEPTED} +受理（撤回待确认）`))
    expect(digest).toContain('截止后收到')
    expect(service.app().audit().broken).toBeNull()
  })
})
