import { bad, type Diagnosis, good } from '../core/doctor/diagnosis.ts'
import { headerValue, type Preview } from '../core/message/message.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'

export type TestMailNeeds = {
  readonly clock: () => Date
  readonly send: (mail: OutgoingMail, date: Date) => Promise<{ readonly kind: string; readonly reason?: string }>
  readonly mailbox: {
    resolveFolders(names: readonly string[]): Promise<readonly string[]>
    open(path: string): Promise<unknown>
    lastUid(): Promise<number>
    previews(range: { readonly above: number }): AsyncIterable<readonly { readonly preview: Preview }[]>
  }
  readonly folderNames: readonly string[]
  /** The address of the mailbox that is read. */
  readonly ownAddress: string
  readonly domain: string
  readonly wait: (milliseconds: number) => Promise<void>
}

const ABOUT = 'test mail'
const EVERY = 2_000
const TRIES = 30

/** Sends one mail and, where it goes to the mailbox itself, looks until it is there. It bears our loop marker: the worker passes it by. */
export async function sendTestMail(to: string, needs: TestMailNeeds): Promise<Diagnosis> {
  const isOwn = to.toLowerCase() === needs.ownAddress.toLowerCase()
  const before = isOwn ? await newestUid(needs) : 0
  const mail = testMail(to, needs)
  const sent = await needs.send(mail, needs.clock())
  if (sent.kind !== 'sent')
    return bad(
      ABOUT,
      `was not taken: ${sent.reason ?? sent.kind}`,
      'the server’s words tell; smtp.from must often be the login',
    )
  if (!isOwn) return good(ABOUT, `was taken for ${to}: look whether it arrived there, and not among the junk`)
  for (let tried = 1; tried <= TRIES; tried += 1) {
    if (await hasArrived(mail.messageId, before, needs))
      return good(ABOUT, `was sent to ${to} and found in the mailbox`)
    await needs.wait(EVERY)
  }
  return bad(ABOUT, `was taken for ${to}, but is not in the mailbox after a minute`, 'look for it in the other folders')
}

async function newestUid({ mailbox, folderNames }: TestMailNeeds): Promise<number> {
  const [first] = await mailbox.resolveFolders(folderNames)
  if (first === undefined) return 0
  await mailbox.open(first)
  return mailbox.lastUid()
}

async function hasArrived(messageId: string, above: number, { mailbox, folderNames }: TestMailNeeds): Promise<boolean> {
  const [first] = await mailbox.resolveFolders(folderNames)
  if (first === undefined) return false
  await mailbox.open(first)
  for await (const chunk of mailbox.previews({ above }))
    if (chunk.some(({ preview }) => headerValue(preview.headers, 'message-id') === messageId)) return true
  return false
}

function testMail(to: string, { clock, domain }: TestMailNeeds): OutgoingMail {
  const text = '这是申报受理系统的测试邮件，用于检查收发是否正常，无需处理。'
  const messageId = `<test.${clock().getTime()}@${domain}>`
  const nothing = { inReplyTo: null, references: [] }
  return {
    to: [{ name: '', address: to }],
    subject: '申报受理系统测试邮件',
    text,
    html: `<p>${text}</p>`,
    messageId,
    ...nothing,
  }
}
