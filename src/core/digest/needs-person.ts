import { inCommonNouns, type Nouns, worded } from '../call/nouns.ts'
import { type Block, type Item, paragraph, section } from '../letter/letter.ts'
import { clean } from '../text/quote.ts'
import { howByMail, IN_SHORT } from './by-mail.ts'
import type { CallFacts, DigestFacts, PersonCase } from './facts.ts'
import { canSettle, toDecide, toVerify } from './person-item.ts'
import { countOf } from './state-names.ts'

/** A digest stays readable: the rest is counted and named by `list`. */
const SHOWN = 100

/** What was returned and not mended by the deadline is a case for staff, not a silent loss; shown once. */
const unmended = ({ id, title, rows, nouns }: CallFacts, cases: readonly PersonCase[]): Item[] => {
  const shown = new Set(
    cases.filter(({ call, outcome }) => call === id && outcome === 'returned').map(one => one.applicant?.key),
  )
  const names = rows
    .filter(({ state, applicant }) => state === 'returned' && !shown.has(applicant.key))
    .map(({ applicant }) => clean(applicant.shown, 80))
  if (names.length === 0) return []
  return [
    {
      title: `截止时仍未改正的退回件（${names.length}个${nouns.applicant}）`,
      facts: [
        { label: '通知', value: clean(title) },
        { label: nouns.applicant, value: names.join('、') },
        { label: '原因', value: worded(UNMENDED, nouns) },
      ],
    },
  ]
}

const UNMENDED = '退回后至截止时间未收到合格的申报材料，是否受理请{committee}研究。'

const isOver = ({ deadline }: CallFacts, { composedAt }: DigestFacts): boolean => deadline < composedAt

const overdue = (digest: DigestFacts): readonly Item[] =>
  digest.calls.filter(call => isOver(call, digest)).flatMap(call => unmended(call, digest.needsPerson))

/** Those of one call together, in the order of the calls. */
const byCall = ({ needsPerson: all, calls }: DigestFacts): readonly PersonCase[] => {
  const order = calls.map(({ id }) => id)
  const place = ({ call }: PersonCase) => (call === null || !order.includes(call) ? order.length : order.indexOf(call))
  return all.toSorted((one, other) => place(one) - place(other))
}
const openCases = (digest: DigestFacts) => byCall(digest).filter(({ outcome }) => outcome !== 'accepted')
const acceptedCases = (digest: DigestFacts) => byCall(digest).filter(({ outcome }) => outcome === 'accepted')

/** How many entries want a decision, and how many count already and want a look before the review. */
export const waitingForPerson = (digest: DigestFacts): { readonly toDecide: number; readonly toVerify: number } => ({
  toDecide: openCases(digest).length + overdue(digest).length,
  toVerify: acceptedCases(digest).length,
})

const restOf = (cases: readonly unknown[], how: string): readonly Block[] =>
  cases.length > SHOWN ? [paragraph(`另有${cases.length - SHOWN}件未逐一列出，请管理员用${how}查看。`)] : []

const HOW =
  '登记由管理员执行：各件“登记”只列适合该件的办法，复制所选的一行，填上姓名和理由。accept为受理；return为退回修改，reject为不予受理，这两种的理由会原样告知{applicant}；close为办结，不另行答复。登记后系统自动答复{applicant}，该项不再列入日报；登记有误的，用shenbao decide 邮件编号 undo撤销。直接从邮箱回信或致电{applicant}的，办结后也须登记，否则仍列入日报。'

const SUPPLEMENTS =
  '截止后补发的邮件，系统一律答复超过截止时间、不予受理；经研究同意补正的，请事先告知{applicant}，并对补发的那一件登记accept。'

const nounsIn = ({ calls }: DigestFacts): Nouns => inCommonNouns(calls.map(({ nouns }) => nouns))

const howToDecide = (cases: readonly PersonCase[], digest: DigestFacts): readonly Block[] => {
  const over = new Set(digest.calls.filter(call => isOver(call, digest)).map(({ id }) => id))
  const isLate = cases.some(({ call }) => call !== null && over.has(call))
  const nouns = nounsIn(digest)
  if (digest.desk !== undefined) return howByMail(isLate, nouns)
  return [HOW, ...(isLate ? [SUPPLEMENTS] : [])].map(how => paragraph(worded(how, nouns)))
}

const COUNTED = '以上按来件计；表中的“待核验”按{applicant}计，一个{applicant}可能有几件，已受理的也可能另有来件待处理。'

/** The two counts are of different things. */
function countedApart(digest: DigestFacts): readonly Block[] {
  const held = digest.calls.reduce((sum, { rows }) => sum + countOf(rows, 'held'), 0)
  const isSame = held === 0 || held === waitingForPerson(digest).toDecide
  return isSame ? [] : [paragraph(worded(COUNTED, nounsIn(digest)))]
}

/** What a person must decide, each with reason, evidence and how. */
function decisions(digest: DigestFacts): readonly Block[] {
  const open = openCases(digest)
  const items = [...open.slice(0, SHOWN).map(found => toDecide(found, digest)), ...overdue(digest)]
  if (items.length === 0) return section('需要人工处理', [paragraph('没有需要人工处理的申报。')])
  return section(`需要人工处理（${waitingForPerson(digest).toDecide}件）`, [
    ...(digest.desk === undefined ? [] : [paragraph(IN_SHORT)]),
    { kind: 'items', items, unnumbered: true },
    ...countedApart(digest),
    ...restOf(open, 'shenbao list --outcome held'),
    ...howToDecide(open, digest),
  ])
}

const VERIFY = '以下申报已受理，个别条件系统无法判断，请在评审前核实。'
/** Nothing of it is a condition: it is looked at, and nothing recorded. */
const LOOK_AT = '以下申报已受理，有的内容系统未能识别或归类，请在评审前对照原件核对。'
const SETTLE =
  '核实后可登记，登记的写入评审材料：属实的复制“核实后”一行，不属实的把pass换成fail；只登记核实结果，不改变受理结果，也不发信。'
const SETTLE_BY_MAIL =
  '核实后可回复“核实后”一行，登记的写入评审材料；不属实的把“通过”换成“不通过”。只登记核实结果，不改变受理结果，也不发信。'

/** How to record what was looked into, where a line for it stands. */
function howToVerify(cases: readonly PersonCase[], { desk }: DigestFacts): string {
  if (!cases.some(canSettle)) return LOOK_AT
  return `${VERIFY}${desk === undefined ? SETTLE : SETTLE_BY_MAIL}`
}

/** What must be decided, then what counts and should be verified. */
export function needsPerson(digest: DigestFacts): readonly Block[] {
  const accepted = acceptedCases(digest)
  const items = accepted.slice(0, SHOWN).map(found => toVerify(found, digest))
  return [
    ...decisions(digest),
    ...section(
      `已受理，评审前核实（${accepted.length}件）`,
      items.length === 0
        ? []
        : [
            paragraph(howToVerify(accepted.slice(0, SHOWN), digest)),
            { kind: 'items', items, unnumbered: true },
            ...restOf(accepted, 'shenbao list --outcome accepted'),
          ],
    ),
  ]
}
