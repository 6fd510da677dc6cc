import { type Block, type Fact, type Item, paragraph, section } from '../letter/letter.ts'
import { clean, quote } from '../quote.ts'
import { zonedTime } from '../time.ts'
import { typeset } from '../typography.ts'
import { adviceFor } from './advice.ts'
import type { CallFacts, DigestFacts, PersonCase, Point } from './facts.ts'
import { receivedFact, senderFacts } from './sender-text.ts'

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

const pointFacts = (points: readonly Point[], label: string, timezone: string): readonly Fact[] =>
  points.flatMap(({ reason, evidence }) => [
    { label, value: typeset(clean(reason, 300)) },
    ...evidenceFacts(evidence, timezone),
  ])

const titleOf = ({ branch, id }: PersonCase): string => `${quote(branch ?? '') || '支部不明'}（邮件编号${id}）`

const command = ({ id, branch }: PersonCase): Fact => ({
  label: '登记',
  value: `shenbao decide ${id} accept${branch === null ? ' --branch 支部全称' : ''} --by 姓名 --reason 理由`,
  exact: true,
})

/** Somebody must decide: why, on what evidence, how, and whose mail it is. */
const toDecide = (found: PersonCase, timezone: string): Item => ({
  title: titleOf(found),
  facts: [
    ...pointFacts(found.points, '原因', timezone),
    ...senderFacts(found, timezone),
    { label: '办法', value: adviceFor(found.codes) },
    command(found),
  ],
})

/** It counts already: what to look at. */
const toVerify = (found: PersonCase, timezone: string): Item => ({
  title: titleOf(found),
  facts: [...pointFacts(found.points, '待核实', timezone), receivedFact(found, timezone)],
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

const restOf = (cases: readonly unknown[], how: string): readonly Block[] =>
  cases.length > SHOWN ? [paragraph(`另有${cases.length - SHOWN}件未逐一列出，请管理员用${how}查看。`)] : []

const HOW =
  '登记由管理员执行：复制“登记”一行，填上姓名和理由；accept为受理，return为退回修改（截止前），reject为不予受理，后两者的理由会写进给支部的答复。登记后系统自动答复支部，该项从日报中消除。也可不经系统，直接从邮箱回信联系支部。'

/** What a person must decide, then what counts and should be verified, each with reason and evidence. */
export function needsPerson(digest: DigestFacts): readonly Block[] {
  const { needsPerson: all, timezone } = digest
  if (waitingForPerson(digest) === 0) return section('需要人工处理', [paragraph('没有需要人工处理的申报。')])
  const open = all.filter(({ outcome }) => outcome !== 'accepted')
  const accepted = all.filter(({ outcome }) => outcome === 'accepted')
  const items = [...open.slice(0, SHOWN).map(found => toDecide(found, timezone)), ...overdue(digest)]
  const decisions =
    items.length === 0
      ? [paragraph('没有需要作出决定的申报。')]
      : [{ kind: 'items', items } as const, ...restOf(open, 'shenbao list --outcome held'), paragraph(HOW)]
  return [
    ...section(`需要人工处理（${waitingForPerson(digest)}件）`, decisions),
    ...section(
      `其中已受理、有内容待核实（${accepted.length}件）`,
      accepted.length === 0
        ? []
        : [
            paragraph('以下申报已受理，个别条件系统无法判断，请在评审前核实；属实的无需登记。'),
            { kind: 'items', items: accepted.slice(0, SHOWN).map(found => toVerify(found, timezone)) },
            ...restOf(accepted, 'shenbao list --outcome accepted'),
          ],
    ),
  ]
}
