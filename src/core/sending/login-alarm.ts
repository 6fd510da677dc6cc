import { type Letter, paragraph } from '../letter/letter.ts'
import { letterHtml } from '../letter/letter-html.ts'
import { letterText } from '../letter/letter-text.ts'
import { clean } from '../text/quote.ts'
import { beijing } from '../text/time.ts'

/** A server that refuses the login, since when, and its own words. */
export type LoginTrouble = { readonly server: 'mailbox' | 'smtp'; readonly since: Date; readonly words: string }

const NAMES = { mailbox: '收件邮箱', smtp: '发件服务器' } as const
const EFFECTS = {
  mailbox:
    '在此期间来信不会丢失，但系统暂不能检查邮箱、不能答复申报支部；恢复后将自动补办，收到时间以邮件服务器记录为准。',
  smtp: '在此期间答复和日报暂不能发出；恢复后将自动补发。',
} as const

/** The mail to staff about it: what happened, what it means, what to do. */
export function composeLoginAlarm({ server, since, words }: LoginTrouble, timezone: string) {
  const subject = `【注意】申报受理系统无法登录${NAMES[server]}`
  const letter: Letter = {
    tone: 'final',
    greeting: null,
    lead: `申报受理系统自${beijing(since, timezone)}起无法登录${NAMES[server]}，请尽快联系系统管理员处理。`,
    blocks: [
      paragraph(EFFECTS[server]),
      {
        kind: 'facts',
        facts: [
          { label: '服务器答复', value: clean(words, 200) },
          {
            label: '处理办法',
            value: '核对邮箱帐号和密码（或授权码）是否过期、是否被修改或锁定；更正后重新启动系统即可。',
          },
        ],
      },
    ],
    signature: ['本邮件由申报受理系统自动发出，无需回复。'],
  }
  return { subject, text: letterText(letter), html: letterHtml(letter, subject) }
}
