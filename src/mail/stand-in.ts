import { type RawField, rawValues } from './header-fields.ts'

const SUBJECT = /^Retrieval using the (?:IMAP4|POP3) protocol failed for the following message/i

/** Whether it is the note that Exchange gives in place of a message which it can't convert: that one is there, for Outlook alone. */
export const isStandIn = (fields: readonly RawField[]): boolean =>
  rawValues(fields, 'subject').some(subject => SUBJECT.test(subject))
