import type { Call } from '../call/call.ts'
import { ARCHIVE, nounsOf, worded } from '../call/nouns.ts'
import { applicantOf, type Decision } from '../judge/decision.ts'
import { isKnown, targetOf } from '../judge/findings/naming-findings.ts'
import type { Problem } from '../judge/problem.ts'
import { isArchiveName } from '../judge/problem-text.ts'
import { type Block, type Letter, paragraph, section } from '../letter/letter.ts'
import { clean } from '../text/quote.ts'
import { isByPerson, isIncomplete, lacks, type Matter, matterOf } from './matter.ts'
import { likelyTargets, namesAsked, rightNames, SUBJECT } from './names.ts'
import {
  contactSentence,
  deadlineText,
  greeting,
  overridingNote,
  papers,
  problemsToTell,
  QUESTION_PASSED_ON,
  reasonSection,
  receivedFact,
  said,
  signature,
  standingNote,
  waitingNote,
} from './parts.ts'
import { problemItems } from './problem-items.ts'
import type { ReplyInput } from './reply.ts'

/** What is to come with the answer. */
const toAttach = (input: ReplyInput): string => {
  const mended = input.decision.problems.some(isArchiveName) ? ARCHIVE : '{form}'
  return said(input, `${mended}${lacks(input) ? '和所缺材料' : ''}`)
}

const stands = ({ application }: ReplyInput): boolean => (application?.standing ?? null) !== null

const lead = (input: ReplyInput): string => {
  const deadline = deadlineText(input)
  const until = deadline === null ? '' : `于${deadline}前`
  switch (matterOf(input)) {
    case 'apart':
      return said(input, `一封邮件中有多个{applicant}的{form}，请${until}分别发送。`)
    case 'question':
      return said(input, `${QUESTION_PASSED_ON}来信没有附{form}${stands(input) ? '' : `，请${until}报送`}。`)
    case 'form':
      return said(input, `没有收到填写好的{form}，请${until}补发。`)
    case 'format':
      return said(input, `收到的文件格式不符合要求，请${until}改发{form}。`)
    case 'papers':
      return `${papers(input)}尚不齐全，请${until}补发所缺材料。`
    case 'subject':
      return `${papers(input)}的邮件主题不符合通知要求，请${until}重新发送。`
    case 'names':
      return `${papers(input)}的${namesWrong(input)}不符合通知要求，请${until}改名后重新发送。`
    case 'content': {
      const by = isByPerson(input) ? said(input, '经{committee}审核，') : ''
      return `${by}${papers(input)}需要修改，请${deadline === null ? '修改后' : `于${deadline}前`}重新发送。`
    }
  }
}

const namesWrong = ({ decision: { problems } }: ReplyInput): string => {
  const file = problems.some(isArchiveName) ? `${ARCHIVE}名` : '文件名'
  return problems.some(({ code }) => code.startsWith('subject.')) ? `邮件主题和${file}` : file
}

const SUBJECT_STAYS = '回复时自动带出的主题就是正确的，无需改动。'

/** A mail in our thread is of the thread's applicant: where that is not known, only a new mail helps. */
const howToSend = (input: ReplyInput): Block => {
  const { call, decision } = input
  if (call === null) return paragraph('请按通知要求修改后重新发送。')
  const applicant = applicantOf(decision)
  if (applicant === null) return paragraph(said(input, `改好后请发送新邮件${asListed(call, decision)}。`))
  const matter = matterOf(input)
  if (matter === 'apart' || input.amongOthers === true || isOneOfSeveral(decision))
    return paragraph(said(input, apart(input, call)))
  if (decision.problems.some(({ code }) => code === 'branch.mismatch')) {
    return paragraph(
      `${said(input, '{applying}')}确为“${clean(applicant.shown, 80)}”的，${`改好后直接回复本邮件并附上${toAttach(input)}`}；不是的，请发送新邮件。`,
    )
  }
  const isRight = isKnown(targetOf(call, decision), call.naming.subject)
  return paragraph(`${said(input, HOW[matter](input))}${isRight ? `；${SUBJECT_STAYS}` : '。'}`)
}

const isOneOfSeveral = ({ problems }: Decision): boolean => problems.some(({ code }) => code === 'application.several')

/** In answer to our letter. */
const HOW: Readonly<Record<Exclude<Matter, 'apart'>, (input: ReplyInput) => string>> = {
  question: input => `${stands(input) ? '如需更新，' : ''}请直接回复本邮件并附上填写好的{form}`,
  form: () => '请直接回复本邮件并附上填写好的{form}',
  format: () => '请直接回复本邮件并附上填写好的{form}',
  papers: () => '请直接回复本邮件并附上所缺材料',
  subject: () => '{form}无需修改，请直接回复本邮件并再次附上{form}',
  names: input => `{form}内容无需修改，改名后直接回复本邮件并附上${toAttach(input)}`,
  content: input => `改好后直接回复本邮件并附上${toAttach(input)}`,
}

/** One of several in a mail: where names don't tell them apart, the papers do. */
const apart = (input: ReplyInput, call: Call): string =>
  isIncomplete(input)
    ? `请发送新邮件并附上所缺材料${asBelow(call)}。`
    : `请为该项申报单独发送一封新邮件，只附该项的{form}${asBelow(call)}。`

const asBelow = (call: Call): string => (namesAsked(call) === '' ? '' : `，${namesAsked(call)}按下文所列`)

/** What we could not read or tell is nobody's to mend: a person looks at it. */
const isOurs = ({ code, seen, expected }: Problem): boolean =>
  code === 'file.unreadable' ||
  (code === 'deliverable.missing' && seen !== null) ||
  (code === 'branch.unknown' && expected === null)

/** To a question there is nothing to mend, nor of what only must come apart. */
const NOTHING_WRONG: readonly Matter[] = ['question', 'apart']

const problemsSection = (input: ReplyInput): readonly Block[] => {
  if (NOTHING_WRONG.includes(matterOf(input))) return []
  const nouns = nounsOf(input.call)
  const problems = problemsToTell(input)
  const items = problemItems(
    problems.filter(one => !isOurs(one)),
    { label: '怎么改', nouns },
  )
  const open = problemItems(problems.filter(isOurs), { label: '建议', nouns })
  const title = isIncomplete(input) ? '需要补充的材料' : '需要修改的地方'
  return [
    ...section(`${title}（共${items.length}处）`, items.length === 0 ? [] : [{ kind: 'items', items }]),
    ...section(said(input, '由{committee}核对的内容'), open.length === 0 ? [] : [{ kind: 'items', items: open }]),
  ]
}

const namesSection = (input: ReplyInput): readonly Block[] => {
  const { call, decision } = input
  if (call === null) return []
  const targets = likelyTargets(call, decision)
  const whose = (name: string | null) => (targets.length > 1 ? `（${name}）` : '')
  const isAdded = isIncomplete(input) && applicantOf(decision) !== null && input.amongOthers !== true
  const names = targets.flatMap(({ to, name }) =>
    rightNames(to, decision).map(one => ({ label: `${one.of}${whose(name)}`, value: one.name })),
  )
  const copied = isAdded ? names.filter(({ label }) => label.startsWith(SUBJECT)) : names
  return section(
    `正确的${isAdded ? '主题' : namesAsked(call)}（${howToCopy(call, decision)}）`,
    copied.map(one => copy(one.label, one.value)),
  )
}

const howToCopy = (call: Call, decision: Decision): string => {
  const targets = likelyTargets(call, decision)
  if (targets.length > 1) return worded('选本{applicant}的一组复制', call.nouns)
  const isWhole = targets.every(({ to }) => rulesOf(call).every(rule => isKnown(to, rule)))
  return isWhole
    ? '可直接复制'
    : worded(`复制后将括号处换成${openWord(call, applicantOf(decision) !== null)}`, call.nouns)
}

const rulesOf = ({ naming: { subject, file, archive } }: Call) => [subject, archive ?? file]

/** What must stand where something is open. */
const openWord = ({ applicant }: Call, isNamed = false): string =>
  applicant.inRoster && !isNamed ? '{fullName}' : '实际内容'

/** While it is open who applies: what of the names below the sender puts in. */
function asListed(call: Call, decision: Decision): string {
  const targets = likelyTargets(call, decision)
  if (namesAsked(call) === '') return ''
  const other = `；其中{applicant}${targets.length > 1 ? '均' : ''}不是本{applicant}的，换成{fullName}`
  const isNamed = targets.some(({ name }) => name !== null)
  const isWhole = targets.every(({ to }) => rulesOf(call).every(rule => isKnown(to, rule)))
  const open = isWhole ? '' : `，其中括号处换成${openWord(call, isNamed)}`
  return `，${namesAsked(call)}按下文所列${isNamed ? other : open}`
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
    ...waitingNote(input),
    ...problemsSection(input),
    ...namesSection(input),
    { kind: 'facts', facts: [receivedFact(input)] },
    contactSentence(input, matterOf(input) !== 'question'),
  ],
  signature: signature(input),
})
