import type { Form, Honour, Measure } from '../../src/core/form/form.ts'

const SEVEN = [
  '教育党员有力',
  '管理党员有力',
  '监督党员有力',
  '组织师生有力',
  '宣传师生有力',
  '凝聚师生有力',
  '服务师生有力',
]

const PRACTICE: Readonly<Record<string, string>> = {
  教育党员有力: '支部每月开展主题党日和集中学习，全年组织专题党课十二次。党员人人撰写心得，学习成果在学院交流展示。',
  管理党员有力: '支部严格落实“三会一课”制度，组织生活规范有序。党员考勤、党费收缴和组织关系转接均有台账，按期公示。',
  监督党员有力: '支部每年开展民主评议和谈心谈话，党员人人查摆问题。整改清单逐项销号，师德师风监督做到全员覆盖。',
  组织师生有力: '支部积极推进“一融双高”，围绕国家重大需求组织师生联合攻关。近两年完成重点项目三项，取得显著成效。',
  宣传师生有力: '支部落实立德树人根本任务，宣传师生先进事迹二十余篇。“双带头人”书记每学期讲授思政课，受到师生欢迎。',
  凝聚师生有力: '支部建立党员联系师生制度，每名党员联系两名青年教师。定期座谈听取意见，帮助解决教学科研中的困难。',
  服务师生有力: '支部设立党员先锋岗，常年开展志愿服务和社会实践活动。累计服务师生一千余人次，师生评价良好。',
}

/** Invented: a work basis of seven parts. Leaving one out, or saying less of it, is for the test. */
export const aBasis = (change: Readonly<Record<string, string>> = {}): string =>
  SEVEN.map(
    (heading, index) => `（${'一二三四五六七'[index]}）${heading}\n${change[heading] ?? PRACTICE[heading]}`,
  ).join('\n')

export function anHonour(overrides: Partial<Honour> = {}): Honour {
  const honour: Omit<Honour, 'quote'> = {
    date: '2022-06',
    name: '先进基层党组织',
    recipient: '党支部',
    recipientKind: 'branch',
    level: 'university',
    grantedBy: '中共大连理工大学委员会',
    ...overrides,
  }
  const { date, name, recipient, grantedBy } = honour
  return { quote: [date, name, recipient, grantedBy].map(cell => cell ?? '').join(' | '), ...honour, ...overrides }
}

export const aMemberHonour = (overrides: Partial<Honour> = {}): Honour =>
  anHonour({ date: '2023-06', name: '优秀共产党员', recipient: '张示例', recipientKind: 'member', ...overrides })

export const aMeasure = (due: string | null, dueText: string | null): Measure => ({
  text: '建设党员先锋岗',
  due,
  dueText,
  isLimitKnown: true,
  quote: `建设党员先锋岗 | ${dueText ?? ''}`,
})

const FIELDS = [
  ...['branchName', 'secretary.name', 'memberCount', 'phone', 'honours', 'reviewGrades', 'basis', 'idea', 'measures'],
  'outcomes',
]

/** A well filled-in form of an invented branch, on which only `conduct` isn't a pass. */
export function aForm(overrides: Partial<Form> = {}): Form {
  const honours = overrides.honours ?? [anHonour(), aMemberHonour()]
  return {
    branchName: '教工第一党支部',
    parentOrg: '机械工程学院党委',
    branchType: 'teacher',
    branchTypeText: '☑教师 □学生',
    memberCount: 32,
    secretary: { name: '李示例', post: '系副主任', title: '教授' },
    phone: '0411-00000000',
    email: 'li@example.com',
    honours,
    honoursText: honours.map(({ quote }) => quote).join('\n'),
    reviewGrades: [{ year: 2022, grade: '较好', quote: '2022年：较好' }],
    reviewText: '2022年：较好',
    basis: aBasis(),
    idea: '坚持围绕中心、服务大局，把党支部建设成为坚强战斗堡垒。',
    measures: [aMeasure('2025-06', '2025年6月'), aMeasure('recurring', '每学期')],
    measuresText: '建设党员先锋岗，2025年6月完成。',
    outcomes: '形成可推广的党建工作案例2项，发表研究论文3篇。',
    values: {},
    presence: Object.fromEntries(FIELDS.map(field => [field, 'filled'])),
    confidence: Object.fromEntries(FIELDS.map(field => [field, 'sure'])),
    unplaced: [],
    followsTemplate: true,
    source: 'text',
    ...overrides,
  }
}
