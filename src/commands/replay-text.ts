import type { Applied, Replayed } from '../app.ts'
import { applicantOf, type Decision } from '../core/judge/decision.ts'
import { OUTCOME_NAMES, RELATION_NAMES } from '../core/judge/outcome-names.ts'
import { clean } from '../core/text/quote.ts'

const resultOf = (decision: Decision): string =>
  decision.relation === 'application'
    ? `${clean(applicantOf(decision)?.shown ?? '申报人未定', 80)} ${OUTCOME_NAMES[decision.outcome]}`
    : RELATION_NAMES[decision.relation]

const codesOf = ({ problems }: Decision): string => problems.map(({ code }) => code).join('、') || '无问题'

/** What would change, and why. */
export const changeText = ({ stored, before, after }: Replayed): string =>
  `邮件${stored.id}：${resultOf(before)} → ${resultOf(after)}（${codesOf(before)} → ${codesOf(after)}）  ${clean(stored.sender ?? '', 80)}\n`

export const failureText = ({ stored, error }: Replayed): string =>
  `邮件${stored.id}：未能重新认定，保持不变（${clean(error ?? '')}）\n`

export const summaryText = (all: readonly Replayed[]): string => {
  const count = (what: Replayed['what']) => all.filter(one => one.what === what).length
  return `共${all.length}封：将改变${count('changed')}封，不变${count('same')}封，人工决定保持不变${count('kept')}封，未能认定${count('failed')}封\n`
}

const APPLIED: Readonly<Record<Applied['what'], string>> = {
  applied: '已登记',
  overtaken: '期间另有决定，未登记',
  left: '不再是申报，请人工决定，未登记',
}

export const appliedText = ({ change: { stored }, what, reply }: Applied): string =>
  `邮件${stored.id}：${APPLIED[what]}${reply === null ? '' : `，答复${reply.mail.to.map(({ address }) => clean(address, 80)).join('、')}`}\n`
