import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { conditionsPage, exampleCheck } from '../../../docs/source/conditions-page.ts'
import { CONDITIONS } from '../../../src/core/eligibility/all-checks.ts'
import type { Example } from '../../../src/core/eligibility/check.ts'
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
    const { evidence } = exampleCheck(example, id, shippedCall)
    const written = [example.branch, ...example.lines.map(line => line.replaceAll('\t', ' | '))].join('\n')
    for (const quote of evidence) expect(written).toContain(quote)
  })

  test('is not written where an example comes to another verdict', () => {
    const wrong: Example = { verdict: 'pass', lines: ['二、近三年荣誉', '无', '三、述职评议考核结果', '无'] }
    expect(() => exampleCheck(wrong, 'honour.branch', shippedCall)).toThrow('is fail, not pass')
  })
})
