import { describe, expect, it } from 'vitest'
import type { CaseFacts } from '../../../src/core/desk/case-facts.ts'
import { type CaseSight, planCase, planUnclear } from '../../../src/core/desk/plan-case.ts'
import { readLine } from '../../../src/core/desk/read-line.ts'
import type { Decision } from '../../../src/core/judge/decision.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const [FIRST, SECOND] = ['教工第一党支部', '教工第二党支部']
const AT = new Date('2024-05-17T01:00:00Z')
const STAFF = 'wang@dlut.edu.cn'

const decision = (branch: string | null, change: Partial<Decision> = {}): Decision =>
  ({
    ...{
      relation: 'application',
      call: shippedCall.id,
      outcome: 'held',
      branch: branch === null ? null : { name: branch },
    },
    ...{ problems: [], documents: [], form: null, checks: null, remarks: [], answer: 'full' },
    ...change,
  }) as unknown as Decision

const entry = (branch: string | null, change: Partial<Decision> = {}) => ({
  ...{ entry: 0, decisionId: 5, name: branch ?? '1', by: null, at: AT, newer: null },
  decision: decision(branch, change),
})

type Case = Partial<CaseFacts> & { readonly address?: string; readonly emails?: readonly string[] }

const calls = [{ ...shippedCall, short: '样板支部' }]

/** What a line about message 17 comes to; the code that it bears covers both of its entries as they were at decision 5. */
function planned(line: string, of: Case = {}) {
  const reading = readLine(line, calls)
  if (reading.kind !== 'command' || reading.command.what !== 'case') throw new Error(`${line} was not read as a case`)
  return planCase(reading.command, sightOf(of))
}

function sightOf({ address = STAFF, emails = [], ...change }: Case): CaseSight {
  const facts: CaseFacts = {
    ...{ id: 17, entries: [entry(FIRST)], sender: 'zhibu@dlut.edu.cn', number: null },
    ...change,
  }
  const roster = shippedCall.roster.map(row => (row.name === FIRST ? { ...row, emails } : row))
  return {
    code: { id: 1, address, state: 'good', cases: [0, 1].map(place => ({ message: 17, entry: place, decision: 5 })) },
    find: id => (id === facts.id ? facts : null),
    ...{ address, calls: calls.map(call => ({ ...call, roster })), timezone: 'Asia/Shanghai' },
  }
}
const why = (...of: Parameters<typeof planned>) => {
  const plan = planned(...of)
  return plan.kind === 'refused' ? plan.why : `done: ${plan.deed} ${plan.entry} ${plan.branch} ${plan.reason}`
}

describe('a line about a case', () => {
  it('does what it says, with the reason as written, or that it was said by mail', () => {
    expect(planned('17 受理 材料齐全')).toMatchObject({ kind: 'do', deed: 'accept', entry: null, reason: '材料齐全' })
    expect(planned('17 受理')).toMatchObject({ kind: 'do', deed: 'accept', reason: expect.stringContaining('邮件') })
    expect(planned(`17 受理 ${FIRST} 材料齐全`)).toMatchObject({ branch: null, reason: '材料齐全' })
  })

  it('that is of another call than the one in front is refused', () => {
    expect(planned('样板支部：17 受理')).toMatchObject({ kind: 'do' })
    expect(why('样板支部：17 受理', { entries: [entry(FIRST, { call: '2024-party-day' })] })).toContain(
      '第17号属于“2024-party-day”，不是行首所写的“样板支部”',
    )
  })

  it('that may only mean yes in passing is shown first, and 通过 of who is accepted may mean a condition', () => {
    expect(planned('17 通过')).toMatchObject({ kind: 'do', mustAsk: false })
    expect(planned('17 没问题')).toMatchObject({ kind: 'do', deed: 'accept', mustAsk: true })
    const accepted = { entries: [entry(FIRST, { outcome: 'accepted' })] }
    expect(why('17 通过', accepted)).toContain(`核实 ${FIRST} 近1年 通过`)
    expect(planned('17 受理', accepted)).toMatchObject({ kind: 'do' })
  })

  describe('whose words leave in doubt what it orders', () => {
    const ofKind = (line: string) =>
      /撤回/.test(line) ? { relation: 'withdrawal' } : /收入/.test(line) ? { relation: 'evidence' } : {}
    const mustAsk = (line: string) =>
      planned(line, { entries: [entry(FIRST, ofKind(line) as Partial<Decision>)] }) as { readonly mustAsk: boolean }

    it.each([
      ...[
        '受理 无望',
        '受理 没戏',
        '受理 不合适',
        '受理 条件不符',
        '受理 王老师不同意',
        '受理 有问题',
        '受理 书记反对',
      ],
      ...[
        '受理 材料不全但影响不大',
        '受理 下周再定',
        '受理 缓',
        '受理 写错了',
        '受理 ×',
        '同意，够呛',
        '受理 已过期',
        '受理 按规定该退回',
        '受理 经查系伪造',
      ],
      ...['受理 书记说再看看', '受理 章是假的，别办'],
      ...['同意撤回 不行', '同意撤回 再等等', '不撤回 不行', '办结 不行', '收入材料 存疑'],
      ...['退回 算了', '退回 不用了', '退回 再议', '不予受理 不对', '不予受理 等等再说'],
    ])('is shown before it is done: %s', line => expect(mustAsk(`17 ${line}`)).toMatchObject({ mustAsk: true }))

    it.each([
      ...['受理 无误', '受理 原件已核对，没有问题', '受理 近一年无突出问题', '受理 无需补充材料', '受理 未发现异议'],
      ...[
        '受理 非常好',
        '受理 经党委会研究',
        '受理 前次退回的问题已改',
        `受理 ${FIRST}，已电话核实`,
        '受理 支委会通过',
      ],
      ...['同意撤回 已电话核实', '办结 已电话告知', '撤销上一决定 点错了'],
      ...[
        '受理 材料完备',
        '受理 以此为准',
        '受理 附件2为准',
        '受理 书记本人送来纸质版',
        '办结 与申报无关',
        '办结 垃圾邮件',
        '已答复 5月20日电话',
        '同意撤回 支部来函',
        '不撤回 支部要求继续参加',
      ],
      ...['退回 第六部分没有写时限，不能看出何时完成', '不予受理 不符合条件'],
    ])('and is done at once else, also where they tell a fault to the applicant: %s', line =>
      expect(mustAsk(`17 ${line}`)).toMatchObject({ mustAsk: false }),
    )
  })

  it('that sends back or refuses what a later version has overtaken is shown first', () => {
    const overtaken = { entries: [{ ...entry(FIRST), newer: 21 }] }
    expect(planned('17 退回 缺章', overtaken)).toMatchObject({ kind: 'do', mustAsk: true })
    expect(planned('17 退回 缺章')).toMatchObject({ kind: 'do', mustAsk: false })
    expect(planned('17 办结', overtaken)).toMatchObject({ kind: 'do', mustAsk: false })
  })

  it('may name the branch in front of what is done, which must be the case’s', () => {
    expect(planned(`17 ${FIRST}受理`)).toMatchObject({ kind: 'do', deed: 'accept' })
    expect(why(`17 ${SECOND}受理`)).toContain(`是${FIRST}，与所写的“${SECOND}”不同`)
  })

  it('that leaves open what is meant is asked back with the lines that fit', () => {
    const asked = (line: string, change: Case = {}) => {
      const reading = readLine(line, [])
      if (reading.kind !== 'unclear') throw new Error(`${line} was read as ${reading.kind}`)
      return planUnclear(reading.asked, sightOf(change)).why
    }
    expect(asked('17 看看再说')).toContain('请点“处理”中的一项')
    expect(asked('17 看看再说', { entries: [entry(FIRST), entry(SECOND)] })).toContain(
      `“17 受理 ${FIRST}”；“17 退回 ${FIRST} 理由”`,
    )
    expect(asked('关于17号：附件打不开，请他重发。')).toContain('请点“处理”中的一项')
    expect(asked('17 驳回')).toMatch(/意思不止一种.*“17 退回 理由”.*“17 不予受理 理由”/)
    expect(asked('17 取消', { entries: [entry(FIRST, { relation: 'withdrawal' })] })).toContain('您是指“17 同意撤回”')
    expect(asked('18 看看再说')).toContain('没有第18号')
    expect(asked('撤销', { entries: [{ ...entry(FIRST), by: '王老师' }] })).toContain('您是指“17 撤销上一决定”')
    expect(asked('撤销')).toContain('请写明邮件编号')
  })

  it('that names another branch than the case’s is refused', () => {
    expect(why(`17 受理 支部=${SECOND}`)).toContain(`是${FIRST}，与所写的`)
  })

  it('that bears the 受理编号 of another application than the case’s is refused; its own is no reason', () => {
    const numbered = { number: '2024-model-branch-0001' }
    for (const line of ['17 受理 2024-model-branch-0002', '17 退回 受理编号：2024-model-branch-0002 缺章'])
      expect(why(line, numbered)).toContain('受理编号是2024-model-branch-0001，与所写的“2024-model-branch-0002”不同')
    expect(why('17 受理 2024-model-branch-0002')).toContain('没有受理编号')
    expect(planned('17 退回 2024-model-branch-0001 缺章', numbered)).toMatchObject({ kind: 'do', reason: '缺章' })
    expect(planned('17 退回 与2024-model-branch-0002重复', numbered)).toMatchObject({ kind: 'do' })
  })

  it.each([
    '2024-2025学年考核材料缺盖章',
    '0411-84708000打不通',
    '2023-0012文号有误',
    'AB-2024号章不清',
    '2024-0001缺页',
  ])('whose reason begins with figures that are no 受理编号 of a call is done: %s', reason =>
    expect(planned(`17 退回 ${reason}`, { number: '2024-model-branch-0001' })).toMatchObject({ kind: 'do', reason }),
  )

  it('that numbers cases within a sentence is asked back with these alone, or without those that it leaves out', () => {
    const asked = (line: string) => {
      const reading = readLine(line, [])
      if (reading.kind !== 'unclear') throw new Error(`${line} was read as ${reading.kind}`)
      const sight = sightOf({})
      const cases = [17, 18].map(message => ({ message, entry: 0, decision: 5 }))
      const first = sight.find(17)
      const find = (id: number) =>
        id === 18 && first !== null ? { ...first, id, entries: [entry(SECOND)] } : sight.find(id)
      return planUnclear(reading.asked, { ...sight, find, code: { ...sight.code, cases } }).why
    }
    expect(asked('打过电话了，然后受理18')).toBe(`您是指“18 受理”（${SECOND}）？请照此另写一行`)
    expect(asked('除18号外都受理')).toContain('“17 受理”')
    expect(asked('除18号外都受理')).not.toContain('18 受理')
    expect(asked('3天内都受理')).toMatch(/“17 受理”.*“18 受理”/)
  })

  it('must name the branch where that is open, as the roster has it', () => {
    const open = { entries: [entry(null)] }
    expect(why('17 受理', open)).toContain('支部未定')
    expect(planned(`17 受理 支部=${SECOND}`, open)).toMatchObject({ kind: 'do', branch: SECOND })
    expect(planned('17 不予受理 重复报送', open)).toMatchObject({ kind: 'do', deed: 'reject', branch: null })
  })

  it('must name the applicant where the mail has several', () => {
    const both = { entries: [entry(FIRST), entry(SECOND)] }
    expect(why('17 受理 材料齐全', both)).toBe(`第17号有2个申报人，请写明是哪一个：${FIRST}、${SECOND}`)
    expect(planned(`17 受理 ${SECOND} 材料齐全`, both)).toMatchObject({ kind: 'do', entry: SECOND, reason: '材料齐全' })
    expect(planned(`17 受理 支部=${FIRST}`, both)).toMatchObject({ kind: 'do', entry: FIRST })
    expect(why('17 受理 教工', both)).toContain('请写明是哪一个')
  })

  it('is refused to who sent the case, and to whom the applicant’s row of the roster names', () => {
    expect(why('17 受理', { sender: STAFF })).not.toMatch(/^done/)
    expect(why('17 受理', { emails: [STAFF] })).not.toMatch(/^done/)
    expect(why('17 受理', { emails: ['other@dlut.edu.cn'] })).toMatch(/^done/)
  })

  it('is refused where the case has been decided since, or stands in another mail', () => {
    const decided = { ...entry(FIRST), decisionId: 6 }
    expect(why('17 受理', { entries: [decided] })).not.toMatch(/^done/)
    const other = { ...entry(SECOND), entry: 1 }
    expect(why(`17 受理 ${SECOND}`, { entries: [decided, other] })).toMatch(/^done/)
    expect(why(`17 受理 ${FIRST}`, { entries: [decided, other] })).toContain('此后已有新的决定')
    expect(why('18 受理')).toContain('没有第18号')
    const unlisted = { id: 18, entries: [entry(FIRST, { outcome: 'accepted' })] }
    expect(why('18 退回 缺章', unlisted)).toMatch(
      /不在您所回复的那封邮件中，未予办理。第18号现为“受理”（系统，.*重写这一行/,
    )
    expect(why('18 退回 缺章', { id: 18, entries: [entry(null, { relation: 'unrelated' })] })).toContain('没有第18号')
  })

  it('says what would be right where it does not fit the case', () => {
    expect(why('17 同意撤回')).not.toMatch(/^done/)
    expect(why('17 受理', { entries: [entry(FIRST, { relation: 'withdrawal' })] })).toContain('17 同意撤回')
    const asked = { entries: [entry(FIRST, { relation: 'withdrawal' })] }
    expect(planned('17 同意撤回', asked)).toMatchObject({ kind: 'do', deed: 'withdraw' })
    expect(planned('17 不撤回', asked)).toMatchObject({ kind: 'do', deed: 'keep' })
  })
})
