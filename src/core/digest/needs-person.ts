import { type Block, type Fact, type Item, paragraph, section } from '../letter/letter.ts'
import { OUTCOME_NAMES } from '../outcome-names.ts'
import { clean, quote } from '../quote.ts'
import { zonedTime } from '../time.ts'
import { typeset } from '../typography.ts'
import type { CallFacts, DigestFacts, PersonCase } from './facts.ts'
import { senderFacts } from './sender-text.ts'

/** A digest stays readable: the rest is counted and named by `list`. */
const SHOWN = 100
const EVIDENCE_SHOWN = 5

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}Z$/

/** A deadline's problem has instants as its values: people read them in their own time. */
const evidenceText = (one: string, timezone: string): string =>
  INSTANT.test(one) ? zonedTime(new Date(one), timezone, 'second') : `“${quote(one)}”`

const evidenceFacts = (evidence: readonly string[], timezone: string): readonly Fact[] => {
  const rest = evidence.length - EVIDENCE_SHOWN
  const shown = evidence.slice(0, EVIDENCE_SHOWN).map(one => ({ label: '依据', value: evidenceText(one, timezone) }))
  return rest > 0 ? [...shown, { label: '依据', value: `另有${rest}条` }] : shown
}

const caseItem = (found: PersonCase, timezone: string): Item => ({
  title: `${quote(found.branch ?? '') || '支部不明'}（${OUTCOME_NAMES[found.outcome]}，邮件编号${found.id}）`,
  facts: [
    ...found.reasons.map(reason => ({ label: '原因', value: typeset(clean(reason, 300)) })),
    ...evidenceFacts(found.evidence, timezone),
    ...senderFacts(found, timezone),
  ],
})

/** What was returned and not mended by the deadline is a case for staff, not a silent loss; shown once. */
const unmended = ({ id, title, rows }: CallFacts, cases: readonly PersonCase[]): Item[] => {
  const shown = new Set(
    cases.filter(({ call, outcome }) => call === id && outcome === 'returned').map(one => one.branch),
  )
  const branches = rows
    .filter(({ state, branch }) => state === 'returned' && !shown.has(branch))
    .map(({ branch }) => clean(branch, 80))
  if (branches.length === 0) return []
  return [
    {
      title: `截止时仍未改正的退回件（${branches.length}个支部）`,
      facts: [
        { label: '通知', value: clean(title) },
        { label: '支部', value: branches.join('、') },
        { label: '原因', value: '退回后至截止时间未收到合格的申报材料，是否受理请学院党委研究。' },
      ],
    },
  ]
}

const overdue = ({ calls, composedAt, needsPerson }: DigestFacts): readonly Item[] =>
  calls.filter(({ deadline }) => deadline < composedAt).flatMap(call => unmended(call, needsPerson))

/** How many entries the section has. */
export const waitingForPerson = (digest: DigestFacts): number => digest.needsPerson.length + overdue(digest).length

/** What a person must decide, each with reason and evidence. */
export function needsPerson(digest: DigestFacts): readonly Block[] {
  const { needsPerson: cases, timezone } = digest
  const over = overdue(digest)
  const items = [...over, ...cases.slice(0, SHOWN).map(found => caseItem(found, timezone))]
  const total = waitingForPerson(digest)
  if (total === 0) return section('需要人工处理', [paragraph('没有需要人工处理的申报。')])
  const rest = cases.length - SHOWN
  return section(`需要人工处理（${total}件）`, [
    { kind: 'items', items },
    ...(rest > 0 ? [paragraph(`另有${rest}件未逐一列出，请用shenbao list查看。`)] : []),
    paragraph(
      '处理办法：核对后由管理员用shenbao decide登记处理决定（如shenbao decide 12 accept --by 姓名 --reason 理由），系统据此答复申报支部，该项随之从本表消除；用shenbao show加邮件编号可查看全部核对依据。',
    ),
  ])
}
