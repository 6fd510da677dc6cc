import type { Shown } from '../app.ts'
import type { Config } from '../config/config.ts'
import { filesOf } from '../core/application/conclusion.ts'
import { confirmationOn } from '../core/application/confirmation.ts'
import { confirmationLine } from '../core/application/confirmation-text.ts'
import { amendmentLine } from '../core/call/amendment-text.ts'
import type { Call } from '../core/call/call.ts'
import { nounsOf } from '../core/call/nouns.ts'
import { plainText } from '../core/document/document.ts'
import type { RecognisedDocument } from '../core/document/scanned-document.ts'
import type { Check } from '../core/eligibility/check.ts'
import { readRecognised, recognisedLines } from '../core/form/recognised-form.ts'
import { applicantOf, broughtBy, type Decision, type JudgedDocument } from '../core/judge/decision.ts'
import { OUTCOME_NAMES, RELATION_NAMES, VERDICT_NAMES } from '../core/judge/outcome-names.ts'
import { clean } from '../core/text/quote.ts'
import { formatSize } from '../core/text/size.ts'
import { zonedTime } from '../core/text/time.ts'
import { eventText } from './event-text.ts'
import { replyState } from './reply-states.ts'

/** What `shenbao show` prints, for staff at a terminal. */
export function showText(
  { message, decisions, replies, history, amendments, recognitions, confirmations }: Shown,
  config: Config,
): string {
  const time = (iso: string | null) => (iso === null ? '时间不明' : zonedTime(new Date(iso), config.timezone, 'second'))
  const entries = entriesOf(decisions)
  const sections = [
    messageSection(message, time),
    ...entries.flatMap(({ machine, mark }) => (machine === undefined ? [] : decisionSections(machine, mark, config))),
    section(
      '识别结果（供参考）',
      recognitions.flatMap(one => recognitionLines(one, callOf(message.call, config))),
    ),
    section(
      '经办',
      entries.flatMap(entry => decidedLines(entry, time, config)),
    ),
    section(
      '人工核实',
      entries.flatMap(({ own }) => settledLines(confirmations, own, config)),
    ),
    section(
      '通知变更',
      amendments.map(one => clean(amendmentLine(one, config.timezone), 300)),
    ),
    section(
      '记录',
      history.map(({ at, event }) => `${time(at.toISOString())}  ${eventText(event)}`),
    ),
    ...replies.map(({ state, withheldFor, mail, lastError }) =>
      section(`答复（${replyState(state, withheldFor)}）：${mail.subject}`, [
        ...(lastError === null ? [] : [`最近一次失败：${clean(lastError)}`]),
        ...mail.text.split('\n'),
      ]),
    ),
  ]
  return `${sections.filter(text => text !== '').join('\n')}\n`
}

type Decided = Shown['decisions'][number]

/** `mark`: which of the message's entries, where it has several. */
const entriesOf = (decisions: Shown['decisions']) =>
  decisions.map((own, index) => ({
    own,
    machine: own.findLast(({ decidedBy }) => decidedBy === null)?.decision,
    mark: decisions.length < 2 ? '' : `${index + 1}. `,
  }))

type Own = { readonly own: Decided; readonly mark: string }

const decidedLines = ({ own, mark }: Own, time: (iso: string | null) => string, config: Config): string[] =>
  own.map(
    one =>
      `${mark}${time(one.decidedAt.toISOString())}  ${one.decidedBy ?? '系统'}  ${OUTCOME_NAMES[one.decision.outcome]}${flagsOf(one.decision, config)}${one.reason === null ? '' : `（${clean(one.reason)}）`}`,
  )

function settledLines(made: Shown['confirmations'], own: Decided, config: Config): readonly string[] {
  const decision = own.at(-1)?.decision ?? null
  const key = decision === null ? null : applicantOf(decision)?.key
  return confirmedLines(
    made.filter(({ applicant }) => applicant === key),
    decision,
    config,
  )
}

const messageSection = (message: Shown['message'], time: (iso: string | null) => string): string =>
  section(`邮件 ${message.id}`, [
    `发件人：${clean(message.from ?? '–')}`,
    `主题：${clean(message.subject ?? '–')}`,
    `收到：${time(message.receivedAt)}`,
    `SHA-256：${message.sha256 ?? '–'}`,
    `状态：${message.state}，尝试 ${message.attempts} 次`,
    ...message.entries.flatMap(({ applicant, number, version, standing }) =>
      number === null
        ? []
        : [
            `受理编号：${number}，${message.entries.length > 1 ? `${clean(applicant?.shown ?? '')}，` : ''}第${version}版${standing ? '，有效' : ''}`,
          ],
    ),
  ])

/** `mark`: which of the message's entries, where it has several. */
function decisionSections(decision: Decision, mark: string, config: Config): string[] {
  const call = config.calls.find(({ id }) => id === decision.call)
  return [
    section(`${mark}认定`, [
      `${RELATION_NAMES[decision.relation]} · ${call?.title ?? decision.call ?? '–'} · ${clean(applicantOf(decision)?.shown ?? `${nounsOf(call ?? null).applicant}未定`)} · ${OUTCOME_NAMES[decision.outcome]}`,
      ...decision.remarks,
      ...(decision.notes ?? []).map(note => clean(note, 400)),
    ]),
    section(
      '问题',
      decision.problems.map(
        ({ code, seen, expected, remedy }) =>
          `${code}：收到 ${clean(seen ?? '–')}；应为 ${clean(expected ?? '–')}；${remedy}`,
      ),
    ),
    section(
      '附件',
      broughtBy(decision).map(
        one =>
          `${one.isForm ? '* ' : '  '}${clean(one.name)}  ${one.kind}  ${formatSize(one.bytes)}  ${one.status}${one.why === null ? '' : `（${one.why}）`}${titleOf(one, call)}`,
      ),
    ),
    section(
      '未能归类',
      (decision.form?.unplaced ?? []).map(
        ({ heading, text }) => `${clean(heading || '（无标题）', 80)}：${clean(text, 200)}`,
      ),
    ),
    section(
      '条件',
      (decision.checks ?? []).flatMap(check =>
        checkLines(check, call?.checks.find(({ id }) => id === check.id)?.title ?? check.id),
      ),
    ),
  ]
}

/** What it is for the call, but for the form, which bears a mark. */
function titleOf({ deliverable }: JudgedDocument, call: Call | undefined): string {
  const asked = call?.deliverables.find(({ id, reads }) => id === deliverable && reads !== 'form')
  return asked === undefined ? '' : `  ${asked.title}`
}

const flagsOf = ({ call, closed, undone, withoutForm }: Decision, config: Config): string =>
  [
    undone ? '，撤销上一决定' : '',
    closed ? '，办结' : '',
    withoutForm ? `，无${nounsOf(callOf(call, config)).form}` : '',
  ].join('')

const checkLines = ({ verdict, note, evidence }: Check, title: string): string[] => [
  `${VERDICT_NAMES[verdict]}  ${title}：${note}`,
  ...evidence.map(quote => `        “${clean(quote, 200)}”`),
]

/** What people settled; of another version it is said. */
function confirmedLines(made: Shown['confirmations'], decision: Decision | null, config: Config): readonly string[] {
  const checks = callOf(decision?.call ?? null, config)?.checks ?? []
  const looked = {
    applicant: decision === null ? null : (applicantOf(decision)?.key ?? null),
    files: decision === null ? [] : filesOf(decision),
  }
  return made.map(one => {
    const holds = confirmationOn(one.check, looked, [one]) !== null
    return `${clean(confirmationLine(one, checks, config.timezone), 300)}${holds ? '' : '，针对另一版本'}`
  })
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${title}\n${lines.map(line => `  ${line}\n`).join('')}`

const callOf = (id: string | null, { calls }: Config): Call | null => calls.find(call => call.id === id) ?? null

/** What was read of a scan, for a person to look at; nothing was decided by it. */
function recognitionLines({ recognition }: RecognisedDocument, call: Call | null): readonly string[] {
  if (recognition.state === 'waiting') return ['扫描件待识别']
  if (recognition.state === 'failed') return [`扫描件未能识别（${recognition.why}）`]
  const recognised = call === null ? null : readRecognised(recognition.content, call)
  const words =
    recognised === null ? plainText(recognition.content.blocks).split('\n').slice(0, 40) : recognisedLines(recognised)
  return [`可信度${Math.round(recognition.likely * 100)}%`, ...words.map(line => clean(line, 200))]
}
