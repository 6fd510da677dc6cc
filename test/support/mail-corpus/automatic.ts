import { base64Body, gbk, utf8, wordB } from './encode.ts'
import {
  BODY,
  docx,
  type Fixture,
  FROM,
  fixture,
  header,
  held,
  ignored,
  mail,
  multipart,
  NAME,
  part,
} from './fixture.ts'

const TEXT = [
  part(
    'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64',
    base64Body(utf8('您好，我正在出差。')),
  ),
]

const marked = (name: string, ...headers: readonly string[]): Fixture =>
  fixture(`automatic/${name}`, mail({ headers, parts: TEXT }), ignored('automatic'))

const titled = (name: string, subject: string): Fixture =>
  fixture(`automatic/subject-${name}`, mail({ subject, parts: TEXT }), ignored('automatic'))

const from = (name: string, address: string): Fixture =>
  fixture(`automatic/from-${name}`, mail({ from: address, parts: TEXT }), ignored('automatic'))

const report = multipart('multipart/report; report-type=delivery-status', 'r', [
  ...TEXT,
  part(
    'Content-Type: message/delivery-status',
    'Reporting-MTA: dns; mail.dlut.edu.cn\n\nFinal-Recipient: rfc822; a@b.cn\nAction: failed\nStatus: 5.1.1',
  ),
  part('Content-Type: message/rfc822', mail()),
])

/** Never answered, whatever the subject says; a filled form in one is a person's case. */
export const automatic: readonly Fixture[] = [
  marked('auto-replied', 'Auto-Submitted: auto-replied'),
  marked('auto-generated', 'Auto-Submitted: auto-generated (vacation)'),
  marked('null-return-path', 'Return-Path: <>'),
  marked('precedence-bulk', 'Precedence: bulk'),
  marked('precedence-list', 'Precedence: list'),
  marked('precedence-junk', 'Precedence: junk'),
  marked('list-id', 'List-Id: <news.dlut.edu.cn>'),
  marked('list-unsubscribe', 'List-Unsubscribe: <mailto:leave@example.cn>'),
  marked('x-autoreply', 'X-Autoreply: yes'),
  marked('x-auto-response-suppress', 'X-Auto-Response-Suppress: OOF, AutoReply'),
  marked('coremail-mta', 'X-Mailer: Coremail MTA server 1.0'),
  marked('our-own-loop-marker', 'X-Shenbao: 1'),
  titled('zidong-huifu', wordB('utf-8', utf8(`自动回复: ${NAME}`))),
  titled('zidong-huifu-raw-gbk', gbk(`自动回复：${NAME}`)),
  titled('zidong-huifu-wrong-label', wordB('utf-8', gbk(`自动回复: ${NAME}`))),
  titled('xitong-tuixin', wordB('gb18030', gbk(`系统退信/Systems bounce`))),
  titled('tuixin-tongzhi', wordB('gb18030', gbk(`退信通知：${NAME}`))),
  titled('huizhi', wordB('utf-8', utf8(`回执（已显示）：${NAME}`))),
  titled('yidu', wordB('utf-8', utf8(`已读: ${NAME}`))),
  titled('chehui', wordB('utf-8', utf8('撤回邮件'))),
  titled('undeliverable', `Undeliverable: ${wordB('utf-8', utf8(NAME))}`),
  titled('out-of-office', 'Out of Office: back on Monday'),
  from('mailer-daemon', 'MAILER-DAEMON@mail.dlut.edu.cn'),
  from('postmaster', 'Postmaster <postmaster@dlut.edu.cn>'),
  fixture('automatic/bounce', `${header({ subject: wordB('utf-8', utf8(NAME)) })}\n${report}`, ignored('automatic')),
  fixture(
    'automatic/with-filled-form',
    mail({ headers: ['Auto-Submitted: auto-generated'], parts: [BODY, docx()] }),
    held(['sender.automatic'], { from: FROM }),
  ),
  fixture('automatic/own-address', mail({ from: 'jxdw@dlut.edu.cn' }), held(['sender.own'])),
  fixture('automatic/not-auto-submitted-no', mail({ headers: ['Auto-Submitted: no'] }), {
    ...{ relation: 'application', outcome: 'accepted', problems: [] },
  }),
]
