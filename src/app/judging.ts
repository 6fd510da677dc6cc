import type { Call } from '../core/call/call.ts'
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

/**
 * The reader processes are started for the first file that there is; a form is told from its template, which is read before. `calls`: as
 * whose forms the documents will be judged.
 */
export async function readDocuments(
  parts: Pick<Parts, 'readers' | 'config' | 'ending' | 'templates'>,
  files: readonly Attachment[],
  calls: readonly Call[] = [],
): Promise<readonly Document[]> {
  const { readers, config, ending, templates } = parts
  if (files.length > 0) await templates.read()
  const asFormsOf = templates.within(calls)
  return readInTime(files, {
    read: (file, begun) => readers.get().read(file, { begun, calls: asFormsOf }),
    documentSeconds: config.limits.documentSeconds,
    signal: ending.signal,
  })
}
