import { type Nouns, worded } from '../call/nouns.ts'
import type { CaseVerb } from '../desk/command.ts'
import type { ProblemCode } from '../judge/problem.ts'
import type { PersonCase } from './facts.ts'

/** How a verb is said to whoever reads it: as a line, or as the command's word. */
type Say = (verb: CaseVerb | 'roster', without?: 'form') => string

/** What staff do about a case before they decide, by its first problem that has an answer here. */
const ADVICE: Partial<Readonly<Record<ProblemCode, string | ((say: Say) => string)>>> = {
  'application.withdrawn': say =>
    `向{head}核实：确认撤回的${say('withdraw')}，此前的版本随即不再有效；不撤回的${say('stay')}。`,
  'file.unreadable': '打开原邮件附件核对；能看清的按内容决定，看不清的请{applicant}补发Word版。',
  'branch.unknown': say =>
    `核对是否确有该{applicant}：有的，${say('roster')}；名册中已有、只是写法不同的，受理时指明{applicant}；没有的，联系来信人更正。`,
  'branch.ambiguous': '联系来信人确认{applicant}，登记时指明。',
  'sender.changed': '致电{head}，确认是否为本{applicant}所发；确认的予以受理，新版本随即取代旧版本。',
  'sender.unauthenticated': '此件未作任何答复，来信地址可能是冒用的：请按通讯录致电核实，不要直接回复。',
  'sender.automatic': '此件未作任何答复：请打开原邮件，判断是否为{applicant}申报。',
  'sender.own': '此件由{committee}邮箱发出，未作答复：确为代{applicant}转交的，予以受理并告知{applicant}。',
  'deadline.uncertain':
    '邮件服务器记录的两个时间分处截止时间前后，或没有可信的时间：请查看原邮件信头，由{committee}决定是否按时。',
  'deadline.missed': '超过截止时间，是否受理请{committee}研究。',
}

const NO_FORM = (say: Say) =>
  `来件中没有填写好的{form}：请联系{applicant}补发；经研究仍要受理的${say('accept', 'form')}；此前有带{form}的版本的，仍以该版本为准。`

const LATE_EVIDENCE = (say: Say) => `列入评审材料的${say('file')}；不列入的${say('close')}。`
const DECLINED = (say: Say) => `向{applicant}核实：确不申报的${say('decline')}，不再催报；情况有变的${say('close')}。`

const UNMENDED = '退回时已告知改法，截止时仍未改正：是否受理请{committee}研究；可先联系{applicant}补正。'
const NO_TIME_LEFT = '按时收到，但截止前已来不及退回修改：请联系{applicant}补正，是否受理请{committee}研究。'

const UNCONFIRMED =
  '打开来件附件核对：所列材料已在其中的，予以受理；确实没有的，请{applicant}补发，是否受理请{committee}研究。'

/** A sentence for staff. */
export const adviceFor = (found: Advised, say: Say, nouns: Nouns): string => worded(adviceOn(found, say), nouns)

type Advised = Pick<PersonCase, 'codes' | 'outcome' | 'choices'>

const adviceOn = ({ codes, outcome, choices }: Advised, say: Say): string => {
  const advice = codes.map(code => ADVICE[code]).find(one => one !== undefined)
  if (advice !== undefined) return typeof advice === 'string' ? advice : advice(say)
  if (choices.includes('keep')) return LATE_EVIDENCE(say)
  if (choices.includes('withdraw')) return DECLINED(say)
  if (!choices.includes('accept')) return NO_FORM(say)
  if (outcome === 'returned') return UNMENDED
  if (codes.includes('deliverable.missing')) return UNCONFIRMED
  return codes.length === 0 ? '打开原邮件核对后决定。' : NO_TIME_LEFT
}
