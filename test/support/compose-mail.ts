import MailComposer from 'nodemailer/lib/mail-composer'

export type SampleFile = { readonly name: string; readonly bytes: Uint8Array }

export type SampleMail = {
  readonly from: string
  readonly subject: string
  readonly text?: string
  readonly html?: string
  readonly files?: readonly SampleFile[]
  /** When the committee's server received it; null: it bears no Received header. */
  readonly receivedAt: Date | null
  /** The sender's clock; the time of receipt where it isn't said. */
  readonly date?: Date
  readonly messageId?: string
  readonly inReplyTo?: string
  /** The committee's address, unless it is said. */
  readonly to?: string
  readonly cc?: string
  readonly headers?: Readonly<Record<string, string>>
}

export const COMMITTEE = 'jxdw@dlut.edu.cn'
const RECEIVING_HOST = 'mail.dlut.edu.cn'

/** A mail as it lies in the committee's mailbox: written by a client, stamped by the receiving server. */
export async function composeMail(mail: SampleMail): Promise<Buffer> {
  const { from, subject, text = '您好，申报书见附件，请查收。', files = [], receivedAt, messageId, inReplyTo } = mail
  const written = mail.date ?? receivedAt ?? new Date(0)
  const composer = new MailComposer({
    from,
    to: mail.to ?? COMMITTEE,
    ...(mail.cc === undefined ? {} : { cc: mail.cc }),
    subject,
    text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    date: written,
    messageId: messageId ?? `<${written.getTime()}.${hash(from + subject)}@client.example>`,
    ...(inReplyTo === undefined ? {} : { inReplyTo, references: inReplyTo }),
    headers: { 'X-Mailer': 'Foxmail 7.2.25.228[cn]', ...mail.headers },
    attachments: files.map(({ name, bytes }) => ({ filename: name, content: Buffer.from(bytes) })),
  })
  const message = await composer.compile().build()
  return receivedAt === null ? message : Buffer.concat([Buffer.from(received(receivedAt)), message])
}

const received = (at: Date): string =>
  `Received: from smtp.client.example (unknown [192.0.2.10])\r\n\tby ${RECEIVING_HOST} (Coremail) with SMTP id AQAAfwD3; ${rfc5322(at)} (CST)\r\n`

/** «Mon, 20 May 2024 09:58:31 +0800»: the time in China. */
function rfc5322(date: Date): string {
  const inChina = new Date(date.getTime() + 8 * 3_600_000)
  return `${inChina.toUTCString().replace(/ GMT$/, '')} +0800`
}

const hash = (text: string): string =>
  [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7).toString(16)
