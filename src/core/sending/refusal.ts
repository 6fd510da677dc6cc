/** Where in the conversation (RFC 5321 §3.3) a server refused; `content`: when it was to take the mail itself. */
export type Stage = 'login' | 'sender' | 'recipient' | 'content'

/** What a server said, in its own words. */
export type Refusal = { readonly stage: Stage; readonly code: number; readonly words: string }

/**
 * Whom a refusal concerns. `us`: whoever it was for, we may not send. `rate`: we send too much, or it is too busy. `mail`: this mail or its
 * recipient, now (`later`) or for good (`refused`). `unclear`: another recipient would tell.
 */
export type Concerned = 'us' | 'rate' | 'later' | 'refused' | 'unclear'

/** Any of these phrases, one a line, however they are spaced. */
const anyPhrase = (phrases: string): RegExp =>
  new RegExp(
    phrases
      .trim()
      .split(/\s*\n\s*/)
      .map(phrase => phrase.replaceAll(' ', '[\\s-]*'))
      .join('|'),
    'i',
  )

const RATE = anyPhrase(`
  frequen
  too many
  too much
  too fast
  too often
  rate ?limit
  rate exceeded
  rate that
  throttl
  (?:hourly|daily|sending|mail|message|connection)s? (?:limit|quota)
  limit (?:is |was |has been )?(?:exceeded|reached)
  频
  超过
  过快
  过多
  上限
  限额
`)
/** NetEase's codes for that (its help, «退信代码说明»): mails, commands, recipients, connections of a while. */
const RATE_CODE = /\b(?:MI:(?:STC|SFQ|DMC|CCL|CEL)|RP:(?:TRC|QRC|RCL|DRC|CCL|CEL)|HL:(?:REP|ICC|IFC|MEP))\b/
/** What is too large or full is so for this mail. */
const SPACE = anyPhrase(`
  size
  large
  storage
  mailbox
  over ?quota
  大小
  容量
  附件
  已满
`)
const FOR_NOW = anyPhrase(`
  try (?:it )?(?:again )?(?:later|after)
  temporar
  busy
  稍后
  稍候
  繁忙
  暂时
`)

/** What is about these stays so, whatever else the same sentence thinks of: Tencent has one for all. */
const CREDENTIALS = anyPhrase(`
  password
  authorization code
  密码
  授权码
`)
/** Response codes of RFC 5530 and of RFC 9051 §7.1, and what others say in words. */
const NO_TIME = /^\[(?:UNAVAILABLE|INUSE|SERVERBUG|LIMIT)\]|server unavailable|too many .{0,20}connections/i

/** RFC 3463, RFC 4954 and Exchange's own: sender's address, authentication, «send as». */
const US_CODE = /\b5\.(?:1\.[78]|2\.252|7\.(?:0|8|9|1[1-4]|57|60|139))\b/
const US = anyPhrase(`
  sender (?:address )?(?:is )?(?:rejected|refused|denied|mismatch|invalid|not)
  not owned by
  send ?as
  on behalf of
  (?:mail )?from (?:address )?(?:must|mismatch|should|is not|not|header)
  must (?:be the )?(?:same|equal|match)
  equal authorized
  authorized user
  not authori[sz]ed to send
  authentication (?:is )?required
  auth(?:enticate)? first
  not authenticated
  must (?:be )?(?:log|auth|issue)
  log ?in first
  relay
  header from
  envelope sender
  starttls
  发件人
  发信人
  发件地址
  未认证
  需要认证
  身份验证
  请先登录
  中继
  授权用户
`)

const RECIPIENT_CODE = /\b5\.(?:1\.(?:0|1|2|3|4|6|10)|2\.[0-4])\b/
const RECIPIENT = anyPhrase(`
  no such
  unknown (?:user|recipient|address|mailbox)
  (?:user|recipient|address|mailbox|account) .{0,60}(?:unknown|reject)
  (?:not|n.t) exist
  (?:user|recipient|mailbox|account) (?:is )?(?:not|unavailable|full|disabled|inactive)
  not found
  over ?quota
  mailbox full
  no mailbox
  invalid (?:recipient|mailbox|user)
  bad (?:recipient|destination)
  不存在
  收件人
  无效
  已满
  停用
`)

const saysRate = (words: string): boolean => RATE_CODE.test(words) || (RATE.test(words) && !SPACE.test(words))

/** Whether a login that IMAP refused, which has no numbers for it, may be granted to the same password in a while. */
export const isRefusedForNow = (words: string): boolean =>
  !CREDENTIALS.test(words) && (NO_TIME.test(words) || FOR_NOW.test(words))

/** By the stage where that is plain, else by enhanced code and words. Before a recipient was named it is no mail's fault. */
export function concernedBy(refusal: Refusal): Concerned {
  const { stage, code, words } = refusal
  const isForNow = code < 500 || FOR_NOW.test(words)
  if (stage === 'login' && code >= 500 && CREDENTIALS.test(words)) return 'us'
  if (code === 421 || saysRate(words)) return 'rate'
  if (stage === 'login' || stage === 'sender') return isForNow ? 'rate' : 'us'
  if (code === 530) return 'us'
  return isForNow ? 'later' : afterNaming(refusal)
}

function afterNaming({ stage, words }: Refusal): Concerned {
  if (US_CODE.test(words) || US.test(words)) return 'us'
  if (stage === 'content' || RECIPIENT_CODE.test(words) || RECIPIENT.test(words)) return 'refused'
  return 'unclear'
}
