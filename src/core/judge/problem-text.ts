import type { WhyUnreadable } from '../document/document.ts'
import { quote } from '../text/quote.ts'
import type { Problem, ProblemCode } from './problem.ts'

/**
 * `detail`: for `file.unreadable` a `WhyUnreadable`, for `file.format` what came instead, for `file.missing` that the form was `pasted`
 * into the mail, for `branch.ambiguous` what is not known, for `eligibility.*` the check's note; nothing else reads it.
 */
export type ProblemFacts = {
  readonly seen?: string | null
  readonly expected?: string | null
  readonly detail?: string
}

type Wording = { readonly title: string; readonly remedy: string }

const WORDINGS: Readonly<Record<ProblemCode, Wording>> = {
  'subject.missing': { title: '邮件没有主题', remedy: '发送新邮件的，请按“应为”所列填写主题。' },
  'subject.pattern': { title: '邮件主题不符合通知要求', remedy: '发送新邮件的，请按“应为”所列填写主题。' },
  'subject.placeholder': {
    title: '邮件主题未写明支部名称',
    remedy: '发送新邮件的，请将主题中的“XX”等字样换成本支部全称。',
  },
  'file.missing': { title: '邮件中没有申报书', remedy: '请将填写好的申报书作为附件发送。' },
  'file.name': { title: '申报书文件名不符合通知要求', remedy: '请将申报书文件名改为“应为”所列名称。' },
  'file.placeholder': { title: '申报书文件名未写明支部名称', remedy: '请将文件名中的“XX”等字样换成本支部全称。' },
  'file.format': {
    title: '申报书文件格式不符合要求',
    remedy: '请发送申报书的Word或WPS原文件（可另存为docx格式）。',
  },
  'file.several': { title: '邮件中有多份内容不同的申报书', remedy: '请只附一份最终定稿的申报书。' },
  'file.link': {
    title: '只收到下载链接，没有收到文件',
    remedy: '请将申报书作为普通附件发送，不要使用云附件、超大附件或网盘链接。',
  },
  'file.unreadable': {
    title: '系统未能读取文件',
    remedy: '请另附一份能正常打开的Word版申报书（docx格式）。',
  },
  'branch.unknown': { title: '支部名称与名册不一致', remedy: '请核对支部全称，以学院党委支部名册中的名称为准。' },
  'branch.ambiguous': { title: '系统未能确定申报支部或通知', remedy: '请在邮件主题中写明支部全称。' },
  'branch.mismatch': {
    title: '申报材料中的支部名称不一致',
    remedy: '请核对邮件主题、文件名和申报书中的支部名称，统一改为本支部全称。',
  },
  'branch.excluded': {
    title: '不在本次推荐范围',
    remedy: '经学院党委研究，不在本次推荐范围。如有疑问，请与学院党委联系。',
  },
  'deadline.missed': { title: '超过截止时间', remedy: '如对收到时间有异议，请与学院党委联系。' },
  'deadline.uncertain': {
    title: '收到时间需人工核实',
    remedy: '请保留原邮件的发送记录，以备核实；无需重新发送。',
  },
  'form.absent': { title: '附件不是本次申报书', remedy: '请使用通知所附的申报书模板，填写后作为附件发送。' },
  'form.blank': { title: '申报书尚未填写', remedy: '收到的是空白模板，请附上填写好的申报书。' },
  'form.outdated': { title: '申报书不是本次通知的版本', remedy: '请改用本次通知所附的申报书模板填写。' },
  'form.field-missing': { title: '申报书有必填内容未填写', remedy: '请补填所列内容。' },
  'form.placeholder': { title: '申报书中的支部名称未填写完整', remedy: '请将申报书中的“XX”等字样换成本支部全称。' },
  'application.withdrawn': { title: '来信要求撤回申报', remedy: '撤回申请由学院党委确认，请留意后续通知。' },
  'application.several': {
    title: '一封邮件中有多个支部的申报书',
    remedy: '请各支部分别发送邮件，每封邮件只附本支部的申报书。',
  },
  'sender.unauthenticated': { title: '发件人身份未通过验证', remedy: '请使用本人邮箱重新发送，或与学院党委联系。' },
  'sender.automatic': { title: '邮件由系统自动发出', remedy: '请由本人直接发送申报邮件。' },
  'sender.own': { title: '邮件由学院党委邮箱发出', remedy: '请由申报支部直接发送申报邮件。' },
  'sender.changed': {
    title: '发件邮箱与本支部此前申报所用的不一致',
    remedy: '请改用此前申报时的邮箱重新发送，或与学院党委联系确认。',
  },
  'eligibility.scope.stable': {
    title: '支部在创建周期内的稳定性不符合条件',
    remedy: '请在申报书中补充说明支部在创建周期内的设置和换届安排。',
  },
  'eligibility.duties': {
    title: '“七个有力”内容不完整',
    remedy: '请按“七个有力”逐项补充具体做法和成效。',
  },
  'eligibility.standard': {
    title: '标准化规范化建设内容不完整',
    remedy: '请补充支部标准化规范化建设和组织生活的情况。',
  },
  'eligibility.yirongshuanggao': {
    title: '“一融双高”内容不完整',
    remedy: '请补充推进“一融双高”的具体举措和阶段性成效。',
  },
  'eligibility.honour.branch': {
    title: '支部或书记的表彰、考核等次未达到条件',
    remedy: '如另有符合条件的表彰或“好”等次，请补充名称、获得时间、级别和授予单位；确无的，请与学院党委联系。',
  },
  'eligibility.honour.member': {
    title: '支部成员的荣誉未达到条件',
    remedy: '如另有符合条件的成员荣誉，请补充姓名、荣誉名称、获得时间、级别和授予单位；确无的，请与学院党委联系。',
  },
  'eligibility.role': {
    title: '按支部类型发挥作用的内容不完整',
    remedy: '请结合支部类型，补充发挥示范引领作用的做法和成效。',
  },
  'eligibility.conduct': { title: '支部情况需要核实', remedy: '请与学院党委联系说明情况。' },
  'eligibility.plan.deadlines': {
    title: '创建举措的完成时限不符合要求',
    remedy: '请为每项创建举措写明完成时限，且不超出创建周期。',
  },
  'eligibility.plan.outcomes': {
    title: '预期成效不够具体',
    remedy: '请将预期成效写成可量化或可考核评价的内容。',
  },
}

const UNREADABLE: Readonly<Record<WhyUnreadable, string>> = {
  encrypted: '文件设有密码或经过加密，请取消密码后另附一份Word版申报书（docx格式）。',
  corrupt: '系统未能打开文件，请确认文件能正常打开后，另附一份Word版申报书（docx格式）。',
  scanned: '文件是扫描件或图片，请另附一份可编辑的Word版申报书（docx格式）。',
  undecodable: '系统未能读出文件内容，请重新添加附件，发送Word版申报书（docx格式）。',
  'too-large': '文件过大，请压缩其中的图片后，另附一份Word版申报书（docx格式）。',
  timeout: '系统未能在规定时间内读完文件，请去掉不必要的图片后，另附一份Word版申报书（docx格式）。',
}

const WORD_FILE = '请发送申报书的Word或WPS原文件'
const FORMATS = {
  image: `照片、截图不能代替申报书文件，只改扩展名也无法打开。${WORD_FILE}。`,
  archive: `系统不能打开这种压缩包。${WORD_FILE}，或改用zip压缩包。`,
  text: `${WORD_FILE}，其他文档请先另存为docx格式，只改扩展名无效。`,
  sheet: `表格、演示文稿不能代替申报书。${WORD_FILE}。`,
} as const

/** What came instead of a form, as the letter speaks of it. */
export type InsteadOfForm = keyof typeof FORMATS

const isFormat = (detail: string): detail is InsteadOfForm => Object.hasOwn(FORMATS, detail)

const AMBIGUOUS = {
  calls: '来信附有不同通知的申报书，由工作人员分别登记；也可按各自通知要求的主题，每项通知发送一封邮件。',
  sender: '系统未能从邮件和申报书中识别出申报支部，由工作人员核对；也可在邮件正文中写明支部全称，重新发送。',
} as const

const PASTED = '正文中的内容不能代替附件，'

const isWhy = (detail: string): detail is WhyUnreadable => Object.hasOwn(UNREADABLE, detail)

const remedyOf = (code: ProblemCode, { expected, detail = '' }: ProblemFacts): string => {
  if (code === 'file.unreadable' && isWhy(detail)) return UNREADABLE[detail]
  if (code === 'branch.unknown' && (expected ?? null) === null) {
    return '学院党委支部名册中没有该名称，由学院党委核对；如名称有误，请用正确的支部全称重新发送。'
  }
  if (code === 'file.format' && isFormat(detail)) return FORMATS[detail]
  if (code === 'branch.ambiguous' && Object.hasOwn(AMBIGUOUS, detail))
    return AMBIGUOUS[detail as keyof typeof AMBIGUOUS]
  if (code === 'file.missing' && detail === 'pasted') return `${PASTED}${WORDINGS[code].remedy}`
  const finding = code.startsWith('eligibility.') ? quote(detail, 100) : ''
  return `${finding}${WORDINGS[code].remedy}`
}

/** The problem with its sentence for the sender: the only place where those sentences stand. */
export const makeProblem = (code: ProblemCode, facts: ProblemFacts = {}): Problem => ({
  code,
  seen: facts.seen ?? null,
  expected: facts.expected ?? null,
  remedy: remedyOf(code, facts),
})

/** What is wrong, as a heading for the sender and a reason for staff. */
export const problemTitle = (code: ProblemCode): string => WORDINGS[code].title
