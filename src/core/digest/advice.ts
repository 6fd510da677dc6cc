import type { CaseVerb } from '../desk/command.ts'
import type { ProblemCode } from '../judge/problem.ts'
import type { PersonCase } from './facts.ts'

/** How a verb is said to whoever reads it: as a line, or as the command's word. */
export type Say = (verb: CaseVerb) => string

/** What staff do about a case before they decide, by its first problem that has an answer here. */
const ADVICE: Partial<Readonly<Record<ProblemCode, string | ((say: Say) => string)>>> = {
  'application.withdrawn': say =>
    `向支部书记核实：确认撤回的${say('withdraw')}，此前的版本随即不再有效；不撤回的${say('stay')}。`,
  'file.unreadable': '打开原邮件附件核对；能看清的按内容决定，看不清的请支部补发Word版。',
  'branch.unknown': '核对是否确有该支部：有的，由管理员补入名册或登记时指明支部；没有的，联系来信人更正。',
  'branch.ambiguous': '联系来信人确认支部，登记时指明。',
  'sender.changed': '致电支部书记，确认是否为本支部所发；确认的予以受理，新版本随即取代旧版本。',
  'sender.unauthenticated': '此件未作任何答复，来信地址可能是冒用的：请按通讯录致电核实，不要直接回复。',
  'sender.automatic': '此件未作任何答复：请打开原邮件，判断是否为支部申报。',
  'sender.own': '此件由学院党委邮箱发出，未作答复：确为代支部转交的，予以受理并告知支部。',
  'deadline.uncertain':
    '邮件服务器记录的两个时间分处截止时间前后，或没有可信的时间：请查看原邮件信头，由学院党委决定是否按时。',
  'deadline.missed': '超过截止时间，是否受理请学院党委研究。',
}

const NO_FORM = '来件中没有填写好的申报书，不能受理：请联系支部说明情况后再定。'

const LATE_EVIDENCE = (say: Say) => `列入评审材料的${say('file')}；不列入的${say('close')}。`
const DECLINED = (say: Say) => `向支部核实：确不申报的${say('decline')}，不再催报；情况有变的${say('close')}。`

const UNMENDED = '退回时已告知改法，截止时仍未改正：是否受理请学院党委研究；可先联系支部补正。'
const NO_TIME_LEFT = '按时收到，但截止前已来不及退回修改：请联系支部补正，是否受理请学院党委研究。'

/** A sentence for staff. */
export const adviceFor = (
  { codes, outcome, choices }: Pick<PersonCase, 'codes' | 'outcome' | 'choices'>,
  say: Say,
): string => {
  const advice = codes.map(code => ADVICE[code]).find(one => one !== undefined)
  if (advice !== undefined) return typeof advice === 'string' ? advice : advice(say)
  if (choices.includes('keep')) return LATE_EVIDENCE(say)
  if (choices.includes('withdraw')) return DECLINED(say)
  if (!choices.includes('accept')) return NO_FORM
  if (outcome === 'returned') return UNMENDED
  return codes.length === 0 ? '打开原邮件核对后决定。' : NO_TIME_LEFT
}
