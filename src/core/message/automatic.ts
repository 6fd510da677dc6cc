import { listed } from '../words/listed.ts'
import { pattern, patternWith } from '../words/pattern.ts'
import { ANSWERS } from '../words/reply-prefixes.ts'
import { type HeaderField, headerValue, type Message } from './message.ts'

/** The header field that marks our own mail, so that it never answers itself. */
export const LOOP_MARKER = 'x-shenbao'

/** A mail program takes a message back; so a person may begin, too. */
const RECALL = /^(?:邮件)?[撤召]回(?:邮件|通知|[:：]|$)/
/** What programs write under it. */
const RECALLS = /[撤召]回了?(?:一封)?邮件\s*["“「『]|发件人.{0,6}[撤召]回此?邮件|would like to recall/i

/** What became of a mail, as servers and clients report it. */
const BOUNCED = listed(
  '被退回 被退信 退回来 退回 投递失败 发送失败 传递失败 送达失败 未送达 未能送达 无法送达 无法投递 无法传递',
)
const OPENED = listed('已读 未读 已阅 已阅读 未阅读 已显示 已打开 已送达 已中继 已传递 已签收 被阅读 被打开')
/** Whoever decides writes them, too: «已阅：…», «您的邮件已阅，现报送…». */
const READ = listed('已阅 已阅读 已签收 已送达 已打开')
const RECEIPTS = listed('阅读 已读 送达 读信 收信 查阅 投递 传递')
const REPORTS_OF = listed('回执 通知 报告 状态 延迟')
const ENDED = listed(
  'read delivered opened received relayed delayed undeliverable displayed quarantined blocked rejected',
)
/** How calendars answer an invitation. */
const INVITED = listed('已接受 已谢绝 已拒绝 暂定 accepted declined tentative')
const AWAY = listed('假期 休假 外出 离岗 出差')
/** «您发送的邮件“…”被退回» */
const YOURS = /(?:很?抱歉[，,！!]?)?[您你](?:发送|发出|寄出)?的(?:邮件|信件)/

/** «您有一份《…》待签收»: a system calls, or who pretends to be one. */
const TO_DO = listed(
  '待办 待签 待签收 待审 待审批 待审阅 待处理 待查收 待查看 待阅 待领取 未读 未处理 未签收 未查看 被退回 已过期 即将过期',
)

/** At the beginning only, brackets aside: «回复: 自动回复: …» is a person's answer. */
const SUBJECTS = [
  pattern`^(?:来自.{1,40}的)?${AWAY}?自动${[...ANSWERS, '应答', '回信']}`,
  pattern`[[【(（]自动${ANSWERS}[\]】)）]\s*$`,
  pattern`^${AWAY}中?[:：]`,
  /^(?:系统|邮件)?退信(?:通知|提醒|[:：/\s]|$)/,
  pattern`^(?:邮件)?${BOUNCED}(?!修改)`,
  pattern`^(?:邮件)?${OPENED}(?:回执|通知)?(?:[:：]|$)`,
  pattern`^(?:邮件)?${RECEIPTS}${REPORTS_OF}|^回执\s{0,3}[(（]`,
  pattern`^${YOURS}.{0,120}${[...BOUNCED, ...OPENED]}`,
  pattern`^(?:[^】]{1,20}】\s*)?[您你]有.{0,60}${TO_DO}`,
  pattern`^${INVITED}\s*[:：]`,
  RECALL,
  /^(?:undeliver|non-?delivery|delivery (?:status|failure|has failed|notification|delayed)|mail delivery|returned mail|failure notice|message not delivered)/,
  pattern`^(?:your |the )?(?:e-?mail|message|mail) (?:was|has been|is|could not be) ${ENDED}`,
  pattern`^${listed('delivery delivered read return reading mail message')} ${listed('receipt report notification confirmation')}`,
  /^(?:out of (?:the )?office|auto(?:matic)?[ -]?(?:reply|response|answer)|automated (?:reply|response)|vacation reply)/,
  /^(?:read|not read|delivered|relayed|recall|return receipt(?: \(displayed\))?|disposition notification)(?::| -|$)/,
]
const SENDERS = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+-][^@]*)?(?:@|$)/i
const REPORTS = /^(?:multipart\/report|message\/(?:delivery-status|disposition-notification))\b/

/** Whether a message bears the marks of automatic mail (RFC 3834, RFC 2369, RFC 3798, and what Chinese servers write). */
export function isAutomatic(headers: readonly HeaderField[], from: string | null): boolean {
  return (
    headers.some(isMark) ||
    SENDERS.test(from ?? '') ||
    isAutomaticSubject(headerValue(headers, 'subject')?.slice(0, 200) ?? '')
  )
}

/** Where a receipt could be a person's word, and files come with it, it is: a program sends none. */
const MAY_BE_SAID = [
  pattern`^(?:邮件)?${READ}(?:回执|通知)?[:：]`,
  pattern`^${YOURS}.{0,120}${[...READ, '已读', '被阅读']}`,
]

const isAutomaticSubject = (subject: string): boolean => SUBJECTS.some(pattern => pattern.test(bareOf(subject)))

const bareOf = (subject: string): string => subject.replace(/^[\s[【(（<《*]{1,20}/, '').toLowerCase()

/** What machines write under a mail of theirs; beside a file of a person's it proves nothing, and ours (申报受理系统自动发出) is quoted. */
const SAYS_SO = patternWith(
  'i',
)`请勿(?:直接)?${ANSWERS}|(?<!受理)系统自动${listed('发送 发出 生成 回复')}|自动回复邮件|您有.{0,6}${listed('待办 待审批 待处理 待阅')}|do not reply to this (?:e-?mail|message)|automatically generated`

/** Whether words say that a machine wrote them. */
export const saysAutomatic = (text: string): boolean => SAYS_SO.test(text.slice(0, 5000))

type Written = Pick<Message, 'headers' | 'from' | 'subject' | 'text'>

/** Whether a person wrote what only the subject marks as automatic: «撤回：…» over own words, «已阅：…» over files. */
export function isInPerson({ headers, from, subject, text }: Written, bringsFiles: boolean): boolean {
  const bare = bareOf(subject ?? '')
  if (!isRecalled(bare, text) && !(bringsFiles && MAY_BE_SAID.some(one => one.test(bare)))) return false
  const others = headers.filter(({ name }) => name !== 'subject')
  return !isAutomatic(others, from[0]?.address ?? null)
}

/** «撤回邮件» is what a mail program takes back; a person takes back an application. */
const isRecalled = (bare: string, text: string): boolean =>
  RECALL.test(bare) && !/^(?:邮件[撤召]回|[撤召]回邮件)/.test(bare) && text.trim() !== '' && !RECALLS.test(text)

function isMark({ name, value }: HeaderField): boolean {
  const said = value.slice(0, 500).trim().toLowerCase()
  if (name.startsWith('list-')) return true
  switch (name) {
    case 'auto-submitted':
      return said !== '' && !/^(?:\([^)]*\)\s*)?no\b/.test(said)
    case 'return-path':
      return /^<\s*>$/.test(said)
    case 'precedence':
      return /^(?:bulk|junk|list|auto[_-]?reply)\b/.test(said)
    case 'content-type':
      return REPORTS.test(said)
    case 'x-mailer':
      return said.includes('coremail mta server')
    default:
      return MARKS.has(name) && !/^(?:no|none|false|0)$/.test(said)
  }
}

const MARKS = new Set([
  'x-autoreply',
  'x-auto-reply',
  'x-autorespond',
  'x-autoresponse',
  'x-autogenerated',
  'x-auto-response-suppress',
  'x-failed-recipients',
  'x-mailer-daemon-error',
])
