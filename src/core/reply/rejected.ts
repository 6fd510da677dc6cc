import { nounsOf } from '../call/nouns.ts'
import { parseDateTime } from '../judge/clock.ts'
import type { ProblemCode } from '../judge/problem.ts'
import { type Block, type Fact, type Letter, paragraph, section } from '../letter/letter.ts'
import { quote } from '../text/quote.ts'
import { timeIn } from '../text/time.ts'
import {
  aboutFacts,
  contactOf,
  greeting,
  mailOrPapers,
  overridingNote,
  papers,
  passedOn,
  reasonSection,
  said,
  signature,
  standingNote,
  waitingNote,
} from './parts.ts'
import { problemItems } from './problem-items.ts'
import type { ReplyInput } from './reply.ts'

/** Whether it is refused for that; a person gives reasons of their own, but for an exclusion, whose reasons stay inside. */
const has = ({ decision, decided }: ReplyInput, code: ProblemCode): boolean =>
  (decided?.reason ?? null) === null && decision.problems.some(problem => problem.code === code)

const lead = (input: ReplyInput): string => {
  if (has(input, 'deadline.missed')) return `${mailOrPapers(input)}收到时已超过截止时间，不予受理。`
  if (has(input, 'branch.excluded'))
    return said(input, `${papers(input)}经{committee}研究，不在本次推荐范围，不予受理。`)
  return said(input, `经{committee}审核，${papers(input)}不予受理。`)
}

/** The sender's clock is shown, never judged. */
const sentFacts = ({ message, service }: ReplyInput): readonly Fact[] => {
  if (message.date === null) return []
  const sent = parseDateTime(message.date)
  const said = sent === null ? quote(message.date) : timeIn(sent, service.timezone, 'second')
  return [{ label: '发件时间', value: `${said}（发件方标注，仅供参考）` }]
}

/** Why, where the lead does not say it already. */
const reasons = (input: ReplyInput): readonly Block[] => {
  if (has(input, 'deadline.missed')) return [paragraph(said(input, '收到时间以{committee}收件邮箱服务器的记录为准。'))]
  if (input.decided !== null && input.decided.reason !== null) return reasonSection(input, '原因')
  if (has(input, 'branch.excluded') || input.decision.problems.length === 0) return []
  return section('原因', [
    { kind: 'items', items: problemItems(input.decision.problems, { label: '说明', nouns: nounsOf(input.call) }) },
  ])
}

/** 不予受理: why, by which times, whom to ask. */
export const rejected = (input: ReplyInput): Letter => ({
  tone: 'final',
  greeting: greeting(input),
  lead: lead(input),
  blocks: [
    {
      kind: 'facts',
      facts: [...aboutFacts(input, 'second'), ...(has(input, 'deadline.missed') ? sentFacts(input) : [])],
    },
    ...reasons(input),
    ...overridingNote(input),
    ...standingNote(input),
    ...waitingNote(input),
    paragraph(`${passedOn(input)}如有异议，请联系${contactOf(input.service)}。`),
  ],
  signature: signature(input),
})
