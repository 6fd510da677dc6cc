import type { DigestCall, DigestFacts, RosterRow, RowState, ServiceFacts } from '../../../src/core/digest/facts.ts'
import { shippedCall } from '../../support/shipped-call.ts'

export const service: ServiceFacts = {
  lastSweepAt: new Date('2024-05-19T23:59:00Z'),
  folders: [
    { path: 'INBOX', onServer: 128, accountedFor: 128 },
    { path: '垃圾邮件', onServer: 3, accountedFor: 3 },
  ],
  replies: { held: 0, due: 0, failed: 0, unknown: 0, withheld: 0 },
  refusedFolders: [],
  waiting: { oldest: null, since: null, lastError: null },
  setAside: [],
  retrying: [],
  withheld: [],
  diskFree: 21_500_000_000,
  auditHead: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
}

const named = (name: string) => ({ applicant: { key: name, shown: name }, root: name })

const row = (branch: string, state: RowState, index: number): RosterRow =>
  state === 'none'
    ? {
        ...named(branch),
        listed: true,
        excluded: false,
        state,
        version: null,
        receivedAt: null,
        number: null,
        from: null,
      }
    : {
        ...named(branch),
        listed: true,
        excluded: false,
        state,
        from: `branch${index}@dlut.edu.cn`,
        version: 1 + (index % 2),
        receivedAt: new Date(Date.UTC(2024, 4, 16, 1, index)),
        number: `2024-model-branch-${String(index + 1).padStart(4, '0')}`,
      }

const OUTCOMES = ['accepted', 'held', 'returned', 'rejected'] as const
const isOutcome = (state: RowState): state is (typeof OUTCOMES)[number] => OUTCOMES.some(one => one === state)

const NAME = '党建工作样板支部申报书-机械工程学院XX党支部'

export const NOTHING_YET = { packedAt: null, told: 0, exportedAt: null, purgedAt: null }

/** The shipped call with a row for each of the names, in the states given, over and over. */
export const callFacts = (names: readonly string[], states: readonly RowState[]): DigestCall => ({
  id: shippedCall.id,
  title: shippedCall.title,
  announced: shippedCall.announced,
  deadline: shippedCall.deadline,
  naming: { subject: NAME, file: NAME, packed: false },
  ...{ blank: 'XX党支部', nouns: shippedCall.nouns, inRoster: true },
  rows: names.map((name, index) => row(name, states[index % states.length] ?? 'none', index)),
  ...{ brief: false, milestones: NOTHING_YET, unsettled: 0, amendments: [] },
  unknownSubmissions: 0,
  received: names.flatMap((_, index) => {
    const outcome = states[index % states.length] ?? 'none'
    const at = new Date(Date.UTC(2024, 4, 15 + (index % 5), 1, index))
    return isOutcome(outcome) ? [{ at, outcome }] : []
  }),
})

export const roster: readonly string[] = shippedCall.roster.map(({ name }) => name)

/** A day on which nothing happened. */
export const emptyDay: DigestFacts = {
  kind: 'daily',
  composedAt: new Date('2024-05-20T00:00:00Z'),
  since: new Date('2024-05-19T00:00:00Z'),
  timezone: 'Asia/Shanghai',
  trial: false,
  pending: [],
  callNames: null,
  mailbox: 'jxdw@dlut.edu.cn',
  contact: '学院党委办公室',
  calls: [callFacts(roster, ['none'])],
  needsPerson: [],
  arrivals: [],
  inquiries: [],
  service,
}

/** A day with something of everything. */
export const ordinaryDay: DigestFacts = {
  ...emptyDay,
  calls: [{ ...callFacts(roster, ['accepted', 'none', 'held', 'returned', 'none']), unknownSubmissions: 1 }],
  needsPerson: [
    {
      id: 17,
      call: shippedCall.id,
      applicant: { key: '教工第三党支部', shown: '教工第三党支部' },
      outcome: 'held',
      from: 'lisi@dlut.edu.cn',
      subject: '党建工作样板支部申报书-机械工程学院教工第三党支部',
      receivedAt: new Date('2024-05-19T07:30:00Z'),
      codes: ['file.unreadable'],
      choices: ['accept', 'return', 'reject', 'close'],
      points: [
        { reason: '申报书是扫描件，系统未能读取', evidence: ['党建工作样板支部申报书-机械工程学院教工第三党支部.pdf'] },
      ],
    },
    {
      id: 21,
      call: shippedCall.id,
      applicant: null,
      outcome: 'held',
      from: 'wangwu@example.com',
      subject: '党建工作样板支部申报书-机械工程学院教工第九党支部',
      receivedAt: null,
      codes: ['branch.unknown', 'deadline.uncertain'],
      choices: ['accept', 'reject', 'close'],
      points: [
        { reason: '支部名称不在名册中', evidence: [] },
        { reason: '收到时间需人工核实', evidence: [] },
      ],
    },
  ],
  arrivals: [
    {
      id: 17,
      call: shippedCall.id,
      applicant: { key: '教工第三党支部', shown: '教工第三党支部' },
      relation: 'application',
      outcome: 'held',
      version: 1,
      junk: false,
      from: 'lisi@dlut.edu.cn',
      subject: '党建工作样板支部申报书-机械工程学院教工第三党支部',
      receivedAt: new Date('2024-05-19T07:30:00Z'),
    },
    {
      id: 21,
      call: shippedCall.id,
      applicant: null,
      relation: 'application',
      outcome: 'held',
      version: null,
      junk: true,
      from: 'wangwu@example.com',
      subject: '党建工作样板支部申报书-机械工程学院教工第九党支部',
      receivedAt: null,
    },
  ],
  inquiries: [
    {
      id: 19,
      from: 'zhaoliu@dlut.edu.cn',
      subject: '请问申报书需要盖章吗',
      receivedAt: new Date('2024-05-19T09:00:00Z'),
    },
  ],
}

const sixty = Array.from({ length: 60 }, (_, index) => `高性能精密制造与特种成形联合研究生导师师生第${index + 1}党支部`)

/** Sixty branches, just after the deadline. */
export const deadlineDay = {
  ...ordinaryDay,
  kind: 'deadline',
  composedAt: new Date('2024-05-20T02:06:00Z'),
  calls: [callFacts(sixty, ['accepted', 'rejected', 'returned', 'none', 'held'])],
} as const

/** The service was down, replies are withheld. */
export const badDay = {
  ...emptyDay,
  trial: true,
  service: {
    ...service,
    lastSweepAt: new Date('2024-05-19T20:00:00Z'),
    folders: [{ path: 'INBOX', onServer: 130, accountedFor: 128 }],
    replies: { held: 5, due: 1, failed: 2, unknown: 3, withheld: 4 },
    setAside: [{ id: 30, from: 'a@x.cn', subject: null, receivedAt: null, attempts: 3 }],
    retrying: [{ id: 31, from: null, subject: '申报', receivedAt: null, attempts: 1 }],
  },
} as const
