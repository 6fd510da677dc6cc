import { type Dialogue, type Rule, rule } from './scripted-imap.ts'
import { examineRule, fetchRule, LOGOUT, NOOP, type ScriptedMessage, searchRule } from './scripted-mailbox.ts'

type Messages = () => readonly ScriptedMessage[]

/** 垃圾邮件 in modified UTF-7 (RFC 9051 §A). */
export const JUNK_UTF7 = '&V4NXPpCuTvY-'

const FLAGS = '* FLAGS (\\Answered \\Seen \\Deleted \\Draft \\Flagged)'
const uidValidity = (value: number) => `* OK [UIDVALIDITY ${value}] UIDs valid`
const capability = (words: string): Rule => rule(/^CAPABILITY$/, `* CAPABILITY ${words}`, 'OK CAPABILITY completed')
const saslLogin = [rule(/^AUTHENTICATE PLAIN$/, '+ '), rule(/^AUTHENTICATE PLAIN .|^\+ \w/, 'OK Success login ok')]
const plainLogin = rule(/^LOGIN /, 'OK LOGIN completed')
const folders = (...lines: readonly string[]): Rule =>
  rule(/^X?LIST "" /, ...lines.map(line => `* LIST ${line}`), 'OK LIST Completed')
const lsub = rule(/^LSUB /, 'OK LSUB Completed')
const ordinary = (messages: Messages): readonly Rule[] => [
  fetchRule(messages),
  searchRule(messages),
  lsub,
  NOOP,
  LOGOUT,
]

/**
 * NetEase, the Coremail branch: mailcore2 #1113, bichon #25, himalaya #651. No IDLE, no UIDNEXT, no NAMESPACE, and no folder for a client that
 * doesn't say who it is.
 */
export const netease = (messages: Messages): Dialogue => {
  const examine = examineRule(messages, uidValidity(1), FLAGS)
  const opened = examine.answer as (heard: never) => readonly string[]
  return {
    greeting: ['* OK Coremail System IMap Server Ready(163com[726cd87d72d896a1ac393507346040fa])'],
    rules: [
      capability('IMAP4rev1 XLIST SPECIAL-USE ID LITERAL+ STARTTLS XAPPLEPUSHSERVICE UIDPLUS X-CM-EXT-1'),
      rule(/^ID \(/, '* ID ("name" "Coremail Imap" "vendor" "Mailtech" "TransID" "x")', 'OK ID completed'),
      plainLogin,
      {
        when: /^EXAMINE /,
        answer: heard =>
          heard.earlier.some(command => /^ID \("name" "shenbao"/.test(command))
            ? opened(heard as never)
            : ['NO EXAMINE Unsafe Login. Please contact kefu@188.com for help'],
      },
      rule(/^LIST "" ""$/, '* LIST (\\NoSelect) "/" ""', 'OK LIST Completed'),
      folders(
        '() "/" "INBOX"',
        '(\\Drafts) "/" "&g0l6P3ux-"',
        '(\\Sent) "/" "&XfJT0ZAB-"',
        '(\\Trash) "/" "&XfJSIJZk-"',
        `(\\Junk) "/" "${JUNK_UTF7}"`,
        '() "/" "&dcVr0mWHTvZZOQ-"',
      ),
      ...ordinary(messages),
    ],
  }
}

/** Tencent Exmail: MailKit #1241. XLIST, IDLE, UIDNEXT; no SPECIAL-USE, no CONDSTORE. */
export const exmail = (messages: Messages): Dialogue => ({
  greeting: ['* OK [CAPABILITY IMAP4 IMAP4rev1 ID AUTH=PLAIN AUTH=LOGIN NAMESPACE] QQMail IMAP4Server ready'],
  rules: [
    capability(
      'IMAP4 IMAP4rev1 XLIST MOVE IDLE XAPPLEPUSHSERVICE NAMESPACE CHILDREN ID UIDPLUS COMPRESS=DEFLATE AUTH=PLAIN',
    ),
    ...saslLogin,
    rule(/^ID /, '* ID NIL', 'OK ID completed'),
    rule(/^NAMESPACE$/, '* NAMESPACE (("" "/")) NIL NIL', 'OK NAMESPACE Success'),
    rule(
      /^XLIST "" /,
      '* XLIST (\\NoSelect \\HasChildren) "/" "&UXZO1mWHTvZZOQ-"',
      '* XLIST (\\HasNoChildren \\Drafts) "/" "Drafts"',
      '* XLIST (\\HasNoChildren \\Junk) "/" "Junk"',
      '* XLIST (\\HasNoChildren \\Trash) "/" "Deleted Messages"',
      '* XLIST (\\HasNoChildren \\Sent) "/" "Sent Messages"',
      '* XLIST (\\HasNoChildren \\Inbox) "/" "INBOX"',
      'OK XLIST completed',
    ),
    rule(/^IDLE$/, '+ idling'),
    rule(/^\+ DONE$/, 'OK IDLE completed'),
    examineRule(messages, uidValidity(1628767717), '* OK [UIDNEXT 9000] Predicted next UID', FLAGS),
    ...ordinary(messages),
  ],
})

/** Aliyun: go-imap #638, paperless-ngx #6815. A SEARCH with parentheses or CHARSET is BAD. */
export const aliyun = (messages: Messages): Dialogue => ({
  greeting: ['* OK AliYun IMAP Server Ready'],
  rules: [
    capability('IMAP4rev1 IDLE XLIST UIDPLUS ID SASL-IR AUTH=XOAUTH AUTH=XOAUTH2 AUTH=EXTERNAL'),
    rule(/^LOGIN /, 'OK LOGIN completed'),
    rule(/^ID /, '* ID ("name" "AliYun")', 'OK ID completed'),
    rule(/^LIST "" ""$/, '* LIST (\\Noselect) "/" "/"', 'OK LIST completed'),
    rule(/^X?LIST "" /, '* XLIST () "/" "INBOX"', `* XLIST (\\Junk) "/" "${JUNK_UTF7}"`, 'OK XLIST completed'),
    rule(/^UID SEARCH .*(?:\(|CHARSET)/, 'BAD invalid command or parameters'),
    rule(/^IDLE$/, '+ idling'),
    rule(/^\+ DONE$/, 'OK IDLE completed'),
    examineRule(messages, '* OK [UNSEEN 32]', '* OK [UIDNEXT 75] Predicted next UID.', uidValidity(2), FLAGS),
    ...ordinary(messages),
  ],
})

/** Sina: MailKit #961. No NAMESPACE, and `LIST "" ""` is answered with all folders. */
export const sina = (messages: Messages): Dialogue => ({
  greeting: ['* OK [CAPABILITY IMAP4rev1 ID] sina imap ready'],
  rules: [
    capability('IMAP4rev1 ID'),
    rule(/^LOGIN /, 'OK [CAPABILITY IMAP4rev1 ID] User authenticated'),
    rule(/^ID /, '* ID NIL', 'OK ID completed'),
    folders(
      '() "/" "&UXZbg5CuTvY-"',
      '() "/" "INBOX"',
      '(\\Drafts) "/" "&g0l6P1k5-"',
      '(\\Sent) "/" "&XfJT0ZAB-"',
      '(\\Trash) "/" "&XfJSIJZk-"',
      `(\\Junk) "/" "${JUNK_UTF7}"`,
      '() "/" "&i6KWBZCuTvY-"',
    ),
    examineRule(messages, uidValidity(0), FLAGS),
    ...ordinary(messages),
  ],
})

/** A server that knows no extension at all, and whose folders have only names. */
export const bare = (messages: Messages, ...lines: readonly string[]): Dialogue => ({
  greeting: ['* OK ready'],
  rules: [
    capability('IMAP4rev1'),
    plainLogin,
    rule(/^LIST "" ""$/, '* LIST (\\Noselect) "/" ""', 'OK LIST completed'),
    folders('() "/" "INBOX"', ...lines),
    examineRule(messages, FLAGS),
    ...ordinary(messages),
  ],
})

/** The dialogue with other rules in front: they are asked first. */
export const amended = (dialogue: Dialogue, ...rules: readonly Rule[]): Dialogue => ({
  ...dialogue,
  rules: [...rules, ...dialogue.rules],
})
