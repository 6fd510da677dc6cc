import type { OutgoingMail } from './outgoing-mail.ts'

/** To whom digests and alarms go, and the domain of our Message-IDs. */
export type Staff = { readonly digestTo: readonly string[]; readonly domain: string }

type Written = Pick<OutgoingMail, 'subject' | 'text' | 'html' | 'enclosures'>

/** A digest or an alarm as mail: it answers nobody; `name` makes its Message-ID, the same however often it is composed. */
export const staffMail = (written: Written, name: string, { digestTo, domain }: Staff): OutgoingMail => ({
  ...written,
  to: digestTo.map(address => ({ name: '', address })),
  messageId: `<shenbao.${name}@${domain}>`,
  inReplyTo: null,
  references: [],
})
