import { nounsOf } from '../call/nouns.ts'
import { applicantOf } from '../judge/decision.ts'
import type { Problem } from '../judge/problem.ts'
import { type Block, type Letter, paragraph, section } from '../letter/letter.ts'
import {
  aboutFacts,
  contactOf,
  contactSentence,
  filesSection,
  greeting,
  isOpen,
  mailOrPapers,
  overridingNote,
  passedOn,
  signature,
  standingNote,
} from './parts.ts'
import { problemItems } from './problem-items.ts'
import type { ReplyInput } from './reply.ts'

/** Once the deadline is over, whatever would be sent comes too late. */
const isAdvised = ({ code }: Problem): boolean => /^(?:deadline|sender|application)\./.test(code)

const problemsSection = (input: ReplyInput): readonly Block[] => {
  const isTold = (problem: Problem) => isOpen(input) || isAdvised(problem)
  const items = problemItems(input.decision.problems, { label: '建议', nouns: nounsOf(input.call), isTold })
  return section('需要核验的内容', items.length === 0 ? [] : [{ kind: 'items', items }])
}

const isTimed = ({ decision }: ReplyInput): boolean =>
  decision.receivedAt !== null && decision.problems.every(({ code }) => code !== 'deadline.uncertain')

/** True whenever it is read: a reply may go out after the deadline. A mail in our thread is of the thread's applicant. */
const howToHelp = (input: ReplyInput): string => {
  const { call, decision, service, amongOthers } = input
  const contact = contactOf(service)
  if (!isOpen(input)) return `申报已截止。如需补充材料或说明情况，请联系${contact}。`
  if (call === null) return `如需补充材料，请联系${contact}。`
  const how =
    applicantOf(decision) === null || amongOthers === true ? '按通知规定的主题发送新邮件' : '直接回复本邮件并附上文件'
  return `如需补充材料，截止时间前可${how}；截止时间之后请联系${contact}。`
}

/** 待核验: a person looks at it; what would help them. */
export const held = (input: ReplyInput): Letter => ({
  tone: 'plain',
  greeting: greeting(input),
  lead: `${mailOrPapers(input)}${input.decided?.before === 'accepted' ? '需要重新核验' : '已收到，待人工核验'}。`,
  blocks: [
    paragraph(`${isTimed(input) ? '收到时间' : '来件'}已登记，核验结果由工作人员另行告知。`),
    { kind: 'facts', facts: aboutFacts(input) },
    ...overridingNote(input),
    ...problemsSection(input),
    ...filesSection(input),
    ...standingNote(input),
    ...(input.decision.problems.length === 0
      ? [contactSentence(input)]
      : [paragraph(`${passedOn(input)}${howToHelp(input)}`)]),
  ],
  signature: signature(input),
})
