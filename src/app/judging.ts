import type { Document } from '../core/document/document.ts'
import type { Policy } from '../core/judge/judge-mail.ts'
import type { Attachment } from '../core/message/message.ts'
import { readInTime } from '../documents/read-in-time.ts'
import { membersOf } from './members.ts'
import type { Parts } from './parts.ts'

/** The rules of judging as they are configured and amended, with what was read of the templates: documents come with them. */
export const policyOf = ({
  config,
  from,
  calls,
  templates,
}: Pick<Parts, 'config' | 'from' | 'calls' | 'templates'>): Policy => ({
  calls: templates.within(calls()),
  senders: config.senders,
  receivedBy: config.mailbox.receivedBy,
  desk: membersOf(config).map(({ address }) => address),
  ownAddresses: [config.mailbox.user, config.smtp.user, from.address].map(address => address.toLowerCase()),
})

/** The reader processes are started for the first file that there is; a form is told from its template, which is read before. */
export async function readDocuments(parts: Parts, files: readonly Attachment[]): Promise<readonly Document[]> {
  const { readers, config, ending, templates } = parts
  if (files.length > 0) await templates.read()
  return readInTime(files, {
    read: (file, begun) => readers.get().read(file, begun),
    documentSeconds: config.limits.documentSeconds,
    signal: ending.signal,
  })
}
