/** A mail as an applicant writes it. */
type ApplicantMail = {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly date: Date
}

/** The mail as its sender's program writes it, to be judged and not sent. */
export async function composeTrial({ files, ...mail }: ApplicantMail): Promise<Buffer> {
  const attachments = files.map(({ name, bytes }) => ({ filename: name, content: Buffer.from(bytes) }))
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  return new MailComposer({ ...mail, attachments }).compile().build()
}
