import type { Application } from '../application/application.ts'
import type { Amendment } from '../call/amendment.ts'
import { amendmentText } from '../call/amendment-text.ts'
import type { Applicant } from '../call/applicant.ts'
import type { Call } from '../call/call.ts'
import { worded } from '../call/nouns.ts'
import { applicantOf, type Decision } from '../judge/decision.ts'
import { OUTCOME_NAMES, RELATION_NAMES } from '../judge/outcome-names.ts'
import type { NewMail, OutboxKind } from '../sending/outgoing-mail.ts'
import { clean } from '../text/quote.ts'
import { listed, namesOf } from './listed.ts'
import { stateName } from './state-name.ts'

/** Whether letters go out, as the configuration says. */
type Letters = 'hold' | 'live'

const KINDS: Partial<Readonly<Record<OutboxKind, string>>> = {
  receipt: '受理回执',
  returned: '退回修改通知',
  rejected: '不予受理通知',
  held: '已收到、待核验',
  noted: '已登记',
  withdrawal: '撤回结果通知',
  correction: '更正',
  notice: '申报提示',
  announcement: '延期通知',
  reminder: '催报',
  result: '结果通知',
}

const letterTo = ({ kind, mail }: NewMail, replies: Letters): string =>
  `${KINDS[kind] ?? '答复'}，发往${mail.to.map(({ address }) => clean(address, 80)).join('、')}${replies === 'hold' ? '（试运行：启用发送后发出）' : ''}`

/** Letters of one kind in one line. */
const lettersTo = (mails: readonly NewMail[], replies: Letters): readonly string[] =>
  [...Map.groupBy(mails, ({ kind }) => kind).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const to = [first, ...others].flatMap(({ mail }) => mail.to)
    const text = letterTo({ ...first, mail: { ...first.mail, to } }, replies)
    return [others.length === 0 ? text : `${text}，共${others.length + 1}封`]
  })

const nameIn = (...decisions: readonly Decision[]): string =>
  clean(
    decisions.map(applicantOf).find(one => one !== null)?.shown ??
      (decisions[0]?.relation === 'application' ? '申报人未定' : RELATION_NAMES[decisions[0]?.relation ?? 'unrelated']),
    80,
  )

type Decided = {
  readonly decision: Decision
  readonly before: Decision
  readonly application: Application | null
  readonly reply: NewMail | null
  readonly notices: readonly NewMail[]
}

/** What was decided on a case, what stands now, and which letter goes out. */
export function decidedTexts(id: number, decided: Decided, replies: Letters): readonly string[] {
  const { decision, before, application, reply, notices } = decided
  const standing = application?.chain.find(one => one.standing)
  const stands = standing === undefined ? '没有有效版本' : `第${standing.version}版有效`
  const [was, is] = [stateName(before), stateName(decision)]
  const tell = decision.answer === 'never' && decision.closed !== true && decision.relation !== 'inquiry'
  return [
    `第${id}号（${nameIn(decision)}）：${was === is ? `仍为“${is}”` : `由“${was}”改为“${is}”`}`,
    ...(application === null ? [] : [`受理编号${application.number}，${stands}`]),
    reply === null ? `不发信${tell ? '：该件的发件人不可答复，请另行转告' : ''}` : `答复：${letterTo(reply, replies)}`,
    ...notices.map(notice => `另告知原申报人：${letterTo(notice, replies)}`),
  ]
}

type Rejudged = { readonly stored: { readonly id: number }; readonly before: Decision; readonly after: Decision }

type Amended = {
  readonly amendment: Amendment
  readonly applied: readonly { readonly change: Rejudged; readonly reply: NewMail | null }[]
  readonly kept: readonly Rejudged[]
  readonly failed: readonly Rejudged[]
  readonly announced: readonly NewMail[]
}

/** What was changed of a call, whose result that changes, and who gets which letter. */
export function amendedTexts(
  amended: Amended,
  { timezone, replies }: { readonly timezone: string; readonly replies: Letters },
): readonly string[] {
  const { amendment, applied, kept, failed, announced } = amended
  const changed = applied.map(
    ({ change: { stored, before, after }, reply }) =>
      `第${stored.id}号（${nameIn(after, before)}）：“${OUTCOME_NAMES[before.outcome]}”改为“${OUTCOME_NAMES[after.outcome]}”，${reply === null ? '不发信' : letterTo(reply, replies)}`,
  )
  return [
    clean(amendmentText(amendment, timezone), 300),
    ...(changed.length === 0 ? ['没有邮件的结果因此改变'] : listed(changed)),
    ...listed(kept.map(({ stored }) => `第${stored.id}号此前已由人工决定，保持不变`)),
    ...listed(failed.map(({ stored }) => `第${stored.id}号未能重新核对，请管理员查看`)),
    ...lettersTo(announced, replies),
  ]
}

type Settled = {
  readonly check: { readonly title: string }
  readonly verdict: 'pass' | 'fail'
  readonly concerned: readonly { readonly applicant: Applicant }[]
}

/** What a person settled, and of whom. */
export const settledTexts = ({ check, verdict, concerned }: Settled): readonly string[] => [
  `“${clean(check.title, 80)}”记为“${verdict === 'pass' ? '通过' : '不通过'}”：${namesOf(concerned.map(({ applicant }) => applicant.shown))}`,
  '只登记核实结果，不改变受理结果，也不发信',
]

type Reminded = {
  readonly call: Pick<Call, 'applicant' | 'nouns'>
  readonly reminders: readonly {
    readonly applicant: Applicant
    readonly mail: { readonly to: readonly { readonly address: string }[] }
  }[]
  readonly unreachable: readonly string[]
  readonly today: readonly string[]
}

/** Nobody is waited for where no roster says who may apply. */
export const withoutRoster = ({ applicant, nouns }: Pick<Call, 'applicant' | 'nouns'>): readonly string[] =>
  applicant.inRoster ? [] : [worded('本通知没有名册，只提醒退回后尚未改正的{applicant}。', nouns)]

/** Whom a reminder reaches, and whom it doesn't. */
export function remindedTexts({ call, reminders, unreachable, today }: Reminded): readonly string[] {
  return [
    reminders.length === 0 ? '没有需要发信催报的' : `催报${reminders.length}封：`,
    ...listed(
      reminders.map(
        ({ applicant, mail }) =>
          `${clean(applicant.shown, 80)}（${mail.to.map(({ address }) => clean(address, 80)).join('、')}）`,
      ),
    ),
    ...(unreachable.length === 0 ? [] : [`没有可用的邮箱，请另行通知：${namesOf(unreachable)}`]),
    ...withoutRoster(call),
    ...(today.length === 0 ? [] : [`今天已催过：${namesOf(today)}`]),
  ]
}
