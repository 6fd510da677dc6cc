import type { OutgoingMail } from './outgoing-mail.ts'

/** To whom digests and alarms go, and the domain of our Message-IDs. */
export type Staff = { readonly digestTo: readonly string[]; readonly domain: string }

type Written = Pick<OutgoingMail, 'subject' | 'text' | 'html' | 'enclosures'>

/** The same to one of the staff alone. */
export const memberMail = (
  written: Written,
  name: string,
  { address }: { readonly address: string },
  { domain }: Pick<Staff, 'domain'>,
): OutgoingMail => staffMail(written, `${name}.${nameIn(address)}`, { digestTo: [address], domain })

/** An address as a part of a Message-ID: others never make the same. */
const nameIn = (address: string): string =>
  address.replace(/[^a-z0-9]/g, sign => `-${sign.charCodeAt(0).toString(16)}-`)

/** A digest or an alarm as mail: it answers nobody; `name` makes its Message-ID, the same however often it is composed. */
export const staffMail = (written: Written, name: string, { digestTo, domain }: Staff): OutgoingMail => ({
  ...written,
  to: digestTo.map(address => ({ name: '', address })),
  messageId: `<shenbao.${name}@${domain}>`,
  inReplyTo: null,
  references: [],
})
