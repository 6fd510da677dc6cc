import { type Block, type Letter, paragraph } from '../letter/letter.ts'
import {
  aboutFacts,
  contactSentence,
  deadlineText,
  greeting,
  isOpen,
  said,
  signature,
  versionAt,
  versionText,
  whoseAsked,
} from './parts.ts'
import type { ReplyInput } from './reply.ts'

const letter = (input: ReplyInput, lead: string, blocks: readonly Block[]): Letter => ({
  tone: 'plain',
  greeting: greeting(input),
  lead,
  blocks: [{ kind: 'facts', facts: aboutFacts(input) }, ...blocks, contactSentence(input)],
  signature: signature(input),
})

/** A withdrawal that a person must confirm first. */
export const asksWithdrawal = (input: ReplyInput): Letter => {
  const standing = input.application?.standing ?? null
  const until = standing === null ? '' : `确认之前，${versionText(standing, input)}继续有效；`
  return letter(input, said(input, '撤回申请已收到，由{committee}确认。'), [
    paragraph(`${until}确认结果另行告知。`),
    ...whoseAsked(input),
  ])
}

const stillStands = (input: ReplyInput): string => {
  const standing = input.application?.standing ?? null
  return standing === null ? '' : `，${versionText(standing, input)}继续有效`
}

/** What came after a withdrawal is not withdrawn by it; where nothing did, how to apply again. */
function whatIsLeft(input: ReplyInput): readonly Block[] {
  const { standing = null, waits = false } = input.application ?? {}
  if (standing !== null) return [paragraph(`其后受理的${versionAt(standing, input)}继续有效，无需重新报送。`)]
  if (waits) return [paragraph(said(input, '其后报送的{form}仍待人工核验，结果另行告知。'))]
  if (!isOpen(input)) return []
  return [paragraph(said(input, `如需重新申报，请于${deadlineText(input) ?? '截止时间'}前按通知要求报送{form}。`))]
}

/** What a person made of a withdrawal. */
export const withdrawn = (input: ReplyInput): Letter =>
  input.decision.ended === true
    ? letter(
        input,
        said(input, '经{committee}确认，{you}的申报已撤回，此前报送的材料不再参加本次评审。'),
        whatIsLeft(input),
      )
    : letter(input, said(input, `经{committee}核实，撤回申请未予确认${stillStands(input)}。`), [])
