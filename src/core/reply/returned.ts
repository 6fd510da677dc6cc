import { type Nouns, nounsOf, worded } from '../call/nouns.ts'
import type { ProblemCode } from '../judge/problem.ts'
import { type Block, type Letter, paragraph, section } from '../letter/letter.ts'
import { bearsApplicant } from '../naming/expected.ts'
import { clean } from '../text/quote.ts'
import { likelyBranches, rightFileName, rightSubject, severalBranches } from './names.ts'
import {
  contactSentence,
  deadlineText,
  greeting,
  overridingNote,
  papers,
  problemsToTell,
  reasonSection,
  receivedFact,
  said,
  signature,
  standingNote,
} from './parts.ts'
import { problemItems } from './problem-items.ts'
import type { ReplyInput } from './reply.ts'

/** Nothing came that could be mended. */
const MISSING: readonly ProblemCode[] = ['file.missing', 'file.link', 'form.blank']

/** A person who returns something says why. */
const isByPerson = ({ decided }: ReplyInput): boolean => decided !== null && decided.reason !== null

const hasNoForm = (input: ReplyInput): boolean => {
  const { problems } = input.decision
  return !isByPerson(input) && problems.length === 1 && problems.every(({ code }) => MISSING.includes(code))
}

const isSubjectOnly = (input: ReplyInput): boolean => {
  const { problems } = input.decision
  return !isByPerson(input) && problems.length > 0 && problems.every(({ code }) => code.startsWith('subject.'))
}

const lead = (input: ReplyInput): string => {
  const deadline = deadlineText(input)
  const until = deadline === null ? '' : `于${deadline}前`
  if (hasNoForm(input)) return said(input, `没有收到填写好的{form}，请${until}补发。`)
  if (isSubjectOnly(input)) return `${papers(input)}的邮件主题不符合通知要求，请${until}重新发送。`
  const by = isByPerson(input) ? said(input, '经{committee}审核，') : ''
  return `${by}${papers(input)}需要修改，请${deadline === null ? '修改后' : `于${deadline}前`}重新发送。`
}

const SUBJECT_STAYS = '回复时自动带出的主题就是正确的，无需改动。'

/** A mail in our thread is of the thread's branch: where that is not known, only a new mail helps. */
const howToSend = (input: ReplyInput): Block => {
  const { call, decision } = input
  if (call === null) return paragraph('请按通知要求修改后重新发送。')
  if (severalBranches(decision).length > 0)
    return paragraph(said(input, '请各{applicant}分别发送新邮件，主题和文件名按下文所列。'))
  if (decision.branch === null) {
    const branches = likelyBranches(call, decision)
    const isOpen = branches[0] === null && bearsApplicant(call.naming.subject, call)
    const other = `；所列{applicant}${branches.length > 1 ? '均' : ''}不是本{applicant}的，换成{fullName}`
    return paragraph(
      said(input, `改好后请发送新邮件，主题和文件名按下文所列${isOpen ? '，其中括号处换成{fullName}' : other}。`),
    )
  }
  if (input.amongOthers === true || decision.problems.some(({ code }) => code === 'application.several'))
    return paragraph(said(input, '请为该项申报单独发送一封新邮件，只附该项的{form}，主题和文件名按下文所列。'))
  if (decision.problems.some(({ code }) => code === 'branch.mismatch')) {
    return paragraph(
      `${said(input, '{applying}')}确为“${clean(decision.branch.name, 80)}”的，${said(input, '改好后直接回复本邮件并附上{form}')}；不是的，请发送新邮件。`,
    )
  }
  if (hasNoForm(input)) return paragraph(said(input, `请直接回复本邮件并附上填写好的{form}；${SUBJECT_STAYS}`))
  if (isSubjectOnly(input))
    return paragraph(said(input, `{form}无需修改，请直接回复本邮件并再次附上{form}；${SUBJECT_STAYS}`))
  return paragraph(said(input, `改好后直接回复本邮件并附上{form}；${SUBJECT_STAYS}`))
}

const problemsSection = (input: ReplyInput): readonly Block[] => {
  const items = problemItems(problemsToTell(input), { label: '怎么改', nouns: nounsOf(input.call) })
  return section(`需要修改的地方（共${items.length}处）`, items.length === 0 ? [] : [{ kind: 'items', items }])
}

const namesSection = ({ call, decision }: ReplyInput): readonly Block[] => {
  if (call === null) return []
  const branches = likelyBranches(call, decision)
  const several = branches.length > 1
  return section(
    `正确的主题和文件名（${bearsApplicant(call.naming.subject, call) ? howToCopy(branches, call.nouns) : '可直接复制'}）`,
    branches.flatMap(branch => [
      copy(`邮件主题${several ? `（${branch}）` : ''}`, rightSubject(call, branch)),
      copy(`${call.nouns.form}文件名${several ? `（${branch}）` : ''}`, rightFileName(call, branch, decision)),
    ]),
  )
}

const howToCopy = (branches: readonly (string | null)[], nouns: Nouns): string => {
  if (branches.length > 1) return worded('选本{applicant}的一组复制', nouns)
  return branches[0] === null ? worded('复制后将括号处换成{fullName}', nouns) : '可直接复制'
}

const copy = (label: string, value: string): Block => ({ kind: 'copy', label, value })

/** 退回修改: what to mend, how and until when. */
export const returned = (input: ReplyInput): Letter => ({
  tone: 'act',
  greeting: greeting(input),
  lead: lead(input),
  blocks: [
    howToSend(input),
    ...standingNote(input, '；不再更新材料的，无需重新发送'),
    ...overridingNote(input),
    ...reasonSection(input, said(input, '{committee}审核意见')),
    ...problemsSection(input),
    ...namesSection(input),
    { kind: 'facts', facts: [receivedFact(input)] },
    contactSentence(input),
  ],
  signature: signature(input),
})
