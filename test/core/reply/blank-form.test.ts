import { describe, expect, test } from 'vitest'
import type { Call } from '../../../src/core/call/call.ts'
import type { ProblemCode } from '../../../src/core/judge/problem.ts'
import { makeProblem } from '../../support/problem.ts'
import { shippedCall } from '../../support/shipped-call.ts'
import { replyTo } from './reply-input.ts'

const { form } = shippedCall
const own: Call = { ...shippedCall, form: { ...form, template: { ...form.template, example: false } } }

const enclosed = (call: Call, code: ProblemCode, answer: 'full' | 'neutral' = 'full') =>
  replyTo({ call, decision: { outcome: 'returned', problems: [makeProblem(code)], answer } }).enclosures?.map(
    ({ name }) => name,
  )

describe('the blank form', () => {
  test.each<ProblemCode>(['form.blank', 'form.outdated', 'form.absent', 'file.missing', 'file.link'])(
    'goes with a letter about %s',
    code => {
      expect(enclosed(own, code)).toEqual(['党建工作样板支部申报书（空白模板）.docx'])
    },
  )

  test('goes with no other letter', () => {
    expect(enclosed(own, 'form.field-missing')).toBeUndefined()
    expect(enclosed(own, 'form.blank', 'neutral')).toBeUndefined()
  })

  test('that is an invented example is sent to nobody', () => {
    expect(enclosed(shippedCall, 'form.blank')).toBeUndefined()
  })
})
