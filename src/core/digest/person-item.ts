import { inCommonNouns, type Nouns, worded } from '../call/nouns.ts'
import { mailtoLink } from '../desk/mailto.ts'
import { OF_SOMEBODY } from '../desk/verbs.ts'
import type { Choice } from '../judge/choices.ts'
import type { Fact, Item } from '../letter/letter.ts'
import { clean, quote } from '../text/quote.ts'
import { timeIn } from '../text/time.ts'
import { typeset } from '../text/typography.ts'
import { adviceFor } from './advice.ts'
import { asCommand, asLine, choiceFact, verbFor } from './by-mail.ts'
import { callPrefix, linePrefix } from './call-name.ts'
import { evidenceText } from './evidence-text.ts'
import type { DigestFacts, PersonCase } from './facts.ts'
import { deadlineOf } from './near-deadline.ts'
import { receivedFact, senderFacts } from './sender-text.ts'

const EVIDENCE_SHOWN = 5

const evidenceFacts = (evidence: readonly string[], timezone: string): readonly Fact[] => {
  const rest = evidence.length - EVIDENCE_SHOWN
  const shown = evidence.slice(0, EVIDENCE_SHOWN).map(one => ({ label: '依据', value: evidenceText(one, timezone) }))
  return rest > 0 ? [...shown, { label: '依据', value: `另有${rest}条` }] : shown
}

const pointFacts = ({ points, from }: PersonCase, label: string, timezone: string): readonly Fact[] =>
  points.flatMap(({ reason, evidence, label: own }) => [
    { label: own ?? label, value: typeset(clean(reason, 300)) },
    // The sender's address stands among the facts, whole.
    ...evidenceFacts(
      evidence.filter(one => one !== from),
      timezone,
    ),
  ])

/** The nouns of the case's call; what all share where it is of none that is shown. */
const nounsOf = ({ call }: PersonCase, { calls }: DigestFacts): Nouns =>
  calls.find(({ id }) => id === call)?.nouns ?? inCommonNouns(calls.map(({ nouns }) => nouns))

const titleOf = (found: PersonCase, digest: DigestFacts): string => {
  const { call, applicant, id } = found
  const name = quote(applicant?.shown ?? '') || `${nounsOf(found, digest).applicant}不明`
  return `${callPrefix(call, digest)}${name}（邮件编号${id}）`
}

const STANDS: readonly string[] = ['accepted', 'withdrawing']

/** What of the applicant counts already, whatever becomes of the case. */
function standingFacts({ call, applicant }: PersonCase, { calls, timezone }: DigestFacts): readonly Fact[] {
  const rows = calls.find(({ id }) => id === call)?.rows ?? []
  const row = rows.find(one => one.applicant.key === applicant?.key && STANDS.includes(one.state))
  if (row === undefined || row.version === null || row.receivedAt === null) return []
  const from = row.from === null ? '' : `${clean(row.from, 120)}，`
  return [
    { label: '现有', value: `第${row.version}版已受理、继续有效（${from}${timeIn(row.receivedAt, timezone)}收到）` },
  ]
}

/** What was sent to prove it, by the numbers of the mails. */
function evidenceOf({ evidence }: PersonCase): readonly Fact[] {
  if (evidence === undefined) return []
  const { own, others } = evidence
  const apart = others.length === 0 ? [] : [`来自其他地址：邮件编号${others.join('、')}`]
  return [{ label: '佐证', value: [...(own.length === 0 ? [] : [`邮件编号${own.join('、')}`]), ...apart].join('；') }]
}

const command = ({ id, applicant, choices, entry = null }: PersonCase, choice: Choice, nouns: Nouns): Fact => {
  const isOpen = applicant === null && OF_SOMEBODY.includes(verbFor(choice, choices))
  const whose = isOpen ? ` --branch ${nouns.applicant}全称` : ''
  const which = entry === null ? '' : ` --entry ${entry}`
  return { label: '登记', value: `shenbao decide ${id} ${choice}${which}${whose} --by 姓名 --reason 理由`, exact: true }
}

const adviceIn = (found: PersonCase, digest: DigestFacts): string =>
  adviceFor(found, digest.desk === undefined ? asCommand : asLine(found.id), nounsOf(found, digest))

/** How it is decided: by mail in one line, else as commands. */
function choicesIn(found: PersonCase, choices: readonly Choice[], digest: DigestFacts): readonly Fact[] {
  const nouns = nounsOf(found, digest)
  if (digest.desk === undefined) return choices.map(choice => command(found, choice, nouns))
  return [choiceFact({ ...found, choices }, { mailbox: digest.mailbox, nouns })]
}

/** Somebody must decide: why, on what evidence, whose mail it is, what counts meanwhile, and how. */
export const toDecide = (found: PersonCase, digest: DigestFacts): Item => ({
  title: titleOf(found, digest),
  facts: [
    ...pointFacts(found, '原因', digest.timezone),
    ...senderFacts(found, digest.timezone, deadlineOf(digest, found.call)),
    ...standingFacts(found, digest),
    ...evidenceOf(found),
    { label: '办法', value: adviceIn(found, digest) },
    ...choicesIn(found, found.choices, digest),
  ],
})

/** It counts already: what to look at. */
export const toVerify = (found: PersonCase, digest: DigestFacts): Item => ({
  title: titleOf(found, digest),
  facts: [
    ...pointFacts(found, '待核实', digest.timezone),
    ...(isUnknownSender(found) ? senderFacts(found, digest.timezone) : [receivedFact(found, digest.timezone)]),
    ...(isUnknownSender(found)
      ? [{ label: '办法', value: worded(ASK, nounsOf(found, digest)) }, ...choicesIn(found, ['accept'], digest)]
      : []),
    ...settling(found, digest),
    ...(found.unmet === true ? unmetFacts(found, digest) : []),
  ],
})

/** Whom the roster lists may be excluded. */
const isListed = ({ call, applicant }: PersonCase, { calls }: DigestFacts): boolean =>
  calls.some(({ id, rows }) => id === call && rows.some(({ root }) => root !== null && root === applicant?.key))

const UNMET = '经核实不符合条件：是否继续推荐由{committee}决定。不予受理的理由会原样告知{applicant}'
const OR_EXCLUDE = '；排除的，只告知不在本次推荐范围'

const unmetFacts = (found: PersonCase, digest: DigestFacts): readonly Fact[] => [
  { label: '办法', value: worded(isListed(found, digest) ? `${UNMET}${OR_EXCLUDE}` : UNMET, nounsOf(found, digest)) },
  ...choicesIn(found, ['reject'], digest),
  ...(isListed(found, digest) ? [exclusion(found, digest)] : []),
]

const exclusion = ({ call, applicant }: PersonCase, digest: DigestFacts): Fact =>
  digest.desk === undefined
    ? {
        label: '登记',
        value: `shenbao amend ${call} exclude ${clean(applicant?.key ?? '', 80)} --by 姓名 --reason 理由`,
        exact: true,
      }
    : lineFact('或排除', `${linePrefix(call, digest)}排除 ${clean(applicant?.key ?? '', 80)} 理由`, digest)

const checksOf = ({ points }: PersonCase): readonly string[] => points.flatMap(({ check }) => check ?? [])

/** Whether a condition is among what is looked into, which a person settles. */
export const canSettle = (found: PersonCase): boolean =>
  found.call !== null && found.applicant !== null && checksOf(found).length > 0

/** How what was looked into is recorded. */
function settling(found: PersonCase, digest: DigestFacts): readonly Fact[] {
  const { call, applicant } = found
  const checks = checksOf(found)
  const [first] = checks
  if (first === undefined || call === null || applicant === null) return []
  const others = checks.length === 1 ? '' : `（另有${checks.slice(1).join('、')}）`
  if (digest.desk !== undefined)
    return [
      lineFact('核实后', `${linePrefix(call, digest)}核实 ${clean(applicant.key, 80)} ${first} 通过`, digest, others),
    ]
  const value = `shenbao confirm ${call} ${clean(applicant.key, 80)} ${first} pass --by 姓名 --reason 理由`
  return [{ label: '核实后', value: `${value}${others}`, exact: true }]
}

/** A line to send, as a link too. */
const lineFact = (label: string, line: string, { mailbox }: DigestFacts, more = ''): Fact => ({
  label,
  value: `${line}${more}`,
  links: [{ text: `${line}${more}`, href: mailtoLink(mailbox, '登记', [line.replace(/理由$/, '')]) }],
})

const ASK = '按通讯录向{applicant}核实；确系{applicant}所发的，登记后系统即发出受理回执。'
const isUnknownSender = ({ codes }: PersonCase): boolean => codes.includes('sender.unauthenticated')
