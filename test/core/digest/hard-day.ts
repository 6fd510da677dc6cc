import type { DigestFacts } from '../../../src/core/digest/facts.ts'
import { callFacts, ordinaryDay } from './digest-facts.ts'

/** Markup, formulas, a bidi mark, a very long name without a space, a branch that nobody expected. */
export const EVIL = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.com","点我")',
  '+1+cmd|calc',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\u202e党支部\u202d甲乙丙',
  `${'高性能精密制造'.repeat(60)}党支部`,
  'A'.repeat(500),
]

const [found] = ordinaryDay.needsPerson
if (found === undefined) throw new Error('the ordinary day has a case')
const call = callFacts(EVIL, ['accepted', 'held', 'returned', 'rejected'])

/** A day on which strangers wrote their worst into every field. */
export const hardDay: DigestFacts = {
  ...ordinaryDay,
  calls: [{ ...call, rows: call.rows.map(row => ({ ...row, listed: false, from: row.applicant.shown })) }],
  needsPerson: EVIL.map((evil, index) => ({
    ...found,
    id: index + 1,
    applicant: { key: evil, shown: evil },
    from: evil,
    subject: evil,
    outcome: index % 2 === 0 ? ('held' as const) : ('accepted' as const),
    points: [{ reason: evil, evidence: [evil] }],
  })),
  arrivals: ordinaryDay.arrivals.flatMap(one =>
    EVIL.map(evil => ({ ...one, applicant: { key: evil, shown: evil }, from: evil, subject: evil })),
  ),
  inquiries: EVIL.map((evil, index) => ({ id: index, from: evil, subject: evil, receivedAt: null })),
}
