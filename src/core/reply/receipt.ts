import type { Check } from '../eligibility/check.ts'
import { type Block, type Fact, type Letter, paragraph, section } from '../letter/letter.ts'
import { clean, quote } from '../text/quote.ts'
import { timeIn } from '../text/time.ts'
import { typeset } from '../text/typography.ts'
import { isHandedIn } from './addressees.ts'
import {
  aboutFacts,
  contactSentence,
  filesSection,
  greeting,
  isOpen,
  keptSection,
  overridingNote,
  papers,
  said,
  signature,
} from './parts.ts'
import type { ReplyInput } from './reply.ts'

const VERDICTS: Readonly<Record<Check['verdict'], string>> = { pass: '符合', review: '待核实', fail: '经审定' }
const NOTE_LIMIT = 60
/** What a note asks of staff is not the applicant's to do. */
const FOR_STAFF = /[，,；;]?请(?:人工)?(?:核对|核实|核验)[^，,；;。]*(?=。?$)/

/** It came without a form, and a version with one goes on standing. */
const outweighedBy = ({ application, decision }: ReplyInput): number | null => {
  const { version = null, standing = null } = application ?? {}
  const isOutweighed = decision.withoutForm === true && standing !== null && standing.version !== version
  return isOutweighed ? standing.version : null
}

/** Received earlier, but judged later than the version that stands. */
const overtakenBy = ({ application }: ReplyInput): number | null => {
  const { version = null, standing = null } = application ?? {}
  return version !== null && standing !== null && standing.version > version ? standing.version : null
}

const lead = (input: ReplyInput): string => {
  const { application } = input
  const newer = overtakenBy(input)
  if (newer !== null) return `${papers(input)}已受理；此后收到的第${newer}版也已受理，以第${newer}版为准。`
  if (application?.identical) {
    const standing = application.standing ?? application.replaces
    const which = standing === null ? '已受理的版本' : `已受理的第${standing.version}版`
    return `本次文件与${which}完全相同，受理结果不变。`
  }
  const withForm = outweighedBy(input)
  if (withForm !== null)
    return said(input, `来件中没有{form}，经{committee}审核已登记；此前已受理的第${withForm}版{form}继续有效。`)
  const lacking = input.decision.withoutForm === true ? said(input, '（未附{form}）') : ''
  const by = input.decided?.byPerson ? said(input, '经{committee}审核，') : ''
  return `${by}${papers(input)}${lacking}已受理，无需再次发送。`
}

const numberFacts = ({ application }: ReplyInput): readonly Fact[] =>
  application === null ? [] : [{ label: '受理编号', value: clean(application.number) }]

const versionFacts = ({ application, decision, service }: ReplyInput): readonly Fact[] => {
  const { version = null, replaces = null, identical = false } = application ?? {}
  if (version === null) return []
  if (replaces === null || identical) return [{ label: '材料版本', value: `第${version}版` }]
  const before = `第${replaces.version}版（${timeIn(replaces.receivedAt, service.timezone)}收到）`
  // What the earlier version brought and this one didn't still counts.
  const isAdded = (decision.kept ?? []).length > 0
  return [{ label: '材料版本', value: `第${version}版，${isAdded ? `在${before}基础上补充更新` : `替换${before}`}` }]
}

const checkFact = ({ id, verdict, note }: Check, titles: ReadonlyMap<string, string>): Fact => {
  const said = verdict === 'review' ? quote(note.replace(FOR_STAFF, ''), NOTE_LIMIT) : ''
  return { label: VERDICTS[verdict], value: typeset(`${titles.get(id) ?? id}${said === '' ? '' : `。${said}`}`) }
}

const checksSection = (input: ReplyInput): readonly Block[] => {
  const { decision, call } = input
  const checks = decision.checks ?? []
  if (checks.length === 0) return []
  const titles = new Map(call?.checks.map(({ id, title }) => [id, title]))
  return section('申报条件初步核对', [
    { kind: 'facts', facts: checks.map(check => checkFact(check, titles)) },
    paragraph(said(input, '以上为系统根据{form}内容所作的初步核对，最终以{committee}审核意见为准。')),
    ...reviewSentence(checks, input),
  ])
}

/** 现实表现 is the committee's to verify; elsewhere the form may lack something that the branch could still add. */
const reviewSentence = (checks: readonly Check[], input: ReplyInput): readonly Block[] => {
  const reviewed = checks.filter(({ verdict }) => verdict === 'review')
  if (reviewed.length === 0) return []
  if (!isOpen(input) || reviewed.every(({ id }) => id === 'conduct'))
    return [paragraph(said(input, '“待核实”的内容由{committee}审核，{you}无需另行操作。'))]
  return [paragraph(said(input, '“待核实”的内容由{committee}审核。材料中确有遗漏的，可在截止时间前补充后重新报送。'))]
}

const remarksSection = ({ decision: { remarks } }: ReplyInput): readonly Block[] =>
  section(
    '提示',
    remarks.length === 0 ? [] : [{ kind: 'list', lines: remarks.map(remark => typeset(quote(remark, 200))) }],
  )

const FOLLOWS = '受理仅表示材料已按要求收到；截止后由{committee}组织审核，结果另行通知。'

const UPDATE = '如需更新，请在截止时间前直接回复本邮件并附上新的{form}，以截止时间前最后一次受理的为准。'
const UPDATE_ALONE = '如需更新，请在截止时间前按通知规定的主题发送新邮件，以截止时间前最后一次受理的为准。'
const UPDATE_PART =
  '如需更新，请在截止时间前直接回复本邮件并附上有更新的材料，其余材料无需重新发送；每份材料以截止时间前最后一次受理的为准。'
const NO_UPDATE = '申报已截止，不再接收新的版本。'
const HANDED_IN = '该材料由{committee}工作邮箱转交登记，特此告知{you}。'

function howToUpdate(input: ReplyInput): string {
  if (!isOpen(input)) return NO_UPDATE
  if (input.amongOthers) return UPDATE_ALONE
  return (input.call?.deliverables.length ?? 0) > 1 ? UPDATE_PART : UPDATE
}

/** 受理: what was taken, as the sender's proof; nothing to do. */
export const receipt = (input: ReplyInput): Letter => ({
  tone: 'done',
  greeting: greeting(input),
  lead: lead(input),
  blocks: [
    { kind: 'facts', facts: [...numberFacts(input), ...aboutFacts(input), ...versionFacts(input)] },
    ...filesSection(input),
    ...keptSection(input),
    ...checksSection(input),
    ...remarksSection(input),
    ...overridingNote(input),
    ...(isHandedIn(input.decision) ? [paragraph(said(input, HANDED_IN))] : []),
    paragraph(said(input, FOLLOWS)),
    paragraph(said(input, howToUpdate(input))),
    contactSentence(input),
  ],
  signature: signature(input),
})
