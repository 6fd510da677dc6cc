import type { Document } from '../core/document/document.ts'
import type { Policy } from '../core/judge/judge-mail.ts'
import type { Attachment } from '../core/message/message.ts'
import { readInTime } from '../documents/read-in-time.ts'
import type { Parts } from './parts.ts'

/** The rules of judging as they are configured. */
export const policyOf = ({ config, from, calls }: Pick<Parts, 'config' | 'from' | 'calls'>): Policy => ({
  calls: calls(),
  senders: config.senders,
  receivedBy: config.mailbox.receivedBy,
  ownAddresses: [config.mailbox.user, config.smtp.user, from.address].map(address => address.toLowerCase()),
})

/** The reader processes are started for the first file that there is. */
export const readDocuments = (
  { readers, config, ending }: Parts,
  files: readonly Attachment[],
): Promise<readonly Document[]> =>
  readInTime(files, {
    read: (file, begun) => readers.get().read(file, begun),
    documentSeconds: config.limits.documentSeconds,
    signal: ending.signal,
  })
