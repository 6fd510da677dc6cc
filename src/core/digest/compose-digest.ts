import { inCommonNouns, worded } from '../call/nouns.ts'
import { CODE_MARK } from '../desk/mailto.ts'
import { type Letter, paragraph, type Tone } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import { timeIn } from '../text/time.ts'
import { arrivals } from './arrivals.ts'
import { aboutCode } from './by-mail.ts'
import { callStates } from './call-state.ts'
import type { DigestFacts } from './facts.ts'
import { inquiries } from './inquiries.ts'
import { needsPerson, waitingForPerson } from './needs-person.ts'
import { nextSteps } from './next-step.ts'
import { rosterTables } from './roster-table.ts'
import { isWell, serviceState } from './service-state.ts'
import { countOf } from './state-names.ts'

export type Digest = { readonly subject: string; readonly text: string; readonly html: string }

const TITLES: Readonly<Record<DigestFacts['kind'], string>> = { daily: '申报日报', deadline: '截止汇总' }

const title = ({ kind, composedAt, timezone, trial }: DigestFacts): string =>
  `${trial ? '【试运行】' : ''}${TITLES[kind]}（${timeIn(composedAt, timezone, 'day')}）`

const subject = (facts: DigestFacts): string => {
  const { toDecide, toVerify } = waitingForPerson(facts)
  const shown = facts.calls.filter(({ brief }) => !brief)
  const rows = shown.flatMap(call => call.rows.filter(({ listed }) => listed))
  const unapplied = shown.some(({ inRoster }) => inRoster) ? `，未报${countOf(rows, 'none')}个` : ''
  const parts = [
    toDecide === 0 ? '无待处理' : `待处理${toDecide}件`,
    ...(toVerify === 0 ? [] : [`评审前核实${toVerify}件`]),
    ...(rows.length === 0 ? [] : [`已受理${countOf(rows, 'accepted')}个${unapplied}`]),
    ...(isWell(facts) ? [] : ['系统需检查']),
  ]
  return `${title(facts)}：${parts.join('，')}${facts.desk === undefined ? '' : CODE_MARK}`
}

const toneOf = (facts: DigestFacts): Tone => {
  if (!isWell(facts)) return 'final'
  const { toDecide, toVerify } = waitingForPerson(facts)
  return toDecide + toVerify > 0 ? 'act' : 'done'
}

const TRIAL = '试运行期间，系统只生成答复，不向{applying}发送；核对无误后由系统管理员启用发送。'

const UNWELL = '系统运行有异常，请看文末“系统运行情况”。'

const letterOf = (facts: DigestFacts): Letter => {
  const [first = '', ...others] = callStates(facts)
  return {
    tone: toneOf(facts),
    greeting: title(facts),
    lead: first,
    blocks: [
      ...others.map(other => paragraph(other)),
      ...(isWell(facts) ? [] : [paragraph(UNWELL)]),
      ...(facts.trial ? [paragraph(worded(TRIAL, inCommonNouns(facts.calls.map(({ nouns }) => nouns))))] : []),
      ...nextSteps(facts),
      ...needsPerson(facts),
      ...rosterTables(facts),
      ...arrivals(facts),
      ...inquiries(facts),
      ...aboutCode(facts),
      ...serviceState(facts),
    ],
    signature: ['本邮件由申报受理系统按期自动发出；到期未收到，请联系系统管理员。'],
  }
}

/** The report to staff: sent even when nothing happened, so that its absence is an alarm. */
export function composeDigest(facts: DigestFacts): Digest {
  return written(subject(facts), letterOf(facts))
}
