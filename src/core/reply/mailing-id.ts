import type { MailingKind } from '../sending/outgoing-mail.ts'

/** Of whose letter it is: the call, when it is sent and to whom, by the place in the list. */
export type MailingPlace = {
  readonly call: string
  readonly kind: MailingKind
  readonly at: Date
  readonly place: number
}

/** The Message-ID of a letter to many, which answers no mail. */
export function mailingMessageId({ call, kind, at, place }: MailingPlace, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase()
  const id = call.replace(/[^A-Za-z0-9-]/g, '')
  const host = /^[a-z0-9.-]{1,253}$/.test(domain) ? domain : 'shenbao.invalid'
  return `<shenbao.${kind}.${id}.${at.getTime()}.${place}@${host}>`
}
