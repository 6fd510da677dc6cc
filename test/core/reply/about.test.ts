import { expect, test } from 'vitest'
import type { Decision } from '../../../src/core/judge/decision.ts'
import { aboutOf } from '../../../src/core/reply/about.ts'
import { makeProblem } from '../../support/problem.ts'
import { replyInput } from './reply-input.ts'

const about = (changes: Partial<Decision>) => aboutOf(replyInput({ decision: changes }).decision)
const returned = (...problems: Decision['problems']) => about({ outcome: 'returned', problems })
const missing = (expected: string) => makeProblem('form.field-missing', { expected })

test('a reply about the same problems is about the same, whatever was received', () => {
  const seen = (text: string) => returned(makeProblem('subject.pattern', { seen: text, expected: 'x' }))
  expect(seen('申报')).toBe(seen('材料'))
})

test.each([
  ['other problems', returned(makeProblem('file.missing'))],
  ['the same kind of problem with something else', returned(missing('预期成效'))],
  ['another outcome', about({ outcome: 'held', problems: [missing('联系电话')] })],
  [
    'another branch',
    about({ outcome: 'returned', problems: [missing('联系电话')], branch: { name: '教工第二党支部' } }),
  ],
])('a reply about %s is about something else', (_, other) => {
  expect(other).not.toBe(returned(missing('联系电话')))
})

test('a receipt is always sent', () => {
  expect(about({})).toBeNull()
})
