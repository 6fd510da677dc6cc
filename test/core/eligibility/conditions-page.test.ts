import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CONDITIONS } from '../../../src/core/eligibility/all-checks.ts'
import { conditionsPage, exampleCheck } from '../../../src/core/eligibility/conditions-page.ts'
import { callsOf, MEMBERS, type Notice, PROJECTS } from '../../support/notices.ts'
import { SCHOLARSHIP } from '../../support/scholarship.ts'
import { shippedCall } from '../../support/shipped-call.ts'

/** Those of the shipped call, whose form the examples are written in. */
const ids = shippedCall.checks.map(({ type }) => type)
const examples = ids.flatMap(id => CONDITIONS[id].explanation.examples.map(example => ({ id, example })))

describe('docs/conditions.md', () => {
  test('is what `npm run docs:conditions` writes from the checks and the shipped call', () => {
    const committed = readFileSync(fileURLToPath(new URL('../../../docs/conditions.md', import.meta.url)), 'utf8')
    expect(committed).toBe(conditionsPage(shippedCall))
  })

  test.each(ids)('shows an example of each verdict that %s may come to', id => {
    const { explanation } = CONDITIONS[id]
    const told = (['pass', 'fail', 'review'] as const).filter(verdict => explanation[verdict] !== null)
    expect(new Set(explanation.examples.map(({ verdict }) => verdict))).toEqual(new Set(told))
  })

  test.each(examples)('quotes what the form says: $id $example.lines', ({ id, example }) => {
    const { verdict, evidence = [] } = exampleCheck(example, id, shippedCall) ?? {}
    expect(verdict).toBe(example.verdict)
    const written = [example.branch, ...example.lines.map(line => line.replaceAll('\t', ' | '))].join('\n')
    for (const quote of evidence) expect(written).toContain(quote)
  })
})

describe('the conditions of any call are told to its staff', () => {
  const pageOf = (notice: Notice) => callsOf(notice).map(conditionsPage).join('')

  test('by the fields of its own form, with its own bounds', () => {
    const page = pageOf(PROJECTS)
    expect(page).toContain('栏目“申请经费（元）”；不超过10000元')
    expect(page).toContain('栏目“项目组成员人数”；不超过5')
    expect(page).toContain('**必填项**：项目名称、负责人、联系电话、项目组成员人数、申请经费（元）、摘要')
  })

  test('with its own nouns and nothing of the shipped call', () => {
    const page = pageOf(SCHOLARSHIP)
    expect(page).toContain('退回申报学生修改，截止后转学生工作办公室研究')
    expect(page).toContain('各必填项在申请表中的位置')
    expect(page).not.toMatch(/支部|党|申报书|\{\w+\}/)
  })

  test('with its own form’s name where applicants are branches too', () => {
    expect(pageOf(MEMBERS)).not.toMatch(/申报书|\{\w+\}/)
  })

  test('or the page says that there are none', () => {
    expect(conditionsPage({ ...shippedCall, checks: [] })).toContain('没有由系统核对的条件')
  })
})
