import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BranchType, Call } from '../../../src/core/call/call.ts'
import { runChecks } from '../../../src/core/eligibility/all-checks.ts'
import type { Confidence, Form, Honour, Level, Measure, Presence, RecipientKind } from '../../../src/core/form/form.ts'
import { anyCharacter } from '../../support/any-text.ts'
import { aForm } from '../../support/form.ts'
import { aBranch } from '../../support/one-check.ts'
import { runs } from '../../support/runs.ts'
import { shippedCall } from '../../support/shipped-call.ts'

const word = fc.constantFrom(
  '无',
  '好',
  '较好',
  '支部',
  '团支部',
  '入围',
  '获评',
  '2022',
  '2021级',
  '党委',
  '优秀',
  '：',
  ' | ',
  '\n',
  '。',
  '一',
  '项',
)
const text = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.array(word).map(words => words.join('')),
)
const maybe = fc.option(text)
const date = fc.option(fc.oneof(text, fc.constantFrom('2022', '2021-05', '2022-06-01', '2021-09/2022-08', '9999-99')))

const honour: fc.Arbitrary<Honour> = fc.record({
  date,
  name: maybe,
  recipient: maybe,
  recipientKind: fc.constantFrom<RecipientKind>('branch', 'secretary', 'member', 'unknown'),
  level: fc.constantFrom<Level>('national', 'provincial', 'municipal', 'university', 'school', 'unknown'),
  grantedBy: maybe,
  quote: text,
})
const measure: fc.Arbitrary<Measure> = fc.record({
  text,
  due: date,
  dueText: maybe,
  isLimitKnown: fc.boolean(),
  quote: text,
})
const ofFields = <Value>(value: fc.Arbitrary<Value>) =>
  fc.record(mapped(() => value)) as fc.Arbitrary<Record<string, Value>>
const mapped = <Value>(value: () => Value): Record<string, Value> =>
  Object.fromEntries(Object.keys(aForm().presence).map(field => [field, value()]))
const presence = fc.constantFrom<Presence>('filled', 'empty', 'unplaced', 'notFound')

const form: fc.Arbitrary<Form> = fc.record({
  branchName: maybe,
  parentOrg: maybe,
  branchType: fc.constantFrom<BranchType | 'unknown'>('teacher', 'student', 'mixed', 'retired', 'unknown'),
  branchTypeText: maybe,
  memberCount: fc.option(fc.integer()),
  secretary: fc.record({ name: maybe, post: maybe, title: maybe }),
  phone: maybe,
  email: maybe,
  honours: fc.array(honour, { maxLength: 6 }),
  honoursText: maybe,
  reviewGrades: fc.array(fc.record({ year: fc.integer(), grade: text, quote: text }), { maxLength: 4 }),
  reviewText: maybe,
  basis: maybe,
  idea: maybe,
  measures: fc.array(measure, { maxLength: 6 }),
  measuresText: maybe,
  outcomes: maybe,
  values: fc.constant({}),
  presence: ofFields(presence),
  confidence: ofFields(fc.constantFrom<Confidence>('sure', 'doubtful', 'none')),
  unplaced: fc.array(fc.record({ heading: text, text }), { maxLength: 2 }),
  followsTemplate: fc.boolean(),
  source: fc.constantFrom('text', 'ocr'),
})

const NOTHING_READ: Form = aForm({
  branchName: null,
  branchType: 'unknown',
  branchTypeText: null,
  memberCount: null,
  honours: [],
  honoursText: null,
  reviewGrades: [],
  reviewText: null,
  basis: null,
  idea: null,
  measures: [],
  measuresText: null,
  outcomes: null,
  presence: mapped<Presence>(() => 'notFound'),
  unplaced: [{ heading: '六、建设任务', text: '逐项落实。' }],
})

describe('the checks', () => {
  test('pass on a well filled-in form, all but what only the committee knows', () => {
    const verdicts = runChecks(aForm(), shippedCall, aBranch()).filter(({ verdict }) => verdict !== 'pass')
    expect(verdicts.map(({ id, verdict }) => [id, verdict])).toEqual([['conduct', 'review']])
  })

  test('come in the order of the call, and only those that it has', () => {
    const call: Call = { ...shippedCall, checks: shippedCall.checks.toReversed().slice(0, 3) }
    expect(runChecks(aForm(), call, aBranch()).map(({ id }) => id)).toEqual([
      'form.complete',
      'plan.outcomes',
      'plan.deadlines',
    ])
  })

  test('say review, all of them, of a form in which nothing was found', () => {
    expect(new Set(runChecks(NOTHING_READ, shippedCall, null).map(({ verdict }) => verdict))).toEqual(
      new Set(['review']),
    )
  })

  test('say review rather than pass where the call gives no words to look for', () => {
    const call: Call = { ...shippedCall, checks: shippedCall.checks.map(check => ({ ...check, words: {} })) }
    const passing = runChecks(aForm(), call, aBranch()).filter(({ verdict }) => verdict === 'pass')
    expect(passing.map(({ id }) => id)).toEqual(['scope.stable', 'honour.member', 'plan.deadlines', 'form.complete'])
  })

  test('answer whatever a form holds, with a note and quotes that stand in it', () => {
    fc.assert(
      fc.property(form, maybe, (any, name) => {
        const all = JSON.stringify(any)
        for (const check of runChecks(any, shippedCall, name === null ? null : aBranch({ name, type: null }))) {
          expect(check.note).toMatch(/。$/)
          for (const quote of check.evidence) expect(all).toContain(JSON.stringify(quote).slice(1, -1))
        }
      }),
      { numRuns: runs(300) },
    )
  })
})
