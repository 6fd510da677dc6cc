import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { filledAnswers, formDocx } from '../support/form-docx.ts'
import { LOGIN } from '../support/live-config.ts'
import { MEMBERS, type Notice, PARTY_DAY, PROJECTS } from '../support/notices.ts'
import { plainForm } from '../support/plain-docx.ts'
import { waitFor } from '../support/ports.ts'
import { type ClientMail, DAY, type RealService, startRealService } from '../support/real-service.ts'
import { filesOf } from '../support/scholarship.ts'

const NOTICES = [PARTY_DAY, MEMBERS, PROJECTS]
const SHIPPED = '党建工作样板支部申报书-机械工程学院'
const deadline = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 5 * DAY)
const dayBefore = new Date(Date.now() - DAY).toISOString().slice(0, 10)

/** A call's file with its dates where real clocks need them. */
const moved = (call: string, until: Date): string =>
  call
    .replace(/^announced:.*$/m, `announced: ${dayBefore}`)
    .replace(/^deadline:.*$/m, `deadline: ${until.toISOString()}`)

const beside = (notice: Notice) => {
  const { call, beside: others } = filesOf(notice)
  return { [`${notice.id}.yaml`]: moved(call, deadline), ...others }
}

type File = { readonly filename: string; readonly content: Buffer }
const docx = (name: string, content: Buffer): File => ({ filename: `${name}.docx`, content })
const sheet = async (name: string, rows: string[][]): Promise<File> => ({
  filename: `${name}.xlsx`,
  content: Buffer.from(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] })),
})
const zip = (name: string, files: readonly File[]): File => ({
  filename: `${name}.zip`,
  content: Buffer.from(zipSync(Object.fromEntries(files.map(({ filename, content }) => [filename, content])))),
})

const WORDS = '全体成员参加，分工明确，按期完成，形成报告三篇，取得良好成效，师生反映很好。'
const partyDay = (branch: string) => [
  docx(
    '申请表',
    plainForm(
      '“最佳党日”活动申请表',
      {
        ...{ 党支部名称: branch, 活动主题: '走进企业学先进', 活动时间: '2024年10月12日', 党支部书记: '王立新' },
        ...{ 联系电话: '0411-84700000', 参加人数: '28' },
      },
      { 活动内容: WORDS },
    ),
  ),
  docx('活动总结', plainForm('“最佳党日”活动总结', {}, { 总结: WORDS })),
]
const member = (name: string, branch: string) =>
  docx(
    '审批表',
    plainForm(
      '优秀共产党员推荐审批表',
      { 姓名: name, 性别: '男', 年龄: '40', 所在党支部: branch, 联系电话: '0411-84700001' },
      { 主要事迹: WORDS },
    ),
  )
const members = (name: string, branch: string) =>
  sheet('推荐汇总表', [
    ['序号', '姓名', '所在党支部', '类别'],
    ['1', name, branch, '教师'],
  ])
const project = (name: string, leader: string) => [
  docx(
    '任务书',
    plainForm(
      '项目立项任务书',
      {
        ...{ 项目名称: name, 负责人: leader, 联系电话: '13800000000', 项目组成员人数: '4' },
        '申请经费（元）': '8000',
      },
      { 摘要: WORDS },
    ),
  ),
  docx('项目介绍材料', plainForm('项目介绍材料', {}, { 介绍: WORDS })),
]
const projects = (name: string, leader: string) =>
  sheet('推荐项目一览表', [
    ['序号', '项目名称', '负责人'],
    ['1', name, leader],
  ])
const shipped = async (branch: string) =>
  docx(`${SHIPPED}${branch}`, await formDocx(filledAnswers({ branchName: branch, deadline })))

const [DESIGN, MAKING, CHEMICAL] = ['机械设计系教工党支部', '机械制造系教工党支部', '化工机械系教工党支部']

/** Who writes what, and what they are to be told: the call, the outcome, and words of the one letter; null: none. */
type Told = readonly [string, string, string]
type Case = readonly [string, () => Promise<Omit<ClientMail, 'from'>> | Omit<ClientMail, 'from'>, Told | null]

const IN_TIME: readonly Case[] = [
  [
    'day-right',
    () => ({ subject: '最佳党日材料', attachments: [zip(DESIGN, partyDay(DESIGN))] }),
    [PARTY_DAY.id, 'accepted', '已受理'],
  ],
  [
    'day-misnamed',
    () => ({ subject: '最佳党日材料', attachments: [zip('材料', partyDay(MAKING))] }),
    [PARTY_DAY.id, 'returned', `${MAKING}.zip`],
  ],
  [
    'member-right',
    async () => ({ subject: '七一推荐', attachments: [member('李明', DESIGN), await members('李明', DESIGN)] }),
    [MEMBERS.id, 'accepted', `${DESIGN}（李明）`],
  ],
  [
    'member-misnamed',
    async () => ({
      subject: '七一推荐',
      attachments: [member('赵强', '机械制造系教工支部'), await members('赵强', '机械制造系教工支部')],
    }),
    [MEMBERS.id, 'returned', MAKING],
  ],
  [
    'project-right',
    async () => ({
      subject: '创业训练项目申报',
      attachments: [...project('智能分拣小车', '张小明'), await projects('智能分拣小车', '张小明')],
    }),
    [PROJECTS.id, 'accepted', '智能分拣小车（张小明）'],
  ],
  [
    'project-misnamed',
    async () => ({
      subject: '项目申报材料',
      attachments: [...project('水下巡检机器人', '李小红'), await projects('水下巡检机器人', '李小红')],
    }),
    [PROJECTS.id, 'returned', '创业训练+水下巡检机器人（李小红）'],
  ],
  [
    'branch-right',
    async () => ({ subject: `${SHIPPED}教工第一党支部`, attachments: [await shipped('教工第一党支部')] }),
    ['2024-model-branch', 'accepted', '已受理'],
  ],
  [
    'branch-misnamed',
    async () => ({ subject: '申报材料', attachments: [await shipped('教工第二党支部')] }),
    ['2024-model-branch', 'returned', `${SHIPPED}教工第二党支部`],
  ],
  [
    'foreign',
    () => ({
      subject: '会议纪要',
      attachments: [
        docx('会议纪要', plainForm('院务会会议纪要', {}, { 议题: '研究实验室安全工作，布置暑期值班安排。' })),
      ],
    }),
    null,
  ],
]

const LATE: readonly Case[] = [
  [
    'day-late',
    () => ({ subject: '最佳党日材料', attachments: [zip(CHEMICAL, partyDay(CHEMICAL))] }),
    [PARTY_DAY.id, 'rejected', '截止时间'],
  ],
  [
    'member-late',
    async () => ({ subject: '七一推荐', attachments: [member('孙丽', CHEMICAL), await members('孙丽', CHEMICAL)] }),
    [MEMBERS.id, 'rejected', '截止时间'],
  ],
  [
    'project-late',
    async () => ({
      subject: '创业训练项目申报',
      attachments: [...project('校园二手平台', '王小军'), await projects('校园二手平台', '王小军')],
    }),
    [PROJECTS.id, 'rejected', '截止时间'],
  ],
]

const addressOf = (who: string) => `${who}@branch.example`
let service: RealService

beforeAll(async () => {
  const people = [...IN_TIME, ...LATE].map(([who]) => addressOf(who))
  service = await startRealService(deadline, people, Object.assign({}, ...NOTICES.map(beside)))
}, 120_000)
afterAll(() => service?.stop())

/** Sends them, sweeps, and tells what each of them found in their own mailbox. */
async function lettersOf(cases: readonly Case[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const before = (await service.mailsOf(LOGIN.user)).length
  for (const [who, mail] of cases) await service.mail({ from: addressOf(who), ...(await mail()) })
  await waitFor(async () => (await service.mailsOf(LOGIN.user)).length >= before + cases.length, { what: 'all mails' })
  expect((await service.run('sweep')).code).toBe(0)
  const told = cases.filter(([, , letter]) => letter !== null)
  await waitFor(
    async () => (await Promise.all(told.map(([who]) => service.mailsOf(addressOf(who))))).every(one => one.length > 0),
    { what: 'all letters' },
  )
  const read = async ([who]: Case) => [
    who,
    (await service.mailsOf(addressOf(who))).map(({ subject, text }) => `${subject}\n${text}`.replace(/\s/g, '')),
  ]
  return Object.fromEntries(await Promise.all(cases.map(read)))
}

async function check(cases: readonly Case[]) {
  const letters = await lettersOf(cases)
  const listed = await service.list()
  for (const [who, , told] of cases) {
    const found = listed.find(({ from }) => from === addressOf(who))
    const own = letters[who] ?? []
    if (told === null) expect([who, own]).toEqual([who, []])
    else {
      const [call, outcome, words] = told
      expect([who, found?.call, found?.outcome, own.length]).toEqual([who, call, outcome, 1])
      expect(own[0]).toContain(words.replace(/\s/g, ''))
    }
  }
}

it(
  'three notices and the shipped call share one mailbox: each who writes gets the one letter of their own call',
  () => check(IN_TIME),
  240_000,
)

it('whoever comes after the deadline of a notice is refused by that notice', async () => {
  const config = service.variables.SHENBAO_CONFIG ?? ''
  for (const { id } of NOTICES) {
    const file = join(config, 'calls', `${id}.yaml`)
    writeFileSync(file, moved(readFileSync(file, 'utf8'), new Date(Date.now() - 60_000)))
  }
  await check(LATE)
}, 240_000)
