import { LOOP_MARKER } from '../core/message/automatic.ts'
import type { Address } from '../core/message/message.ts'
import type { OutgoingMail } from '../core/sending/outgoing-mail.ts'

/**
 * The mail as it goes over the wire; the same OutgoingMail gives the same Message-ID each time. nodemailer is loaded with the first: most sweeps
 * have none to send.
 */
export async function composeSource(mail: OutgoingMail, from: Address, date: Date): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    from,
    to: [...mail.to],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Chinese text is half as long as in quoted-printable, and the usual form.
    textEncoding: 'base64',
    date,
    messageId: mail.messageId,
    ...(mail.inReplyTo === null ? {} : { inReplyTo: mail.inReplyTo }),
    references: [...mail.references],
    attachments: (mail.enclosures ?? []).map(({ name, type, base64 }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(base64, 'base64'),
    })),
    headers: {
      'Auto-Submitted': mail.inReplyTo === null || mail.unasked === true ? 'auto-generated' : 'auto-replied',
      [LOOP_MARKER]: '1',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
