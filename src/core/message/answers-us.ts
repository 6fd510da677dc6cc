import { headerValue, type Preview } from './message.ts'

/** Message-IDs of our mails begin so, whatever they are for. */
const OURS = /<shenbao\./i

/** Whether a mail answers one of ours, by In-Reply-To or References: its subject may say nothing of the call. */
export const answersUs = ({ headers }: Pick<Preview, 'headers'>): boolean =>
  ['in-reply-to', 'references'].some(name => OURS.test(headerValue(headers, name) ?? ''))
