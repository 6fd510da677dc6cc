import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { callSchema } from '../../src/config/call-schema.ts'
import { SHIPPED_CONFIG } from '../support/shipped-call.ts'

const text = readFileSync(join(SHIPPED_CONFIG, 'calls/2024-model-branch.yaml'), 'utf8')

/** What is wrong with a call of these keys, beside those that every call has. */
function mistakes(keys: object): string[] {
  const call = {
    id: 'a-call',
    title: '评选',
    unit: '机械工程学院',
    announced: '2024-05-14',
    deadline: '2024-05-20T10:00:00+08:00',
  }
  return (
    callSchema
      .safeParse({ ...call, applicant: { roster: 'r.csv' }, ...keys })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  )
}

describe('a file of calls/', () => {
  test('takes at most 45 lines for the shipped call', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(45)
    expect(callSchema.safeParse(parse(text)).error?.issues ?? []).toEqual([])
  })

  test('needs neither form, naming, cycle, deliverables, wording nor checks', () => {
    expect(mistakes({})).toEqual([])
  })

  test('may leave out the seconds of its deadline, never the offset', () => {
    expect(mistakes({ deadline: '2024-05-20T10:00+08:00' })).toEqual([])
    expect(mistakes({ deadline: '2024-05-20T10:00' })[0]).toMatch(/^deadline: expected a time with its offset, such as/)
  })

  test.each([
    [{ roster: 'r.csv' }, 'roster: stands in `applicant` now: applicant: { roster: FILE }'],
    [{ formats: ['docx'] }, 'formats: stands with the document now: deliverables: [{ id: form'],
    [{ form: { titles: ['申报书'] } }, 'form: the form stands in a file of its own now'],
    [{ applicant: { roster: null } }, 'applicant.key: is missing: without a roster'],
    [{ applicant: { roster: 'r.csv', shown: '{name}' } }, 'applicant.shown: belongs to a call without a roster'],
    [{ naming: { subject: { contains: '创业' } } }, 'naming.subject: expected a template, any, or { has: 关键词 }'],
    [{ naming: { subject: '申请表+｛name｝' } }, 'naming.subject: full-width ｛: write it in ASCII'],
    [{ naming: { subject: '‘申请表+{name}’' } }, 'naming.subject: full-width ‘: write it in ASCII'],
    [{ deadline: '2023-05-20T10:00:00+08:00' }, 'deadline: lies before the day of `announced`: is the year right?'],
    [{ deliverables: [{ id: 'summary' }] }, 'deliverables.0.title: is missing'],
    [
      {
        deliverables: [
          { id: 'a', title: '甲' },
          { id: 'a', title: '乙' },
        ],
      },
      'deliverables.1.id: another deliverable is a too',
    ],
    [{ deliverables: [{ id: 'a', title: '甲', many: 1 }] }, 'deliverables.0.many: expected true, false or how many'],
    [{ deliverables: [{ id: 'a', title: '甲', formats: ['zip'] }] }, 'deliverables.0.formats.0: '],
    [{ checks: [{ id: 'team', title: '不超过5人' }] }, 'checks.0.type: is missing (allowed: '],
    [
      { checks: [{ id: 'team', type: 'number', title: '不超过5人', most: 5 }] },
      'checks.0.field: is missing: number needs it',
    ],
    [
      { checks: [{ id: 'team', type: 'ask', title: '每人一项', most: 1 }] },
      'checks.0.most: ask reads no most (allowed: when)',
    ],
  ])('tells the mistake in %j', (keys, message) => {
    expect(mistakes(keys)).toEqual([expect.stringContaining(message)])
  })
  test('a deadline in the first hours of the day of the notice, as Beijing counts days, is none', () => {
    expect(mistakes({ deadline: '2024-05-14T07:00:00+08:00' })).toEqual([])
  })
})
