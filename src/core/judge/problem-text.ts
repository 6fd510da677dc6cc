import { ARCHIVE, type Nouns, PLAIN_NOUNS, worded } from '../call/nouns.ts'
import type { WhyUnreadable } from '../document/document.ts'
import { quote } from '../text/quote.ts'
import { ELIGIBILITY_WORDS } from '../words/eligibility-words.ts'
import type { KnownCode, Problem, ProblemCode } from './problem.ts'

/**
 * `detail`: for `file.unreadable` a `WhyNotRead`, for `file.format` what came instead, for `branch.ambiguous` what is not
 * known, for `deliverable.missing` that nothing came, for a placeholder that it is another part's, for `eligibility.*` the check's note; nothing else reads it.
 */
export type ProblemFacts = {
  readonly seen?: string | null
  readonly expected?: string | null
  readonly detail?: string
}

type Wording = { readonly title: string; readonly remedy: string }

const WORDINGS: Readonly<Record<KnownCode, Wording>> = {
  'subject.missing': { title: '邮件没有主题', remedy: '发送新邮件的，请按“应为”所列填写主题。' },
  'subject.pattern': { title: '邮件主题不符合通知要求', remedy: '发送新邮件的，请按“应为”所列填写主题。' },
  'subject.placeholder': {
    title: '邮件主题未写明{applicant}名称',
    remedy: '发送新邮件的，请将主题中的“XX”等字样换成{fullName}。',
  },
  'file.missing': {
    title: '邮件中没有{form}',
    remedy: '请将填写好的{form}作为附件发送，正文中的文字、图片不能代替附件。',
  },
  'file.name': { title: '{form}文件名不符合通知要求', remedy: '请将{form}文件名改为“应为”所列名称。' },
  'file.placeholder': {
    title: '{form}文件名未写明{applicant}名称',
    remedy: '请将文件名中的“XX”等字样换成{fullName}。',
  },
  'file.format': {
    title: '{form}文件格式不符合要求',
    remedy: '请发送{form}的Word或WPS原文件（可另存为docx格式）。',
  },
  'file.several': { title: '邮件中有多份内容不同的{form}', remedy: '请只附一份最终定稿的{form}。' },
  'file.link': {
    title: '只收到下载链接，没有收到文件',
    remedy: '请将{form}作为普通附件发送，不要使用云附件、超大附件或网盘链接。',
  },
  'file.unreadable': {
    title: '系统未能读取文件',
    remedy: '请另附一份能正常打开的Word版{form}（docx格式）。',
  },
  'branch.unknown': { title: '{applicant}名称与名册不一致', remedy: '请核对{applicant}全称，以{roster}中的名称为准。' },
  'branch.ambiguous': { title: '系统未能确定{applying}或通知', remedy: '请在邮件主题中写明{fullName}。' },
  'branch.mismatch': {
    title: '申报材料中的{applicant}名称不一致',
    remedy: '请核对邮件主题、文件名和{form}中的{applicant}名称，统一改为{fullName}。',
  },
  'branch.excluded': {
    title: '不在本次推荐范围',
    remedy: '经{committee}研究，不在本次推荐范围。如有疑问，请与{committee}联系。',
  },
  'deadline.missed': { title: '超过截止时间', remedy: '如对收到时间有异议，请与{committee}联系。' },
  'deadline.uncertain': {
    title: '收到时间需人工核实',
    remedy: '请保留原邮件的发送记录，以备核实；无需重新发送。',
  },
  'form.absent': { title: '附件不是本次{form}', remedy: '请使用通知所附的{form}模板，填写后作为附件发送。' },
  'form.blank': { title: '{form}尚未填写', remedy: '收到的是空白模板，请附上填写好的{form}。' },
  'form.outdated': { title: '{form}不是本次通知的版本', remedy: '请改用本次通知所附的{form}模板填写。' },
  'form.field-missing': { title: '{form}有必填内容未填写', remedy: '请补填所列内容。' },
  'form.placeholder': {
    title: '{form}中的{applicant}名称未填写完整',
    remedy: '请将{form}中的“XX”等字样换成{fullName}。',
  },
  'deliverable.missing': { title: '', remedy: '请补发该材料；已收到的材料无需重新发送。' },
  'application.withdrawn': { title: '来信要求撤回申报', remedy: '撤回申请由{committee}确认，请留意后续通知。' },
  'application.several': {
    title: '一封邮件中有多个{applicant}的{form}',
    remedy: '请各{applicant}分别发送邮件，每封邮件只附本{applicant}的{form}。',
  },
  'sender.unauthenticated': { title: '发件人身份未通过验证', remedy: '请使用本人邮箱重新发送，或与{committee}联系。' },
  'sender.automatic': { title: '邮件由系统自动发出', remedy: '请由本人直接发送申报邮件。' },
  'sender.own': { title: '邮件由{committee}邮箱发出', remedy: '请由{applying}直接发送申报邮件。' },
  'sender.changed': {
    title: '发件邮箱与此前申报所用的不一致',
    remedy: '请改用此前申报时的邮箱重新发送，或与{committee}联系确认。',
  },
}

/** `unrecognised`: it was read, and nobody can tell what it is; `encrypted-mail`: the mail itself, files and all. */
export type WhyNotRead = WhyUnreadable | 'unrecognised' | 'encrypted-mail'

const NOT_READ = WORDINGS['file.unreadable'].title
const UNREADABLE: Readonly<Record<WhyNotRead, Wording>> = {
  unrecognised: {
    title: '系统未能识别文件是否为{form}',
    remedy: '文件已收到，由{committee}核对；如附件有误，请重新发送Word版{form}（docx格式）。',
  },
  'encrypted-mail': {
    title: '邮件经过加密',
    remedy: '系统不能打开加密邮件，请取消加密后重新发送，并附Word版{form}（docx格式）。',
  },
  encrypted: {
    title: '文件设有密码或经过加密',
    remedy: '请取消密码后，另附一份Word版{form}（docx格式）。',
  },
  corrupt: {
    title: NOT_READ,
    remedy: '系统未能打开文件，可能在发送时损坏。请确认文件能正常打开，再重新添加附件发送（Word版{form}，docx格式）。',
  },
  scanned: { title: NOT_READ, remedy: '文件是扫描件或图片，请另附一份可编辑的Word版{form}（docx格式）。' },
  undecodable: { title: NOT_READ, remedy: '系统未能读出文件内容，请重新添加附件，发送Word版{form}（docx格式）。' },
  'too-large': { title: NOT_READ, remedy: '文件过大，请压缩其中的图片后，另附一份Word版{form}（docx格式）。' },
  timeout: { title: NOT_READ, remedy: '系统未能在规定时间内读完文件，请另附一份Word版{form}（docx格式）。' },
}

/** Not the applicant's name, but another part was left open. */
const OTHER_PART: Readonly<Record<string, Wording>> = {
  'subject.placeholder': {
    title: '邮件主题有内容未填写',
    remedy: '发送新邮件的，请将主题中的“XX”等字样换成实际内容。',
  },
  'file.placeholder': { title: '{form}文件名有内容未填写', remedy: '请将文件名中的“XX”等字样换成实际内容。' },
}

const WORD_FILE = '请发送{form}的Word或WPS原文件'
const FORMATS = {
  image: `照片、截图不能代替{form}文件，只改扩展名也无法打开。${WORD_FILE}。`,
  archive: `系统只能打开zip压缩包，只改扩展名无效。${WORD_FILE}，或重新压缩为zip格式。`,
  text: `${WORD_FILE}，其他文档请先另存为docx格式，只改扩展名无效。`,
  shortcut: `收到的是快捷方式，不是文件本身。${WORD_FILE}。`,
  sheet: `表格、演示文稿不能代替{form}。${WORD_FILE}。`,
  asked: '请按“应为”所列格式发送{form}，只改扩展名无效；压缩文件请用zip格式。',
} as const

/** What came instead of a form, as the letter speaks of it. */
export type InsteadOfForm = keyof typeof FORMATS

const isFormat = (detail: string): detail is InsteadOfForm => Object.hasOwn(FORMATS, detail)

const AMBIGUOUS = {
  joint: '一份{form}写有多个{applicant}，由{committee}核定后告知；核定之前无需重新发送。',
  sender: '系统未能从邮件和{form}中识别出{applying}，由工作人员核对；也可在邮件正文中写明{fullName}，重新发送。',
} as const

const ANOTHER_UNIT = '来件写明的单位与本次受理的单位不同，由{committee}核对；如报送有误，请发送至本单位的受理邮箱。'

/** Files came that may be it, and nobody knows. */
const UNCONFIRMED: Wording = {
  title: '系统未能确认是否已收到',
  remedy: '系统未能确认收到的文件中是否有该材料，由{committee}核对；已发送的无需重新发送。',
}

const isWhy = (detail: string): detail is keyof typeof UNREADABLE => Object.hasOwn(UNREADABLE, detail)

const remedyOf = (code: ProblemCode, { seen, expected, detail = '' }: ProblemFacts): string => {
  if (code === 'file.unreadable' && isWhy(detail)) return UNREADABLE[detail].remedy
  if (detail === 'part') return (OTHER_PART[code] ?? wordingOf(code)).remedy
  if (code === 'branch.unknown' && detail === 'unit') return ANOTHER_UNIT
  if (code === 'branch.unknown' && (expected ?? null) === null) {
    return '{roster}中没有该名称，由{committee}核对；如名称有误，请用正确的{applicant}全称重新发送。'
  }
  if (code === 'file.format' && isFormat(detail)) return FORMATS[detail]
  if (code === 'branch.ambiguous' && Object.hasOwn(AMBIGUOUS, detail))
    return AMBIGUOUS[detail as keyof typeof AMBIGUOUS]
  if (code === 'deliverable.missing' && (seen ?? null) !== null) return UNCONFIRMED.remedy
  if (code === 'deliverable.missing' && detail === 'nothing') return '请补发该材料。'
  const finding = code.startsWith('eligibility.') ? quote(detail, 100) : ''
  return `${finding}${wordingOf(code).remedy}`
}

type Named = { readonly code: ProblemCode; readonly expected?: string | null }

/** Whether it is the archive that is called wrongly. */
export const isArchiveName = ({ code, expected }: Named): boolean =>
  (code === 'file.name' || code === 'file.placeholder') && (expected ?? '').endsWith('.zip')

const nounsFor = (problem: Named, nouns: Nouns): Nouns => (isArchiveName(problem) ? { ...nouns, form: ARCHIVE } : nouns)

const ELIGIBILITY = 'eligibility.'

/** A condition that the product has no sentence for is told by its own title. */
const CONDITION: Wording = { title: '', remedy: '请核对并修改相应内容；情况属实、有疑问的，请与{committee}联系。' }

function wordingOf(code: ProblemCode): Wording {
  if (!code.startsWith(ELIGIBILITY)) return WORDINGS[code as KnownCode]
  return ELIGIBILITY_WORDS[code.slice(ELIGIBILITY.length)] ?? CONDITION
}

/** The problem with its sentence for the sender: the only place where those sentences stand. */
export const makeProblem = (code: ProblemCode, facts: ProblemFacts = {}, nouns: Nouns = PLAIN_NOUNS): Problem => ({
  code,
  seen: facts.seen ?? null,
  expected: facts.expected ?? null,
  remedy: worded(remedyOf(code, facts), nounsFor({ code, ...facts }, nouns)),
})

const BY_REMEDY: readonly ProblemCode[] = ['file.unreadable', 'subject.placeholder', 'file.placeholder']

/** Why a file was not read is told by the sentence that stands with it: only that is kept of a problem. */
const whyOf = ({ remedy }: Problem, nouns: Nouns): Wording | null =>
  [...Object.values(UNREADABLE), ...Object.values(OTHER_PART)].find(one => worded(one.remedy, nouns) === remedy) ?? null

/** What is wrong, as a heading for the sender and a reason for staff. */
export function problemTitle(problem: Problem, nouns: Nouns): string {
  const { code, seen, expected } = problem
  if (code === 'deliverable.missing') return `${seen === null ? '缺少' : UNCONFIRMED.title}“${expected ?? '所列材料'}”`
  const { title } = (BY_REMEDY.includes(code) ? whyOf(problem, nouns) : null) ?? wordingOf(code)
  return worded(title, nounsFor(problem, nouns)) || `不符合条件：${expected ?? code}`
}
