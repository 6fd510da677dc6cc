import type { Message } from '../message/message.ts'

/** RFC 5322 §3.6.4, without spaces and anything that could end a header. */
const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{3,250}>$/
const REFERENCES = 20

type Thread = { readonly inReplyTo: string | null; readonly references: readonly string[] }

const within = (ids: readonly string[]): readonly string[] =>
  ids.length <= REFERENCES ? ids : [...ids.slice(0, 1), ...ids.slice(1 - REFERENCES)]

/** The sender's thread: its start and latest members, so that the header stays short. */
export function threadOf({ messageId, references }: Pick<Message, 'messageId' | 'references'>): Thread {
  const inReplyTo = messageId !== null && MESSAGE_ID.test(messageId) ? messageId : null
  const known = references.filter(id => MESSAGE_ID.test(id) && id !== inReplyTo)
  return { inReplyTo, references: within(inReplyTo === null ? known : [...known, inReplyTo]) }
}

/** The same for the same message and occasion, so that a reply repeated after a crash is known for what it is. */
export function replyMessageId(sha256: string, occasion: string, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase()
  return `<shenbao.${sha256.slice(0, 32)}.${occasion}@${/^[a-z0-9.-]{1,253}$/.test(domain) ? domain : 'shenbao.invalid'}>`
}
