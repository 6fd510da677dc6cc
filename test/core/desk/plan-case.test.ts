import { describe, expect, it } from 'vitest'
import type { CaseFacts } from '../../../src/core/desk/case-facts.ts'
import { planCase } from '../../../src/core/desk/plan-case.ts'
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
  ...{ entry: 0, decisionId: 5, name: branch ?? '1', by: null, at: AT },
  decision: decision(branch, change),
})

type Case = Partial<CaseFacts> & { readonly address?: string; readonly emails?: readonly string[] }

/** What a line about message 17 comes to; the code that it bears covers both of its entries as they were at decision 5. */
function planned(line: string, { address = STAFF, emails = [], ...change }: Case = {}) {
  const reading = readLine(line, [{ ...shippedCall, short: '样板支部' }])
  if (reading.kind !== 'command' || reading.command.what !== 'case') throw new Error(`${line} was not read as a case`)
  const facts: CaseFacts = {
    ...{ id: 17, entries: [entry(FIRST)], sender: 'zhibu@dlut.edu.cn', number: null },
    ...change,
  }
  const roster = shippedCall.roster.map(row => (row.name === FIRST ? { ...row, emails } : row))
  return planCase(reading.command, {
    code: { id: 1, address, state: 'good', cases: [0, 1].map(place => ({ message: 17, entry: place, decision: 5 })) },
    find: id => (id === facts.id ? facts : null),
    ...{ address, calls: [{ ...shippedCall, roster }], timezone: 'Asia/Shanghai' },
  })
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

  it('that names another branch than the case’s is refused', () => {
    expect(why(`17 受理 支部=${SECOND}`)).toContain(`是${FIRST}，与所写的`)
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
    expect(why('18 受理')).toContain('第18号不在您所回复的那封邮件中')
  })

  it('says what would be right where it does not fit the case', () => {
    expect(why('17 同意撤回')).not.toMatch(/^done/)
    expect(why('17 受理', { entries: [entry(FIRST, { relation: 'withdrawal' })] })).toContain('17 同意撤回')
    const asked = { entries: [entry(FIRST, { relation: 'withdrawal' })] }
    expect(planned('17 同意撤回', asked)).toMatchObject({ kind: 'do', deed: 'withdraw' })
    expect(planned('17 不撤回', asked)).toMatchObject({ kind: 'do', deed: 'keep' })
  })
})
