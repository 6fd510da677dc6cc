import { applicantOf } from '../judge/decision.ts'
import { type Block, type Letter, paragraph } from '../letter/letter.ts'
import {
  aboutFacts,
  contactSentence,
  deadlineText,
  filesSection,
  greeting,
  isOpen,
  said,
  signature,
  standingNote,
  waitingNote,
  whoseAsked,
} from './parts.ts'
import type { ReplyInput } from './reply.ts'

const isLate = ({ decision, call }: ReplyInput): boolean =>
  call !== null && decision.receivedAt !== null && new Date(decision.receivedAt) > call.deadline

/** Proof is no application: the form is still needed, by when. */
function formNeeded(input: ReplyInput): readonly Block[] {
  const { standing = null, waits = false } = input.application ?? {}
  if (standing !== null || waits || !isOpen(input)) return waitingNote(input)
  return [
    paragraph(
      said(
        input,
        `系统尚无{you}已受理的{form}，请于${deadlineText(input) ?? '截止时间'}前按通知要求报送填写好的{form}。`,
      ),
    ),
  ]
}

const LATE = '来件于截止时间之后收到，是否列入评审材料由{committee}决定。'

const BODIES: Readonly<
  Record<'evidence' | 'declined', (input: ReplyInput) => { lead: string; blocks: readonly Block[] }>
> = {
  evidence: input => ({
    lead: said(
      input,
      applicantOf(input.decision) === null
        ? '佐证材料已收到，已登记。'
        : '佐证材料已收到，已登记，与{you}的申报一并留存。',
    ),
    blocks: [...whoseAsked(input), ...(isLate(input) ? [paragraph(said(input, LATE))] : []), ...formNeeded(input)],
  }),
  declined: input => ({
    lead: said(input, '{you}本次不申报的说明已收到，已登记。'),
    blocks: [
      ...whoseAsked(input),
      ...(isOpen(input)
        ? [paragraph(said(input, `情况有变的，可于${deadlineText(input) ?? '截止时间'}前按通知要求报送{form}。`))]
        : []),
    ],
  }),
}

/** 已登记: it was filed with the application, and what stands is unchanged. */
export const noted = (input: ReplyInput): Letter => {
  const { lead, blocks } = BODIES[input.decision.relation === 'declined' ? 'declined' : 'evidence'](input)
  return {
    tone: 'plain',
    greeting: greeting(input),
    lead,
    blocks: [
      { kind: 'facts', facts: aboutFacts(input) },
      ...blocks,
      ...standingNote(input),
      ...filesSection(input),
      contactSentence(input),
    ],
    signature: signature(input),
  }
}
