import { describe, expect, it } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import { composeAnswer } from '../../../src/core/desk/compose-answer.ts'
import { deskWords } from '../../../src/core/desk/desk-words.ts'
import { helpLines } from '../../../src/core/desk/help.ts'
import { planCall } from '../../../src/core/desk/plan-call.ts'
import { type CaseSight, planCase } from '../../../src/core/desk/plan-case.ts'
import { readLine } from '../../../src/core/desk/read-line.ts'
import type { Decision } from '../../../src/core/judge/decision.ts'
import { callsOf } from '../../support/notices.ts'
import { SCHOLARSHIP } from '../../support/scholarship.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const PARTY = /支部|党委|申报书/
const calls = callsOf(SCHOLARSHIP)
const [call] = calls as [Call]
const ZHANG = { key: '202400101', shown: '张小明（202400101）' }

const decision = (change: Partial<Decision> = {}): Decision =>
  ({
    ...{ relation: 'application', call: call.id, branch: null, outcome: 'held', problems: [], documents: [] },
    ...{ form: null, checks: null, remarks: [], answer: 'full', receivedAt: null, clock: null, naming: null },
    ...change,
  }) as Decision

const sightOf = (one: Decision): CaseSight => ({
  address: 'wang@dlut.edu.cn',
  code: { id: 1, state: 'good', address: 'wang@dlut.edu.cn', cases: [{ message: 17, entry: 0, decision: 5 }] },
  find: id =>
    id === 17
      ? {
          ...{ id, decisionId: 5, sender: 's@mail.example', number: null },
          entries: [
            { entry: 0, decisionId: 5, name: ZHANG.key, decision: one, by: null, at: new Date(0), newer: null },
          ],
        }
      : null,
  calls,
  timezone: 'Asia/Shanghai',
})

const planned = (line: string, one: Decision) => {
  const reading = readLine(line, calls)
  if (reading.kind !== 'command' || reading.command.what !== 'case') return reading
  return planCase(reading.command, sightOf(one))
}

describe('a line about a case of a call without a roster', () => {
  it('may name who applies, in full, by name or by number, or leave it out', () => {
    const known = decision({ applicant: ZHANG })
    for (const line of ['17 受理', '17 受理 张小明（202400101）', '17 受理 学生=张小明', '17 受理 学生=202400101'])
      expect(planned(line, known)).toMatchObject({ kind: 'do', deed: 'accept', branch: null })
    expect(planned('17 退回 请补成绩单', known)).toMatchObject({ kind: 'do', reason: '请补成绩单' })
  })

  it('that names somebody else is refused', () => {
    const plan = planned('17 受理 学生=李小红', decision({ applicant: ZHANG }))
    expect(plan).toMatchObject({ kind: 'refused', why: '第17号是张小明（202400101），与所写的“李小红”不同，未予办理' })
  })

  it('names them where that is open', () => {
    expect(planned('17 受理', decision())).toMatchObject({
      why: '第17号的学生未定，请写：受理 学生=学生全称',
    })
    expect(planned('17 受理 学生=202400105', decision())).toMatchObject({ kind: 'do', branch: '202400105' })
  })
})

it('a condition is settled of whoever applied, and nothing of a roster is amended', () => {
  const plan = (line: string) => {
    const reading = readLine(line, calls)
    if (reading.kind !== 'command' || reading.command.what === 'case') return reading
    const sight = { address: 'wang@dlut.edu.cn', said: line, calls, now: new Date(0), timezone: 'Asia/Shanghai' }
    return planCall(reading.command as Parameters<typeof planCall>[0], sight)
  }
  expect(plan('核实 张小明 品行 通过 学院核实')).toMatchObject({ kind: 'check', applicant: '张小明' })
  expect(plan('排除 张小明 考试违纪')).toMatchObject({ kind: 'refused' })
})

it('with several calls a line that names none is asked back, a line for each', () => {
  const both = [
    { ...calls[0], id: 'a', short: '样板支部' } as Call,
    { ...calls[0], id: 'b', short: '最佳党日' } as Call,
  ]
  const why = (line: string) => {
    const reading = readLine(line, both)
    if (reading.kind !== 'command' || reading.command.what === 'case') return reading
    const at = { address: 'wang@dlut.edu.cn', said: line, now: new Date(0), timezone: 'Asia/Shanghai' }
    return planCall(reading.command as Parameters<typeof planCall>[0], { ...at, calls: both })
  }
  expect(why('三个通知都催一下')).toMatchObject({ why: expect.stringContaining('“样板支部 催报”；“最佳党日 催报”') })
  expect(why('延期 5月23日17点')).toMatchObject({ why: expect.stringContaining('“最佳党日 延期 5月23日17点”') })
  expect(why('最佳党日 催报')).toMatchObject({ kind: 'way', call: { id: 'b' } })
})

it('what the desk answers, its help and its refusals speak of the calls that are open', () => {
  const words = deskWords(calls)
  const refusals = ['17', '017 受理', '排除', '核实 全部', '材料', '名册', '恢复', '结果', '21 受理 学生=', '17 退回']
  const texts = [
    ...helpLines(words),
    ...refusals.map(line => JSON.stringify(readLine(line, calls))),
    composeAnswer({ lines: [], more: 0, help: true, words, mailbox: 'a@b.cn', trial: true }).text,
  ]
  for (const text of texts) expect(text.replace(/2024-model-branch/g, '')).not.toMatch(PARTY)
  expect(helpLines(words).join()).not.toContain('名册 ')
  expect(helpLines(deskWords([shippedCall])).join()).toMatch(/17 受理 支部=[^　]+党支部　　17 受理 无申报书 理由/)
})
