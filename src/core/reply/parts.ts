import { nounsOf, signedBy, worded } from '../call/nouns.ts'
import { applicantOf, broughtBy, type JudgedDocument, type Outcome } from '../judge/decision.ts'
import { OUTCOME_NAMES } from '../judge/outcome-names.ts'
import type { Problem } from '../judge/problem.ts'
import { type Block, type Fact, type Item, paragraph, section } from '../letter/letter.ts'
import { clean, quote } from '../text/quote.ts'
import { formatSize } from '../text/size.ts'
import { type Precision, timeIn, zonedTime } from '../text/time.ts'
import { SENT_BY_US } from '../words/our-letters.ts'
import type { ReplyInput } from './reply.ts'

const FILES_SHOWN = 20

/** How people read who applies; null while that is open. */
const nameOf = ({ decision }: Pick<ReplyInput, 'decision'>): string | null => {
  const applicant = applicantOf(decision)
  return applicant === null ? null : clean(applicant.shown, 80)
}

export const greeting = (input: ReplyInput): string => {
  const name = nameOf(input)
  return name === null ? '您好！' : `${name}：`
}

/** A sentence with the nouns of its call. */
export const said = ({ call }: Pick<ReplyInput, 'call'>, sentence: string): string => worded(sentence, nounsOf(call))

/** Whose: 你支部, 您的, 你的. */
const yours = ({ call }: Pick<ReplyInput, 'call'>): string => {
  const { you } = nounsOf(call)
  return /^[你您]$|们$/.test(you) ? `${you}的` : you
}

/** How the sender's papers are spoken of; that they had been accepted is said where other rules make something else of them. */
export const papers = ({ call, decision, decided }: ReplyInput): string => {
  const whose = applicantOf(decision) === null ? '您发来的' : yours({ call })
  const rejudged = decided !== null && !decided.byPerson && !decided.corrects
  const wasAccepted = rejudged && decided.before === 'accepted' && decision.outcome !== 'accepted'
  return `${whose}${wasAccepted ? '此前已受理的' : ''}申报材料`
}

/** Whether a new version may still come. */
export const isOpen = ({ call, composedAt }: ReplyInput): boolean => call === null || composedAt < call.deadline

/** The same where perhaps none came. */
export const mailOrPapers = (input: ReplyInput): string => {
  const isBare = input.decision.problems.some(({ code }) => code === 'file.missing' || code === 'file.link')
  if (!isBare) return papers(input)
  return applicantOf(input.decision) === null ? '您的来信' : `${yours(input)}来信`
}

/** Who writes and when, as official letters end: the university's and the unit's name, the day. */
export const signature = ({ call, composedAt, service }: Pick<ReplyInput, 'call' | 'composedAt' | 'service'>) => [
  call === null ? service.from.name || contactOf(service) : signedBy(call),
  timeIn(composedAt, service.timezone, 'day'),
  `联系方式：${contactOf(service)}`,
  SENT_BY_US,
]

/** «学院党委办公室, 0411-84700000» within a sentence. */
export const contactOf = ({ contact }: Pick<ReplyInput['service'], 'contact'>): string => {
  const [, office, telephone] =
    /^(.+?)[\s,，、;；:：]*(?:电话|联系电话)?[:：]?\s*([+\d][\d\s()+-]{6,30})$/.exec(contact) ?? []
  return office === undefined ? contact : `${office}（电话：${telephone?.trim()}）`
}

export const deadlineText = ({ call, service }: ReplyInput): string | null =>
  call === null ? null : zonedTime(call.deadline, service.timezone)

export const receivedFact = ({ decision, service }: ReplyInput): Fact => ({
  label: '收到时间',
  value: decision.receivedAt === null ? '待核实' : zonedTime(new Date(decision.receivedAt), service.timezone, 'second'),
})

/** What the submission is about and both times. */
export function aboutFacts(input: ReplyInput, precision: Precision = 'minute'): readonly Fact[] {
  const { call, service } = input
  const name = nameOf(input)
  return [
    ...(call === null ? [] : [{ label: '通知名称', value: call.title }]),
    ...(name === null ? [] : [{ label: said(input, '{applying}'), value: name }]),
    receivedFact(input),
    ...(call === null ? [] : [{ label: '截止时间', value: zonedTime(call.deadline, service.timezone, precision) }]),
  ]
}

/** Beside a form whatever else came is kept, and nobody asks for it; what was accepted although the machine could not read it was read by a person. */
const fileTitle = (
  document: Pick<JudgedDocument, 'name' | 'isForm' | 'status' | 'deliverable'>,
  input: ReplyInput,
): string => {
  const { name, isForm, status, deliverable } = document
  const { call, decision, decided } = input
  const { outcome, documents, relation } = decision
  if (relation === 'evidence' && status !== 'opened') return '佐证材料'
  if (isForm) return nounsOf(call).form
  const asked = call?.deliverables.find(({ id, reads }) => id === deliverable && reads !== 'form')
  if (asked !== undefined) return asked.title
  if (status === 'opened') return '压缩包（已打开）'
  if (status === 'read' && decision.problems.some(one => one.code === 'file.unreadable' && one.seen === name))
    return '待核对的文件'
  if (status !== 'unreadable' || documents.some(one => one.isForm)) return '其他附件（已留存）'
  if (outcome === 'accepted') return decided?.byPerson ? '经人工核验的文件' : '其他附件（已留存）'
  return '系统未能读取的文件'
}

const fileItem = (document: JudgedDocument, input: ReplyInput): Item => ({
  title: fileTitle(document, input),
  facts: [
    { label: '文件名', value: quote(document.name) || '（文件名缺失）', exact: true },
    { label: '大小', value: formatSize(document.bytes) },
    { label: 'SHA-256', value: clean(document.sha256, 64), exact: 'line' },
  ],
})

/** Each file as it came: the sender's proof of what was handed in. */
export function filesSection(input: ReplyInput): readonly Block[] {
  const documents = broughtBy(input.decision)
  if (documents.length === 0) return []
  const rest = documents.length - FILES_SHOWN
  const items: Block = { kind: 'items', items: documents.slice(0, FILES_SHOWN).map(one => fileItem(one, input)) }
  return section('收到的文件', [
    items,
    ...(rest > 0 ? [paragraph(`另有${rest}个文件，未逐一列出。`)] : []),
    paragraph('SHA-256是文件的校验码，用于证明收到的是哪一份文件，无需处理。'),
  ])
}

/** What earlier mails brought and this one did not replace. */
export function keptSection(input: ReplyInput): readonly Block[] {
  const { kept = [] } = input.decision
  const items = kept.slice(0, FILES_SHOWN).map(document => ({
    title: fileTitle(document, input),
    facts: [{ label: '文件名', value: quote(document.name) || '（文件名缺失）', exact: true } as const],
  }))
  return section('此前收到、继续有效的文件', items.length === 0 ? [] : [{ kind: 'items', items }])
}

/** For a submission that was not accepted while an accepted version stands; `more` ends the sentence. */
export function standingNote({ application, decision, service }: ReplyInput, more = ''): readonly Block[] {
  const standing = application?.standing ?? null
  // Nothing about the branch's application for somebody who may not be of the branch.
  if (standing === null || decision.problems.some(({ code }) => code === 'sender.changed')) return []
  return [paragraph(`${versionText(standing, { service })}继续有效，不受本次来信影响${more}。`)]
}

/** The same where none was accepted yet, and one waits for a person. */
export const waitingNote = (input: ReplyInput): readonly Block[] =>
  input.application?.waits === true && input.application.standing === null
    ? [paragraph(said(input, '此前报送的{form}仍待人工核验，不受本次来信影响，结果另行告知。'))]
    : []

type Version = { readonly version: number; readonly receivedAt: Date }

/** «第1版（5月16日收到）». */
export const versionAt = ({ version, receivedAt }: Version, { service }: Pick<ReplyInput, 'service'>): string =>
  `第${version}版（${timeIn(receivedAt, service.timezone)}收到）`

export const versionText = (version: Version, service: Pick<ReplyInput, 'service'>): string =>
  `此前已受理的${versionAt(version, service)}`

const FINAL: readonly (Outcome | null)[] = ['accepted', 'returned', 'rejected']

/** The thread may hold an answer that said otherwise. A correction begins with that. */
export function overridingNote(input: ReplyInput): readonly Block[] {
  const { decided, decision } = input
  if (decided === null || decided.corrects) return []
  const { before, reason } = decided
  if (before !== null && before !== decision.outcome && FINAL.includes(before))
    return [paragraph(`该件此前的处理结果为“${OUTCOME_NAMES[before]}”，现以本邮件为准。`)]
  const mayDiffer = reason !== null || (decided.byPerson && !isOpen(input))
  return mayDiffer ? [paragraph('此前对该件如已有答复，以本邮件为准。')] : []
}

export const QUESTION_PASSED_ON = '来信中的问题已转工作人员。'

/** The machine answers no question: it says who got it. */
export const passedOn = ({ decision }: ReplyInput): string =>
  decision.question === undefined ? '' : QUESTION_PASSED_ON

/** `tellsWho`: unless that was said before. */
export const contactSentence = (input: ReplyInput, tellsWho = true): Block =>
  paragraph(`${tellsWho ? passedOn(input) : ''}如有疑问，请联系${contactOf(input.service)}。`)

const REASON_LIMIT = 1000

/** What a person wrote for the sender when deciding. */
export const reasonSection = ({ decided }: ReplyInput, title: string): readonly Block[] =>
  decided === null || decided.reason === null ? [] : section(title, [paragraph(clean(decided.reason, REASON_LIMIT))])

/** What a person has looked into is no longer told as doubtful. */
const settledByPerson = ({ code }: Problem): boolean =>
  /^(?:deadline|sender)\.|^branch\.(?:excluded|unknown|ambiguous)/.test(code)

/** The problems to tell of. */
export const problemsToTell = ({ decided, decision: { problems } }: ReplyInput): readonly Problem[] =>
  decided === null || decided.reason === null ? problems : problems.filter(problem => !settledByPerson(problem))

/** Of a mail that names none of several: it tells nobody which is meant. */
export const whoseAsked = (input: ReplyInput): readonly Block[] =>
  applicantOf(input.decision) === null
    ? [paragraph(said(input, '来信未写明是哪个{applicant}的申报，请回复本邮件写明{fullName}。'))]
    : []
