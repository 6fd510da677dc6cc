import { type Letter, paragraph } from '../letter/letter.ts'
import { written } from '../letter/written.ts'
import { clean } from '../text/quote.ts'
import { timeIn } from '../text/time.ts'
import type { Trouble, TroubleKind } from './trouble.ts'

const NAMES = { mailbox: '收件邮箱', smtp: '发件服务器' } as const
const EFFECTS = {
  mailbox: '在此期间来信不会丢失，但系统暂不能检查邮箱、不能答复来信；恢复后将自动补办，收到时间以邮件服务器记录为准。',
  smtp: '在此期间答复和日报暂不能发出；恢复后将自动补发。',
} as const

type Words = { readonly what: (name: string) => string; readonly remedy: string }

const WORDS: Readonly<Record<TroubleKind, Words>> = {
  login: {
    what: name => `无法登录${name}`,
    remedy: '核对邮箱帐号和密码（或授权码）是否过期、是否被修改或锁定；更正后重新启动系统即可。',
  },
  sender: {
    what: name => `不被${name}允许发信`,
    remedy: '核对发件地址（smtp.from）是否与登录帐号一致、是否已登录；更正后重新启动系统即可。',
  },
  unreachable: {
    what: name => `无法连接${name}`,
    remedy: '核对网络、服务器地址和端口、证书是否过期；服务器恢复后系统自动继续，无需重新启动。',
  },
  busy: { what: name => `被${name}限制发信频率`, remedy: '系统自动逐步放慢，稍后补发；持续不退时请联系邮件服务商。' },
}

/** What staff are told of it: what happened, what it means, what to do. */
export function composeTroubleAlarm({ server, kind, since, words }: Trouble, timezone: string) {
  const letter: Letter = {
    tone: 'final',
    greeting: null,
    lead: `申报受理系统自${timeIn(since, timezone)}起${WORDS[kind].what(NAMES[server])}，请尽快联系系统管理员处理。`,
    blocks: [
      paragraph(EFFECTS[server]),
      {
        kind: 'facts',
        facts: [
          { label: '服务器答复', value: clean(words, 200) },
          { label: '处理办法', value: WORDS[kind].remedy },
        ],
      },
    ],
    signature: ['本邮件由申报受理系统自动发出，无需回复。'],
  }
  return written(`【注意】申报受理系统${WORDS[kind].what(NAMES[server])}`, letter)
}

/** The text of an alarm that needs no mail server: its first line is the subject, for whatever shows one line only. */
export function alarmText(trouble: Trouble, timezone: string): string {
  const { subject, text } = composeTroubleAlarm(trouble, timezone)
  return `${subject}\n\n${text.slice(0, text.indexOf('\n-- ')).trimEnd()}\n`
}

/** The end of what an alarm was raised for. */
export const allClearText = ({ server, kind, since }: Trouble, at: Date, timezone: string): string =>
  `【恢复】申报受理系统自${timeIn(since, timezone)}起${WORDS[kind].what(NAMES[server])}，${timeIn(at, timezone)}已恢复。\n`
